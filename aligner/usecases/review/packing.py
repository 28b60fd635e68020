"""A review pack: the rows that one reviewer is asked about, as a workbook to fill in and send back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.clock import stamp
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.decision import Decision
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.workbook.review_pack import CHOICES, HEADINGS, PackRow, shown_text, write_review_pack
from aligner.usecases.candidates.light import LightCandidate, LightCandidates, light_candidates
from aligner.usecases.project.lookup import NationalLookup
from aligner.usecases.project.session import Session
from aligner.usecases.review.notes import View, flags, handed, views
from aligner.usecases.review.queue import open_queue

PACKS = "review.packs"
"""Name of the setting: pack -> fingerprint of its manifest, for whom, and when it was made."""

OFFERED = 9
"""Candidates shown for one standard."""


@dataclass(frozen=True, slots=True)
class PackChoice:
    """Which rows go into the pack: those of a saved view, of a committee, handed to the reviewer; the first so many.

    Everything that asks for a review when nothing is chosen.
    """

    view: str = ""
    committee: str = ""
    is_handed: bool = False
    limit: int | None = None


EVERYTHING = PackChoice()
"""All that asks for a review."""


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row of a pack: its standard, the fingerprint of what was shown, and of what held when it was made."""

    national: str
    shown: str
    state: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack knows of itself. `entries` is how long the journal was when the pack was made."""

    pack: str
    reviewer: str
    sender: str
    made: str
    entries: int
    rows: tuple[ManifestRow, ...]

    def to_text(self) -> str:
        """The manifest as JSON."""
        return json.dumps(asdict(self), ensure_ascii=True, sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> "Manifest":
        """The manifest that `to_text` gave. Raises ValueError, KeyError or TypeError for anything else."""
        values: dict[str, Any] = json.loads(text)
        rows = tuple(ManifestRow(**row) for row in values["rows"])
        return cls(**values | {"rows": rows})


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was written: its file, for whom, and the standards in it."""

    file: Path
    reviewer: str
    nationals: tuple[str, ...]


def pack(
    session: Session, target: Path, reviewer: str, translate: Translator, choice: PackChoice = EVERYTHING
) -> Packed:
    """Write a review pack for this reviewer. The project remembers it, so that it knows the pack when it comes back.

    No decision, score or suggested degree is in it. Raises AlignerError when nothing is chosen by this choice, and
    when the file cannot be written.
    """
    reviewer = " ".join(reviewer.split())
    if not reviewer:
        raise AlignerError(N_("Say for whom the pack is."))
    candidates = light_candidates(session)
    nationals = chosen_rows(session, candidates, reviewer, choice)
    if not nationals:
        raise AlignerError(N_("No standard that asks for a review fits this choice; no pack was written."))
    writing = session.store.writing()
    rows = [_pack_row(session, candidates, national) for national in nationals]
    states = States(session)
    made = stamp(session.now())
    listed = tuple(
        ManifestRow(national, fingerprint(*row.shown), states.of(national))
        for national, row in zip(nationals, rows, strict=True)
    )
    head = session.store.head()
    name = fingerprint(reviewer, made, head[1], *(row.shown for row in listed))[:16]
    manifest = Manifest(name, reviewer, session.reviewer, made, head[0], listed).to_text()
    write_review_pack(rows, _lines(reviewer, session, translate), manifest, target, translate)
    writing.save_setting(PACKS, known_packs(session) | {name: [fingerprint(manifest), reviewer, made]})
    return Packed(target, reviewer, tuple(nationals))


def known_packs(session: Session) -> dict[str, list[str]]:
    """The packs that this project has made: fingerprint of the manifest, reviewer and time, by pack."""
    kept = session.store.setting(PACKS)
    return dict(kept) if isinstance(kept, dict) else {}


def fingerprint(*texts: str) -> str:
    """SHA-256 of these texts, none of which can be taken for part of another."""
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def chosen_rows(session: Session, candidates: LightCandidates, reviewer: str, choice: PackChoice) -> list[str]:
    """The designations of the national standards that this choice means, in the order of the queue."""
    table = open_queue(session, candidates, Level.NATIONAL, flags(session)).table
    view = _view(session, choice.view) if choice.view else None
    owners = handed(session)
    chosen = [
        row["designation"]
        for row in table.rows()
        if (view is None or is_in_view(row, view))
        and choice.committee in ("", row["committee"])
        and (not choice.is_handed or owners.get(row["designation"]) == reviewer)
    ]
    return chosen[: choice.limit]


