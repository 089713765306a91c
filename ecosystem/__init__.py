"""The ground the apps stand on, and the roof over them."""
