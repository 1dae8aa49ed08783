"""Lists that an agency has checked: what was asked, what the register answered, and the paper of it."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from certificates.models.documents import MOST_ATTEMPTS, DocumentState, private_storage
from certificates.models.register import Certificate, StatusEvent
from certificates.rules.lists import Asked


TRY_AGAIN = timedelta(minutes=1)  # longer than the longest list takes to draw


class NameMatch(models.TextChoices):
    NOT_ASKED = "not_asked", _("Not asked")
    MATCHES = "matches", _("Matches")
    DIFFERS = "differs", _("Differs")


class ListCheckQuerySet(models.QuerySet["ListCheck"]):
    def of(self, person: User) -> "ListCheckQuerySet":
        """Return the lists that a person has had checked, the newest first."""
        return self.filter(owner=person).order_by("-at", "-pk")

    def unfinished(self) -> "ListCheckQuerySet":
        """Return the lists that still have lines without an answer: the queue of record."""
        return self.filter(checked__lt=F("total"))

    def over_on(self, day: date) -> "ListCheckQuerySet":
        """Return the lists whose time is over."""
        return self.filter(delete_on__lte=day)

    def to_draw(self, at: datetime) -> "ListCheckQuerySet":
        """Return the finished lists whose paper waits to be drawn at that moment."""
        return self._paper_waits(at).filter(paper="", checked=F("total"))

    def to_seal(self, at: datetime) -> "ListCheckQuerySet":
        """Return the lists whose paper is drawn and waits for its seal at that moment."""
        return self._paper_waits(at).exclude(paper="")

    def _paper_waits(self, at: datetime) -> "ListCheckQuerySet":
        rested = Q(paper_tried_at=None) | Q(paper_tried_at__lte=at - TRY_AGAIN)
        wanted = [DocumentState.PENDING, DocumentState.FAILED]
        return self.filter(rested, paper_state__in=wanted, paper_attempts__lt=MOST_ATTEMPTS)


class ListCheck(models.Model):
    """One list that was checked on a day. It names people, so it is deleted after a time that its owner is told."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="list_checks")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # of the form that was sent: sent twice, it is one list
    key = models.UUIDField()
    source = models.CharField(max_length=120, blank=True)
    day = models.DateField()
    at = models.DateTimeField()
    delete_on = models.DateField(db_index=True)
    asked: Any = models.JSONField(default=list)
    total = models.PositiveIntegerField()
    checked = models.PositiveIntegerField(default=0)
    paper_state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.ON_REQUEST
    )
    paper_attempts = models.PositiveSmallIntegerField(default=0)
    paper_tried_at = models.DateTimeField(null=True)
    paper: Any = models.FileField(storage=private_storage, blank=True)

    objects = ListCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="list_check_sent_once"),
            models.CheckConstraint(
                condition=Q(checked__lte=F("total")), name="list_check_within_total"
            ),
            models.CheckConstraint(
                condition=Q(paper_state__in=DocumentState.values), name="list_paper_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(paper_state=DocumentState.READY) | ~Q(paper=""),
                name="list_paper_ready_has_file",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "-at"], name="list_check_of_owner"),
            models.Index(
                fields=["id"], condition=Q(checked__lt=F("total")), name="list_check_queue"
            ),
            models.Index(
                fields=["id"],
                condition=Q(paper_state__in=[DocumentState.PENDING, DocumentState.FAILED]),
                name="list_paper_queue",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}: {self.total}"

    def get_absolute_url(self) -> str:
        """Return the page with the answers."""
        return reverse("certificates:list_result", args=[self.public_id])

    @property
    def is_finished(self) -> bool:
        """Whether every line has its answer."""
        return self.checked == self.total

    @property
    def percent(self) -> int:
        """How far the check has come."""
        return 100 * self.checked // self.total

    @property
    def paper_failed(self) -> bool:
        """Whether its paper was tried as often as it is worth."""
        waits = self.paper_state in {DocumentState.PENDING, DocumentState.FAILED}
        return waits and self.paper_attempts >= MOST_ATTEMPTS

    @property
    def paper_is_made(self) -> bool:
        """Whether its paper is under way."""
        waits = self.paper_state in {DocumentState.PENDING, DocumentState.FAILED}
        return waits and not self.paper_failed

    def lines(self) -> list[Asked]:
        """Return what the list asks, line by line."""
        return [Asked(*row) for row in self.asked]


class ListAnswer(models.Model):
    """What the register answered to one line. Never changed; it goes only with its list."""

    check_of = models.ForeignKey(ListCheck, on_delete=models.CASCADE, related_name="answers")
    line = models.PositiveIntegerField()
    number = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=120, blank=True)
    verdict = models.CharField(max_length=12)
    name_match = models.CharField(max_length=9, choices=NameMatch.choices)
    first_line = models.PositiveIntegerField(null=True)
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, related_name="+"
    )
    cause = models.ForeignKey(StatusEvent, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["check_of", "line"], name="list_answer_once"),
            models.CheckConstraint(
                condition=Q(name_match__in=NameMatch.values), name="list_name_match_known"
            ),
            models.CheckConstraint(
                condition=Q(name_match=NameMatch.NOT_ASKED) | Q(certificate__isnull=False),
                name="list_name_compared_with_register",
            ),
        ]
        indexes = [models.Index(fields=["check_of", "verdict"], name="list_answer_verdict")]

    def __str__(self) -> str:
        return f"{self.line}: {self.verdict}"


def answers_to(check: ListCheck) -> models.QuerySet[ListAnswer]:
    """Return the answers to a list in its order, with all that a page or a paper shows."""
    return check.answers.select_related("certificate", "cause__replaced_by")
