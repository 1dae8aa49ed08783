"""Nobody rewrites the register unseen, not even with the database's own password."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from certificates.models import Checkpoint, Credential, LogEntry
from certificates.selectors.log_check import check_log
from certificates.services.publication import publish_register
from tests.certificates.factories import certificate as a_certificate, changed


pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(store):
    entry = a_certificate()
    publish_register(store=store, at=timezone.now())
    changed(entry)
    publish_register(store=store, at=timezone.now())
    return entry


def by_force(sql, *values):
    """Do what only somebody with the database's password can: switch the triggers off, and write."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(sql, values)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')

        cursor.execute(sql, values)
        for _name, written in triggers:
            cursor.execute(written)


def said():
    return [str(finding) for finding in check_log()]


def test_a_whole_log_is_found_whole(entry):
    assert said() == []
    told = io.StringIO()
    call_command("verify_log", stdout=told)
    assert "whole" in told.getvalue()


def test_a_changed_leaf_is_found(entry):
    by_force(
        "UPDATE certificates_logentry SET body = REPLACE(body, '2026', '2021') WHERE \"index\" = 4"
    )
    found = said()
    assert "entry 4: its hash is not that of its text" in found
    assert any("other entries when this was signed" in line for line in found)
    with pytest.raises(CommandError, match="Faults"):
        call_command("verify_log", stdout=io.StringIO())


def test_a_backdated_event_is_found(entry):
    by_force(
        "UPDATE certificates_statusevent SET effective_on = '2021-01-01' WHERE event = 'issued'"
    )
    assert said() == ["entry 4: the log says effective '2026-05-14', the register '2021-01-01'"]


def test_a_changed_credential_is_found(entry):
    written = Credential.objects.get().document.replace("2029", "2039")
    by_force("UPDATE certificates_credential SET document = %s", written)
    (found,) = said()
    assert found.startswith("entry 4: the log says credential")


def test_a_deleted_suspension_is_found(entry):
    by_force('DELETE FROM certificates_logentry WHERE "index" = 5')
    by_force("DELETE FROM certificates_holderletter")
    by_force("DELETE FROM certificates_statusevent WHERE event = 'suspended'")
    found = said()
    assert "log: 5 entries stand in it, 6 were written" in found
    assert any("cut, or restored" in line for line in found)


def test_a_register_restored_from_yesterday_does_not_match_what_others_kept(entry, tmp_path):
    kept = tmp_path / "checkpoint"
    kept.write_text(Checkpoint.objects.first().note)
    by_force("DELETE FROM certificates_checkpoint WHERE size = 6")
    by_force('DELETE FROM certificates_logentry WHERE "index" = 5')
    by_force("UPDATE certificates_loghead SET size = 5")
    by_force("DELETE FROM certificates_holderletter")
    by_force("DELETE FROM certificates_statusevent WHERE event = 'suspended'")
    assert said() == []
    told = io.StringIO()
    with pytest.raises(CommandError):
        call_command("verify_log", against=[kept], stdout=told)
    assert "restored from an older copy" in told.getvalue()


def test_an_event_that_the_log_never_heard_of_is_found(entry):
    issued = LogEntry.objects.get(index=4).event_id
    by_force("DELETE FROM certificates_logentry WHERE event_id = %s", issued)
    assert any("'issued' is not in the log" in line for line in said())


def test_a_checkpoint_of_somebody_else_is_not_believed(entry, tmp_path):
    kept = tmp_path / "checkpoint"
    kept.write_text(Checkpoint.objects.first().note.replace("localhost", "khac.example"))
    assert [str(each) for each in check_log([kept.read_text()])] == [
        "kept state: no key of this log signed it"
    ]
    with pytest.raises(CommandError, match="No such file"):
        call_command("verify_log", against=[tmp_path / "none"])
