"""One served site and one browser for all journeys; people come and go."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.journey import served
from tests.journey.visitor import Visitor


CHROMIUM = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SERVED = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Put the server's last lines beside the failure of a journey."""
    report = yield
    site = item.config.stash.get(SERVED, None)
    if report.failed and site:
        report.sections.append(("server log", site.log[-6000:]))
    return report


@pytest.fixture(scope="session")
def site(pytestconfig):
    running = served.start(Path(os.environ["TEST_VAR"]) / "journey")
    pytestconfig.stash[SERVED] = running
    yield running
    assert not served.end(running), "something of the site outlived its Ctrl-C"


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def screenshots():
    folder = Path(os.environ.get("SCREENSHOTS") or Path(os.environ["TEST_VAR"]) / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def visitors(browser, site, screenshots):
    """Return a function that brings in a visitor; at the end nobody may have a complaint."""
    came = []

    def bring(**habits):
        came.append(Visitor(browser, site, screenshots, **habits))
        return came[-1]

    yield bring
    complaints = [complaint for visitor in came for complaint in visitor.leave()]
    assert not complaints, "\n".join(dict.fromkeys(complaints))
