"""A scheme's next version: drafted by one, published by another, and never changed again."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import AuditEvent
from accounts.roles import Role
from certificates.models import Competence, Scheme, SchemeAuthor, SchemeVersion, SigningIntent
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.decisions import Outcome
from certificates.rules.shape import shape_of
from certificates.services import schemes as services
from certificates.services.decisions import decide
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
AT = factories.NOON


@pytest.fixture
def officer():
    return cast.programme_officer()


def test_a_draft_begins_from_what_is_in_force(officer):
    in_force = factories.version()
    draft = services.draft_version(scheme=in_force.scheme, by=officer, at=AT)
    assert (draft.version, draft.published_at) == ("2026-2", None)
    assert draft.requirements == in_force.requirements
    assert [str(each) for each in draft.competences.all()] == [
        str(each) for each in in_force.competences.all()
    ]
    assert list(draft.fields.all()) == list(in_force.fields.all())
    assert services.draft_version(scheme=in_force.scheme, by=officer, at=AT) == draft


def test_new_applications_take_the_new_version_and_running_ones_keep_theirs(officer):
    running = factories.submitted()
    old = factories.certificate()
    version = factories.published(by=officer, validity_months=24)
    assert factories.version() == version
    new = factories.draft(cast.person("Người mới"))
    assert (new.scheme_version, running.scheme_version.version) == (version, "2026-1")
    old.refresh_from_db()
    assert old.scheme_version.version == "2026-1"
    acts = AuditEvent.objects.filter(subject="NSCL-QG").values_list("action", flat=True)
    assert {"scheme.drafted", "scheme.edited", "scheme.handed_over", "scheme.published"} == set(
        acts
    )


def test_whoever_wrote_at_it_does_not_publish_it(officer):
    both = cast.person("Hai Vai", Role.PROGRAMME_OFFICER, Role.COUNCIL_MEMBER)
    draft = factories.handed_over(both)
    services.edit_draft(draft=draft, terms=factories.whole_terms(draft), by=officer, at=AT)
    draft = services.hand_over_draft(draft=draft, by=officer, at=AT)
    with pytest.raises(Conflicted):
        services.publish_version(draft=draft, seen=draft.handed_over, by=both, at=AT)
    with pytest.raises(IntegrityError, match="scheme_published_by_author"), transaction.atomic():
        SchemeVersion.objects.filter(pk=draft.pk).update(published_by=both, published_at=AT)
    with pytest.raises(IntegrityError, match="scheme_published_by_author"), transaction.atomic():
        SchemeVersion.objects.filter(pk=draft.pk).update(published_at=AT)


def test_a_version_cannot_come_into_the_world_published():
    facts = {name: getattr(factories.version(), name) for name in services.KEPT}
    with pytest.raises(IntegrityError, match="scheme_begins_as_a_draft"), transaction.atomic():
        SchemeVersion.objects.create(
            scheme=Scheme.objects.get(code="NSCL-QG"), version="x", published_at=AT, **facts
        )


@pytest.mark.parametrize(
    "change",
    [
        lambda v: Competence.objects.filter(version=v).update(name_vi="khác"),
        lambda v: Competence.objects.filter(version=v)._raw_delete("default"),
        lambda v: Competence.objects.create(version=v, code="PE-9.9", name_vi="a", name_en="b"),
        lambda v: SchemeAuthor.objects.filter(version=v)._raw_delete("default"),
        lambda v: SchemeAuthor.objects.create(version=v, person=cast.trainee()),
        lambda v: v.fields.clear(),
        lambda v: SchemeVersion.objects.filter(pk=v.pk).update(body_name="APO"),
    ],
)
def test_nothing_of_a_published_version_changes(officer, change):
    version = factories.published(by=officer)
    with pytest.raises(IntegrityError, match="_is_published"), transaction.atomic():
        change(version)


def test_a_draft_keeps_its_scheme_and_label(officer):
    draft = factories.handed_over(officer)
    with pytest.raises(IntegrityError, match="keeps_its_scheme"), transaction.atomic():
        SchemeVersion.objects.filter(pk=draft.pk).update(version="2030-1")


def test_the_council_publishes_what_it_read(officer, council_member):
    draft = factories.handed_over(officer)
    seen = draft.handed_over
    later = AT + timedelta(hours=1)
    services.edit_draft(draft=draft, terms=factories.whole_terms(draft), by=officer, at=later)
    with pytest.raises(NotReady, match="chưa được chuyển"):
        services.publish_version(draft=draft, seen=seen, by=council_member, at=later)
    services.hand_over_draft(draft=draft, by=officer, at=later)
    with pytest.raises(NotReady, match="đọc lại"):
        services.publish_version(draft=draft, seen=seen, by=council_member, at=later)


def test_each_act_is_its_role_s(officer, council_member, trainee):
    draft = factories.handed_over(officer)
    seen = draft.handed_over
    with pytest.raises(NotEntitled):
        services.publish_version(draft=draft, seen=seen, by=officer, at=AT)
    for act in (
        lambda: services.draft_version(scheme=draft.scheme, by=council_member, at=AT),
        lambda: services.hand_over_draft(draft=draft, by=council_member, at=AT),
        lambda: services.discard_draft(draft=draft, by=trainee, at=AT),
    ):
        with pytest.raises(NotEntitled):
            act()


def test_a_wanting_draft_is_not_handed_over(officer):
    draft = services.draft_version(scheme=factories.version("NSCL-KV").scheme, by=officer, at=AT)
    with pytest.raises(NotReady, match="còn thiếu"):
        services.hand_over_draft(draft=draft, by=officer, at=AT)


def test_a_draft_can_be_discarded_and_a_published_version_cannot(officer):
    draft = factories.handed_over(officer)
    services.discard_draft(draft=draft, by=officer, at=AT)
    assert SchemeVersion.objects.count() == 3
    with pytest.raises(NotReady, match="bỏ"):
        services.discard_draft(draft=draft, by=officer, at=AT)
    version = factories.published(by=officer)
    with pytest.raises(NotReady, match="ban hành"):
        services.discard_draft(draft=version, by=officer, at=AT)


def test_a_new_scheme_is_seen_once_it_is_published(officer, council_member, client):
    names = ("Chuyên gia đánh giá", "Assessor")
    draft = services.create_scheme(code="DG-QG", prefix="VNAS", names=names, by=officer, at=AT)
    assert client.get("/chung-chi/DG-QG/").status_code == 404
    with pytest.raises(NotReady, match="mã này"):
        services.create_scheme(code="DG-QG", prefix="VNAT", names=names, by=officer, at=AT)
    with pytest.raises(NotReady, match="chữ"):
        services.create_scheme(code="DG-KV", prefix="VNAS", names=names, by=officer, at=AT)
    empty = Scheme.objects.create(code="TRONG", prefix="TRNG")
    with pytest.raises(NotReady, match="bắt đầu"):
        services.draft_version(scheme=empty, by=officer, at=AT)
    services.edit_draft(draft=draft, terms=factories.whole_terms(draft), by=officer, at=AT)
    draft = services.hand_over_draft(draft=draft, by=officer, at=AT)
    services.publish_version(draft=draft, seen=draft.handed_over, by=council_member, at=AT)
    assert "Chuyên gia đánh giá" in client.get("/chung-chi/DG-QG/").text


def test_a_new_scheme_goes_with_its_only_draft(officer):
    draft = services.create_scheme(
        code="DG-QG", prefix="VNAS", names=("Đánh giá", "Assessor"), by=officer, at=AT
    )
    services.discard_draft(draft=draft, by=officer, at=AT)
    assert not Scheme.objects.filter(code="DG-QG").exists()


def issued_under_many(officer, number):
    lines = [
        services.CompetenceLine(f"PE-1.{place}", f"Năng lực {place}", f"Competence {place}")
        for place in range(number)
    ]
    factories.published(by=officer, competences=lines)
    return factories.certificate()


@pytest.mark.parametrize("number", [1, 30])
def test_what_was_certified_is_frozen_and_signed(officer, worker, number):
    entry = issued_under_many(officer, number)
    competences = entry.snapshot["scheme"]["competences"]
    assert competences[0] == {
        "code": "PE-1.0",
        "name_vi": "Năng lực 0",
        "name_en": "Competence 0",
    }
    worker()
    document = json.loads(SigningIntent.objects.get(event__certificate=entry).credential.document)
    aligned = document["credentialSubject"]["achievement"]["alignment"]
    assert [each["targetCode"] for each in aligned] == [each["code"] for each in competences]
    assert aligned[0]["targetName"] == "Năng lực 0 / Competence 0"
    assert aligned[0]["targetUrl"].endswith("/chung-chi/NSCL-QG/phien-ban/2026-2/#PE-1.0")
    assert shape_of(document).is_ours


def test_the_database_says_it_too_without_django(officer):
    version = factories.published(by=officer)
    with (
        pytest.raises(IntegrityError, match="competence_is_published"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM certificates_competence WHERE version_id = %s", [version.pk])


def test_a_running_application_is_certified_under_the_terms_it_began_with(officer):
    dossier = factories.eligible()
    factories.published(by=officer, validity_months=12)
    decision = decide(
        dossier=dossier, outcome=Outcome.GRANT, decided_by=cast.council_member(), at=AT
    )
    assert decision.certificate.snapshot["scheme"]["version"] == "2026-1"
    assert decision.certificate.valid_until.year == 2029
