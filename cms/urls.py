from django.urls import URLPattern, URLResolver, path

from cms import pictures, views


app_name = "cms"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tim-kiem/", views.search, name="search"),
    path("chua-dich/", views.untranslated, name="untranslated"),
    path("chia-se/<uuid:key>.png", pictures.share_image, name="share_image"),
    path("favicon.svg", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
