"""Settings for the test suite: quick passwords, mail and cache in memory, files in a temporary folder."""

import os
import tempfile
from pathlib import Path


os.environ.setdefault("SECRET_KEY", "tests-only-" + "x" * 50)
_TEMPORARY = Path(os.environ.setdefault("TEST_VAR", tempfile.mkdtemp(prefix="chuyengia-test-")))
os.environ.setdefault("VAR_DIR", str(_TEMPORARY))
os.environ.setdefault("DEMO", "1")
for _folder in ("static", "collected"):
    (_TEMPORARY / "build" / _folder).mkdir(parents=True, exist_ok=True)

from config.settings.base import *  # noqa: E402, F403 - the environment above must be set first
from config.settings.base import DATABASES, STORAGES  # noqa: E402 - as above


LOG_KEPT = ""  # each test has a database of its own
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # nothing is kept: a test that is rolled back never says that what it wrote is gone
    "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # No power cut threatens a test database: the suite is three times as fast without the syncs.
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=MEMORY;PRAGMA synchronous=OFF;"
    )
    DATABASES["default"]["TEST"] = {"NAME": str(_TEMPORARY / "test.sqlite3")}
else:
    DATABASES["default"]["OPTIONS"] = {}
