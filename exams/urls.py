from django.urls import URLPattern, URLResolver, path

from exams.views import bank, ending, marking, releases, room, sittings


app_name = "exams"
urlpatterns: list[URLPattern | URLResolver] = [
    path("ky-thi/", sittings.index, name="index"),
    path("ky-thi/<uuid:public_id>/", sittings.sitting, name="sitting"),
    path("ky-thi/<uuid:public_id>/bat-dau/", sittings.start, name="start"),
    path("ky-thi/bai-thi/<uuid:public_id>/<int:position>/", room.question, name="question"),
    path("ky-thi/bai-thi/<uuid:public_id>/cau-hoi/", room.questions, name="questions"),
    path("ky-thi/bai-thi/<uuid:public_id>/luu/", room.save, name="save"),
    path("ky-thi/bai-thi/<uuid:public_id>/nop/", ending.hand_in, name="hand_in"),
    path("ky-thi/bai-thi/<uuid:public_id>/bien-nhan/", ending.receipt, name="receipt"),
    path("ky-thi/bai-thi/<uuid:public_id>/ket-qua/", ending.result, name="result"),
    path("ky-thi/cham-bai/", marking.queue, name="marking"),
    path("ky-thi/cham-bai/<uuid:public_id>/", marking.sitting, name="marking_sitting"),
    path("ky-thi/cham-bai/bai/<uuid:public_id>/", marking.script, name="script"),
    path("ky-thi/cong-bo/", releases.index, name="releases"),
    path("ky-thi/cong-bo/<uuid:public_id>/", releases.release, name="release"),
    path("ky-thi/cong-bo/<uuid:public_id>/ket-thuc/", releases.close, name="close"),
    path("ky-thi/ngan-hang/", bank.items, name="bank"),
    path("ky-thi/ngan-hang/<slug:code>/", bank.item, name="bank_item"),
]
