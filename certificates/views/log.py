"""The public log as people meet it: what it is, how it stands, and how to check it without believing us."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.guards import reads, requires
from accounts.roles import anyone
from certificates.models import LogLoss, SigningKey
from certificates.selectors import log as selectors
from certificates.throttle import limited


@reads
@requires(anyone)
@limited
def log(request: HttpRequest) -> HttpResponse:
    """Show the newest signed state, the keys, and the lines of the log, the newest first."""
    asked = request.GET.get("truoc", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    lines = selectors.lines(before=before)
    last = lines[-1].index if lines else 0
    context = {
        "newest": selectors.newest_checkpoint(),
        "verifiers": selectors.log_verifiers(),
        "keys": SigningKey.objects.order_by("role", "not_before"),
        "losses": LogLoss.objects.all()[:20],
        "lines": lines,
        "newer": "?" if before is not None else "",
        "older": f"?truoc={last}#dong" if last else "",
    }
    return render(request, "certificates/log.html", context)
