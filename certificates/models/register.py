"""The register: certificates that never change, and the events that change their status."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind, Province, User
from certificates.models.decisions import Decision
from certificates.models.dossiers import Dossier
from certificates.models.schemes import ExpertField, RecognitionLevel, SchemeVersion, by_language
from certificates.rules import status as rules
from certificates.rules.numbers import grouped


class EventKind(models.TextChoices):
    ISSUED = rules.Event.ISSUED.value, _("Issued")
    SUSPENDED = rules.Event.SUSPENDED.value, _("Suspended")
    REINSTATED = rules.Event.REINSTATED.value, _("Reinstated")
    WITHDRAWN = rules.Event.WITHDRAWN.value, _("Withdrawn")
    EXPIRED = rules.Event.EXPIRED.value, _("Expired")
    SUPERSEDED = rules.Event.SUPERSEDED.value, _("Replaced by a new certificate")
    REISSUED = rules.Event.REISSUED.value, _("Signed anew with another key")


class CertificateStatus(models.TextChoices):
    VALID = rules.Status.VALID.value, _("Valid")
    SUSPENDED = rules.Status.SUSPENDED.value, _("Suspended")
    WITHDRAWN = rules.Status.WITHDRAWN.value, _("Withdrawn")
    EXPIRED = rules.Status.EXPIRED.value, _("Expired")
    SUPERSEDED = rules.Status.SUPERSEDED.value, _("Replaced")
    NOT_YET = rules.Status.NOT_YET.value, _("Not yet issued")


BY_COUNCIL = (EventKind.SUSPENDED, EventKind.REINSTATED, EventKind.WITHDRAWN)
ONCE = (EventKind.ISSUED, EventKind.EXPIRED)
FINAL = (EventKind.WITHDRAWN, EventKind.SUPERSEDED)
# With each of these the certificate gets a credential of its own.
WITH_CREDENTIAL = (EventKind.ISSUED, EventKind.REINSTATED, EventKind.REISSUED)
# These are notes: the status does not follow from them.
NOTES = (EventKind.EXPIRED, EventKind.REISSUED)


def _last_event(day: date) -> Subquery:
    events = StatusEvent.objects.filter(certificate=OuterRef("pk"), effective_on__lte=day)
    final_first = Case(When(event__in=FINAL, then=Value(0)), default=Value(1))
    last = events.exclude(event__in=NOTES).order_by(final_first, "-effective_on", "-pk")
    return Subquery(last.values("event")[:1])


def _status(day: date) -> Case:
    """The rule of `rules.status` in SQL, over the annotation `last_event`."""
    return Case(
        When(last_event__isnull=True, then=Value(CertificateStatus.NOT_YET.value)),
        When(last_event=EventKind.WITHDRAWN, then=Value(CertificateStatus.WITHDRAWN.value)),
        When(last_event=EventKind.SUPERSEDED, then=Value(CertificateStatus.SUPERSEDED.value)),
        When(valid_until__lt=day, then=Value(CertificateStatus.EXPIRED.value)),
        When(last_event=EventKind.SUSPENDED, then=Value(CertificateStatus.SUSPENDED.value)),
        default=Value(CertificateStatus.VALID.value),
        output_field=models.CharField(),
    )


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def with_status(self, day: date) -> "CertificateQuerySet":
        """Return the certificates annotated with their `status` on that day, by the rule of `rules.status`."""
        return self.annotate(last_event=_last_event(day)).annotate(status=_status(day))

    def in_status(self, status: str, *, day: date) -> "CertificateQuerySet":
        """Return the certificates that have the status on that day."""
        annotated = self.annotate(last_event=_last_event(day)).annotate(status=_status(day))
        return annotated.filter(status=status)

    def with_history(self) -> "CertificateQuerySet":
        """Return the certificates with their events, and the successors and deciders named in them."""
        events = StatusEvent.objects.select_related("replaced_by", "decided_by")
        return self.prefetch_related(Prefetch("events", events))

    def held_by(self, person: User, *, status: str, day: date) -> "list[Certificate]":
        """Return one person's certificates of a status, asked of the rule itself: for few rows it is quicker."""
        held = self.filter(holder=person).order_by("pk").prefetch_related("events")
        return [certificate for certificate in held if certificate.status_on(day) == status]

    def counted(self, period: str) -> "CertificateQuerySet":
        """Return the certificates by which people count in a period: one for each person."""
        return self.filter(counted_in=period)

    def by_higher(self, period: str, *, reached: bool) -> "CertificateQuerySet":
        """Return those whose holder did, or did not, count at regional or international level in the period."""
        higher = Exists(
            Certificate.objects.filter(holder=OuterRef("holder"), counted_higher_in=period)
        )
        return self.filter(higher if reached else ~higher)


