"""Celery's wiring: the sweeps that beat runs exist, and logging stays ours."""

import logging

import pytest
from celery import signals

from config.celery import app


@pytest.fixture(scope="module", autouse=True)
def discovered():
    app.loader.import_default_modules()


@pytest.mark.parametrize("name", sorted(app.conf.beat_schedule))
def test_every_sweep_of_the_schedule_is_a_task_that_exists(name):
    entry = app.conf.beat_schedule[name]
    assert entry["task"] in app.tasks
    assert 0 < entry["schedule"] <= 60


def test_every_task_of_ours_is_named_after_its_app():
    ours = {name for name in app.tasks if not name.startswith("celery.")}
    assert ours
    apps = {"accounts", "certificates", "cms", "courses", "exams"}
    assert {name.split(".")[0] for name in ours} <= apps


def test_celery_leaves_the_logging_as_the_settings_made_it():
    before = list(logging.root.handlers)
    receivers = signals.setup_logging.send(sender=None, loglevel="ERROR", logfile=None)
    assert receivers, "without a receiver Celery takes the root logger over"
    assert logging.root.handlers == before
