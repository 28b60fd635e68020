"""Pairings: what reviewers confirmed or the national catalogue itself states, resolved to works (domain.md 8.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from aligner.domain.degree import Degree
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.adopted import EditionBasis, is_dated
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.pairs.listed import Listed
from aligner.domain.standards.table import Table
from aligner.domain.works.cited import cited_works
from aligner.domain.works.work import Edition, Works


@dataclass(frozen=True, slots=True)
class Pairing:
    """A stated or confirmed pair before it is seen on a day. `work` is a position in Works, None when unknown.

    `cited` is the adopted edition, undated when `basis` is unknown.
    """

    national: int
    work: int | None
    text: str
    cited: Designation | None
    degree: Degree | None
    legacy: str = ""
    coverage: Coverage = Coverage.FULL
    joint: str = ""
    is_stale: bool = False
    basis: EditionBasis = EditionBasis.STATED
    merged: int | None = None
    """The adopted work itself, where it was merged into `work` since (domain.md 8.12)."""

    @property
    def adopted(self) -> int | None:
        """The work that the national standard adopts, whatever became of it."""
        return self.work if self.merged is None else self.merged


Place = tuple[int, int | str]
"""Row of the national standard, and position of the work; of a work in no catalogue its undated designation."""


@dataclass(frozen=True)
class Catalogued:
    """The catalogues of both sides, with what pairs are looked up in: made once, however often is counted."""

    listed: Listed
    national_works: Works
    currents: dict[tuple[date, bool], dict[int, Edition]] = field(default_factory=dict, repr=False, compare=False)
    """The editions in force on the days that were asked for."""
    _found: dict[Decision, tuple[Place, Pairing] | None] = field(default_factory=dict, repr=False, compare=False)
    """What decisions were resolved to so far: from one counting to the next almost all are the same."""

    @property
    def national(self) -> Table:
        """The national standards."""
        return self.listed.national

    @property
    def international(self) -> Table:
        """The international standards."""
        return self.listed.international

    @property
    def works(self) -> Works:
        """The international works."""
        return self.listed.works

    @cached_property
    def stated(self) -> list[Pairing]:
        """What the national catalogue itself declares; duplicates and repeated statements once."""
        pairings: dict[tuple[int, str], Pairing] = {}
        for row, statements in enumerate(self.national["statements"]):
            if self.national["duplicate_of"][row] is None:
                for text, degree, _, legacy in statements:
                    known = Degree(degree) if degree else None
                    for work, cited in self._cited(text):
                        basis = EditionBasis.STATED if is_dated(cited) else EditionBasis.UNKNOWN
                        pairing = Pairing(row, work, cited, parsed(cited), known, legacy, basis=basis)
                        pairings.setdefault((row, cited), pairing)
        return list(pairings.values())

    def _cited(self, text: str) -> list[tuple[int | None, str]]:
        """The works that a statement names, each with the number it is cited by; one that no list has is None."""
        return [(one.work, one.text) for one in cited_works(self.works, text)] or [(None, text)]

    def latest(self, decisions: Iterable[Decision]) -> dict[Place, tuple[Decision, Pairing]]:
        """The last decision on each pair with the pair it speaks of.

        A decision whose national standard is not in the catalogue is missing here: nobody can say that it is in force.
        """
        latest: dict[Place, tuple[Decision, Pairing]] = {}
        known = self.listed.numbers.listed
        for decision in sorted(decisions, key=lambda one: (one.national in known, one.at)):
            found = self._resolved(decision)
            if found is not None:
                latest[found[0]] = decision, found[1]
        return latest

    def broken_groups(self, decisions: Iterable[Decision]) -> frozenset[tuple[int, str]]:
        """Joint groups with a member that is in no catalogue any more, by work and name: they are not complete."""
        return frozenset(
            (position, one.joint)
            for one in decisions
            if one.coverage is Coverage.JOINT
            and one.verdict is Verdict.CONFIRMED
            and self.listed.national_row(one) is None
            and (position := self.listed.work(one)) is not None
        )

    def _resolved(self, decision: Decision) -> tuple[Place, Pairing] | None:
        if decision not in self._found:
            self._found[decision] = self._resolve(decision)
        return self._found[decision]

    def _resolve(self, decision: Decision) -> tuple[Place, Pairing] | None:
        row = self.listed.national_row(decision)
        if row is None or not decision.work:
            return None
        work, adopted = self.listed.work(decision), self.listed.adopted(decision)
        text = adopted.designation or decision.work
        place: Place = (row, decision.work if work is None else work)
        return place, Pairing(
            national=row,
            work=work,
            text=text,
            cited=parsed(text),
            degree=decision.degree,
            legacy=self._legacy.get(place, ""),
            coverage=decision.coverage,
            joint=decision.joint,
            is_stale=self.listed.is_stale(decision),
            basis=adopted.basis,
        )

    @cached_property
    def publishers(self) -> frozenset[str]:
        """Everyone who publishes something in the international catalogues."""
        return frozenset(self.international["publisher"])

    @cached_property
    def _legacy(self) -> dict[Place, str]:
        """EQV and REF as printed."""
        return {
            (row, one.work): legacy
            for row, statements in enumerate(self.national["statements"])
            for text, _, _, legacy in statements
            if legacy
            for one in cited_works(self.works, text)
        }


def confirmed(latest: Mapping[Place, tuple[Decision, Pairing]]) -> list[Pairing]:
    """The confirmed pairs."""
    return [pairing for decision, pairing in latest.values() if decision.verdict is Verdict.CONFIRMED]


def not_decided(stated: Iterable[Pairing], latest: Mapping[Place, tuple[Decision, Pairing]]) -> list[Pairing]:
    """The stated pairs that no reviewer has confirmed or rejected: what a reviewer says of a pair stands above it."""
    decided = settled_places(latest)
    return [one for one in stated if (one.national, one.work) not in decided]


def settled_places(latest: Mapping[Place, tuple[Decision, Pairing]]) -> frozenset[Place]:
    """The pairs that a reviewer has confirmed or rejected."""
    settled = {Verdict.CONFIRMED, Verdict.REJECTED}
    return frozenset(place for place, (decision, _) in latest.items() if decision.verdict in settled)


@lru_cache(maxsize=65536)
def parsed(text: str) -> Designation | None:
    """The designation in a text; None when it is not understood."""
    designation = parse_designation(text)
    return None if isinstance(designation, NotUnderstood) else designation
