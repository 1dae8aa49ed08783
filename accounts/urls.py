from django.urls import path

from accounts import views
from accounts.door import views as door
from accounts.grants import views as grants
from accounts.organisations import views as organisations
from accounts.profile import views as profile
from accounts.trail import views as trail


app_name = "accounts"
urlpatterns = [
    path("cua-toi/", views.mine, name="mine"),
    path("cua-toi/ho-so/", profile.profile, name="profile"),
    path("cua-toi/to-chuc/", profile.add_membership, name="add_membership"),
    path("cua-toi/to-chuc/<uuid:public_id>/", profile.end_membership, name="end_membership"),
    path("to-chuc/", organisations.organisations, name="organisations"),
    path("to-chuc/them/", organisations.keep, name="add_organisation"),
    path("to-chuc/<uuid:public_id>/", organisations.organisation, name="organisation"),
    path("to-chuc/<uuid:public_id>/sua/", organisations.keep, name="change_organisation"),
    path(
        "to-chuc/<uuid:public_id>/dau-moi/<uuid:person>/thoi/",
        organisations.dismiss,
        name="dismiss_coordinator",
    ),
    path(
        "to-chuc/thanh-vien/<uuid:public_id>/xac-nhan/",
        organisations.confirm,
        name="confirm_membership",
    ),
    path("nguoi-dung/", grants.people, name="people"),
    path("nguoi-dung/<uuid:public_id>/", grants.person, name="person"),
    path("nguoi-dung/vai-tro/<uuid:public_id>/thoi/", grants.take_back, name="take_back"),
    path("bao-mat/", door.security, name="security"),
    path("bao-mat/buoc-hai/", door.second_factor, name="second_factor"),
    path("bao-mat/dong-tai-khoan/", door.close_account, name="close"),
    path("nhat-ky/", trail.trail, name="trail"),
    path("nhat-ky/kiem-tra/", trail.check, name="trail_check"),
    path("nhat-ky/tai-ve/", trail.export, name="trail_export"),
]
