"""The drill: yesterday's copy of the database is restored. It is noticed, and nothing is issued or signed until somebody settles it."""

import io
import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from accounts.workspace import waiting_for
from certificates import checks
from certificates.models import Certificate, Checkpoint, LogLoss, NumberCounter
from certificates.models.loss_check import find_loss
from certificates.problems import NotReady
from certificates.selectors.log_check import check_log
from certificates.services.keys import create_key
from tests import cast
from tests.certificates.factories import certificate


@pytest.fixture
def kept(settings, tmp_path):
    """The file outside the database in which the newest signed state is kept."""
    settings.LOG_KEPT = str(tmp_path / "log" / "checkpoint")
    settings.DEMO = False
    return tmp_path / "log" / "checkpoint"


def entered(name):
    return certificate(cast.person(name), at=timezone.now())


@pytest.fixture
def database(tmp_path, django_db_setup, django_db_blocker):
    """A database of its own that may be copied and restored while nobody else uses it; what was there comes back after."""
    with django_db_blocker.unblock():
        copied = on_postgres if connection.vendor == "postgresql" else on_sqlite
        before = copied(tmp_path / "before")
        yield lambda name: copied(tmp_path / name)
        before()


def on_sqlite(path):
    """Copy the database while it runs, as the manual says; return how to restore the copy."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)

    def restore():
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)

    return restore


def on_postgres(path):
    """Dump the database as the manual says; return how to restore the dump."""
    facts = connection.settings_dict
    where = ["-h", facts["HOST"], "-p", str(facts["PORT"]), "-U", facts["USER"]]
    subprocess.run(["pg_dump", *where, "-Fc", "-f", str(path), facts["NAME"]], check=True)

    def restore():
        connection.close()
        again = ["pg_restore", *where, "--clean", "--if-exists", "-d", facts["NAME"], str(path)]
        subprocess.run(again, check=True)

    return restore


def test_a_copy_of_yesterday_stops_the_register_until_the_newer_one_is_back(
    database, worker, kept, tmp_path, fixed_day
):
    entered("Người hôm qua")
    worker()
    yesterday = database("yesterday")
    fixed_day.shift(timedelta(days=1))
    lost = entered("Người hôm nay")
    worker()
    today = database("today")
    elsewhere = tmp_path / "agency"
    elsewhere.write_text(Checkpoint.objects.first().note)
    assert kept.read_text() == elsewhere.read_text()

    yesterday()
    assert not Certificate.objects.filter(number=lost.number).exists()
    assert not list(check_log())  # the copy itself is whole
    with pytest.raises(CommandError, match="Faults"):
        call_command("verify_log", against=[elsewhere], stdout=io.StringIO())
    with pytest.raises(CommandError, match="6 entries were signed and 5 are held"):
        call_command("log_loss", stdout=io.StringIO())
    with pytest.raises(NotReady, match="bản sao cũ"):
        entered("Người tiếp theo")
    with pytest.raises(NotReady, match="bản sao cũ"):
        worker()
    assert Checkpoint.objects.first().size == 5
    assert LogLoss.objects.get().held == 5

    today()
    worker()
    assert Certificate.objects.filter(number=lost.number).exists()
    entered("Người tiếp theo")
    worker()
    call_command("verify_log", against=[elsewhere], stdout=io.StringIO())


def lose(kept, *, size=9):
    """Keep a state that this database never had."""
    newest = Checkpoint.objects.first()
    kept.write_text(newest.note.replace(f"\n{newest.size}\n", f"\n{size}\n", 1))


@pytest.mark.django_db
def test_an_operator_answers_for_a_loss_and_no_number_is_used_twice(worker, kept):
    first = entered("Người thứ nhất")
    worker()
    lose(kept)
    with pytest.raises(NotReady):
        worker()
    (waits,) = [
        each for each in waiting_for(cast.operator(), at=timezone.now()) if "/log/" in each.url
    ]
    assert waits.count == 1
    assert not [
        each for each in waiting_for(cast.writer(), at=timezone.now()) if "/log/" in each.url
    ]
    kept.unlink()  # a process on another machine sees no file, but the row
    with pytest.raises(NotReady):
        entered("Người thứ hai")
    with pytest.raises(CommandError, match="lý do"):
        call_command("log_loss", answer_for=" ", stdout=io.StringIO())
    before = NumberCounter.objects.get(series=first.scheme_version.scheme.prefix).last
    told = io.StringIO()
    call_command("log_loss", answer_for="Hỏng ổ đĩa ngày 22/11", stdout=told)
    assert "9 entries were signed, 5 are held" in told.getvalue()
    assert NumberCounter.objects.get(series=first.scheme_version.scheme.prefix).last == before + 4
    assert entered("Người thứ hai")
    with pytest.raises(CommandError, match="Không mất"):
        call_command("log_loss", answer_for="Lần nữa", stdout=io.StringIO())


@pytest.mark.django_db
def test_what_was_answered_for_stands_on_the_page_of_the_log(
    worker, kept, client, django_capture_on_commit_callbacks
):
    entered("Người thứ nhất")
    worker()
    lose(kept)
    assert "Hỏng ổ đĩa" not in client.get("/log/").text
    with django_capture_on_commit_callbacks(execute=True):
        call_command("log_loss", answer_for="Hỏng ổ đĩa", stdout=io.StringIO())
    assert kept.read_text() == Checkpoint.objects.first().note
    assert "Hỏng ổ đĩa" in client.get("/log/").text
    worker()
    told = io.StringIO()
    call_command("log_loss", stdout=told)
    assert "holds everything" in told.getvalue()


@pytest.mark.django_db
def test_the_same_loss_is_noted_once_and_closed_when_the_state_is_known_again(worker, kept):
    entered("Người thứ nhất")
    worker()
    whole = kept.read_text()
    newest = Checkpoint.objects.first()
    LogLoss.objects.create(
        found_at=timezone.now(), held=4, size=newest.size, root=newest.root, note=whole
    )
    worker()
    assert LogLoss.objects.get().closed_at
    lose(kept)
    for _turn in range(2):
        with pytest.raises(NotReady):
            worker()
    assert LogLoss.objects.filter(closed_at=None).count() == 1


@pytest.mark.django_db
def test_a_kept_file_that_cannot_be_read_stops_the_register_and_a_demonstration_begins_anew(
    worker, kept, settings
):
    kept.parent.mkdir()
    kept.write_bytes(b"\xff no note")
    with pytest.raises(NotReady):
        worker()
    settings.DEMO = True
    LogLoss.objects.update(closed_at=timezone.now(), reason="x")
    assert find_loss() is None
    worker()
    kept.write_bytes(b"\xff no note")
    assert find_loss()


@pytest.mark.django_db
def test_before_the_first_state_and_where_none_is_kept_nothing_is_missed(
    empty_store, kept, settings
):
    from certificates.services.losses import guard, keep_newest

    guard(at=timezone.now())
    keep_newest()
    assert not kept.exists()
    settings.LOG_KEPT = ""
    keep_newest()
    create_key(role="log", store=empty_store, at=timezone.now(), not_before=timezone.now())
    guard(at=timezone.now())


@pytest.mark.django_db
def test_the_deployment_check_names_keys_that_others_can_read(store, settings):
    settings.KEYS_DIR, settings.LOG_KEPT = store.folder, "somewhere"
    assert checks.keys_are_kept_apart() == []
    loose = store.folder / "vc-2026-1.pem"
    loose.chmod(0o640)
    settings.LOG_KEPT = ""
    error, warning = checks.keys_are_kept_apart()
    assert str(loose) in error.msg
    assert warning.id == "certificates.W002"
    settings.KEYS_DIR = store.folder / "none"
    assert [each.id for each in checks.keys_are_kept_apart()] == ["certificates.W002"]
