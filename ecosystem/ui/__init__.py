"""How the house looks: components as typed template tags, forms, the frame around every page."""
