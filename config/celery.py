"""
Background work.

The database is the queue of record: work to be done is a row in a state, and the sweeps below find it.
With Redis a nudge on commit makes it prompt and workers do it; without Redis the beat process runs the
sweeps itself, inline (`CELERY_EAGER=1`), so no request ever waits and nothing is lost with a process.
"""

import os
from typing import Any

from celery import Celery, signals


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
app = Celery("chuyengia")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "accounts.check_trail": {"task": "accounts.check_trail", "schedule": 5.0},
    "accounts.follow_role_dates": {"task": "accounts.follow_role_dates", "schedule": 60.0},
    "certificates.publish_register": {"task": "certificates.publish_register", "schedule": 1.0},
    "certificates.sweep_register": {"task": "certificates.sweep_register", "schedule": 60.0},
    "certificates.sweep_documents": {"task": "certificates.sweep_documents", "schedule": 1.0},
    "certificates.sweep_expiry": {"task": "certificates.sweep_expiry", "schedule": 60.0},
    "certificates.send_case_letters": {
        "task": "certificates.send_case_letters",
        "schedule": 5.0,
    },
    "certificates.forget_unconfirmed": {
        "task": "certificates.forget_unconfirmed",
        "schedule": 60.0,
    },
    "certificates.forget_arrangement_reasons": {
        "task": "certificates.forget_arrangement_reasons",
        "schedule": 60.0,
    },
    "certificates.send_reminders": {"task": "certificates.send_reminders", "schedule": 60.0},
    "certificates.send_fresh_letters": {
        "task": "certificates.send_fresh_letters",
        "schedule": 60.0,
    },
    "certificates.send_holder_letters": {
        "task": "certificates.send_holder_letters",
        "schedule": 5.0,
    },
    "certificates.sweep_reports": {"task": "certificates.sweep_reports", "schedule": 60.0},
    "certificates.carry_out_decisions": {
        "task": "certificates.carry_out_decisions",
        "schedule": 1.0,
    },
    "certificates.sweep_council_papers": {
        "task": "certificates.sweep_council_papers",
        "schedule": 1.0,
    },
    "certificates.send_council_letters": {
        "task": "certificates.send_council_letters",
        "schedule": 5.0,
    },
    "certificates.sweep_lists": {"task": "certificates.sweep_lists", "schedule": 1.0},
    "certificates.draw_lists": {"task": "certificates.draw_lists", "schedule": 1.0},
    "certificates.seal_lists": {"task": "certificates.seal_lists", "schedule": 1.0},
    "certificates.tell_watchers": {"task": "certificates.tell_watchers", "schedule": 5.0},
    "certificates.deliver_hooks": {"task": "certificates.deliver_hooks", "schedule": 2.0},
    "certificates.forget_lists": {"task": "certificates.forget_lists", "schedule": 60.0},
    "cms.publish_scheduled": {"task": "cms.publish_scheduled", "schedule": 60.0},
    "exams.close_overdue_attempts": {"task": "exams.close_overdue_attempts", "schedule": 5.0},
    "exams.send_result_notices": {"task": "exams.send_result_notices", "schedule": 5.0},
}
# The one queue whose worker can open the private keys.
app.conf.task_routes = {
    "certificates.produce_document": {"queue": "issue"},
    "certificates.sweep_documents": {"queue": "issue"},
    "certificates.publish_register": {"queue": "issue"},
    "certificates.sweep_council_papers": {"queue": "issue"},
    "certificates.sweep_register": {"queue": "issue"},
    "certificates.seal_lists": {"queue": "issue"},
}


@signals.setup_logging.connect
def keep_our_logging(**_kwargs: Any) -> None:
    """Leave logging as Django's settings configured it; return nothing."""
