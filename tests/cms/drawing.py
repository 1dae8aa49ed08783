"""What holds for every drawing of ours."""

import re
from xml.etree import ElementTree as ET


def parse(text):
    """Return the root element of a drawing."""
    return ET.fromstring(text)  # noqa: S314 - our own drawing, nobody else's


def assert_plain_svg(text):
    """Assert well-formed SVG with attributes and classes only: nothing inline, no id twice."""
    parse(f"<all>{text}</all>")
    assert " style=" not in text
    assert "<style" not in text
    assert "<script" not in text
    assert not re.search(r"\d,\d", re.sub(r">[^<]*<", "><", text)), "a decimal comma in geometry"
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'(?:href="#|url\(#)([^")]+)', text):
        assert target in ids
