"""The page behind a printed QR code: small, the same for everybody, and served again without a network."""

from django.urls import reverse


def test_the_page_is_small_and_the_same_in_both_languages(client):
    page = client.get(reverse("certificates:check_code"))
    assert page.status_code == 200
    assert len(page.content) < 20_000
    english = client.get("/en/v")
    assert english.status_code == 200
    assert len(english.content) < 20_000
    assert "noindex" in page.text


def test_every_answer_of_the_script_has_its_words(client):
    page = client.get(reverse("certificates:check_code")).text
    answers = {
        "valid", "stale", "statusless", "unlisted", "ended", "expired", "forged", "unreadable", "unable", "keyless", "empty",
    }  # fmt: skip
    for answer in answers:
        assert f'data-say="{answer}"' in page
    for level in ("national", "regional", "international"):
        assert f'data-level="{level}"' in page


def test_the_worker_comes_from_the_root_and_is_asked_for_anew_each_time(client):
    worker = client.get("/v-sw.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    assert b"respondWith" in worker.content
    assert "worker-src 'self'" in worker["Content-Security-Policy"]


def test_an_address_printed_earlier_still_leads_to_the_number(client):
    assert client.get("/v/VNPQ2026000110").url == reverse(
        "certificates:verify", args=["VNPQ2026000110"]
    )
