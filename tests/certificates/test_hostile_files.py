"""What is sent to keep a server busy is refused after little work, counted and not timed."""

import json
import zlib

import pytest
from hypothesis import given, settings, strategies as st
from pyld import canon

from certificates.documents import enclosed
from certificates.documents.enclosed import EnclosedError, credential_in, read_credential
from certificates.rules.credentials import CONTEXTS
from certificates.rules.shape import MOST_ALIKE, MOST_LETTERS, shape_of
from certificates.signing import pdf_reader, suite
from certificates.signing.seal_check import seal_in
from tests.certificates import hostile


BASE = {
    "@context": CONTEXTS,
    "id": "https://vidu.example/1",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": "did:web:vidu.example",
}
# Real credentials need none; this is a hundredth of a second.
MOST_STEPS = 3_000


def refusal(content):
    with pytest.raises(EnclosedError) as told:
        read_credential(credential_in(content))
    return told.value.code


@pytest.fixture
def opened(monkeypatch):
    """How many bytes were unpacked before the file was refused or read."""
    count = []
    pieces = enclosed.Packed.__iter__

    def counted(self):
        for piece in pieces(self):
            count.append(len(piece))
            yield piece

    monkeypatch.setattr(enclosed.Packed, "__iter__", counted)
    return count


@pytest.mark.parametrize(
    ("file", "code", "seal"),
    [
        (hostile.broken_streams, "bomb", "none"),
        (hostile.single_bytes, "bomb", "none"),
        (hostile.many_versions, "unreadable", "changed"),
        (hostile.ring_of_versions, "unreadable", "changed"),
        (hostile.deep_pdf, "unreadable", "none"),
        (hostile.packed_text, "empty", None),
        (hostile.empty_chunks, "empty", None),
        (lambda: hostile.picture(30_000, 30_000), "empty", None),
        (lambda: b"%PDF-1.7\n" + b"stream\n" * 700_000, "bomb", "changed"),
        (lambda: b'{"a":' + b"[" * 90_000 + b"]" * 90_000 + b"}", "outsized", None),
        (lambda: b'{"a":[' + b"1," * 90_000 + b"1]}", "outsized", None),
        (lambda: json.dumps({str(n): {} for n in range(9_000)}).encode(), "outsized", None),
        (lambda: b'{"a":"' + b"x" * MOST_LETTERS + b'"}', "outsized", None),
        (lambda: b'{"a":NaN}', "unreadable", None),
        (lambda: b'{"a":' + b"9" * 5_000 + b"}", "unreadable", None),
    ],
)
def test_it_is_refused_before_much_was_unpacked(opened, file, code, seal):
    content = file()
    assert refusal(content) == code
    assert sum(opened) <= enclosed.MOST_OPENED + enclosed.PIECE
    if seal:
        assert seal_in(content, chains=[]) == seal


def test_what_breaks_off_half_way_counts_in_full(opened):
    """Two hundred streams of 19 MB that break at their last byte were 4 GB that nobody counted."""
    assert refusal(hostile.broken_streams()) == "bomb"
    assert sum(opened) > enclosed.MOST_OPENED - enclosed.PIECE


def test_a_reader_never_opens_more_than_a_certificate_holds():
    content = hostile.carrying(zlib.compress(b" " * 1_900_000 + b"{}"))
    assert refusal(content) == "bomb"
    assert pdf_reader.LIMITS.document_budget.total(5_000_000) == pdf_reader.MOST_DECODED


@pytest.mark.parametrize("word", [b"/JS (x)", b"/JavaScript 7 0 R", b"/Launch <<", b"/XFA["])
def test_a_program_is_found_also_where_it_stands_packed_or_broken(word):
    packed = zlib.compress(b"x" * (enclosed.PIECE - 4) + word + b"y" * 90_000)
    assert refusal(hostile.carrying(packed)) == "active"
    broken = packed[:-4] + b"\0\0\0\1"
    assert refusal(hostile.carrying(broken)) == "active"
    assert (
        refusal(hostile.carrying(b"{}", words=b"/Params << %s >>" % (word + b"]>>)"))) == "active"
    )


def test_chance_finds_no_program_in_what_is_packed():
    """Three letters in a row occur in every few megabytes of packed data."""
    credential = b'{"a": "/JS"}'
    stored = zlib.compressobj(0)
    packed = stored.compress(b'{"a": 1}') + stored.flush()
    assert credential_in(hostile.carrying(packed)) == b'{"a": 1}'
    assert credential_in(hostile.carrying(zlib.compress(credential))) == credential


@pytest.fixture
def steps(monkeypatch):
    """How often the canonical order had to look at what stands around a nameless part."""
    count = []
    original = canon.URDNA2015.hash_related_blank_node

    def counted(self, *args):
        count.append(1)
        return original(self, *args)

    monkeypatch.setattr(canon.URDNA2015, "hash_related_blank_node", counted)
    return count


POISON = [
    {"evidence": [hostile.tree(3, 4)]},
    {"evidence": [hostile.tree(2, 6)]},
    {"evidence": hostile.ring(8)},
    {"evidence": [{"type": ["Evidence"], "zzz" + str(n): 1} for n in range(MOST_ALIKE + 1)]},
]


@pytest.mark.parametrize("parts", POISON, ids=["tree", "narrow tree", "ring", "crowd"])
def test_parts_that_look_alike_are_not_put_in_order_at_all(parts):
    assert len(json.dumps(parts)) < 9_000
    assert not shape_of({**BASE, **parts}).is_ours


NAMES = [
    "evidence",
    "credentialSubject",
    "issuer",
    "achievement",
    "related",
    "alignment",
    "result",
]
PARTS = st.recursive(
    st.sampled_from([{"type": ["Achievement"]}, {"type": ["Evidence"], "name": "x"}]),
    lambda inner: st.dictionaries(
        st.sampled_from(NAMES), st.lists(inner, min_size=1, max_size=4), min_size=1, max_size=3
    ).map(lambda inside: {"type": ["Achievement"], **inside}),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(NAMES), PARTS, min_size=1))
@settings(max_examples=60, deadline=None)
def test_whatever_is_put_in_order_takes_few_steps(parts):
    count = []
    original = canon.URDNA2015.hash_related_blank_node
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            canon.URDNA2015,
            "hash_related_blank_node",
            lambda self, *args: (count.append(1), original(self, *args))[1],
        )
        document = {**BASE, **parts}
        if shape_of(document).is_ours:
            try:
                suite._canonical(document)
            except suite.SigningError:
                return
    assert len(count) <= MOST_STEPS


def test_the_worst_that_is_let_through_takes_few_steps(steps):
    """Crowds of the largest size in one another, as deep as any document of ours."""
    inner = {"type": ["Achievement"]}
    for name in ("related", "alignment", "creator", "endorsement"):
        inner = {"type": ["Achievement"], name: inner}
    document = {**BASE, "evidence": [inner] * MOST_ALIKE}
    assert shape_of(document).is_ours
    suite._canonical(document)
    assert 0 < len(steps) <= MOST_STEPS
