"""The door for asynchronous servers; the house itself serves by WSGI (docs/decisions/0002-wsgi.md)."""

import os

from django.core.asgi import get_asgi_application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
application = get_asgi_application()
