"""Sessions of the council: who is invited, what is on the agenda, and what is decided on each line."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.decisions import DecisionOutcome
from certificates.models.dossiers import Dossier
from certificates.rules import council as rules
from certificates.rules.decisions import document_number


class MeetingState(models.TextChoices):
    PREPARED = rules.MeetingState.PREPARED.value, _("Being prepared")
    OPEN = rules.MeetingState.OPEN.value, _("In session")
    CLOSED = rules.MeetingState.CLOSED.value, _("Concluded")
    CANCELLED = rules.MeetingState.CANCELLED.value, _("Called off")


class LineState(models.TextChoices):
    LISTED = rules.LineState.LISTED.value, _("Waits for votes")
    DECIDED = rules.LineState.DECIDED.value, _("Decided, not carried out yet")
    DONE = rules.LineState.DONE.value, _("Carried out")
    STUCK = rules.LineState.STUCK.value, _("Could not be carried out")
    POSTPONED = rules.LineState.POSTPONED.value, _("Left for a later meeting")
    REFUSED = rules.LineState.REFUSED.value, _("Refused afterwards")


class Meeting(models.Model):
    """One session of the council. Its agenda stands once it is in session; concluded, nothing of it changes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(
        max_length=10, choices=MeetingState.choices, default=MeetingState.PREPARED
    )
    held_at = models.DateTimeField()
    place = models.CharField(max_length=160)
    chair = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # the rule that held when the meeting was called: a later rule changes no meeting
    quorum = models.PositiveSmallIntegerField()
    called_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    minutes = models.TextField(blank=True)

    class Meta:
        ordering = ["-held_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="meeting_state_known"
            ),
            models.CheckConstraint(condition=Q(quorum__gte=1), name="meeting_has_quorum"),
            models.CheckConstraint(
                condition=~Q(state="closed") | (Q(closed_at__isnull=False) & ~Q(minutes="")),
                name="meeting_closed_with_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Return the meeting's page on the desk."""
        return reverse("certificates:meeting", args=[self.public_id])


class MeetingMember(models.Model):
    """One member of the council who is invited; present from their first statement on interests."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="meetings")
    present_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["person__name_sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="member_invited_once")
        ]

    def __str__(self) -> str:
        return str(self.person)


class DecisionDocument(models.Model):
    """The council's numbered decision on some lines of a meeting. Signed, it never changes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents")
    signer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="papers_to_sign")
    year = models.PositiveSmallIntegerField(null=True)
    sequence = models.PositiveIntegerField(null=True)
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="document_number_once"),
            models.CheckConstraint(
                condition=Q(
                    year=None, sequence=None, signed_by=None, signed_on=None, signed_at=None
                )
                | Q(
                    year__isnull=False,
                    sequence__isnull=False,
                    signed_by=F("signer"),
                    signed_on__isnull=False,
                    signed_at__isnull=False,
                ),
                name="document_signed_by_its_signer",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Return the document's page on the desk."""
        return reverse("certificates:council_paper", args=[self.public_id])

    @property
    def number(self) -> str:
        """The number in the series of the council's decisions; empty before it is signed."""
        return document_number(self.sequence) if self.sequence else ""


class AgendaLine(models.Model):
    """One application on the agenda of a meeting, with what was decided on it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveIntegerField()
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="agenda_lines")
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.LISTED)
    outcome = models.CharField(max_length=10, choices=DecisionOutcome.choices, blank=True)
    reason = models.TextField(blank=True)
    document = models.ForeignKey(
        DecisionDocument, on_delete=models.PROTECT, null=True, related_name="lines"
    )
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state__in=sorted(rules.LIVE)),
                name="line_one_live",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LineState.values), name="line_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "done", "stuck"])
                | Q(outcome__in=DecisionOutcome.values, document__isnull=False),
                name="line_decided_in_document",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refuse") | ~Q(reason=""), name="line_refusal_has_reason"
            ),
        ]
        indexes = [
            models.Index(
                fields=["document"], condition=Q(state="decided"), name="line_to_carry_out"
            ),
            models.Index(fields=["meeting"], condition=Q(state="stuck"), name="line_stuck"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.dossier}"


class Vote(models.Model):
    """What one member voted on one line. Append-only; refused by trigger where anything bars the member."""

    line = models.ForeignKey(AgendaLine, on_delete=models.PROTECT, related_name="votes")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=DecisionOutcome.choices)
    reason = models.TextField(blank=True)
    voted_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["line", "person"], name="vote_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=DecisionOutcome.values), name="vote_outcome_known"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refuse") | ~Q(reason=""), name="vote_refusal_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_id}: {self.outcome}"
