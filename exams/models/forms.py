"""Examinations, what they promise to test, and the sealed question papers."""

from django.db import models
from django.db.models import F, Q

from exams.models.bank import ItemVersion, by_language
from exams.rules import blueprints


class Exam(models.Model):
    """An examination: its name, length and pass marks. Schemes refer to it by its code."""

    code = models.SlugField(max_length=40, unique=True)
    title_vi = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    pass_percent = models.PositiveSmallIntegerField()
    part_percent = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gt=0), name="exam_takes_time"),
            models.CheckConstraint(
                condition=Q(pass_percent__lte=100, part_percent__lte=F("pass_percent")),
                name="exam_pass_marks_make_sense",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return by_language(self, "title")


class Blueprint(models.Model):
    """How many questions of which part, course and level an examination asks."""

    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="blueprints")
    version = models.PositiveSmallIntegerField()
    cells = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exam", "version"], name="blueprint_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.exam} v{self.version}"

    def as_cells(self) -> list[blueprints.Cell]:
        """Return the cells as the rules see them."""
        return [
            blueprints.Cell(
                blueprints.Place(
                    blueprints.Part(cell["part"]), cell["course"], blueprints.Level(cell["level"])
                ),
                minimum=cell["min"],
                maximum=cell["max"],
            )
            for cell in self.cells
        ]


class Form(models.Model):
    """A question paper. Once sealed, a trigger refuses any change to it and to its questions."""

    code = models.SlugField(max_length=40, unique=True)
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="forms")
    blueprint = models.ForeignKey(Blueprint, on_delete=models.PROTECT, related_name="forms")
    sealed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.code


class FormItem(models.Model):
    """One question of a paper, at its place and in its wording."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    version = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="uses")
    points = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["form", "position"]
        constraints = [
            models.UniqueConstraint(fields=["form", "position"], name="form_position_once"),
            models.UniqueConstraint(fields=["form", "version"], name="form_question_once"),
            models.CheckConstraint(condition=Q(points__gt=0), name="form_item_has_points"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.position}"

    @property
    def part(self) -> blueprints.Part:
        """The part of the examination it belongs to."""
        return blueprints.part_of(self.version.item.kind)
