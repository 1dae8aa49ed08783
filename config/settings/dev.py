"""Settings for people who build: debug pages, plain file names, reload on change."""

from config.settings.base import *  # noqa: F403 - a settings module extends another by copying its names
from config.settings.base import STORAGES


DEBUG = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
