"""When something was decided, as hand-outs and people write it: 2025-03-01T08:30:00+00:00, 2025年3月1日."""

from datetime import UTC, datetime
from typing import Final

from aligner.domain.clock import local_day, utc_now
from aligner.readers.cells.calendar import AMBIGUOUS, Calendar

EARLIEST_YEAR: Final = 1990


def read_moment(text: str) -> str | None:
    """The moment in UTC, ISO 8601 to the second; None when it cannot be told.

    Without a zone it is local time; a day without a time is its beginning.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        day, finding = Calendar(local_day(utc_now()), EARLIEST_YEAR).read(text)
        if len(day) != len("2025-03-01") or finding == AMBIGUOUS:
            return None
        moment = datetime.fromisoformat(day)
    try:
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except (OverflowError, OSError):  # the year 1 or 9999, moved out of the calendar by the zone
        return None
