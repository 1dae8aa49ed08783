"""The public API, described at /api/v1/openapi.json."""

from ninja import NinjaAPI

from certificates.rest import router


api = NinjaAPI(
    title="ChuyenGia",
    version="1.0.0",
    description="Verify certificates and read the programme's progress.",
    urls_namespace="api-1",
    docs_url=None,  # the guide is a page of ours: config/api_guide.py
)
api.add_router("", router)
