"""Practice questions: only what can never be a live examination's item."""

from exams.models import ItemState, ItemVersion, Pool


class UnknownQuestion(LookupError):  # noqa: N818 - it names what happened
    """The practice pool has no such question."""


def practice_version(code: str) -> ItemVersion:
    """
    Return the newest version of an item of the practice pool, by one query.

    Raises UnknownQuestion for any other item: also for one whose any version stands in a paper, whatever
    its pool says.
    """
    version = (
        ItemVersion.objects.select_related("item")
        .filter(item__code=code, item__pool=Pool.PRACTICE, item__state=ItemState.ACTIVE)
        .exclude(item__versions__uses__isnull=False)
        .order_by("-number")
        .first()
    )
    if version is None:
        raise UnknownQuestion(code)
    return version


def practice_codes() -> set[str]:
    """Return the codes of all practice questions."""
    items = ItemVersion.objects.filter(item__pool=Pool.PRACTICE, item__state=ItemState.ACTIVE)
    return set(items.values_list("item__code", flat=True))
