"""The mail of a demonstration, read back from files."""

import os
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives, send_mail
from django.core.mail.backends.filebased import EmailBackend
from django.utils import timezone

from config.demo.mailbox import newest


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "mail"


def _send(folder, *subjects, at=1_000):
    """Send messages by one connection, as they share one file then, last written at `at`."""
    backend = EmailBackend(file_path=str(folder))
    for subject in subjects:
        send_mail(subject, f"Thư: {subject}", "a@x.vn", ["an@x.vn"], connection=backend)
    newest_file = max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    os.utime(newest_file, (at, at))


def test_a_folder_that_is_not_there_holds_no_mail(folder):
    assert list(newest(folder, limit=10)) == []


@time_machine.travel(datetime(2026, 11, 23, 1, 15, tzinfo=UTC), tick=False)
def test_a_message_is_read_as_it_was_written(folder):
    _send(folder, "Mã xác nhận của bạn")
    mail = next(newest(folder, limit=10))
    assert mail.subject == "Mã xác nhận của bạn"
    assert mail.to == "an@x.vn"
    assert mail.text.strip() == "Thư: Mã xác nhận của bạn"
    assert timezone.localtime(mail.sent_at).isoformat() == "2026-11-23T08:15:00+07:00"


def test_the_newest_message_comes_first_within_and_across_files(folder):
    _send(folder, "một", "hai", at=1_000)
    _send(folder, "ba", "bốn", at=2_000)
    mails = list(newest(folder, limit=10))
    assert [mail.subject for mail in mails] == ["bốn", "ba", "hai", "một"]
    assert len({mail.key for mail in mails}) == 4


def test_no_more_messages_are_read_than_asked_for(folder):
    _send(folder, "một", "hai", at=1_000)
    _send(folder, "ba", at=2_000)
    assert [mail.subject for mail in newest(folder, limit=2)] == ["ba", "hai"]
    assert list(newest(folder, limit=0)) == []


def test_of_a_message_in_two_forms_the_plain_one_is_shown(folder):
    message = EmailMultiAlternatives("Hai dạng", "Chữ thường", "a@x.vn", ["an@x.vn"])
    message.attach_alternative("<p>Trang</p>", "text/html")
    EmailBackend(file_path=str(folder)).send_messages([message])
    assert next(newest(folder, limit=1)).text.strip() == "Chữ thường"


def test_a_message_without_date_address_and_text_is_shown_all_the_same(folder):
    folder.mkdir()
    (folder / "a.log").write_bytes(b"Content-Type: text/html\n\n<p>x</p>\n" + b"-" * 79 + b"\n")
    mail = next(newest(folder, limit=1))
    assert (mail.subject, mail.to, mail.text) == ("", "", "")
    assert mail.sent_at.tzinfo is not None
