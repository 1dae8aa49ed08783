"""The badge: a picture that others' software finds the credential in."""

import io
import json

import pytest
from django.urls import reverse
from django.utils import timezone
from openbadgeslib.baking import extract_png
from PIL import Image

from certificates.selectors import log as selectors
from certificates.selectors.keys import issuer_document
from certificates.services.publication import publish_register
from certificates.signing import suite
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def address(certificate):
    return reverse("certificates:badge", args=[certificate.number])


def test_the_badge_carries_the_credential_byte_for_byte_and_it_holds(client, store):
    certificate = factories.certificate()
    publish_register(store=store, at=timezone.now())
    answer = client.get(address(certificate))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (800, 1000)
    inside = picture.text["openbadgecredential"]
    assert inside == selectors.credential_of(certificate.number).document
    suite.verify(json.loads(inside), did_document=issuer_document(), at=timezone.now())
    assert extract_png(answer.content, keyword=b"openbadgecredential") == inside
    # uncompressed, under the keyword that the standard names
    assert b"iTXtopenbadgecredential\0\0\0" in answer.content


def test_the_page_of_a_certificate_leads_to_its_badge(client, store):
    certificate = factories.certificate()
    publish_register(store=store, at=timezone.now())
    assert address(certificate) in client.get(certificate.get_absolute_url()).text


def test_without_a_credential_there_is_no_badge(client, store):
    assert client.get(address(factories.certificate())).status_code == 404
    assert client.get("/tra-cuu/1.png").status_code == 404
