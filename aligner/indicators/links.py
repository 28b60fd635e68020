"""Links: what a national standard adopts, from decisions or from its own catalogue (domain.md 8.1)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from aligner.domain.candidate import EditionState
from aligner.domain.counting import CountingRules
from aligner.domain.currency import Currency, edition_state
from aligner.domain.decision import Coverage, Decision, Verdict
from aligner.domain.degree import Degree
from aligner.domain.designation import Designation, NotUnderstood, Supplement
from aligner.domain.designation_parser import parse_designation
from aligner.domain.table import Table
from aligner.domain.work import Works

STRICTNESS = ("any", "current_grace", "current", "current_amendments")
"""The edition rules, each refusing more than the one before."""

REFUSED_STATES: dict[str, frozenset[EditionState]] = {
    "any": frozenset(),
    "current_grace": frozenset({EditionState.OUTDATED, EditionState.WITHDRAWN, EditionState.UNDATED}),
    "current": frozenset({EditionState.OUTDATED, EditionState.GRACE, EditionState.WITHDRAWN, EditionState.UNDATED}),
    "current_amendments": frozenset(set(EditionState) - {EditionState.CURRENT, EditionState.AHEAD}),
}
"""The edition states that do not pass an edition rule (domain.md 5.3, 8.1)."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A stated or confirmed pair before it is seen on a day. `work` is a position in Works, None when unknown."""

    national: int
    work: int | None
    text: str
    cited: Designation | None
    degree: Degree | None
    legacy: str = ""
    coverage: Coverage = Coverage.FULL
    joint: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A pairing on a day.

    `awaits_confirmation` marks a draft that was published since: it counts again when someone has looked at the
    published edition (domain.md 8.12).
    """

    pairing: Pairing
    currency: Currency
    awaits_confirmation: bool

    @property
    def state(self) -> EditionState | None:
        """The cited edition against the current one; None when no catalogue lists the work."""
        return self.currency.state

    def passes(self, edition_rule: str) -> bool:
        """Whether the cited edition is good enough for this edition rule; unknown works pass `any` only."""
        if self.state is None:
            return edition_rule == "any"
        return self.state not in REFUSED_STATES[edition_rule]


def stricter(rule: str, other: str) -> str:
    """The stricter one of two edition rules."""
    return max(rule, other, key=STRICTNESS.index)


def pairings_from_decisions(
    decisions: Iterable[Decision], national: Table, international: Table, works: Works
) -> list[Pairing]:
    """The confirmed pairs; of several decisions on a pair the latest one counts.

    A decision whose national standard is not in the catalogue makes no pair here: nobody can say that it is in force.
    """
    legacy = _legacy_degrees(national, works)
    return [
        Pairing(
            national=row,
            work=work if isinstance(work, int) else None,
            text=decision.international or decision.work,
            cited=parsed(decision.international or decision.work),
            degree=decision.degree,
            legacy=legacy.get((row, work), ""),
            coverage=decision.coverage,
            joint=decision.joint,
            is_stale=_is_stale(decision, row, national, international, works),
        )
        for (row, work), decision in _latest(decisions, national, works).items()
        if decision.verdict is Verdict.CONFIRMED
    ]


def not_decided(
    stated: Iterable[Pairing], decisions: Iterable[Decision], national: Table, works: Works
) -> list[Pairing]:
    """The stated pairs that no reviewer has confirmed or rejected: what a reviewer says of a pair stands above it."""
    decided = {
        pair
        for pair, decision in _latest(decisions, national, works).items()
        if decision.verdict in {Verdict.CONFIRMED, Verdict.REJECTED}
    }
    return [one for one in stated if (one.national, one.work) not in decided]


def broken_groups(decisions: Iterable[Decision], national: Table, works: Works) -> frozenset[tuple[int, str]]:
    """Joint groups with a member that is in no catalogue any more, by work and name: they are not complete."""
    known = set(national["designation"])
    return frozenset(
        (position, one.joint)
        for one in decisions
        if one.coverage is Coverage.JOINT
        and one.verdict is Verdict.CONFIRMED
        and one.national not in known
        and (position := works.position(one.international or one.work)) is not None
    )


def pairings_from_statements(national: Table, works: Works) -> list[Pairing]:
    """What the national catalogue itself declares; duplicates and repeated statements once."""
    pairings: dict[tuple[int, str], Pairing] = {}
    for row, statements in enumerate(national["statements"]):
        if national["duplicate_of"][row] is None:
            for text, degree, _, legacy in statements:
                known = Degree(degree) if degree else None
                pairing = Pairing(row, works.position(text), text, parsed(text), known, legacy)
                pairings.setdefault((row, text), pairing)
    return list(pairings.values())


def links_at(
    pairings: Sequence[Pairing], national: Table, base_of: dict[int, int], works: Works, at: date, rules: CountingRules
) -> Iterator[Link]:
    """The pairings as they stand on this day.

    A national amendment that takes in an international one makes no link of its own; it completes what its base
    standard cites.
    """
    added: dict[tuple[int, int | None], tuple[Supplement, ...]] = defaultdict(tuple)
    for pairing in pairings:
        if pairing.cited and national["is_supplement"][pairing.national]:
            key = (base_of.get(pairing.national, pairing.national), pairing.work)
            added[key] += pairing.cited.supplements
    for pairing in pairings:
        if national["is_supplement"][pairing.national]:
            continue
        here = replace(pairing, national=base_of.get(pairing.national, pairing.national))
        yield _link(here, added.get((here.national, here.work), ()), national, works, at, rules)


@lru_cache(maxsize=65536)
def parsed(text: str) -> Designation | None:
    """The designation in a text; None when it is not understood."""
    designation = parse_designation(text)
    return None if isinstance(designation, NotUnderstood) else designation


def _link(
    pairing: Pairing,
    added: tuple[Supplement, ...],
    national: Table,
    works: Works,
    at: date,
    rules: CountingRules,
) -> Link:
    if pairing.cited is None or pairing.work is None:
        return Link(pairing, Currency(None), awaits_confirmation=False)
    cited = replace(pairing.cited, supplements=pairing.cited.supplements + added) if added else pairing.cited
    year = national["year"][pairing.national]
    published = national["published"][pairing.national] or (str(year) if year else "")
    currency = edition_state(works, cited, published, at, rules=rules)
    is_published_draft = cited.is_draft and not cited.supplements and currency.state is not EditionState.AHEAD
    return Link(pairing, currency, is_published_draft and currency.current is not None)


def _latest(decisions: Iterable[Decision], national: Table, works: Works) -> dict[tuple[int, int | str], Decision]:
    """The last decision on each pair, by national row and work; by the work's name where no catalogue lists it."""
    rows = _rows_by_designation(national)
    latest: dict[tuple[int, int | str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.at):
        row = rows.get(decision.national)
        if row is not None and decision.work:
            position = works.position(decision.international or decision.work)
            latest[row, decision.work if position is None else position] = decision
    return latest


def _rows_by_designation(table: Table) -> dict[str, int]:
    """The row of each designation; of several the one that is no duplicate."""
    rows: dict[str, int] = {}
    for row, (designation, duplicate) in enumerate(zip(table["designation"], table["duplicate_of"], strict=True)):
        if designation not in rows or (duplicate is None and table["duplicate_of"][rows[designation]] is not None):
            rows[designation] = row
    return rows


def _legacy_degrees(national: Table, works: Works) -> dict[tuple[int, int | str], str]:
    """EQV and REF as printed, by national row and work."""
    return {
        (row, position): legacy
        for row, statements in enumerate(national["statements"])
        for text, _, _, legacy in statements
        if legacy and (position := works.position(text)) is not None
    }


def _is_stale(decision: Decision, row: int, national: Table, international: Table, works: Works) -> bool:
    """Whether one of the two rows differs from what the reviewer saw."""
    if decision.national_fingerprint and decision.national_fingerprint != national["fingerprint"][row]:
        return True
    there = works.rows.get(decision.international)
    if there is None or not decision.international_fingerprint:
        return False
    return bool(decision.international_fingerprint != international["fingerprint"][there])
