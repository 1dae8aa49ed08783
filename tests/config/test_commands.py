"""The commands of `manage.py` that prepare, list and verify."""

import gettext
import json
import os
from io import StringIO

import polib
import pytest
from django.core.management import CommandError, call_command

from accounts import audit
from accounts.models import AuditEvent
from accounts.roles import Role
from config.demo.people import ACTORS, PASSWORD
from config.management.commands import prepare_assets


def _said(*command, **options):
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def catalogue(settings, tmp_path):
    folder = tmp_path / "locale" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    settings.LOCALE_PATHS = [tmp_path / "locale", tmp_path / "empty"]
    _translate(folder / "django.po", "Xin chào")
    return folder


def _translate(source, text):
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="Hello", msgstr=text))
    catalogue.save(str(source))


def _compiled(folder):
    with (folder / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Hello")


def test_texts_are_compiled_and_compiled_again_once_they_change(catalogue):
    call_command("prepare_texts")
    assert _compiled(catalogue) == "Xin chào"
    _translate(catalogue / "django.po", "Chào bạn")
    later = (catalogue / "django.mo").stat().st_mtime + 5
    os.utime(catalogue / "django.po", (later, later))
    call_command("prepare_texts")
    assert _compiled(catalogue) == "Chào bạn"


def test_texts_that_did_not_change_are_left_alone(catalogue):
    call_command("prepare_texts")
    compiled = catalogue / "django.mo"
    later = compiled.stat().st_mtime + 5
    os.utime(compiled, (later, later))
    call_command("prepare_texts")
    assert compiled.stat().st_mtime == later


def test_assets_are_the_fonts_and_the_collected_files(settings, tmp_path, monkeypatch):
    settings.BUILD = tmp_path
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    monkeypatch.setattr(
        prepare_assets, "build_fonts", lambda folder: (folder / "a.woff2").write_bytes(b"font")
    )
    call_command("prepare_assets")
    assert (tmp_path / "collected" / "fonts" / "a.woff2").read_bytes() == b"font"


def test_the_accounts_are_listed_for_programs_in_every_role():
    rows = json.loads(_said("demo_accounts", "--json"))
    assert {row["role"] for row in rows} == set(Role.values)
    assert [row["email"] for row in rows] == [actor.email for actor in ACTORS]
    assert {row["password"] for row in rows} == {PASSWORD}
    assert [row["role"] for row in rows if not row["totp_secret"]] == [Role.TRAINEE.value] * 3
    assert "Nguyễn Thị Ngọc Ẩn" in _said("demo_accounts", "--json")


def test_the_accounts_are_listed_for_people_one_a_line():
    lines = _said("demo_accounts").splitlines()
    assert [line.split() for line in lines if line] == [
        [word for word in (actor.role.value, actor.email, PASSWORD, actor.totp_secret) if word]
        for actor in ACTORS
    ]


@pytest.mark.django_db
def test_a_whole_audit_trail_is_called_whole(trainee):
    audit.record(actor=trainee, action="thing.made", subject="1")
    assert _said("verify_audit") == "The audit trail is whole.\n"


@pytest.mark.django_db
def test_a_faulty_audit_trail_is_refused_with_every_fault():
    audit.record(actor=None, action="thing.made", subject="1")
    AuditEvent.objects.create(action="thing.forged", subject="1", previous="f" * 64, hash="0")
    out = StringIO()
    with pytest.raises(CommandError, match="Faults in the audit trail: 2"):
        call_command("verify_audit", stdout=out)
    assert "does not follow" in out.getvalue()
    assert "was changed" in out.getvalue()
