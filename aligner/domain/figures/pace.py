"""How fast a review goes, and when it will be through at that speed."""

from dataclasses import dataclass
from math import ceil

LAST_DAYS = 5
"""The pace is that of so many last days on which standards were reviewed."""


@dataclass(frozen=True, slots=True)
class ReviewPace:
    """How many of the standards that a review asks for were reviewed by the end of each day.

    `days` are ISO days on which standards were reviewed, oldest first, each with the number reviewed until its end.
    """

    asked: int
    days: tuple[tuple[str, int], ...]

    @property
    def reviewed(self) -> int:
        """Standards that are reviewed."""
        return self.days[-1][1] if self.days else 0

    @property
    def last_days(self) -> int:
        """Of how many days the pace is."""
        return min(LAST_DAYS, len(self.days))

    @property
    def per_day(self) -> float | None:
        """Standards reviewed a day, on average over the last days; None while none is reviewed."""
        if not self.days:
            return None
        before = self.days[-LAST_DAYS - 1][1] if len(self.days) > LAST_DAYS else 0
        return (self.reviewed - before) / self.last_days

    @property
    def days_left(self) -> int | None:
        """Days of the same pace that the rest takes, begun ones whole; None while there is no pace."""
        return ceil((self.asked - self.reviewed) / self.per_day) if self.per_day else None
