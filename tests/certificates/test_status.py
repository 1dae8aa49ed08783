from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.roles import Role
from certificates import api
from certificates.models import Certificate, CertificateStatus, StatusEvent, StatusProposal
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.status import Event, Status
from certificates.services.status import note_expiries, propose_change, settle_proposal
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=30)


def proposed(entry, event=Event.SUSPENDED, by=None):
    return propose_change(
        certificate=entry,
        event=event,
        reason_vi="Chưa nộp báo cáo",
        proposed_by=by or cast.certification_officer(),
        at=LATER,
    )


def test_officer_proposes_and_council_confirms(council_member):
    entry = factories.certificate()
    event = settle_proposal(
        proposal=proposed(entry), confirm=True, settled_by=council_member, at=LATER
    )
    assert (event.event, event.document_number, event.reason) == (
        "suspended",
        "02/QĐ-HĐCN",
        "Chưa nộp báo cáo",
    )
    assert entry.status_on(LATER.date()) == Status.SUSPENDED
    assert entry.status_on(LATER.date() - timedelta(days=1)) == Status.VALID


def test_a_rejected_proposal_changes_nothing(council_member):
    entry = factories.certificate()
    proposal = proposed(entry)
    assert (
        settle_proposal(proposal=proposal, confirm=False, settled_by=council_member, at=LATER)
        is None
    )
    assert entry.status_on(LATER.date()) == Status.VALID
    assert str(StatusProposal.objects.get()).endswith("VNPQ 2026 0001 62")


def test_settling_twice_gives_the_first_outcome(council_member):
    proposal = proposed(factories.certificate())
    first = settle_proposal(proposal=proposal, confirm=True, settled_by=council_member, at=LATER)
    assert (
        settle_proposal(proposal=proposal, confirm=True, settled_by=council_member, at=LATER)
        == first
    )
    with pytest.raises(NotReady):
        settle_proposal(proposal=proposal, confirm=False, settled_by=council_member, at=LATER)


def test_suspended_reinstated_withdrawn():
    entry = factories.certificate()
    for days, event, status in (
        (10, Event.SUSPENDED, Status.SUSPENDED),
        (20, Event.REINSTATED, Status.VALID),
        (30, Event.WITHDRAWN, Status.WITHDRAWN),
    ):
        at = NOON + timedelta(days=days)
        factories.changed(entry, event, at=at)
        entry = Certificate.objects.get()
        assert entry.status_on(at.date()) == status
    with pytest.raises(NotReady):
        factories.changed(entry, Event.REINSTATED, at=NOON + timedelta(days=40))


def test_the_same_person_never_does_both():
    both = cast.person("Vũ Đình Khải", Role.COUNCIL_MEMBER, Role.CERTIFICATION_OFFICER)
    proposal = proposed(factories.certificate(), by=both)
    with pytest.raises(Conflicted):
        settle_proposal(proposal=proposal, confirm=True, settled_by=both, at=LATER)
    with pytest.raises(IntegrityError, match="proposal_four_eyes"), transaction.atomic():
        StatusProposal.objects.filter(pk=proposal.pk).update(state="confirmed", settled_by=both)


def test_nobody_settles_their_own_certificate():
    member = cast.council_member()
    proposal = proposed(factories.certificate(member))
    with pytest.raises(Conflicted):
        settle_proposal(proposal=proposal, confirm=True, settled_by=member, at=LATER)
    StatusProposal.objects.filter(pk=proposal.pk).update(state="confirmed", settled_by=member)
    with pytest.raises(IntegrityError, match="status_by_holder"), transaction.atomic():
        StatusEvent.objects.create(
            certificate=proposal.certificate,
            event="suspended",
            effective_on=LATER.date(),
            at=LATER,
            proposal=proposal,
            decided_by=member,
        )


def test_the_database_refuses_an_event_without_a_confirmed_proposal(council_member):
    proposal = proposed(factories.certificate())
    with pytest.raises(IntegrityError, match="status_without_four_eyes"), transaction.atomic():
        StatusEvent.objects.create(
            certificate=proposal.certificate,
            event="suspended",
            effective_on=LATER.date(),
            at=LATER,
            proposal=proposal,
            decided_by=council_member,
        )


