"""What standards were when they were decided on, and what is different about them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.fields import FIELDS
from aligner.domain.standards.table import Table
from aligner.usecases.project.session import Session

EARLIER_VALUES = "standards.former"
"""Name of a setting: fingerprint -> field -> value, of standards that were decided on and are different since."""

COMPARED = tuple(field.name for field in FIELDS if field.identifying)
"""The fields that a fingerprint is made of: only they make a decision stale."""

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a standard, as it was decided on and as it is now; the values are of the field's kind."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class StandardChange:
    """What happened to one of the two standards since a decision.

    `is_gone`: no catalogue has it any more; its fields are then those it had. `is_known` is False when the project
    does not know what it was: it was replaced before earlier values were kept.
    """

    level: Level
    designation: str
    fields: tuple[FieldChange, ...]
    is_gone: bool
    is_known: bool


def changes_under(session: Session, decision: Decision) -> tuple[StandardChange, ...]:
    """What is different about the standards of a decision, field by field; empty when it stands on them as they are."""
    listed = session.listed()
    found = []
    sides = [(Level.NATIONAL, decision.national, decision.national_fingerprint, listed.national_row(decision))]
    if decision.work:
        edition = listed.edition(decision)
        row = None if edition is None else edition.row
        sides.append((Level.INTERNATIONAL, decision.international, decision.international_fingerprint, row))
    for level, designation, fingerprint, row in sides:
        table = session.standards(level)
        now = None if row is None else _values(table, row)
        if fingerprint != ("" if row is None else table["fingerprint"][row]):
            before = _as_it_was(session, level, fingerprint)
            found.append(StandardChange(level, designation, _differences(before, now), row is None, before is not None))
    return tuple(found)


def keep_previous(session: Session, level: Level, catalogue: int, newer: Table) -> None:
    """Before `newer` takes the place of a catalogue, keep what decisions rest on and it will no longer say.

    What is kept is a few fields under the fingerprint that the decisions name; nothing of it is ever changed.
    """
    rested_on = _fingerprints(session, level) - set(newer["fingerprint"])
    if not rested_on:
        return
    table = session.standards(level)
    rows = zip(table["catalogue"], table["fingerprint"], strict=True)
    earlier = {
        fingerprint: {name: value for name, value in _values(table, row).items() if value}
        for row, (loaded, fingerprint) in enumerate(rows)
        if loaded == catalogue and fingerprint in rested_on
    }
    if earlier:
        session.store.writing().save_setting(EARLIER_VALUES, kept_standards(session) | earlier)


def kept_standards(session: Session) -> dict[str, Any]:
    """The values that were kept, by fingerprint."""
    kept = session.store.setting(EARLIER_VALUES)
    return kept if isinstance(kept, dict) else {}


def _as_it_was(session: Session, level: Level, fingerprint: str) -> Values | None:
    """The values that this fingerprint stands for: kept, or of another edition or catalogue that still has them."""
    kept = session.derived(kept_standards).get(fingerprint)
    if isinstance(kept, dict):
        return kept
    table = session.standards(level)
    try:
        return _values(table, table["fingerprint"].index(fingerprint)) if fingerprint else None
    except ValueError:
        return None


def _differences(before: Values | None, after: Values | None) -> tuple[FieldChange, ...]:
    """The fields that differ; of a standard that is gone, all that said something."""
    if before is None:
        return ()
    pairs = ((name, before.get(name) or "", (after or {}).get(name) or "") for name in COMPARED)
    changes = {name: FieldChange(name, was, now) for name, was, now in pairs if was != now}
    title, english = changes.get("title"), changes.get("title_en")
    if title is not None and english is not None and (title.before, title.after) == (english.before, english.after):
        del changes["title_en"]  # a catalogue in English has one title, twice
    return tuple(changes.values())


def _values(table: Table, row: int) -> dict[str, Any]:
    return {name: table[name][row] for name in COMPARED}


def _fingerprints(session: Session, level: Level) -> set[str]:
    """What standing decisions and second opinions rest on, of the standards of a level."""
    decisions = [*session.decisions_by_key().values(), *session.second_opinions_by_key().values()]
    if level is Level.NATIONAL:
        return {one.national_fingerprint for one in decisions} - {""}
    return {one.international_fingerprint for one in decisions} - {""}
