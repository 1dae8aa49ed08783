"""Pages of the site."""

from cms.models.home import HomePage
from cms.models.news import Category, NewsIndexPage, NewsPage
from cms.models.site_page import SitePage
from cms.models.standard import StandardPage


__all__ = ["Category", "HomePage", "NewsIndexPage", "NewsPage", "SitePage", "StandardPage"]
