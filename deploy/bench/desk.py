"""A list of 10,000 numbers: seconds until every line has its answer, beside reading the same rows alone; and its paper."""

import json
import os
import sys
import time
import uuid
from itertools import cycle, islice


LINES = 10_000
AT_ONCE = 1_000


def main() -> None:
    """Print the figures as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
    import django

    django.setup()
    from django.utils import timezone

    from accounts.models import User
    from certificates.models import Certificate
    from certificates.rules.lists import numbered
    from certificates.services.list_paper import drawing_of
    from certificates.services.lists import answer_list, start_check

    numbers = list(Certificate.objects.order_by("pk").values_list("number", flat=True))
    lines = list(islice(cycle(numbers), LINES))
    at, owner = timezone.now(), User.objects.earliest("pk")
    began = time.monotonic()
    check = start_check(
        owner=owner,
        asked=numbered([(number, "Nguyễn Văn Đo") for number in lines]),
        day=timezone.localdate(at),
        key=uuid.uuid4(),
        at=at,
    )
    answer_list(check_id=check.pk)
    checked = time.monotonic() - began
    check.refresh_from_db()
    if not check.is_finished or check.answers.count() != LINES:
        raise RuntimeError("the list was not answered")
    began = time.monotonic()
    for begin in range(0, LINES, AT_ONCE):
        some = Certificate.objects.filter(number__in=lines[begin : begin + AT_ONCE])
        list(some.with_history())
    bare = time.monotonic() - began
    began = time.monotonic()
    drawing_of(check, at=at)
    drawn = time.monotonic() - began
    sys.stdout.write(json.dumps({"bulk_s": checked, "bulk_bare_s": bare, "list_paper_s": drawn}))


if __name__ == "__main__":
    main()
