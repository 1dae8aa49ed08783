"""Wiring: settings, addresses, background work, the demo world."""

from config.celery import app as celery_app


__all__ = ["celery_app"]
