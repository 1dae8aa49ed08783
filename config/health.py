"""Whether the process is alive, and whether it can serve."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from accounts.guards import reads, requires
from accounts.roles import anyone


@reads
@requires(anyone)
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process runs, touching nothing else."""
    return JsonResponse({"status": "ok"})


@reads
@requires(anyone)
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether database and, where configured, Redis can be reached; 503 if not."""
    checks = {"database": _database()}
    if settings.REDIS_URL:
        checks["redis"] = _redis()
    ready = all(checks.values())
    words = {name: "ok" if good else "unreachable" for name, good in checks.items()}
    return JsonResponse(
        {"status": "ok" if ready else "unready", "checks": words}, status=200 if ready else 503
    )


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # noqa: BLE001 - whatever the driver raises, the answer is "not ready"
        return False
    return True


def _redis() -> bool:
    from redis import Redis, RedisError

    try:
        return bool(Redis.from_url(settings.REDIS_URL, socket_timeout=2).ping())
    except RedisError:
        return False
