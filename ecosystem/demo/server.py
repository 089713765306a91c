"""gunicorn's settings for the demo."""

preload_app = False
graceful_timeout = 3
keepalive = 5
