"""Which standards changed since the last matching: a newer list is matched only where it touches something."""

from dataclasses import dataclass
from typing import Any

from aligner.domain.catalogue import CatalogueDifference, Level
from aligner.usecases.project.session import Session

UNMATCHED = "unmatched"
"""The project remembers the changes under this name."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Designations of rows that were added or changed, or are gone, by level."""

    national: frozenset[str]
    international: frozenset[str]


def note_difference(session: Session, level: Level, difference: CatalogueDifference, inputs_before: str) -> None:
    """Remember what a catalogue just brought, beside what earlier ones brought since the last matching.

    `inputs_before` is the fingerprint of the catalogues before it was loaded. Where the chain of fingerprints is
    broken, as after a stopped program, nothing is remembered and the next matching is a full one.
    """
    run = session.store.matching_run()
    noted = _noted(session)
    if run is None:
        return
    if noted.get("now") != inputs_before or noted.get("since") != run.inputs:
        if run.inputs != inputs_before:
            return
        noted = {"since": run.inputs, Level.NATIONAL.value: [], Level.INTERNATIONAL.value: []}
    touched = {*noted[level.value], *difference.added, *difference.changed, *difference.gone}
    session.store.writing().save_setting(UNMATCHED, noted | {"now": session.inputs(), level.value: sorted(touched)})


def unmatched(session: Session) -> Unmatched | None:
    """What changed since the last matching; None when that is not known exactly."""
    run = session.store.matching_run()
    noted = _noted(session)
    if run is None or noted.get("since") != run.inputs or noted.get("now") != session.inputs():
        return None
    return Unmatched(frozenset(noted[Level.NATIONAL.value]), frozenset(noted[Level.INTERNATIONAL.value]))


def _noted(session: Session) -> dict[str, Any]:
    """What is remembered; nothing, and so a full matching, where it is not as this program writes it."""
    noted = session.store.setting(UNMATCHED)
    is_known = isinstance(noted, dict) and all(isinstance(noted.get(level.value), list) for level in Level)
    return noted if is_known else {}
