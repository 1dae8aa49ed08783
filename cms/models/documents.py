"""The library of official documents: an index with filters, and each document with its file."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from accounts.names import fold
from cms.models.searching import holding
from cms.models.site_page import SitePage
from cms.queries import clean_query


PER_PAGE = 20
ISSUER_LENGTH = 150
NAMES = {"issued_on__year": "nam", "kind": "loai", "issuer": "co-quan"}


class DocumentKind(models.TextChoices):
    LAW = "law", _("Law")
    DECREE = "decree", _("Decree")
    DECISION = "decision", _("Decision")
    CIRCULAR = "circular", _("Circular")
    DIRECTIVE = "directive", _("Directive")
    STANDARD = "standard", _("Standard")
    GUIDANCE = "guidance", _("Guidance")
    OTHER = "other", _("Other")


class DocumentQuerySet(PageQuerySet):
    def shown(self) -> "DocumentQuerySet":
        """Return the documents that everyone may read, newest first."""
        return self.live().public().order_by("-issued_on", "-pk")  # type: ignore[no-any-return]


DocumentManager = PageManager.from_queryset(DocumentQuerySet)


class DocumentIndexPage(SitePage):
    kind_label = _("Official documents")
    template = "cms/document_index_page.html"
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.DocumentPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("library of documents")
        verbose_name_plural = _("libraries of documents")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return one page of documents, of the year, kind, issuing body and words asked for."""
        documents = DocumentPage.objects.child_of(self).shown()
        asked, words = asked_for(request), clean_query(request.GET.get("q", ""))
        chosen = documents.filter(**{name: value for name, value in asked.items() if value})
        context = super().get_context(request, *args, **kwargs)
        leaf = Paginator(holding(chosen.select_related("file"), words), PER_PAGE).get_page(
            request.GET.get("trang")
        )
        return {
            **context,
            "documents": leaf,
            "query": words,
            "filters": filters_of(documents, asked),
            "filtered": bool(words) or any(asked.values()),
            "canonical_url": context["canonical_url"] + _address(asked, leaf.number),
        }


def asked_for(request: HttpRequest) -> dict[str, str]:
    """Return what the address asks for, empty where it can mean nothing."""
    year, kind, issuer = (request.GET.get(name, "") for name in NAMES.values())
    return {
        "issued_on__year": year if year.isascii() and year.isdigit() and len(year) == 4 else "",
        "kind": kind if kind in DocumentKind.values else "",
        "issuer": clean_query(issuer)[:ISSUER_LENGTH],
    }


def filters_of(documents: DocumentQuerySet, asked: dict[str, str]) -> list[dict[str, Any]]:
    """Return the select fields of the library with the choices that documents really have; three queries."""
    years = [day.year for day in documents.dates("issued_on", "year", order="DESC")]
    kinds = set(documents.order_by().values_list("kind", flat=True).distinct())
    issuers = sorted(
        set(documents.order_by().values_list("issuer", flat=True).distinct()), key=fold
    )
    choices = {
        "issued_on__year": (gettext("Year"), [(str(year), str(year)) for year in years]),
        "kind": (gettext("Kind"), [each for each in DocumentKind.choices if each[0] in kinds]),
        "issuer": (gettext("Issuing body"), [(issuer, issuer) for issuer in issuers]),
    }
    return [
        {"name": NAMES[field], "label": label, "choices": found, "chosen": asked[field]}
        for field, (label, found) in choices.items()
    ]


def _address(asked: dict[str, str], number: int) -> str:
    parts = {NAMES[name]: value for name, value in sorted(asked.items()) if value}
    if number > 1:
        parts["trang"] = str(number)
    return f"?{urlencode(parts)}" if parts else ""


class DocumentPage(SitePage):
    kind_label = _("Official document")
    search_kind = "van-ban"
    template = "cms/document_page.html"
    parent_page_types = ["cms.DocumentIndexPage"]
    subpage_types: list[str] = []

    number = models.CharField(
        _("number"), max_length=60, help_text=_("As printed on it: 1322/QĐ-TTg.")
    )
    issued_on = models.DateField(_("date of issue"))
    issuer = models.CharField(_("issuing body"), max_length=ISSUER_LENGTH)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind.choices)
    source_url = models.URLField(_("address of the official source"), blank=True)
    file = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = DocumentManager()
    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel(
            [
                FieldPanel("number"),
                FieldPanel("issued_on", help_text=_("The day printed on it.")),
                FieldPanel("kind", help_text=_("Readers narrow the library down by it.")),
            ]
        ),
        FieldPanel("issuer", help_text=_("Always in the same words: readers narrow down by it.")),
        FieldPanel(
            "file", help_text=_("The signed original, best as PDF with text that can be read.")
        ),
        FieldPanel("source_url", help_text=_("Where the issuing body itself publishes it.")),
    ]

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        indexes = [models.Index(fields=["-issued_on", "kind"], name="document_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=DocumentKind.values), name="document_kind_known"
            )
        ]

    @cached_property
    def body_words(self) -> str:
        """Number and issuing body, for search."""
        return f"{self.number} {self.issuer}"

    @property
    def search_date(self) -> date:
        """The day of issue."""
        return self.issued_on

    @property
    def file_format(self) -> str:
        """The format of the file in capitals, empty without one."""
        return self.file.file_extension.upper() if self.file else ""

    @property
    def file_bytes(self) -> int:
        """The size of the file, 0 without one; asked here because Wagtail's own getter stores what it finds."""
        return int(self.file.file_size or self.file.file.size) if self.file else 0
