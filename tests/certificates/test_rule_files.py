import unicodedata

import pytest
from hypothesis import given, strategies as st

from certificates.rules.files import ENDINGS, MOST_FILES, MOST_TOGETHER, has_room, shown_name


def test_there_is_room_for_twenty_files_and_forty_megabytes():
    assert has_room([1] * (MOST_FILES - 1), 1)
    assert not has_room([1] * MOST_FILES, 1)
    assert has_room([MOST_TOGETHER - 1], 1)
    assert not has_room([MOST_TOGETHER], 1)


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Bằng đại học.PDF", "pdf", "Bằng đại học.pdf"),
        ("C:\\Users\\an\\bang.exe", "png", "bang.png"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("gi\u202efdp.exe", "jpeg", "gifdp.jpg"),
        ("\x00\n", "pdf", "tep.pdf"),
        ("", "pdf", "tep.pdf"),
        (".pdf", "pdf", "tep.pdf"),
        ('a"b.png', "png", "ab.png"),
    ],
)
def test_a_name_is_one_line_with_the_ending_of_what_it_is(name, kind, shown):
    assert shown_name(name, kind) == shown


@given(st.text(max_size=300), st.sampled_from(sorted(ENDINGS)))
def test_any_name_becomes_a_harmless_one(name, kind):
    shown = shown_name(name, kind)
    assert shown.endswith(ENDINGS[kind])
    assert 0 < len(shown) <= 120
    assert not set(shown) & set('/\\"')
    assert all(unicodedata.category(sign)[0] != "C" for sign in shown)
