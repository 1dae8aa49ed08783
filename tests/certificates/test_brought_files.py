"""A certificate brought as a file proves itself, and each falsification is refused for its own reason."""

import json
import zlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certificates.documents.badge import badge
from certificates.documents.enclosed import EnclosedError, credential_in, read_credential
from certificates.selectors.brought import judge
from certificates.selectors.log import credential_of
from tests.certificates.factories import certificate, changed


pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(worker):
    made = certificate()
    worker()
    return made


@pytest.fixture
def content(entry):
    return credential_of(entry.number).document.encode()


def judged(content, *, name="", at=None):
    at = at or timezone.now()
    return judge(content, json.loads(content), name=name, day=timezone.localdate(at), at=at)


def refusal(content):
    with pytest.raises(EnclosedError) as told:
        read_credential(credential_in(content))
    return told.value.code


def pdf_with(content, *, packed=True, extra=b""):
    """Return a small PDF that carries the bytes as an attached file."""
    data = zlib.compress(content) if packed else content
    way = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(credential.json) 3 0 R] >> >> "
        + extra
        + b">>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Type /Filespec /F (credential.json) /EF << /F 4 0 R >> >>",
        b"<< /Type /EmbeddedFile %s/Length %d >>\nstream\n%s\nendstream" % (way, len(data), data),
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    begin = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + table
    return out + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % begin


def test_the_file_as_issued_holds_in_every_point(entry, content):
    found = judged(content, name=entry.holder_name)
    assert (found.forgery, found.logged, found.listed, found.name_matches) == (
        "",
        True,
        "counts",
        True,
    )
    assert found.number == entry.number


def test_json_picture_and_pdf_give_the_same_bytes(entry, content):
    picture = badge(entry.snapshot, number=entry.number, credential=content.decode())
    assert credential_in(content) == credential_in(picture) == content
    assert credential_in(pdf_with(content)) == credential_in(pdf_with(content, packed=False))
    assert credential_in(pdf_with(content)) == content


def test_another_name_is_not_the_holders(content):
    assert judged(content, name="Nguyễn Văn Không Có").name_matches is False


def test_a_changed_digit_or_date_or_an_added_term_is_no_longer_signed(content):
    document = json.loads(content)
    changes = (
        ("validUntil", "2039-01-01T00:00:00Z", "altered"),
        ("levelBonus", "International", "added"),
    )
    for name, value, reason in changes:
        found = judged(json.dumps({**document, name: value}).encode())
        assert (found.forgery, found.logged) == (reason, False)
    document["credentialSubject"]["licenseNumber"] = "VNPQ2026999999"
    assert judged(json.dumps(document).encode()).forgery == "altered"


def test_a_strangers_file_is_a_strangers(content):
    document = json.loads(content)
    document["issuer"]["id"] = "did:web:forger.example"
    assert judged(json.dumps(document).encode()).forgery == "other_issuer"


def test_a_key_named_by_the_file_counts_for_nothing(content):
    document = json.loads(content)
    document["proof"][0]["verificationMethod"] = document["issuer"]["id"] + "#z6MkForged"
    assert judged(json.dumps(document).encode()).forgery == "unknown_key"


def test_a_suspended_one_is_genuine_and_no_longer_counts(entry, content, worker):
    changed(entry, at=timezone.now())
    worker()
    found = judged(content)
    assert (found.genuine, found.listed, found.answer.verdict) == (True, "ended", "suspended")


def test_an_expired_one_is_ours_and_over(content):
    found = judged(content, at=timezone.now() + timedelta(days=4000))
    assert (found.forgery, found.genuine) == ("out_of_date", True)
    assert (found.answer.verdict, found.listed) == ("expired", "stale")


def test_what_is_no_certificate_is_refused_for_its_own_reason(content):
    assert refusal(b"x" * (5 * 1024 * 1024 + 1)) == "oversized"
    assert refusal(b"\xff\xfe nothing") == refusal(b"[1]") == "unreadable"
    assert refusal(b'{"a":1,"a":2}') == "unreadable"
    assert refusal(b'{"a":' + b"[" * 200 + b"]" * 200 + b"}") == "outsized"
    assert refusal(b"\x89PNG\r\n\x1a\n" + b"\0" * 20) == "empty"
    assert refusal(pdf_with(b"0" * 30_000_000)) == "bomb"
    assert refusal(pdf_with(zlib.compress(b"0" * 1000))) == "bomb"
    assert (
        refusal(pdf_with(content, extra=b"/OpenAction << /S /JavaScript /JS (x) >> ")) == "active"
    )


def test_a_pdf_without_a_credential_among_its_files_is_empty(content):
    other = pdf_with(content).replace(b"(credential.json)", b"(credential.data)")
    assert refusal(other) == "empty"
    no_stream = pdf_with(content).replace(b"/EF << /F 4 0 R >>", b"/EF << /F 2 0 R >>")
    assert refusal(no_stream) == "empty"


def test_the_page_answers_for_each_point(client, content):
    address = reverse("certificates:check_file")
    assert client.get(address).status_code == 200
    good = client.post(address, {"tep": SimpleUploadedFile("x.json", content)})
    assert good.status_code == 200
    assert good.content.count(b'data-holds="yes"') == 3
    assert b'data-holds="no"' not in good.content
    assert b"verdict--ok" in good.content
    bad = client.post(address, {"tep": SimpleUploadedFile("x.json", b"{}")})
    assert b"verdict--bad" in bad.content
    none = client.post(address, {"tep": SimpleUploadedFile("x.json", b"nothing")})
    assert none.status_code == 422


def test_the_page_takes_no_file_from_a_strange_site(content):
    strict = Client(enforce_csrf_checks=True)
    sent = strict.post(
        reverse("certificates:check_file"), {"tep": SimpleUploadedFile("x.json", content)}
    )
    assert sent.status_code == 403


def test_the_lookup_leads_to_it(client):
    assert (
        reverse("certificates:check_file")
        in client.get(reverse("certificates:lookup")).content.decode()
    )
