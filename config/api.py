"""The public API, described at /api/v1/openapi.json."""

from ninja import NinjaAPI

from certificates.rest import router
from certificates.rest.access import speak_plainly


api = NinjaAPI(
    title="ChuyenGia",
    version="1.0.0",
    description=(
        "Verify certificates and read the programme's progress without an account; check many at once, send lists "
        "and keep a watch list with a token of the agency desk (`Authorization: Bearer cg_...`). Every fault is "
        "`{detail, errors}`; 120 calls a minute for each token (`RateLimit`, `Retry-After`); bodies of 1 MB at most."
    ),
    urls_namespace="api-1",
    docs_url=None,  # the guide is a page of ours: config/api_guide.py
)
api.add_router("", router)
speak_plainly(api)
