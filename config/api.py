"""The public API, described at /api/v1/openapi.json."""

from ninja import NinjaAPI


api = NinjaAPI(
    title="ChuyenGia",
    version="1.0.0",
    description="Verify certificates and read the programme's progress.",
    urls_namespace="api-1",
    docs_url="/docs",
)
