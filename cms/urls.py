from django.urls import URLPattern, URLResolver, path

from cms import pictures
from cms.views import calendar, feeds, searching, site


app_name = "cms"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tim-kiem/", searching.search, name="search"),
    path("tim-kiem/goi-y/", searching.suggest, name="suggest"),
    path("tin-tuc/rss/", feeds.rss, name="news_rss"),
    path("tin-tuc/rss/<slug:category>/", feeds.rss, name="news_rss"),
    path("tin-tuc/atom/", feeds.atom, name="news_atom"),
    path("tin-tuc/atom/<slug:category>/", feeds.atom, name="news_atom"),
    path("su-kien/lich.ics", calendar.event_feed, name="events_ics"),
    path("su-kien/<uuid:key>.ics", calendar.event_file, name="event_ics"),
    path("chua-dich/", site.untranslated, name="untranslated"),
    path("chia-se/<uuid:key>.png", pictures.share_image, name="share_image"),
    path("site.webmanifest", site.manifest, name="manifest"),
    path("favicon.svg", site.favicon, name="favicon"),
    path("favicon.ico", site.icon, name="icon"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
]
