"""What people hand to the Python interface, and what is meant by it: days and levels."""

from datetime import date, datetime

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

Day = date | str | None
"""A day, or its text as "2025-12-31"; None where a method says what that means."""


def day_of(value: Day) -> date | None:
    """The day that is meant. Raises AlignerError for a text that is none."""
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise AlignerError(N_("“{text}” is not a day. Write it like 2025-12-31."), text=value) from None


def level_of(value: str) -> Level:
    """The level of a catalogue. Raises AlignerError for a word that is none."""
    try:
        return Level(value)
    except ValueError:
        raise AlignerError(N_("“{text}” is not a level. Write national or international."), text=str(value)) from None