def _view(session: Session, name: str) -> View:
    for view in views(session):
        if view.name == name and view.level is Level.NATIONAL:
            return view
    raise AlignerError(N_("There is no view “{name}” of national standards."), name=name)


def is_in_view(row: Mapping[str, Any], view: View) -> bool:
    """Whether a row of the queue is among those of a saved view."""
    words = f"{row['designation']} {row['title']} {row['title_en']}".casefold()
    return view.search.casefold() in words and all(
        not kinds or not set(_kinds(row, facet)).isdisjoint(kinds) for facet, kinds in view.facets.items()
    )


def _kinds(row: Mapping[str, Any], facet: str) -> tuple[str, ...]:
    value = row.get(facet, "")
    if facet == "band":
        return (value.value if isinstance(value, Band) else "",)
    if facet == "ics":
        return tuple(code[:2] for code in value) if value else ("",)
    return tuple(map(str, value)) if isinstance(value, tuple | list | set | frozenset) else (str(value or ""),)


class States:
    """What holds on each national standard at this moment: decisions, opinions and the standard itself."""

    def __init__(self, session: Session) -> None:
        table = session.standards(Level.NATIONAL)
        self._standards = dict(zip(table["designation"], table["fingerprint"], strict=True))
        self._said: dict[str, list[str]] = {}
        for opinions in (session.decisions_by_key(), session.second_opinions_by_key()):
            for one in opinions.values():
                self._said.setdefault(one.national, []).append(_text(one))

    def of(self, national: str) -> str:
        """A fingerprint of it."""
        return fingerprint(str(self._standards.get(national, "")), *sorted(self._said.get(national, ())))


def _text(decision: Decision) -> str:
    return json.dumps(decision.to_json(), sort_keys=True)


def _pack_row(session: Session, candidates: LightCandidates, national: str) -> PackRow:
    title = session.standards(Level.NATIONAL)["title"][session.derived(NationalLookup).find(national)]
    offered = sorted(candidates.of_national(national)[:OFFERED], key=lambda one: one.international)
    lines = [_line(session, number, one) for number, one in enumerate(offered, 1)]
    numbers = tuple(dict.fromkeys(one.international for one in offered))
    editions = tuple(dict.fromkeys(name for one in offered for name in _editions(session, one)))
    return PackRow((shown_text(national), shown_text(title), shown_text("\n".join(lines))), numbers, editions)


def _line(session: Session, number: int, candidate: LightCandidate) -> str:
    international = session.standards(Level.INTERNATIONAL)
    title = ""
    if candidate.work is not None:
        current = session.works().current(session.works().works[candidate.work], session.today())
        title = international["title"][current.row] if current else ""
    return f"{number}. {candidate.international}  {title}".rstrip()


def _editions(session: Session, candidate: LightCandidate) -> list[str]:
    if candidate.work is None:
        return []
    international = session.standards(Level.INTERNATIONAL)
    return [international["designation"][one.row] for one in session.works().works[candidate.work].editions]


def _lines(reviewer: str, session: Session, translate: Translator) -> list[str]:
    """What to do, in the words of the sheet itself."""
    names, choices = HEADINGS[translate.language], CHOICES[translate.language]
    verdicts, coverages = (" / ".join(choices[name]) for name in ("verdict", "coverage"))
    return [
        translate("Review pack for {reviewer}, from {sender}", reviewer=reviewer, sender=session.reviewer),
        "",
        translate("Fill in the white cells; leave a row empty that you do not want to decide. Grey cells are locked."),
        translate(
            "“{international}”: the number of the counterpart, from the list or any other. “{verdict}”: {verdicts}; "
            "with a degree alone the pair is confirmed.",
            **names,
            verdicts=verdicts,
        ),
        translate(
            "“{degree}”: IDT, MOD or NEQ. “{coverage}”: {coverages}. “{edition}”: the adopted edition.",
            **names,
            coverages=coverages,
        ),
        translate("“{reason}” and “{note}”: in your own words, or from the list. MOD and NEQ need a reason.", **names),
        translate("The candidates are in the order of their numbers; the program does not say here which it prefers."),
        translate("Save the file as .xlsx and send it back. Your decisions are recorded under your name."),
    ]
