"""Dates with the precision that was printed: "2016-12-30", "2016-12" or "2016"."""

from datetime import date
from functools import lru_cache

DAYS_PER_MONTH = 30.4375
"""Average length of a month in days, for lags and cycles in months (domain.md 8.8)."""


@lru_cache(maxsize=65536)  # whole catalogues are asked for again and again, and their dates repeat
def first_day(text: str) -> date | None:
    """The earliest day the text can mean; None when it is empty. For "in force at" questions."""
    if not text:
        return None
    year, month, day = (*(int(piece) for piece in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


@lru_cache(maxsize=65536)
def middle_day(text: str) -> date | None:
    """The day used in time spans: the day itself, the 15th of a month; None for a bare year (domain.md 8.8)."""
    if len(text) < len("2016-12"):
        return None
    return first_day(text if len(text) > len("2016-12") else text + "-15")


def months_between(earlier: date, later: date) -> float:
    """Length of the span in average months; negative when `later` comes first."""
    return (later - earlier).days / DAYS_PER_MONTH
