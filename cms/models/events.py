"""Events: an index of what comes and what has been, and each event."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from cms.blocks import HOW_TO_BUILD, BodyBlock
from cms.models.site_page import SitePage


PER_PAGE = 12


class EventQuerySet(PageQuerySet):
    def shown(self) -> "EventQuerySet":
        """Return the events that everyone may read."""
        return self.live().public()  # type: ignore[no-any-return]

    def coming(self, now: datetime) -> "EventQuerySet":
        """Return the events that are not over yet, the next first."""
        return self.shown().filter(end__gte=now).order_by("start", "pk")  # type: ignore[no-any-return]

    def past(self, now: datetime) -> "EventQuerySet":
        """Return the events that are over, the latest first."""
        return self.shown().filter(end__lt=now).order_by("-start", "-pk")  # type: ignore[no-any-return]


EventManager = PageManager.from_queryset(EventQuerySet)


class EventIndexPage(SitePage):
    kind_label = _("Events")
    template = "cms/event_index_page.html"
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the events to come, and one of those that are over."""
        events, now = EventPage.objects.child_of(self), timezone.now()
        return {
            **super().get_context(request, *args, **kwargs),
            "coming": Paginator(events.coming(now), PER_PAGE).get_page(request.GET.get("toi")),
            "past": Paginator(events.past(now), PER_PAGE).get_page(request.GET.get("trang")),
        }


class EventPage(SitePage):
    kind_label = _("Event")
    search_kind = "su-kien"
    template = "cms/event_page.html"
    parent_page_types = ["cms.EventIndexPage"]
    subpage_types: list[str] = []

    start = models.DateTimeField(_("starts at"))
    end = models.DateTimeField(_("ends at"))
    place = models.CharField(
        _("place"),
        max_length=200,
        blank=True,
        help_text=_("Left empty for an event that is online only."),
    )
    online_url = models.URLField(_("address of the online room"), blank=True)
    organiser = models.CharField(_("organiser"), max_length=200)
    registration_url = models.URLField(_("address for registration"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = EventManager()
    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel(
            [
                FieldPanel("start", help_text=_("Day and hour in Viet Nam.")),
                FieldPanel("end", help_text=_("Until then it stands among what is to come.")),
            ]
        ),
        FieldPanel("place"),
        FieldPanel(
            "online_url", help_text=_("Where one takes part over the internet, if one can.")
        ),
        FieldPanel("organiser", help_text=_("Who answers for it and can be asked.")),
        FieldPanel(
            "registration_url", help_text=_("Where one signs up; empty if nobody needs to.")
        ),
        FieldPanel("body", help_text=HOW_TO_BUILD),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["end"], name="event_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="event_ends_after_start"
            )
        ]

    def clean(self) -> None:
        """Raise ValidationError if the event ends before it begins."""
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("An event cannot end before it begins.")})

    @property
    def search_date(self) -> date:
        """The day of the event."""
        return timezone.localtime(self.start).date()

    @property
    def one_day(self) -> bool:
        """Whether it begins and ends on the same day."""
        return timezone.localtime(self.start).date() == timezone.localtime(self.end).date()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the event and whether it is over."""
        return {
            **super().get_context(request, *args, **kwargs),
            "over": self.end < timezone.now(),
        }
