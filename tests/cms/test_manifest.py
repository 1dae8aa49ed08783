"""What a phone reads when somebody keeps the site on the home screen."""

import re

import pytest

from tests.cms.test_contrast import PAIRS


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_the_site_can_be_kept_on_a_home_screen_in_either_language(client, db, prefix, language):
    html = client.get(f"{prefix}/tra-cuu/").content.decode()
    (address,) = re.findall(r'<link rel="manifest" href="([^"]+)"', html)
    response = client.get(address)
    answer = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert "max-age=86400" in response["Cache-Control"]
    assert answer["lang"] == language
    assert answer["start_url"] == f"{prefix}/"
    assert answer["name"]
    assert answer["short_name"]
    sizes = {icon["sizes"]: icon["src"] for icon in answer["icons"]}
    assert set(sizes) == {"any", "192x192", "512x512"}
    assert sizes["512x512"].endswith("mark-512.png")


@pytest.mark.parametrize(
    ("chosen", "bars"), [("", ["light", "dark"]), ("light", ["light"]), ("dark", ["dark"])]
)
def test_the_bar_of_the_browser_takes_the_colour_of_the_paper(client, db, chosen, bars):
    client.cookies["scheme"] = chosen
    html = client.get("/tra-cuu/").content.decode()
    found = re.findall(r'<meta name="theme-color" content="(#\w+)"([^>]*)>', html)
    papers = dict(zip(("light", "dark"), PAIRS["paper"].split(", "), strict=True))
    whole = {name: "#ffffff" if paper == "#fff" else paper for name, paper in papers.items()}
    assert [colour for colour, _media in found] == [whole[name] for name in bars]
    assert all(("prefers-color-scheme" in media) is (not chosen) for _colour, media in found)
