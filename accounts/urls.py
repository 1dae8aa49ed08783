from django.urls import path

from accounts import views
from accounts.trail import views as trail


app_name = "accounts"
urlpatterns = [
    path("cua-toi/", views.mine, name="mine"),
    path("nhat-ky/", trail.trail, name="trail"),
    path("nhat-ky/kiem-tra/", trail.check, name="trail_check"),
    path("nhat-ky/tai-ve/", trail.export, name="trail_export"),
]
