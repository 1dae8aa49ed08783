"""Vietnamese addresses, short: they are printed on paper and read over the telephone."""

from django.urls import URLPattern, URLResolver, path

from certificates.views import (
    brought,
    case_desk,
    cases,
    checking,
    deciding,
    dossier,
    files,
    lists,
    progress,
    register,
    schemes,
    trust,
    verify,
)


app_name = "certificates"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tra-cuu/", verify.lookup, name="lookup"),
    path("tra-cuu/tep/", brought.check_file, name="check_file"),
    path("tra-cuu/<str:number>.json", trust.credential, name="credential"),
    path("tra-cuu/<str:number>.png", trust.badge, name="badge"),
    path("tra-cuu/<str:number>.tlog-proof", trust.proof, name="proof"),
    path(".well-known/did.json", trust.did_document, name="did"),
    path("status/<int:number>", trust.status_list, name="status_list"),
    path("log/checkpoint", trust.checkpoint, name="checkpoint"),
    path("log/tile/<path:path>", trust.tile, name="tile"),
    path("log/bundle.zip", trust.bundle, name="log_bundle"),
    path("tra-cuu/<str:number>/", verify.verify, name="verify"),
    path("v/<str:number>", verify.qr, name="qr"),
    path("tien-do/", progress.progress, name="progress"),
    path("chung-chi/", schemes.schemes, name="schemes"),
    path("chung-chi/ho-so/<uuid:public_id>/", dossier.dossier, name="dossier"),
    path("chung-chi/ho-so/<uuid:public_id>/xem-lai/", cases.review, name="review"),
    path("chung-chi/khieu-nai/", cases.procedure, name="cases"),
    path("chung-chi/khieu-nai/gui/", cases.complain, name="complain"),
    path("chung-chi/khieu-nai/theo-doi/<uuid:access>/", cases.follow, name="case_follow"),
    path("chung-chi/khieu-nai/xu-ly/", case_desk.cases, name="case_desk"),
    path("chung-chi/khieu-nai/xu-ly/<uuid:public_id>/", case_desk.case, name="case"),
    path("chung-chi/khieu-nai/<str:number>/xem-lai/", cases.review_status, name="review_status"),
    path("chung-chi/xet-ho-so/", checking.checking, name="checking"),
    path("chung-chi/xet-ho-so/<uuid:public_id>/", checking.check, name="check"),
    path("chung-chi/quyet-dinh/", deciding.deciding, name="deciding"),
    path("chung-chi/quyet-dinh/<uuid:public_id>/", deciding.decide, name="decide"),
    path("chung-chi/so-dang-ky/", register.register, name="register"),
    path("chung-chi/so-dang-ky/de-nghi/<uuid:public_id>/", register.settle, name="settle"),
    path("chung-chi/so-dang-ky/<str:number>/", register.entry, name="entry"),
    path("chung-chi/so-dang-ky/<str:number>/de-nghi/", register.propose, name="propose"),
    path("chung-chi/tep/<str:number>.pdf", files.file, name="file"),
    path("chung-chi/tep/<str:number>/yeu-cau/", files.request_file, name="request_file"),
    path("chung-chi/danh-sach/", lists.list_check, name="list_check"),
    path("chung-chi/<str:code>/", schemes.scheme, name="scheme"),
    path("chung-chi/<str:code>/nop/", schemes.apply, name="apply"),
]
