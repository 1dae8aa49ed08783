"""What only the inside knows: SQL statements a request, a session to save answers with."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any


PAGES = {"page_home": "/", "page_article": "", "page_course": "/khoa-hoc/c04/", "page_verify": ""}
# Requests that authenticate themselves are never answered from the stored pages.
DRAWN_ANEW = (("Authorization", "none"),)
CANDIDATE = "hocvien@chuyengia.example"


def _statements(get: Callable[[], Any]) -> int:
    """Return how many SQL statements the second of two equal requests sends: the first fills caches."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    get()
    with CaptureQueriesContext(connection) as captured:
        answer = get()
    if answer.status_code >= 400:
        raise RuntimeError(f"{answer.status_code} while counting statements")
    return len(captured)


def _addresses() -> dict[str, str]:
    from certificates.models import Certificate
    from cms.models import NewsPage

    story = NewsPage.objects.shown().filter(locale__language_code="vi")[0]
    number = Certificate.objects.latest("pk").number
    return {**PAGES, "page_article": story.url, "page_verify": f"/tra-cuu/{number}/"}


def _attempt(client: Any) -> dict[str, str]:
    """Begin an attempt in the open sitting; return where to save and with what credentials."""
    from django.utils import timezone

    from accounts.models import User
    from exams.models import Sitting
    from exams.services.sittings import start_attempt

    person, now = User.objects.get(email=CANDIDATE), timezone.now()
    sitting = Sitting.objects.get(opens_at__lte=now, closes_at__gt=now)
    attempt = start_attempt(sitting=sitting, candidate=person, at=now)
    client.force_login(person)
    client.get(f"/ky-thi/bai-thi/{attempt.public_id}/1/")
    return {
        "save": f"/ky-thi/bai-thi/{attempt.public_id}/luu/",
        "cookie": "; ".join(f"{name}={each.value}" for name, each in client.cookies.items()),
        "csrf": client.cookies["csrf"].value,
    }


def change(number: int) -> bytes:
    """Return the body of one autosave: the first question answered anew, by a page of every 50 saves."""
    page, seq = divmod(number, 50)
    writer = f"00000000-0000-4000-8000-{page % 4096:012x}"
    one = {"seq": seq + 1, "position": 1, "response": "AB"[number % 2], "flagged": False}
    return json.dumps({"writer": writer, "changes": [one]}).encode()


def main() -> None:
    """Print as JSON what the outside needs to know."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
    import django

    django.setup()
    from django.test import Client

    client = Client(HTTP_HOST="127.0.0.1", headers={"accept-language": "vi"})
    addresses = _addresses()
    counts = {
        name: _statements(lambda where=address: client.get(where, headers=dict(DRAWN_ANEW)))  # type: ignore[misc]
        for name, address in addresses.items()
    }
    counts["page_home_cached"] = _statements(lambda: client.get(addresses["page_home"]))
    saving = _attempt(client)
    turns = iter(range(-190, -100))
    counts["answer_save"] = _statements(
        lambda: client.post(saving["save"], change(next(turns)), content_type="application/json")
    )
    facts = {"addresses": addresses, "statements": counts, "saving": saving}
    sys.stdout.write(json.dumps(facts))


if __name__ == "__main__":
    main()
