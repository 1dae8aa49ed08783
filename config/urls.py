"""Every address of the site. Vietnamese without a prefix, English under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from accounts.door.views import factor_home
from accounts.guards import reads, requires
from accounts.roles import anyone
from accounts.views import choose_scheme
from cms.admin_words import admin_words
from cms.gallery.views import gallery
from cms.page_cache import shared_page
from config import health
from config.api import api
from config.api_guide import guide, old_guide


handler403 = "config.errors.forbidden"
handler429 = "config.errors.too_many"  # allauth calls it when a limit is reached
handler500 = "config.errors.fault"
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("giao-dien/", choose_scheme, name="scheme"),
    path("api/v1/docs", old_guide, name="old_api_guide"),
    path("api/v1/", api.urls),
    path("", include("allauth.idp.urls")),
    # Before Wagtail's and wagtail-localize's own, which know no Vietnamese of ours.
    path("cms/jsi18n/", admin_words),
    path("cms/localize/jsi18n/", admin_words),
    path("cms/components/", gallery, name="components"),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
if settings.DEMO:
    urlpatterns += i18n_patterns(
        path("demo/", include("config.demo.urls")), prefix_default_language=False
    )
urlpatterns += i18n_patterns(
    path("api/", guide, name="api_guide"),
    path("accounts/2fa/", factor_home, name="mfa_index"),  # before allauth's own overview
    path("accounts/", include("allauth.urls")),
    path("", include("accounts.urls")),
    path("", include("certificates.urls")),
    path("", include("exams.urls")),
    path("", include("courses.urls")),
    path("", include("cms.urls")),
    # Wagtail's own pattern for pages, under our guard: showing a page writes nothing.
    re_path(
        wagtail_urls.serve_pattern,
        shared_page(reads(requires(anyone)(serve))),
        name="wagtail_serve",
    ),
    *(entry for entry in wagtail_urls.urlpatterns if entry.name != "wagtail_serve"),
    prefix_default_language=False,
)
