"""The pages of the public register: what is asked, what is refused, the limits, and the holder's switch."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from certificates import throttle
from certificates.forms import LookupForm
from certificates.models import VisibilityChoice
from certificates.rules import visibility
from certificates.rules.visibility import CONSENT_VERSION, Purpose
from certificates.services.visibility import choose_visibility, chosen_by
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
PAGE, SWITCH = "/chuyen-gia/", "/chung-chi/hien-thi/"


def listed(count, name="Trần Văn Bình", by=None):
    by = by or factories.officials()
    for _each in range(count):
        person = cast.person(name)
        factories.past(person, (2025, 3, 5), by=by)
        choose_visibility(
            holder=person,
            wanted=frozenset({Purpose.LISTED}),
            version=CONSENT_VERSION,
            at=timezone.now(),
        )
    return person


def test_the_page_lists_nobody_until_something_is_asked(client):
    listed(1)
    page = client.get(PAGE)
    assert "Trần Văn Bình" not in page.content.decode()
    assert "X-Robots-Tag" not in page


@pytest.mark.parametrize(("address", "words"), [(PAGE, "Còn hiệu lực"), (f"/en{PAGE}", "Valid")])
def test_a_name_leads_to_the_certificate_with_its_status(client, address, words):
    person = listed(1)
    answer = client.get(address, {"ten": "binh"})
    page = answer.content.decode()
    assert person.certificates.get().get_absolute_url() in page
    assert words in page
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]
    assert person.email not in page


@pytest.mark.parametrize("name", ["an", "a", "12345", "-"])
def test_a_name_of_fewer_than_three_letters_is_refused_in_words(client, name):
    answer = client.get(PAGE, {"ten": name})
    assert answer.status_code == 422
    assert "ít nhất ba chữ cái" in answer.content.decode()
    assert "entries" not in answer.context


def test_a_choice_that_does_not_exist_is_told(client):
    answer = client.get(PAGE, {"linh_vuc": "khong-co"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["linh_vuc"]


def test_nobody_found_says_what_to_do(client):
    page = client.get(PAGE, {"ten": "khong ai ca"}).content.decode()
    assert 'class="empty"' in page
    assert "/tra-cuu/" in page


def test_visitors_reach_fifty_names_and_no_more_however_they_page(client, monkeypatch):
    listed(5)
    monkeypatch.setattr("certificates.views.experts.MOST_WITHOUT_SESSION", 4)
    monkeypatch.setattr("certificates.views.experts.PER_PAGE", 2)
    seen = set()
    for number in range(1, 9):
        answer = client.get(PAGE, {"ten": "binh", "trang": number})
        seen |= {each.certificate.pk for each in answer.context["entries"]}
    assert len(seen) == 4
    assert "4 kết quả đầu tiên" in answer.content.decode()


def test_the_limits_are_those_of_the_law_of_the_house():
    assert visibility.MOST_WITHOUT_SESSION == 50
    assert throttle.NAMES[0] < 60
    assert throttle.NAMES[1] <= 120


def test_whoever_asks_for_names_too_often_is_told_to_wait(client):
    statuses = [client.get(PAGE, {"ten": f"nguyen {n}"}).status_code for n in range(121)]
    assert statuses[: throttle.NAMES[0]] == [200] * throttle.NAMES[0]
    assert set(statuses[throttle.NAMES[0] :]) == {429}
    assert client.get(PAGE).status_code == 200


def test_the_hour_has_its_own_limit(client, monkeypatch, fixed_day):
    monkeypatch.setattr(throttle, "NAMES", (100, 3))
    assert [client.get(PAGE, {"ten": "abc"}).status_code for _each in range(4)] == [200] * 3 + [
        429
    ]
    fixed_day.shift(120)
    assert client.get(PAGE, {"ten": "abc"}).status_code == 429
    fixed_day.shift(3700)
    assert client.get(PAGE, {"ten": "abc"}).status_code == 200


def test_whoever_is_signed_in_may_ask_more(client, sign_in):
    sign_in(cast.trainee())
    asked = throttle.NAMES[0] + 5
    assert {client.get(PAGE, {"ten": "abc"}).status_code for _each in range(asked)} == {200}


def test_the_register_is_linked_from_the_box_at_home_from_verification_and_from_every_foot(client):
    box = render_to_string("certificates/tags/verify_box.html", {"form": LookupForm()})
    assert 'href="/chuyen-gia/"' in box
    assert client.get("/tra-cuu/").content.decode().count('href="/chuyen-gia/"') == 2


def test_robots_are_asked_to_stay_out_of_the_answers(client):
    assert "Disallow: /chuyen-gia/?" in client.get("/robots.txt").content.decode()


def test_a_holder_chooses_sees_it_noted_and_takes_it_back(client, sign_in):
    person = cast.person("Trần Văn Bình")
    factories.past(person, (2025, 3, 5))
    sign_in(person)
    page = client.get(SWITCH).content.decode()
    assert "checked" not in page
    sent = {"danh_sach": "on", "tinh": "on", "phien_ban": CONSENT_VERSION}
    client.post(SWITCH, sent)
    assert chosen_by(person) == {Purpose.LISTED, Purpose.PROVINCE}
    page = client.get(SWITCH).content.decode()
    assert page.count("checked") == 2
    assert CONSENT_VERSION in page
    # unlisting takes the rest back too, whatever else is ticked
    client.post(SWITCH, {"tinh": "on", "phien_ban": CONSENT_VERSION})
    assert chosen_by(person) == frozenset()


def test_words_that_changed_meanwhile_are_shown_again(client, sign_in):
    person = cast.person("Trần Văn Bình")
    factories.past(person, (2025, 3, 5))
    sign_in(person)
    answer = client.post(SWITCH, {"danh_sach": "on", "phien_ban": "2020-01"})
    assert answer.status_code == 409
    assert "Nội dung trang này đã thay đổi" in answer.content.decode()
    assert not VisibilityChoice.objects.exists()


def test_whoever_has_no_certificate_has_nothing_to_show(client, sign_in):
    sign_in(cast.trainee())
    assert 'class="empty"' in client.get(SWITCH).content.decode()
    answer = client.post(SWITCH, {"danh_sach": "on", "phien_ban": CONSENT_VERSION})
    assert answer.status_code == 409
    assert not VisibilityChoice.objects.exists()


def test_the_own_page_leads_to_the_switch(client, sign_in):
    person = cast.person("Trần Văn Bình")
    factories.past(person, (2025, 3, 5))
    sign_in(person)
    assert SWITCH in client.get("/cua-toi/").content.decode()
