"""Watching certificates: who is told, of what, once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import AuditEvent
from certificates import tasks
from certificates.models import Certificate, Delivery, Hook, Watch, WatchNotice
from certificates.problems import NotReady
from certificates.rules.status import Event
from certificates.services import hooks, watching
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
PAGE = "/chung-chi/theo-doi/"


@pytest.fixture
def certificate():
    return factories.certificate()


@pytest.fixture
def watched(agency, certificate):
    watching.watch(owner=agency, certificates=[certificate], at=timezone.now())
    return certificate


@pytest.fixture
def hook(agency):
    return Hook.objects.create(
        owner=agency, url="http://127.0.0.1:9/x", secret="-", added_at=timezone.now()
    )


def suspended(certificate):
    return factories.changed(certificate, at=timezone.now())


def test_a_change_is_told_once_by_letter_and_to_each_address(agency, watched, hook):
    suspended(watched)
    assert (tasks.tell_watchers(), tasks.tell_watchers()) == (1, 0)
    (letter,) = mail.outbox
    assert letter.to == [agency.email]
    assert "Danh sách theo dõi: 1 thay đổi" in letter.subject
    assert f"{watched.grouped_number}: Đình chỉ, ngày 23/11/2026" in letter.body
    assert Delivery.objects.count() == 1


def test_what_happened_before_is_old_news(agency, certificate):
    suspended(certificate)
    watching.watch(owner=agency, certificates=[certificate], at=timezone.now())
    assert tasks.tell_watchers() == 0


def test_several_changes_make_one_letter(agency, watched, stranger):
    other = factories.certificate(stranger)
    watching.watch(owner=agency, certificates=[watched, other], at=timezone.now())
    suspended(watched)
    factories.changed(other, Event.WITHDRAWN, at=timezone.now())
    assert tasks.tell_watchers() == 2
    (letter,) = mail.outbox
    assert watched.grouped_number in letter.body
    assert other.grouped_number in letter.body


def test_an_ending_that_the_daily_look_notes_is_told(agency, watched, fixed_day):
    fixed_day.shift(timedelta(days=5 * 366))
    tasks.sweep_expiry()
    assert tasks.tell_watchers() == 1
    assert "Hết hiệu lực" in mail.outbox[0].body


def test_a_replacement_names_its_successor(agency, watched, stranger):
    successor = factories.certificate(stranger)
    watched.events.create(
        event="superseded", effective_on=timezone.localdate(), at=timezone.now(), replaced_by=successor
    )  # fmt: skip
    tasks.tell_watchers()
    assert successor.grouped_number in mail.outbox[0].body
    notice = WatchNotice.objects.get()
    assert successor.number in watching.body_of(notice.event)


def test_a_letter_that_is_not_taken_is_tried_again_after_an_hour(
    agency, watched, monkeypatch, fixed_day
):
    def refused(**_letter):
        raise OSError

    suspended(watched)
    with monkeypatch.context() as patched:
        patched.setattr(watching, "send_letter", refused)
        tasks.tell_watchers()
    tasks.tell_watchers()
    assert mail.outbox == []
    fixed_day.shift(timedelta(hours=1))
    tasks.tell_watchers()
    assert len(mail.outbox) == 1


def test_killed_before_the_end_everybody_is_told_once(agency, watched, hook, monkeypatch):
    suspended(watched)

    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(watching, "_make_deliveries", killed)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            watching.note_events(at=timezone.now())
    assert watching.note_events(at=timezone.now()) == 1
    assert (WatchNotice.objects.count(), Delivery.objects.count()) == (1, 1)


def test_the_database_takes_a_notice_and_a_delivery_once(agency, watched, hook):
    event = suspended(watched)
    watching.note_events(at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        WatchNotice.objects.create(owner=agency, event=event, noted_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(hook=hook, event=event, body="{}", made_at=timezone.now(), next_at=timezone.now())  # fmt: skip
    with pytest.raises(IntegrityError, match="delivery_says_the_same"), transaction.atomic():
        Delivery.objects.update(body="{}")


def test_a_thousand_watched_cost_as_many_queries_as_ten(
    agency, watched, hook, django_assert_max_num_queries
):
    suspended(watched)
    people = [cast.agency() for _each in range(20)]
    for watchers in (people[:10], people[10:]):
        for person in watchers:
            Watch.objects.create(
                owner=person, certificate=watched, added_at=timezone.now(), told_until=0
            )
    with django_assert_max_num_queries(12):
        assert watching.note_events(at=timezone.now()) > 20


def test_the_page_adds_shows_and_takes_off(client, sign_in, agency, certificate):
    sign_in(agency)
    assert "Chưa theo dõi chứng chỉ nào" in client.get(PAGE).content.decode()
    page = client.post(PAGE, {"so": f"{certificate.grouped_number}\n"}, follow=True)
    html = page.content.decode()
    assert "Đã thêm 1 chứng chỉ vào danh sách theo dõi" in html
    assert "Nguyễn Thị Ngọc Ẩn" in html
    assert "còn hiệu lực" in html.lower()
    client.post(f"{PAGE}{certificate.number}/bo/")
    assert not Watch.objects.exists()
    acts = set(AuditEvent.objects.filter(action__startswith="watch.").values_list("action", flat=True))  # fmt: skip
    assert acts == {"watch.added", "watch.removed"}


@pytest.mark.parametrize("text", ["", "VNPQ2026000162", "hello", "x\n" * 1_001])
def test_numbers_that_are_not_in_the_register_are_not_watched(client, sign_in, agency, text):
    sign_in(agency)
    assert client.post(PAGE, {"so": text}).status_code == 422


def test_the_page_costs_the_same_with_ten_and_with_a_thousand(
    client, sign_in, agency, watched, django_assert_max_num_queries
):
    sign_in(agency)
    with django_assert_max_num_queries(12):
        client.get(PAGE)


def test_the_answers_to_a_list_are_watched_with_one_press(client, desk, asked):
    url = desk(asked).redirect_chain[-1][0]
    page = client.post(url + "theo-doi/", follow=True)
    assert "Đã thêm 2 chứng chỉ" in page.content.decode()
    assert Watch.objects.count() == 2
    client.post(url + "theo-doi/")
    assert Watch.objects.count() == 2


def test_a_list_that_is_full_takes_no_more(client, desk, asked, monkeypatch, agency):
    monkeypatch.setattr(watching, "MOST_WATCHED", 1)
    url = desk(asked).redirect_chain[-1][0]
    assert "20.000" in client.post(url + "theo-doi/", follow=True).content.decode()
    so = "\n".join(Certificate.objects.values_list("number", flat=True))
    assert client.post(PAGE, {"so": so}).status_code == 422
    with pytest.raises(NotReady):
        watching.watch(owner=agency, certificates=Certificate.objects.all(), at=timezone.now())


def test_nobody_changes_another_agencys_watch_list(client, sign_in, watched):
    sign_in(cast.agency())
    client.post(f"{PAGE}{watched.number}/bo/")
    assert Watch.objects.count() == 1
    assert "Nguyễn Thị Ngọc Ẩn" not in client.get(PAGE).content.decode()


def test_a_long_letter_says_how_much_more_there_is(agency, watched, monkeypatch):
    monkeypatch.setattr(watching, "LINES_IN_LETTER", 1)
    suspended(watched)
    factories.changed(watched, Event.REINSTATED, at=timezone.now())
    tasks.tell_watchers()
    assert "và 1 thay đổi khác" in mail.outbox[0].body
    assert hooks.send_hook_letters(at=timezone.now()) == 0
