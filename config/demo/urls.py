from django.urls import URLPattern, URLResolver, path

from config.demo import views


app_name = "demo"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="index"),
    path("vao/", views.enter, name="enter"),
    path("hop-thu/", views.mailbox, name="mailbox"),
]
