"""The one clock of an open project: what it calls now, and which day that is for the user."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""


def utc_now() -> datetime:
    """The time by the computer's clock."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The user's own calendar day at this moment."""
    return moment.astimezone().date()


def stamp(moment: datetime) -> str:
    """The moment as it is recorded: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
