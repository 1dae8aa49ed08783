"""On the served site, what everybody may read comes from the stored pages."""

import urllib.request

import pytest

from tests.journey.test_addresses import PUBLIC


pytestmark = pytest.mark.journey
# What is looked for, a calendar that says whether scripts are still being marked, forms with a token, the
# demonstration's own pages.
NEVER = {"search", "exams", "login", "signup", "demo", "mailbox"}


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_the_second_visitor_is_answered_from_the_stored_page(site, name, prefix):
    said = []
    for _visitor in range(2):
        with urllib.request.urlopen(site.url + prefix + PUBLIC[name]) as answer:  # noqa: S310 - our own
            said.append(answer.headers["X-Page-Cache"])
            assert answer.headers["Content-Security-Policy"]
    assert said[1] == (None if name in NEVER else "hit")