class Certificate(models.Model):
    """
    An entry of the register: a snapshot that is readable with every other table gone. Append-only.

    Everything printed stands in `snapshot`; the columns beside it are the same facts for searching.
    """

    number = models.CharField(max_length=14, unique=True)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="certificate")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="certificate")
    holder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="certificates")
    holder_name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120, db_index=True)
    name_sort_key = models.CharField(max_length=1000, db_index=True)
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    scheme_code = models.CharField(max_length=20)
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    field = models.ForeignKey(ExpertField, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    organisation_kind = models.CharField(
        max_length=20, choices=OrganisationKind.choices, blank=True
    )
    province = models.ForeignKey(Province, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField()
    issued_on = models.DateField(db_index=True)
    valid_until = models.DateField(db_index=True)
    # The first day of the cycle where it is not the day of issue: of a renewal, and of a correction.
    begins_on = models.DateField(null=True)
    counted_in = models.CharField(max_length=9, blank=True)
    counted_higher_in = models.CharField(max_length=9, blank=True)
    snapshot = models.JSONField()

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        indexes = [
            models.Index(fields=["counted_in", "level"], name="certificate_counted"),
            models.Index(fields=["holder", "scheme_code"], name="certificate_holder_scheme"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("issued_on")), name="certificate_dates"
            ),
            models.UniqueConstraint(
                fields=["holder", "counted_in"],
                condition=~Q(counted_in=""),
                name="person_counted_once",
            ),
            models.UniqueConstraint(
                fields=["holder", "counted_higher_in"],
                condition=~Q(counted_higher_in=""),
                name="person_counted_higher_once",
            ),
        ]

    def __str__(self) -> str:
        return grouped(self.number)

    def get_absolute_url(self) -> str:
        """Return the public page that verifies this certificate."""
        return reverse("certificates:verify", args=[self.number])

    @property
    def grouped_number(self) -> str:
        """The number as people read it."""
        return grouped(self.number)

    @property
    def first_day(self) -> date:
        """The first day of the cycle in which its holder keeps learning."""
        return self.begins_on or self.issued_on

    @property
    def holds_from(self) -> date:
        """The first day on which it holds: a renewal may have been decided before."""
        return max(self.first_day, self.issued_on)

    @property
    def succeeds(self) -> dict[str, str]:
        """What it took the place of, and why, as frozen at issue; empty for a first certificate."""
        return self.snapshot.get("succeeds") or {}

    def changes(self) -> list[rules.Change]:
        """Return the history as the rules see it (prefetch `events`)."""
        return [
            rules.Change(rules.Event(event.event), event.effective_on, event.pk)
            for event in self.events.all()
        ]

    def status_on(self, day: date) -> rules.Status:
        """Return the status on that day."""
        return rules.status_on(self.changes(), valid_until=self.valid_until, day=day)

    def status_as_known_on(self, day: date) -> rules.Status:
        """Return the status on that day as far as it had been entered by the end of that day."""
        entered = {event.pk for event in self.events.all() if timezone.localdate(event.at) <= day}
        known = [change for change in self.changes() if change.order in entered]
        return rules.status_on(known, valid_until=self.valid_until, day=day)


class ProposalState(models.TextChoices):
    OPEN = "open", _("Awaiting the council")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Turned down")


class StatusProposal(models.Model):
    """An officer's proposal to suspend, reinstate or withdraw; a council member, never the same person, settles it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="proposals"
    )
    event = models.CharField(
        max_length=12, choices=[(kind.value, kind.label) for kind in BY_COUNCIL]
    )
    reason_vi = models.TextField()
    reason_en = models.TextField(blank=True)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(state=ProposalState.OPEN),
                name="proposal_one_open",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("proposed_by")),
                name="proposal_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.OPEN, settled_by=None)
                | Q(~Q(state=ProposalState.OPEN), settled_by__isnull=False),
                name="proposal_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(event__in=[kind.value for kind in BY_COUNCIL]),
                name="proposal_event_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.certificate}"


class StatusEvent(models.Model):
    """One event in a certificate's life. Append-only; the status on any day follows from these."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    event = models.CharField(max_length=12, choices=EventKind.choices)
    effective_on = models.DateField()
    at = models.DateTimeField()
    reason_vi = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    document_number = models.CharField(max_length=30, blank=True)
    proposal = models.OneToOneField(
        StatusProposal, on_delete=models.PROTECT, null=True, related_name="outcome"
    )
    replaced_by = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, related_name="replaces"
    )

    class Meta:
        ordering = ["effective_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__in=EventKind.values), name="status_event_known"
            ),
            models.UniqueConstraint(
                fields=["certificate", "event"],
                condition=Q(event__in=ONCE),
                name="status_event_once",
            ),
            models.UniqueConstraint(
                fields=["certificate"], condition=Q(event__in=FINAL), name="status_final_once"
            ),
            models.CheckConstraint(
                condition=Q(event=EventKind.SUPERSEDED, replaced_by__isnull=False)
                | Q(~Q(event=EventKind.SUPERSEDED), replaced_by=None),
                name="status_superseded_names_successor",
            ),
            models.CheckConstraint(
                condition=Q(event__in=BY_COUNCIL, proposal__isnull=False, decided_by__isnull=False)
                | Q(~Q(event__in=BY_COUNCIL), proposal=None),
                name="status_change_by_council",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.event}"

    @property
    def reason(self) -> str:
        """The reason in the reader's language."""
        return by_language(self, "reason")
