"""Pages of the site."""

from cms.models.documents import DocumentIndexPage, DocumentKind, DocumentPage
from cms.models.events import EventIndexPage, EventPage
from cms.models.home import HomePage
from cms.models.news import Category, NewsIndexPage, NewsPage
from cms.models.searching import SearchEntry
from cms.models.site_page import SitePage
from cms.models.standard import StandardPage


__all__ = [
    "Category",
    "DocumentIndexPage",
    "DocumentKind",
    "DocumentPage",
    "EventIndexPage",
    "EventPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "SearchEntry",
    "SitePage",
    "StandardPage",
]
