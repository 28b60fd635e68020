"""Why the number is what it is: from the raw quotient over all rows of a catalogue to the headline (domain.md 8.2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import is_adoption
from aligner.domain.figures.indicator import Counted
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.conversion import unit_share
from aligner.indicators.figures.figure import share_of

Rows = frozenset[int]
"""Rows of the international table."""


class Move(StrEnum):
    """What a step does to a row."""

    LEFT_OUT = "left_out"  # of the denominator
    NOT_CONVERTED = "not_converted"  # any more; it stays in the denominator
    CONVERTED = "converted"  # now


@dataclass(frozen=True, slots=True)
class Step:
    """The quotient after one rule. `rows` of the catalogue are what the rule moved, in the order of the catalogue."""

    id: str
    label: str
    """English, marked for translation."""
    numerator: int
    denominator: int
    rate: float | None
    change: float | None
    """Against the step before, 0..1; None for the first."""
    rows: tuple[tuple[int, Move], ...]


@dataclass(frozen=True, slots=True)
class _Stage:
    id: str
    label: str
    whole: Rows
    part: Rows


def waterfall(counting: Counting) -> list[Step]:
    """One step for each rule, in a fixed order; rules that move nothing are there too, with a change of 0.

    The order matters for the single steps, not for the ends. When the rules count families or national standards, the
    last step turns from works to that unit; it moves no rows.
    """
    steps: list[Step] = []
    before: _Stage | None = None
    for stage in _stages(counting):
        rate = share_of(len(stage.part), len(stage.whole))
        last = steps[-1].rate if steps else None
        steps.append(
            Step(
                id=stage.id,
                label=stage.label,
                numerator=len(stage.part),
                denominator=len(stage.whole),
                rate=rate,
                change=None if rate is None or last is None else rate - last,
                rows=() if before is None else tuple(_moved(before, stage)),
            )
        )
        before = stage
    return [*steps, *_unit_step(counting, steps[-1])]


def rows_of_step(counting: Counting, step: Step) -> tuple[Counted, ...]:
    """The rows that a step moved, as they are shown: which, with what partner, and what became of them."""
    partners: dict[int, list[Link]] = defaultdict(list)
    for link in counting.links:
        if link.pairing.work is not None:
            partners[link.pairing.work].append(link)
    works = counting.inputs.works.work_of_row
    return tuple(_row(counting, row, move, partners.get(_known(works[row]), [])) for row, move in step.rows)


MOVE_NAMES: dict[Move, str] = {
    Move.LEFT_OUT: N_("left out of the denominator by this rule"),
    Move.NOT_CONVERTED: N_("no longer counts as converted"),
    Move.CONVERTED: N_("counts as converted from this step on"),
}


def _stages(counting: Counting) -> Iterator[_Stage]:
    """From every row of the catalogue to the applicable works, then from every link to those that convert."""
    whole = frozenset(range(len(counting.inputs.international)))
    raw = _cited_rows(counting)
    yield _Stage("raw", N_("Every row of the international catalogues, every stated or confirmed pair"), whole, raw)
    for step_id, label, kept in _denominators(counting, whole):
        whole = kept
        part = raw & whole if step_id in {"supplements", "drafts"} else _rows(counting, _linked(counting)) & whole
        yield _Stage(step_id, label, whole, part)
    for step_id, label, works in _numerators(counting):
        yield _Stage(step_id, label, whole, _rows(counting, works) & whole)


def _denominators(counting: Counting, rows: Rows) -> Iterator[tuple[str, str, Rows]]:
    table, rules = counting.inputs.international, counting.rules
    rows = frozenset(row for row in rows if not table["is_supplement"][row])
    yield "supplements", N_("Amendments and corrigenda belong to their standard"), rows
    published = {edition.row for work in counting.inputs.works.works for edition in work.editions}
    rows = frozenset(row for row in rows if row in published)
    yield "drafts", N_("Drafts, projects and repeated rows do not count as standards"), rows
    in_force = frozenset(edition.row for edition in counting.current.values())
    yield "in_force", N_("Only editions in force: one for each standard"), in_force
    typed = frozenset(row for row in in_force if table["type"][row] in rules.types)
    yield "types", N_("Only the document types that count"), typed
    universe = _rows(counting, counting.universe)
    yield "filters", N_("Only the bodies, committees, fields and dates that count"), universe
    applicable = set(counting.applicable)
    left_out = {work: counting.verdict(work) for work in counting.universe if work not in applicable}
    for verdict, step_id, label in (
        (ApplicabilityVerdict.NOT_APPLICABLE, "not_applicable", N_("Judged not applicable")),
        (ApplicabilityVerdict.DEFERRED, "deferred", N_("Deferred, if the rules leave them out")),
        (ApplicabilityVerdict.UNDETERMINED, "undetermined", N_("Without a verdict, if the rules leave them out")),
    ):
        gone = [work for work, said in left_out.items() if said is verdict]
        universe -= _rows(counting, gone)
        yield step_id, label, universe


def _numerators(counting: Counting) -> Iterator[tuple[str, str, Iterable[int]]]:
    rules = counting.rules
    planned = frozenset(counting.planned) if rules.count_plans else frozenset()
    real = [link for link in counting.links if link.pairing.national not in counting.nationals.plans]
    yield "plans", N_("Plans are not standards yet, unless the rules count them"), _works(real) | planned
    standing = [link for link in real if counting.is_standing(link)]
    yield "national", N_("Only national standards in force, of the levels that count"), _works(standing) | planned
    adopting = [link for link in standing if is_adoption(link.pairing.degree) or counting.is_valid(link)]
    yield "not_equivalent", N_("NEQ and pairs without a degree do not count as adoption"), _works(adopting) | planned
    valid = [link for link in adopting if counting.is_valid(link)]
    yield "degrees", N_("Only the degrees that count"), _works(valid) | planned
    complete = counting.headline_covered("any")
    yield "coverage", N_("Partial adoptions and open joint groups do not count as converted"), complete
    yield "edition", N_("Only adopted editions that count"), counting.headline_covered()


def _unit_step(counting: Counting, last: Step) -> Iterator[Step]:
    if counting.rules.unit == "part":
        return
    share = unit_share(counting, counting.headline_covered(), counting.applicable)
    change = None if share.value is None or last.rate is None else share.value - last.rate
    label = N_("Counted in the unit of the rules: families or national standards")
    yield Step("unit", label, int(share.numerator or 0), int(share.denominator or 0), share.value, change, ())


def _linked(counting: Counting) -> frozenset[int]:
    """Works that any national standard or plan is paired with, in whatever degree, edition and state."""
    return _works(counting.links) | frozenset(counting.planned)


def _cited_rows(counting: Counting) -> Rows:
    """The rows that pairs name: the cited edition, or the one in force when none or an unknown one is cited."""
    rows = {link.currency.cited.row for link in counting.links if link.currency.cited is not None}
    vague = {link.pairing.work for link in counting.links if link.currency.cited is None} | set(counting.planned)
    return frozenset(rows) | _rows(counting, (work for work in vague if work is not None))


def _works(links: Iterable[Link]) -> frozenset[int]:
    return frozenset(link.pairing.work for link in links if link.pairing.work is not None)


def _rows(counting: Counting, works: Iterable[int]) -> Rows:
    return frozenset(counting.current[work].row for work in works if work in counting.current)


def _moved(before: _Stage, after: _Stage) -> Iterator[tuple[int, Move]]:
    moves = (
        (before.whole - after.whole, Move.LEFT_OUT),
        ((before.part - after.part) & after.whole, Move.NOT_CONVERTED),
        (after.part - before.part, Move.CONVERTED),
    )
    yield from sorted((row, move) for rows, move in moves for row in rows)


def _known(work: int | None) -> int:
    return -1 if work is None else work


def _row(counting: Counting, row: int, move: Move, links: Sequence[Link]) -> Counted:
    table, national = counting.inputs.international, counting.inputs.national
    partners = dict.fromkeys(national["designation"][link.pairing.national] for link in links)
    degrees = dict.fromkeys(link.pairing.degree for link in links if link.pairing.degree)
    return Counted(
        key=table["designation"][row],
        title=table["title_en"][row] or table["title"][row],
        counterpart="; ".join(partners),
        degree=", ".join(degrees),
        in_numerator=move is Move.CONVERTED,
        reason=MOVE_NAMES[move],
    )
