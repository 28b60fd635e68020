"""Which times of a journal can be true: the order of its entries decides, not the clock of one computer.

A day on a computer with a wrong clock must not move what came before or after it to another day.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta


def misplaced(times: Sequence[str], now: datetime) -> frozenset[int]:
    """The positions of times that do not fit: in the future, or outside the longest run of times that only rises.

    `times` are UTC, ISO 8601 in one form, in the order of the journal. When all of them lie in the future, it is this
    computer's clock that is wrong, and the future is no sign of anything.
    """
    latest = (now.astimezone(UTC) + timedelta(days=1)).isoformat()
    past = [position for position, moment in enumerate(times) if moment <= latest]
    fitting = _longest_rising(times, past or range(len(times)))
    return frozenset(range(len(times))) - frozenset(fitting)


def told_by_order(times: Sequence[str], now: datetime) -> dict[int, str]:
    """For each misplaced time, by position, the one that the order of the journal tells.

    That is the time of the next entry whose time fits, or of the last one that does: it cannot have happened later.
    """
    wrong = misplaced(times, now)
    told: dict[int, str] = {}
    following = ""
    for position in reversed(range(len(times))):
        if position in wrong:
            told[position] = following
        else:
            following = times[position]
    last = following
    for position, moment in enumerate(times):
        if position not in wrong:
            last = moment
        elif not told[position]:
            told[position] = last
    return told


def local_day(moment: str) -> str:
    """The day of a time of the journal at this place: in China 2025-03-02 for 2025-03-01T18:00:00+00:00."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return moment[:10]


def local_time(moment: str) -> str:
    """A time of the journal on the clock of this place: "2025-03-02 02:00:00"."""
    try:
        return datetime.fromisoformat(moment).astimezone().isoformat(sep=" ", timespec="seconds")[:19]
    except (ValueError, OverflowError, OSError):
        return moment[:19].replace("T", " ")


def zoned_time(moment: str) -> str:
    """The same with the zone: "2025-03-02 02:00:00 UTC+08:00"."""
    try:
        zone = datetime.fromisoformat(moment).astimezone().isoformat()[-6:]
        return f"{local_time(moment)} UTC{zone.removesuffix('+00:00')}"
    except (ValueError, OverflowError, OSError):
        return f"{local_time(moment)} UTC"


def end_of(day: date) -> str:
    """The first moment after a day of this place: UTC, ISO 8601 as the journal keeps times."""
    try:
        return datetime.combine(day + timedelta(days=1), time()).astimezone(UTC).isoformat(timespec="microseconds")
    except (OverflowError, OSError):  # the last day of the calendar
        return date.max.isoformat() + "T24"


def _longest_rising(times: Sequence[str], positions: Sequence[int]) -> list[int]:
    """Positions of a longest run in which no time is earlier than the one before it; of several the earliest times."""
    ends: list[str] = []
    last_of: list[int] = []
    before: dict[int, int | None] = {}
    for position in positions:
        place = bisect_right(ends, times[position])
        before[position] = last_of[place - 1] if place else None
        if place == len(ends):
            ends.append(times[position])
            last_of.append(position)
        else:
            ends[place] = times[position]
            last_of[place] = position
    run: list[int] = []
    current = last_of[-1] if last_of else None
    while current is not None:
        run.append(current)
        current = before[current]
    return run
