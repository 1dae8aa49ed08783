"""Reviews of decisions and complaints, everything that happened to them, and the letters owed about them."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.dossiers import Dossier
from certificates.models.register import StatusEvent
from certificates.rules import cases as rules


class CaseKind(models.TextChoices):
    APPEAL = rules.CaseKind.APPEAL.value, _("Review of a decision")
    COMPLAINT = rules.CaseKind.COMPLAINT.value, _("Complaint")


class CaseState(models.TextChoices):
    UNCONFIRMED = (
        rules.CaseState.UNCONFIRMED.value,
        _("Waits for the e-mail address to be confirmed"),
    )
    RECEIVED = rules.CaseState.RECEIVED.value, _("Received")
    IN_REVIEW = rules.CaseState.IN_REVIEW.value, _("Being looked into")
    DECIDED = rules.CaseState.DECIDED.value, _("Decided")
    TAKEN_BACK = rules.CaseState.TAKEN_BACK.value, _("Taken back")


class CaseAct(models.TextChoices):
    RECEIVE = rules.CaseAct.RECEIVE.value, _("Received")
    ACKNOWLEDGE = rules.CaseAct.ACKNOWLEDGE.value, _("Taken up by somebody who was not involved")
    SAY = rules.CaseAct.SAY.value, _("Words added by the person who lodged it")
    ASK = rules.CaseAct.ASK.value, _("Words to the person who lodged it")
    DECIDE = rules.CaseAct.DECIDE.value, _("Decided")
    TAKE_BACK = rules.CaseAct.TAKE_BACK.value, _("Taken back")


class CaseOutcome(models.TextChoices):
    UPHELD = rules.CaseOutcome.UPHELD.value, _("Upheld")
    PARTLY = rules.CaseOutcome.PARTLY.value, _("Upheld in part")
    NOT_UPHELD = rules.CaseOutcome.NOT_UPHELD.value, _("Not upheld")
    NOT_ADMISSIBLE = rules.CaseOutcome.NOT_ADMISSIBLE.value, _("Not admissible")


class CaseQuerySet(models.QuerySet["Case"]):
    def waiting(self) -> "CaseQuerySet":
        """Return the cases that the certification body has to work on."""
        return self.filter(state__in=sorted(rules.WAITING))

    def never_confirmed(self, before: datetime) -> "CaseQuerySet":
        """Return the complaints whose address was not confirmed although they were lodged before that moment."""
        return self.filter(state=rules.CaseState.UNCONFIRMED, lodged_at__lt=before)

    def overdue(self, on: date) -> "CaseQuerySet":
        """Return the cases that have waited longer than promised."""
        return self.filter(
            Q(state=rules.CaseState.RECEIVED, acknowledge_until__lt=on)
            | Q(state__in=sorted(rules.WAITING), decide_until__lt=on)
        )


class Case(models.Model):
    """One request for a review, or one complaint, from lodging to its end."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Whoever has this may follow the case without an account: it stands in letters only.
    access = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=CaseKind.choices)
    state = models.CharField(max_length=12, choices=CaseState.choices)
    reference = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=160)
    statement = models.TextField()
    wish = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="cases")
    event = models.ForeignKey(
        StatusEvent, on_delete=models.PROTECT, null=True, related_name="cases"
    )
    lodged_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    acknowledge_until = models.DateField(null=True)
    decide_until = models.DateField(null=True)
    handler = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=16, choices=CaseOutcome.choices, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reopened = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, null=True, related_name="reopened_by"
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [models.Index(fields=["state", "received_at"], name="case_queue")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=CaseKind.values), name="case_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=CaseState.values), name="case_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="appeal") | Q(by__isnull=False, dossier__isnull=False),
                name="case_appeal_names_its_decision",
            ),
            models.CheckConstraint(
                condition=Q(state="unconfirmed", reference="", received_at=None)
                | Q(~Q(state="unconfirmed"), ~Q(reference=""), received_at__isnull=False),
                name="case_received_has_reference",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided")
                | Q(
                    Q(decided_by__isnull=False, decided_at__isnull=False),
                    ~Q(outcome=""),
                    ~Q(reason=""),
                ),
                name="case_decided_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(handler=None) | ~Q(decided_by=F("handler")),
                name="case_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~Q(reference=""), name="case_reference_once"
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(kind="appeal", event=None, state__in=sorted(rules.OPEN)),
                name="case_one_open_per_decision",
            ),
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(kind="appeal", state__in=sorted(rules.OPEN)),
                name="case_one_open_per_event",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or str(self.public_id)

    def get_absolute_url(self) -> str:
        """Return the page on which the person who lodged it follows the case."""
        return reverse("certificates:case_follow", args=[self.access])

    @property
    def stage(self) -> rules.CaseState:
        """The state as the rules know it."""
        return rules.CaseState(self.state)

    def is_overdue_on(self, day: date) -> bool:
        """Return whether it has waited longer than promised."""
        return rules.is_overdue(
            self.stage,
            acknowledge_until=self.acknowledge_until,
            decide_until=self.decide_until,
            on=day,
        )


class CaseEvent(models.Model):
    """One thing that happened to a case, with the words exchanged. Append-only."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=12, choices=CaseAct.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case}: {self.act}"


class CaseLetter(models.Model):
    """A letter that is owed to the person who lodged a case: about an event, or else to confirm the address."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="letters")
    event = models.OneToOneField(
        CaseEvent, on_delete=models.PROTECT, null=True, related_name="letter"
    )
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["case"], condition=Q(sent_at=None), name="case_letter_owed")
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.event_id}"