def test_only_officers_propose_and_only_the_council_settles(council_member, certification_officer):
    entry = factories.certificate()
    with pytest.raises(NotEntitled):
        proposed(entry, by=council_member)
    with pytest.raises(NotEntitled):
        settle_proposal(
            proposal=proposed(entry), confirm=True, settled_by=certification_officer, at=LATER
        )


def test_one_proposal_at_a_time():
    entry = factories.certificate()
    proposed(entry)
    with pytest.raises(NotReady):
        proposed(entry, Event.WITHDRAWN)


def test_a_proposal_needs_a_reason_and_a_status_that_allows_it(certification_officer):
    entry = factories.certificate()
    with pytest.raises(NotReady):
        proposed(entry, Event.REINSTATED)
    with pytest.raises(NotReady):
        propose_change(
            certificate=entry,
            event=Event.SUSPENDED,
            reason_vi=" ",
            proposed_by=certification_officer,
            at=LATER,
        )


def test_a_settled_proposal_is_kept_as_it_is(council_member):
    proposal = proposed(factories.certificate())
    with pytest.raises(IntegrityError, match="proposal_keeps_its_words"), transaction.atomic():
        StatusProposal.objects.update(reason_vi="khác")
    settle_proposal(proposal=proposal, confirm=True, settled_by=council_member, at=LATER)
    with pytest.raises(IntegrityError, match="proposal_is_settled"), transaction.atomic():
        StatusProposal.objects.update(state="rejected")
    with pytest.raises(IntegrityError, match="proposal_is_kept"), transaction.atomic():
        StatusProposal.objects.filter(pk=proposal.pk)._raw_delete("default")


def test_expiry_is_noted_once(trainee):
    entry = factories.past(trainee, (2022, 3, 1))
    assert note_expiries(at=NOON) == 1
    assert note_expiries(at=NOON) == 0
    event = StatusEvent.objects.get(event="expired")
    assert (event.certificate, event.effective_on) == (entry, date(2025, 2, 28))


def test_what_is_over_is_not_noted_as_expired(trainee):
    entry = factories.past(trainee, (2022, 3, 1))
    factories.changed(entry, Event.WITHDRAWN, at=NOON.replace(year=2023))
    assert note_expiries(at=NOON) == 0


def test_a_change_agreed_on_paper_is_entered_by_number(certification_officer, council_member):
    entry = factories.certificate()
    api.change_status(
        number=entry.number,
        event="withdrawn",
        reason=("Dùng sai phạm vi", "Used outside its scope"),
        proposed_by=certification_officer,
        settled_by=council_member,
        at=LATER,
    )
    assert Certificate.objects.get().status_on(LATER.date()) == Status.WITHDRAWN


def test_the_database_and_the_rule_give_the_same_status_on_every_day(trainee, stranger):
    lives = [
        factories.certificate(trainee),
        factories.certificate(trainee, at=NOON + timedelta(days=200)),
        factories.past(stranger, (2022, 3, 1)),
        factories.certificate(cast.person("Lê Văn Bốn")),
    ]
    note_expiries(at=NOON)
    for days, event in (
        (10, Event.SUSPENDED),
        (20, Event.REINSTATED),
        (20, Event.SUSPENDED),
        (90, Event.WITHDRAWN),
    ):
        factories.changed(lives[3], event, at=NOON + timedelta(days=days))
    start = date(2022, 2, 27)
    for day in [start + timedelta(days=step) for step in range(0, 3300, 5)]:
        by_rule = {c.pk: c.status_on(day).value for c in Certificate.objects.with_history()}
        assert dict(Certificate.objects.with_status(day).values_list("pk", "status")) == by_rule
    for status in CertificateStatus.values:
        found = Certificate.objects.in_status(status, day=NOON.date())
        assert {c.status_on(NOON.date()).value for c in found} <= {status}
