"""The item bank: items and their versions, which never change."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy as _

from exams.rules import marking, questions, scoring


def by_language(record: models.Model, field: str) -> str:
    """Return the record's `<field>_en` on English pages where it is filled, else `<field>_vi`."""
    english = getattr(record, f"{field}_en") if get_language() == "en" else ""
    return english or getattr(record, f"{field}_vi")


class ItemKind(models.TextChoices):
    SINGLE = questions.Kind.SINGLE.value, _("One choice")
    MULTIPLE = questions.Kind.MULTIPLE.value, _("Several choices")
    NUMERIC = questions.Kind.NUMERIC.value, _("Numeric answer")
    MATCHING = questions.Kind.MATCHING.value, _("Matching")
    ORDERING = questions.Kind.ORDERING.value, _("Ordering")
    ESSAY = questions.Kind.ESSAY.value, _("Essay")


class Pool(models.TextChoices):
    EXAM = "exam", _("Live examinations")
    PRACTICE = "practice", _("Practice pool")
    RESERVE = "reserve", _("Reserve pool")


class ItemState(models.TextChoices):
    DRAFT = "draft", _("Being written")
    ACTIVE = "active", _("In use")
    RETIRED = "retired", _("Retired")


class Bloom(models.TextChoices):
    REMEMBER = "remember", _("Remembering")
    UNDERSTAND = "understand", _("Understanding")
    APPLY = "apply", _("Applying")
    ANALYZE = "analyze", _("Analysing")
    EVALUATE = "evaluate", _("Evaluating")
    CREATE = "create", _("Creating")


class Difficulty(models.TextChoices):
    EASY = "easy", _("Easy")
    MEDIUM = "medium", _("Medium")
    HARD = "hard", _("Hard")


class Item(models.Model):
    """A question of the bank; its text and key stand in its versions."""

    code = models.SlugField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    course_code = models.CharField(max_length=10, db_index=True)
    topic = models.CharField(max_length=40)
    bloom = models.CharField(max_length=10, choices=Bloom.choices)
    difficulty = models.CharField(max_length=10, choices=Difficulty.choices)
    pool = models.CharField(max_length=10, choices=Pool.choices, db_index=True)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.ACTIVE)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="item_of_a_known_kind"
            ),
            models.CheckConstraint(condition=Q(pool__in=Pool.values), name="item_in_a_known_pool"),
            models.CheckConstraint(
                condition=Q(state__in=ItemState.values), name="item_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(bloom__in=Bloom.values), name="item_at_a_known_level"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ItemVersion(models.Model):
    """One wording of an item with its key, exactly as candidates met it. Append-only."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    body = models.JSONField()
    key = models.JSONField()
    points = models.DecimalField(max_digits=5, decimal_places=2)
    rationale = models.JSONField()
    rubric = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_once"),
            models.CheckConstraint(condition=Q(points__gt=0), name="item_version_has_points"),
            models.CheckConstraint(condition=Q(number__gte=1), name="item_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.number}"

    def question(self, language: str, *, code: str = "") -> questions.Question:
        """Return what may be shown of this version to somebody who answers it: no key, no rationale."""
        return questions.question_from(
            self.body, code=code, kind=self.item.kind, points=self.points, language=language
        )

    def answer_key(self) -> scoring.Key:
        """Return the key."""
        return scoring.key_from(self.key)

    def criteria(self, language: str) -> tuple[marking.Criterion, ...]:
        """Return the rubric in one language."""
        return marking.rubric_from(self.rubric, language=language)

    @property
    def highest_marks(self) -> list[Decimal]:
        """The most that each criterion of the rubric gives."""
        return [criterion.points for criterion in self.criteria("vi")]
