"""What a hand-in may do to what other reviewers have said: nothing unless somebody chooses it."""

from enum import StrEnum
from typing import Protocol

from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_


class OnConflict(StrEnum):
    """What becomes of a row that says something else than a standing verdict of another reviewer."""

    LIST = "list"  # it is not taken, and listed
    REPLACE = "replace"  # it takes the place of what stands
    SECOND = "second"  # it is kept beside what stands, as a second opinion
    SETTLE = "settle"  # it takes the place of what stands, and settles in what two reviewers differ


class Said(Protocol):
    """A verdict on record: who gave it, and when."""

    @property
    def reviewer(self) -> str:
        """Whose it is."""
        ...

    @property
    def at(self) -> str:
        """When it was given: UTC, ISO 8601."""
        ...


def is_of_another(standing: Said | None, reviewer: str) -> bool:
    """Whether something stands that somebody else said."""
    return standing is not None and standing.reviewer != reviewer


def conflict(what: str, standing: Said, says: tuple[str, ...], file: str, row: int | None) -> Problem:
    """The row that was not taken because of what another reviewer says about the same; `says` are words of
    its verdict, translated with the sentence."""
    return Problem(
        "decided_by_another",
        Severity.LEFT_OUT,
        N_(
            "{reviewer} has judged {what} differently ({says}, {day}), and that judgement was kept. "
            "Say whether this row should replace it."
        ),
        {"reviewer": standing.reviewer or "–", "what": what, "says": says, "day": standing.at[:10] or "–"},
        file=file,
        row=row,
    )
