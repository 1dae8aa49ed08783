"""People, organisations, roles and the audit trail."""

import uuid
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.names import clean_name, fold, sort_key
from accounts.roles import Role


class UserManager(BaseUserManager["User"]):
    """Makes people from an e-mail address and a full name."""

    def create_user(
        self, email: str, full_name: str = "", password: str | None = None, **extra: Any
    ) -> "User":
        """Return a new person; raise ValueError without an e-mail address."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), full_name=full_name, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, full_name: str = "", password: str | None = None, **extra: Any
    ) -> "User":
        """Return a new person with every permission."""
        return self.create_user(
            email, full_name, password, is_staff=True, is_superuser=True, **extra
        )


class Notice(models.TextChoices):
    """Notices that a person may do without; codes, results and decisions always come."""

    COURSES = "courses", _("Courses: what I completed, what begins")
    NEWS = "news", _("News of the Programme")


class Province(models.Model):
    """One of the 34 provinces and cities since 1 July 2025 (Đồng Nai a city since 30 April 2026)."""

    code = models.CharField(max_length=2, primary_key=True)
    name_vi = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    kind_vi = models.CharField(max_length=20)
    sort_key = models.CharField(max_length=400, db_index=True)

    class Meta:
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name_vi


class User(AbstractBaseUser, PermissionsMixin):
    """A person. Signs in by e-mail and has one full name, as on the identity card."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    name_folded = models.CharField(max_length=120, editable=False, db_index=True)
    name_sort_key = models.CharField(max_length=1000, editable=False, db_index=True)
    province = models.ForeignKey(
        Province, verbose_name=_("province"), on_delete=models.PROTECT, null=True, blank=True
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("vi", "Tiếng Việt"), ("en", "English")],
        default="vi",
    )
    phone = models.CharField(_("phone number"), max_length=16, blank=True)
    muted = models.JSONField(_("notices not wanted"), default=list, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(
        default=False, help_text=_("A made-up person of the demonstration.")
    )
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = UserManager()

    class Meta:
        ordering = ["name_sort_key", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.full_name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the name cleaned, with its folded form and its sort key."""
        self.full_name = clean_name(self.full_name)
        self.name_folded = fold(self.full_name)
        self.name_sort_key = sort_key(self.full_name)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """Return the full name, for Wagtail."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name: the last word."""
        return self.full_name.split()[-1] if self.full_name else self.email

    @cached_property
    def current_roles(self) -> frozenset[Role]:
        """The roles that hold today; everyone is a trainee."""
        today = timezone.localdate()
        granted = self.grants.holding(today)
        return frozenset(
            {Role.TRAINEE, *(Role(grant) for grant in granted.values_list("role", flat=True))}
        )

    def role_on(self, day: date, role: Role) -> bool:
        """Return whether the person held the role on that day."""
        return self.grants.holding(day).filter(role=role).exists()

    def wants(self, notice: Notice) -> bool:
        """Return whether the person wants this kind of notice by mail."""
        return notice.value not in self.muted


class OrganisationKind(models.TextChoices):
    """Who employs experts: the four groups that Decision 1322 names, and training bodies."""

    MINISTRY = "ministry", _("Ministry")
    AGENCY = "agency", _("Agency")
    LOCALITY = "locality", _("Locality")
    ENTERPRISE = "enterprise", _("Enterprise")
    TRAINING_BODY = "training_body", _("Training body")


class Organisation(models.Model):
    """A ministry, agency, locality, enterprise or training body."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="units"
    )

    class Meta:
        ordering = ["name_vi"]
        # Longer circles are refused by a trigger (migration 0006).
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")), name="organisation_not_above_itself"
            )
        ]

    def __str__(self) -> str:
        return self.name_vi


class Coordinator(models.Model):
    """Who speaks for an organisation: sees its people and confirms that they belong to it."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="coordinates")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="coordinators"
    )
    named_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="coordinator_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.organisation}"


class Membership(models.Model):
    """A person's time with an organisation: as the person says, until a coordinator confirms it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    noted_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "since"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")),
                name="membership_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("person")),
                name="membership_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.organisation}"


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Grants by whether they hold."""

    def holding(self, day: date) -> "RoleGrantQuerySet":
        """Return the grants that hold on a day: begun, not over, and not taken back by then."""
        return self.filter(
            Q(ends_on=None) | Q(ends_on__gte=day),
            Q(taken_back_on=None) | Q(taken_back_on__gt=day),
            starts_on__lte=day,
        )


class RoleGrant(models.Model):
    """A role given to a person, with dates, reason and who gave it; taken back rather than deleted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    granted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_why = models.CharField(max_length=200, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "starts_on"],
                condition=Q(taken_back_on=None),
                name="role_granted_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(granted_by=None) | ~Q(granted_by=models.F("person")),
                name="role_granted_by_another",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None) | ~Q(taken_back_why=""),
                name="role_taken_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="role_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"


class AuditEvent(models.Model):
    """One line of the audit trail: append-only, each hash covering the line before."""

    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=80, db_index=True)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["at"], name="audit_by_time")]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class AuditCheck(models.Model):
    """One verification of the whole trail: asked for by somebody or by the day, and what it found."""

    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    entries = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(finished_at=None), name="one_audit_check_waits"
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"


class AuditHead(models.Model):
    """The newest hash of the trail: one row, locked while an entry is written."""

    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.hash
