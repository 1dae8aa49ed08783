"""Browsers make passkeys for names only: whoever is at a number is told so and led to the name."""

import pytest
from django.test import RequestFactory

from accounts.templatetags.door import passkeys_elsewhere


@pytest.mark.parametrize(
    ("host", "elsewhere"),
    [
        ("127.0.0.1:8101", "http://localhost:8101/accounts/login/?next=/a"),
        ("[::1]", "http://localhost/accounts/login/?next=/a"),
        ("localhost:8101", None),
        ("chuyengia.example", None),
        ("10.0.0.7", "https://chuyengia.example/accounts/login/?next=/a"),
    ],
)
def test_a_number_leads_to_the_name_of_the_same_page(settings, host, elsewhere):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://chuyengia.example"
    request = RequestFactory().get("/accounts/login/?next=/a", headers={"host": host})
    assert passkeys_elsewhere(request) == elsewhere


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("127.0.0.1", '<a href="http://localhost/accounts/login/">Mở trang này theo tên miền'),
        ("10.0.0.7", "Hãy hỏi tên miền của trang web này"),
    ],
)
def test_the_page_says_so_in_words(client, settings, host, words):
    settings.ALLOWED_HOSTS, settings.SITE_URL = ["*"], "http://10.0.0.7"
    page = client.get("/accounts/login/", headers={"host": host}).content.decode()
    assert "data-passkey-elsewhere" in page
    assert words in page


@pytest.mark.django_db
def test_at_a_name_nothing_is_said(client):
    assert "data-passkey-elsewhere" not in client.get("/accounts/login/").content.decode()
