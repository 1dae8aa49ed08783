"""Keys, credentials and the log: what makes an entry of the register provable by others."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certificates.models.register import StatusEvent


LIST_SIZE = 131_072


class KeyRole(models.TextChoices):
    CREDENTIAL = "vc", _("Signs credentials and the status list")
    LOG = "log", _("Signs the state of the log")
    QR = "qr", _("Signs what stands in printed QR codes")
    SEAL = "pades", _("Signs the printed certificates")


class KeyQuerySet(models.QuerySet["SigningKey"]):
    def usable(self, role: str, at: object) -> "KeyQuerySet":
        """Return the keys of a role that may sign at that moment, the newest first."""
        return self.filter(
            role=role, not_before__lte=at, retired_at=None, revoked_at=None
        ).order_by("-not_before", "-pk")

    def trusted(self) -> "KeyQuerySet":
        """Return the keys whose signatures still count: every key that was not revoked."""
        return self.filter(revoked_at=None).order_by("pk")


class SigningKey(models.Model):
    """A public key and the time it signs. The private part is in a file that only the signing worker opens."""

    kid = models.CharField(max_length=40, unique=True)
    role = models.CharField(max_length=5, choices=KeyRole.choices)
    controller = models.CharField(max_length=200)
    # 32 bytes of Ed25519, or the SubjectPublicKeyInfo of a seal; the seal's X.509 chain in PEM, its own certificate first
    public_key = models.CharField(max_length=800, unique=True)
    chain = models.TextField(blank=True)
    not_before = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = KeyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=KeyRole.values), name="signing_key_role_known"
            )
        ]

    def __str__(self) -> str:
        return self.kid

    @property
    def method(self) -> str:
        """The key's name as proofs give it."""
        return f"{self.controller}#{self.kid}"


class KeyAct(models.TextChoices):
    ADDED = "added", _("Added")
    RETIRED = "retired", _("Retired")
    REVOKED = "revoked", _("Revoked")


class KeyEvent(models.Model):
    """What happened to a key, for the log. Append-only."""

    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=8, choices=KeyAct.choices)
    at = models.DateTimeField()
    # of a revoked key: the moment from which others may have held it
    since = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["key", "act"], name="key_event_once"),
            models.CheckConstraint(condition=Q(act__in=KeyAct.values), name="key_act_known"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.act}"


class SigningIntent(models.Model):
    """
    What will be signed, frozen before it is signed. Append-only.

    Whoever signs it, and however often, gets the same bytes: a crash between the steps changes nothing.
    """

    event = models.OneToOneField(StatusEvent, on_delete=models.PROTECT, related_name="intent")
    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="+")
    status_index = models.PositiveIntegerField(unique=True)
    document = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status_index__lt=LIST_SIZE), name="status_index_in_list"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event}"


class Credential(models.Model):
    """The signed credential, byte for byte as it was signed. Append-only."""

    intent = models.OneToOneField(
        SigningIntent, on_delete=models.PROTECT, related_name="credential"
    )
    document = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.intent}"


class OfflineToken(models.Model):
    """What stands in the printed QR code of a credential, as it was signed. Append-only."""

    credential = models.OneToOneField(Credential, on_delete=models.PROTECT, related_name="token")
    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.credential}"


class LogHead(models.Model):
    """How long the log is. One row: whoever holds its lock may append."""

    size = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.size)


class LogEntry(models.Model):
    """One leaf of the log: the canonical JSON of an event and its hash. Append-only, without gaps."""

    index = models.PositiveBigIntegerField(unique=True)
    event = models.OneToOneField(
        StatusEvent, on_delete=models.PROTECT, null=True, related_name="log_entry"
    )
    key_event = models.OneToOneField(
        KeyEvent, on_delete=models.PROTECT, null=True, related_name="log_entry"
    )
    body = models.TextField()
    leaf_hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["index"]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, key_event=None)
                | Q(event=None, key_event__isnull=False),
                name="log_entry_of_one_event",
            )
        ]

    def __str__(self) -> str:
        return str(self.index)


class LogTile(models.Model):
    """The root of a full tile of 256 hashes, so that proofs over a long log read a handful of rows. Append-only."""

    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "index"], name="log_tile_once")]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"


class Checkpoint(models.Model):
    """The signed state of the log at a size. Append-only: an old one convicts whoever rewrites history."""

    size = models.PositiveBigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-size"]

    def __str__(self) -> str:
        return str(self.size)


class StatusList(models.Model):
    """The signed list that says which credentials no longer count; replaced as a whole when it changes."""

    number = models.PositiveSmallIntegerField(unique=True)
    document = models.TextField()
    log_size = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    valid_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("at")), name="status_list_has_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)
