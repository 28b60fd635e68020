"""What is wrong with a damaged project, what of it can still be used, and which backup can take its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.usecases.project.session import Session

DAMAGED: Final = "damaged"
"""Code of the notice that a project was damaged or altered outside the program; those before it say what."""

_OTHER: Final = frozenset({"read-only", "backup-failed"})
"""Codes of notices about the opening that say nothing of the project."""


@dataclass(frozen=True, slots=True)
class Damage:
    """`found` says what is not as it was written; `usable` and `refused` are the parts of the project, by name.

    `backup` is the name of the newest sound backup, "" when there is none; a project on a server has no backups here.
    """

    found: tuple[Finding, ...]
    usable: tuple[str, ...]
    refused: tuple[str, ...]
    backup: str
    is_on_server: bool


class CannotBeShown(AlignerError):
    """So much of the project at `address` is damaged that the window has nothing to show; `damage` says what."""

    def __init__(self, address: str, damage: Damage) -> None:
        super().__init__(
            N_("“{project}” is so damaged that it cannot be shown. What is not damaged can still be exported."),
            project=address,
        )
        self.address = address
        self.damage = damage


def is_damaged(session: Session) -> bool:
    """Whether something was found when the project was opened; it is open for reading only then."""
    return any(notice.code == DAMAGED for notice in session.notices)


def damage_of(session: Session) -> Damage:
    """The damage of an open project, with every part asked whether it can still be read."""
    way = next((notice for notice in session.notices if notice.code == DAMAGED), None)
    found = tuple(notice for notice in session.store.notices if notice.code not in {DAMAGED, *_OTHER})
    parts = {name: _can_be_read(ask, session) for name, ask in PARTS.items()}
    return Damage(
        found,
        tuple(name for name, usable in parts.items() if usable),
        tuple(name for name, usable in parts.items() if not usable),
        str(way.values.get("backup", "")) if way is not None else "",
        "://" in session.address,
    )


def _can_be_read(ask: Callable[[Session], object], session: Session) -> bool:
    try:
        ask(session)
    except AlignerError:
        return False
    return True


PARTS: Final[Mapping[str, Callable[[Session], object]]] = {
    N_("National standards"): lambda session: session.store.standards(Level.NATIONAL),
    N_("International standards"): lambda session: session.store.standards(Level.INTERNATIONAL),
    N_("Candidates"): lambda session: (session.store.matching_run(), session.store.candidates(national="")),
    N_("Decisions"): lambda session: (session.store.decisions(), session.store.settlements()),
    N_("Applicability verdicts"): lambda session: session.store.applicability(),
    N_("Comparisons"): lambda session: session.store.comparisons(),
    N_("History"): lambda session: session.store.history(limit=1),
    N_("Snapshots"): lambda session: session.store.snapshots(),
}
"""What a project consists of, each with the question that is refused when it was altered."""
