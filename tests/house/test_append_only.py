"""Law 2: the database itself refuses to change what is meant to last."""

import pytest
from django.apps import apps
from django.db import connection


# Tables whose rows are never changed and never removed, by model.
LASTING = {
    "accounts.AuditEvent",
    "certificates.CaseEvent",
    "certificates.Certificate",
    "certificates.ConductAgreement",
    "certificates.Correction",
    "certificates.ConflictStatement",
    "certificates.Decision",
    "certificates.Evidence",
    "certificates.EvidenceActor",
    "certificates.RecognisedEvent",
    "certificates.Renewal",
    "certificates.ReportEvent",
    "certificates.StatusEvent",
    "certificates.VisibilityChoice",
    "certificates.Vote",
    "courses.Completion",
    "exams.AnswerEvent",
    "exams.AutoScore",
    "exams.ItemVersion",
    "exams.Receipt",
    "exams.Result",
}


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(LASTING))
def test_the_table_has_triggers_against_update_and_delete(label):
    table = apps.get_model(label)._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT lower(event_manipulation) FROM information_schema.triggers WHERE event_object_table = %s",
                [table],
            )
            guarded = {row[0] for row in cursor.fetchall()}
        else:
            cursor.execute(
                "SELECT lower(sql) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
                [table],
            )
            texts = [row[0] for row in cursor.fetchall()]
            guarded = {
                verb for verb in ("update", "delete") for text in texts if f"before {verb}" in text
            }
    assert guarded >= {"update", "delete"}
