"""What a first visit costs on the line: everything that is fetched, packed as it travels, with an empty cache."""

import pytest


pytestmark = pytest.mark.journey
STORY = "/tin-tuc/cach-kiem-tra-mot-chung-chi/"


@pytest.mark.parametrize(
    ("address", "most"), [("/", 150_000), (STORY, 100_000), ("/tra-cuu/", 100_000)]
)
def test_a_first_visit_stays_within_its_weight(visitors, address, most):
    page = visitors().page
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    fetched = []
    line.on("Network.loadingFinished", lambda event: fetched.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert len(fetched) > 3
    assert sum(fetched) < most, f"{sum(fetched):.0f} bytes in {len(fetched)} fetches"
