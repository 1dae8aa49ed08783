import pytest
from django.db import DatabaseError, connection, transaction

from accounts import audit
from accounts.models import AuditEvent, AuditHead


pytestmark = pytest.mark.django_db


def test_entries_form_a_chain(trainee):
    first = audit.record(actor=trainee, action="thing.made", subject="1")
    second = audit.record(actor=None, action="thing.seen", subject="1", detail={"tên": "Ẩn"})
    assert second.previous == first.hash
    assert list(audit.faults()) == []
    assert str(second) == "thing.seen 1"
    assert str(AuditHead.objects.get()) == second.hash


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_an_entry(trainee, verb):
    audit.record(actor=trainee, action="thing.made", subject="1")
    entries = AuditEvent.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entries.update(subject="2") if verb == "update" else entries._raw_delete(entries.db)


def _without_triggers(sql):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SET CONSTRAINTS ALL IMMEDIATE"
            )  # no checks may be pending for the next line
            cursor.execute("ALTER TABLE accounts_auditevent DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER accounts_auditevent_refuses_update")
            cursor.execute("DROP TRIGGER accounts_auditevent_refuses_delete")
        cursor.execute(sql)


def test_a_changed_entry_is_found(trainee):
    audit.record(actor=trainee, action="thing.made", subject="1")
    _without_triggers("UPDATE accounts_auditevent SET subject = '9' WHERE action = 'thing.made'")
    assert any("was changed" in fault for fault in audit.faults())


def test_a_removed_middle_and_a_removed_end_are_found(trainee):
    for number in "123":
        audit.record(actor=trainee, action="thing.made", subject=number)
    _without_triggers("DELETE FROM accounts_auditevent WHERE subject = '2'")
    assert any("does not follow" in fault for fault in audit.faults())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_auditevent WHERE subject = '3'")
    assert "The newest entries are missing." in list(audit.faults())
    assert AuditHead.objects.count() == 1
