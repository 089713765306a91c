"""The server's entry point: refuses to start when a wall is down."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ecosystem.settings")
try:
    application = get_wsgi_application()
    from ecosystem.tenancy.checks import refuse_to_start_without_walls

    refuse_to_start_without_walls()
except ImproperlyConfigured as error:
    sys.exit(f"Ecosystem cannot start: {error}")
