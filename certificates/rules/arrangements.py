"""Special arrangements: what may be asked for, how much time may be given, and how long a reason of health is kept."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class ArrangementKind(StrEnum):
    EXTRA_TIME = "extra_time"
    BREAKS = "breaks"
    LARGE_PRINT = "large_print"
    SCREEN_READER = "screen_reader"
    SEPARATE_ROOM = "separate_room"
    OTHER = "other"


class ArrangementState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


# How much more time an officer may give, in per cent; proposals of this platform.
PERCENTS: Final = (25, 33, 50, 100)


def forgotten_before(at: datetime, *, days: int) -> datetime:
    """Return the moment before which whatever ended has lost its reason and its proof."""
    return at - timedelta(days=days)
