"""Hashed file names, so that browsers may keep assets for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage that also rewrites the import paths inside ES modules."""

    support_js_module_import_aggregation = True
