"""The first contact with a demonstration."""

import pytest
from django.core.mail import send_mail
from django.core.mail.backends.filebased import EmailBackend

from accounts.models import User
from config.demo.people import ACTORS, PASSWORD
from tests import cast


@pytest.fixture
def actors(db):
    """The first two of the cast; the others were not loaded."""
    return [
        cast.person(actor.name, email=actor.email, is_demo=True)
        for actor in (ACTORS[0], ACTORS[3])
    ]


def _text(response):
    return response.content.decode().replace("\u00a0", " ")


def _enter(client, email, **fields):
    return client.post("/demo/vao/", {"email": email, **fields})


def _signed_in(client):
    number = client.session.get("_auth_user_id")
    return User.objects.get(pk=number) if number else None


@pytest.mark.parametrize(("url", "story"), [("/demo/", "story_vi"), ("/en/demo/", "story_en")])
def test_the_index_names_everybody_who_exists_and_nobody_else(client, actors, url, story):
    page = _text(client.get(url))
    present = {actor.email for actor in ACTORS if actor.email in page}
    assert present == {person.email for person in actors}
    assert getattr(ACTORS[0], story) in page
    assert getattr(ACTORS[1], story) not in page
    assert PASSWORD in page


def test_the_index_offers_a_guided_path_only_with_somebody_to_walk_it(client, actors):
    buttons = _text(client.get("/en/demo/"))
    assert "Begin as Ẩn" in buttons
    assert "Mark an essay without knowing whose it is" in buttons
    assert buttons.count("Begin as") == 1


def test_somebody_real_at_an_actors_address_is_not_offered(client, db):
    cast.person(email=ACTORS[0].email)
    assert ACTORS[0].email not in _text(client.get("/demo/"))


def test_one_click_signs_in_and_leads_to_the_own_page(client, actors):
    response = _enter(client, actors[0].email)
    assert (response.status_code, response["Location"]) == (302, "/cua-toi/")
    assert _signed_in(client) == actors[0]


def test_one_click_leads_where_the_path_begins(client, actors):
    assert _enter(client, actors[0].email, next="/ky-thi/")["Location"] == "/ky-thi/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"],
)
def test_one_click_never_leads_to_another_site(client, actors, elsewhere):
    assert _enter(client, actors[0].email, next=elsewhere)["Location"] == "/cua-toi/"


def test_nobody_real_inactive_or_unknown_can_be_become(client, trainee):
    gone = cast.person(is_demo=True, is_active=False)
    for email in (trainee.email, gone.email, "khong-co@x.vn", ""):
        assert _enter(client, email).status_code == 404
        assert _signed_in(client) is None


def test_becoming_somebody_is_a_click_and_no_link(client, actors):
    assert client.get("/demo/vao/", {"email": actors[0].email}).status_code == 405
    assert _signed_in(client) is None


def test_becoming_somebody_needs_the_token_of_the_page(actors, client):
    client.handler.enforce_csrf_checks = True
    assert _enter(client, actors[0].email).status_code == 403
    assert _signed_in(client) is None


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return EmailBackend(file_path=settings.EMAIL_FILE_PATH)


@pytest.mark.django_db
def test_a_mailbox_without_mail_says_so(client, mailbox):
    assert "Chưa có thư nào" in _text(client.get("/demo/hop-thu/"))


@pytest.mark.django_db
def test_the_mailbox_shows_the_mail_newest_first(client, mailbox):
    for subject in ("Thư cũ <b>", "Thư mới"):
        send_mail(subject, "Xem https://x.vn/ nhé", "a@x.vn", ["an@x.vn"], connection=mailbox)
    page = _text(client.get("/demo/hop-thu/"))
    assert page.index("Thư mới") < page.index("Thư cũ &lt;b&gt;")
    assert "an@x.vn" in page
    assert 'href="https://x.vn/"' in page
    assert "Chưa có thư nào" not in page


@pytest.mark.django_db
def test_a_full_mailbox_is_paged(client, mailbox):
    for number in range(21):
        send_mail(f"Thư số {number:02}", "x", "a@x.vn", ["an@x.vn"], connection=mailbox)
    first, second = (_text(client.get("/demo/hop-thu/", {"trang": n})) for n in (1, 2))
    assert "Thư số 20" in first
    assert "Thư số 00" not in first
    assert "Thư số 00" in second
    assert "Thư số 20" not in second
