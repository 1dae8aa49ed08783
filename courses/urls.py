from django.urls import URLPattern, URLResolver, path

from courses import views


app_name = "courses"
urlpatterns: list[URLPattern | URLResolver] = [
    path("hoc/ghi-danh/<slug:code>/", views.enrol, name="enrol"),
    path("hoc/roi-khoa/<uuid:public_id>/", views.leave, name="leave"),
    path("hoc/bai/<uuid:lesson_key>/xong/", views.mark_read, name="mark_read"),
    path(
        "hoc/bai/<uuid:lesson_key>/tra-loi/<slug:question>/",
        views.answer_check,
        name="answer_check",
    ),
]
