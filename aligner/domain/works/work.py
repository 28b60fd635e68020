"""Works and their editions: what stays the same when a standard is revised, amended or renumbered."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeVar

from aligner.domain.counting import DEFAULT_RULES, CountingRules
from aligner.domain.designation.binding import without_binding
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import OUT_OF_FORCE, Status
from aligner.domain.standards.table import Table
from aligner.domain.works.aliases import as_listed
from aligner.domain.works.replacement import chains
from aligner.domain.works.rows import (
    Rows,
    end_of,
    first_editions,
    living_works,
    read_rows,
    replacement_days,
    replacements,
    representative_row,
    supplements_of,
)

Group = TypeVar("Group", int, str)

BALLOT_STAGES = range(9520, 9561)
"""Withdrawal ballot: in force, unless the rules say otherwise (domain.md 4.1)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One published edition of a work.

    `row`, `supplements` and `variants` are positions in the table the works were built from. `key` is the dated
    base designation, `designation` the one printed in `row`. `until` is the first day on which it was no longer in
    force: the withdrawal date, else the day what replaced it was published; "" when there is none or nobody says.
    """

    row: int
    designation: str
    key: str
    published: str
    withdrawn: str
    status: Status
    stage: int | None
    until: str = ""
    supplements: tuple[int, ...] = ()
    """Published amendments and corrigenda, oldest first."""
    variants: tuple[int, ...] = ()
    """Consolidated editions, product variants and the same document in another catalogue."""

    def is_in_force(self, at: date, rules: CountingRules = DEFAULT_RULES) -> bool:
        """Whether it is published and not withdrawn on this day (domain.md 8.1).

        A withdrawn edition whose end nobody dates is out of force on every day, a published one whose date nobody
        tells in force on every day. Dates without day or month stand for the first day they can mean, which the
        order of their texts gives.
        """
        day = at.isoformat()
        if self.published > day:
            return False
        if self.status in OUT_OF_FORCE:
            return day < self.until
        if rules.ballot_is_withdrawn and self.stage in BALLOT_STAGES:
            return False
        return not self.until or day < self.until


@dataclass(frozen=True, slots=True)
class Work:
    """An undated designation at part level, followed across renumbering; drafts alone make a work without editions."""

    key: str
    """The undated designation of the newest edition."""
    names: tuple[str, ...]
    """Every undated designation it bore, newest first."""
    editions: tuple[Edition, ...]
    """Oldest first."""
    publisher: str
    type: str
    family: str


@dataclass(frozen=True)
class Works:
    """All works of a table of standards. Made by `build_works`."""

    works: tuple[Work, ...]
    work_of_row: list[int | None]
    """Position in `works` of each row of the table, supplements and drafts too."""
    successors: dict[int, tuple[int, ...]]
    """Works into which a work was split or merged, by position: links need a new review (domain.md 8.12)."""
    predecessors: dict[int, tuple[int, ...]]
    designations: list[str]
    """Of each row of the table."""
    published: list[str]
    """Of each row; supplements have the year they are numbered with where the catalogue repeats their base's date."""
    positions: dict[str, int] = field(repr=False)
    """Position of the work by each of its names."""
    rows: dict[str, int] = field(repr=False)
    """Row by designation."""
    consolidated: dict[tuple[int, int], int] = field(repr=False)
    """Row of the consolidated edition by work and by the year that national catalogues print for it."""
    _found: dict[Designation, Edition | None] = field(default_factory=dict, repr=False, compare=False)
    """What `find_edition` has found so far: indicators of several days ask again and again."""

    @cached_property
    def by_family(self) -> dict[str, tuple[int, ...]]:
        """Positions of the works of each number without part: `ISO 105-A01` and `ISO 105-X12` under `ISO 105`."""
        return _grouped((work.family, position) for position, work in enumerate(self.works))

    def position(self, wanted: str | Designation) -> int | None:
        """Where in `works` the work of this designation is; None when no catalogue lists it."""
        text = str(wanted)
        position = self.positions.get(text)
        if position is None and text in self.rows:
            position = self.work_of_row[self.rows[text]]
        if position is None:
            parsed = parse_designation(wanted) if isinstance(wanted, str) else wanted
            if isinstance(parsed, Designation):
                position = self.positions.get(parsed.work, self.positions.get(without_binding(parsed.work)))
                if position is None:
                    position = self.positions.get(as_listed(parsed, self.positions).work)
        return position

    def find(self, wanted: str | Designation) -> Work | None:
        """The work of a designation, dated or not, of a draft, supplement, consolidated edition or variant."""
        position = self.position(wanted)
        return None if position is None else self.works[position]

    def find_edition(self, wanted: str | Designation) -> Edition | None:
        """The edition that a dated designation names; None when it is undated or in no catalogue.

        A consolidated edition comes with its own row, designation and date, the key of its base, and the supplements
        it does not contain. "IEC 60335-1:2004" finds "IEC 60335-1:2001+AMD1:2004 CSV", as Chinese catalogues mean it.
        """
        parsed = parse_designation(wanted) if isinstance(wanted, str) else wanted
        if not isinstance(parsed, Designation) or parsed.year is None:
            return None
        if parsed not in self._found:
            self._found[parsed] = self._edition_of(parsed)
        return self._found[parsed]

    def _edition_of(self, parsed: Designation) -> Edition | None:
        position = self.position(parsed)
        if position is None or parsed.year is None:
            return None
        work, year, parsed = self.works[position], parsed.year, as_listed(parsed, self.positions)
        base = next((one for one in work.editions if one.key == parsed.edition_key), None)
        row = self.rows.get(str(parsed))
        if base is None and row is not None:
            base = next((one for one in work.editions if row in one.supplements), None)
        if base is None:
            row = self.consolidated.get((position, year))
            return None if row is None else self._consolidated_edition(work, row)
        if parsed.is_consolidated and row is not None and row in base.variants:
            return self._consolidated_edition(work, row)
        return base

    def current(self, work: Work, at: date, rules: CountingRules = DEFAULT_RULES) -> Edition | None:
        """The newest edition in force on this day; None when the work is withdrawn or not yet published."""
        return next((one for one in reversed(work.editions) if one.is_in_force(at, rules)), None)

    def all_successors(self, position: int) -> tuple[int, ...]:
        """The works into which this one was split or merged, directly or over several steps, by position."""
        return _reached(position, self.successors)

    def heir(self, position: int, alive: Container[int]) -> int | None:
        """The living work that this one went into as a whole, alone or merged with others; None when it lives itself,
        nothing living took it over, or it was split on the way: then nobody can say which part goes where.
        """
        passed = {position}
        while position not in alive:
            heirs = self.successors.get(position, ())
            if len(heirs) != 1 or heirs[0] in passed:
                return None
            position = heirs[0]
            passed.add(position)
        return position if len(passed) > 1 else None

    def merged_with(self, positions: Iterable[int]) -> set[int]:
        """These works with all that were merged into the same ones, at any time."""
        found, waiting = set(), list(positions)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                heirs = self.successors.get(one, ())
                waiting += heirs if len(heirs) == 1 else ()
                waiting += (old for old in self.predecessors.get(one, ()) if len(self.successors[old]) == 1)
        return found

    def all_predecessors(self, position: int) -> tuple[int, ...]:
        """The works that went into this one by splits and mergers, directly or over several steps, by position."""
        return _reached(position, self.predecessors)

    def _consolidated_edition(self, work: Work, row: int) -> Edition:
        base = next(one for one in work.editions if row in one.variants)
        contained = set(supplement_marks(self.designations[row]))
        left = tuple(
            one for one in base.supplements if not contained.issuperset(supplement_marks(self.designations[one]))
        )
        return replace(
            base,
            row=row,
            designation=self.designations[row],
            published=self.published[row],
            supplements=left,
            variants=(),
        )


@lru_cache(maxsize=16384)
def supplement_marks(designation: str) -> tuple[tuple[str, str | None], ...]:
    """Type and number of each supplement a designation names, in its order; empty when not understood."""
    parsed = parse_designation(designation)
    return tuple((one.type, one.number) for one in parsed.supplements) if isinstance(parsed, Designation) else ()


def build_works(table: Table) -> Works:
    """The works of a table of standards of one level, several catalogues below one another.

    A document that two catalogues list (ISO/IEC 27001 stands with ISO and with IEC) is one edition: the row with a
    stage code speaks for it. GB and GB/T of one number are one work. One-to-one replacement is followed, splits and
    merges are remembered in `successors` and `predecessors`.
    """
    rows = read_rows(table)
    replaced = list(replacements(rows))
    chain = chains(replaced, first_editions(rows), living_works(rows))
    members: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(rows.work):
        if name:
            members[chain.newest(name)].append(index)
    ends = replacement_days(rows, replaced)
    works = tuple(_work(indices, rows, ends) for indices in members.values())
    place = {name: position for position, name in enumerate(members)}
    moved = {(place[chain.newest(old)], place[chain.newest(new)]) for old, new in chain.moved}
    return Works(
        works=works,
        work_of_row=[place[chain.newest(name)] if name else None for name in rows.work],
        successors=_grouped((old, new) for old, new in moved if old != new),
        predecessors=_grouped((new, old) for old, new in moved if old != new),
        designations=rows.designation,
        published=rows.published,
        positions={name: place[chain.newest(name)] for name in {*rows.work, *chain.renamed} if name},
        rows=rows.by_designation,
        consolidated=_consolidated_years(works, rows),
    )


def _work(indices: list[int], rows: Rows, ends: dict[str, str]) -> Work:
    """The work made of these rows."""
    by_edition: dict[str, list[int]] = defaultdict(list)
    supplements: list[int] = []
    for index in indices:
        if rows.edition[index]:
            (supplements if rows.is_supplement[index] else by_edition[rows.edition[index]]).append(index)
    bases = {key: representative_row(group, rows) for key, group in by_edition.items()}
    order = sorted(bases, key=lambda key: (rows.published[bases[key]], key))
    later = {key: rows.published[bases[after]] for key, after in pairwise(order)}
    editions = tuple(
        Edition(
            row=bases[key],
            designation=rows.designation[bases[key]],
            key=key,
            published=rows.published[bases[key]],
            withdrawn=rows.withdrawn[bases[key]],
            status=rows.status[bases[key]],
            stage=rows.stage[bases[key]],
            until=end_of(bases[key], rows, ends.get(key) or later.get(key, "")),
            supplements=supplements_of(key, order, supplements, rows),
            variants=tuple(index for index in by_edition[key] if index != bases[key]),
        )
        for key in order
    )
    names = _names([one.row for one in reversed(editions)] + indices, rows)
    newest = editions[-1].row if editions else indices[-1]
    return Work(names[0], names, editions, rows.publisher[newest], rows.type[newest], rows.family[newest])


def _names(indices: Iterable[int], rows: Rows) -> tuple[str, ...]:
    """The undated designations as printed, in this order, each once."""
    return tuple(dict.fromkeys(rows.printed_work[index] for index in indices))


def _reached(start: int, steps: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Everything that steps lead to, the nearest first; the start only begins."""
    found: dict[int, None] = {}
    waiting = list(steps.get(start, ()))
    while waiting:
        one = waiting.pop(0)
        if one != start and one not in found:
            found[one] = None
            waiting.extend(steps.get(one, ()))
    return tuple(found)


def _grouped(pairs: Iterable[tuple[Group, int]]) -> dict[Group, tuple[int, ...]]:
    grouped: dict[Group, list[int]] = defaultdict(list)
    for left, right in sorted(pairs):
        grouped[left].append(right)
    return {left: tuple(right) for left, right in grouped.items()}


def _consolidated_years(works: tuple[Work, ...], rows: Rows) -> dict[tuple[int, int], int]:
    """Rows of consolidated editions by work and by the years they are cited with: that of the last amendment
    they contain, else that of their own publication."""
    years: dict[tuple[int, int], int] = {}
    for position, work in enumerate(works):
        merged = [row for one in work.editions for row in one.variants if "+" in rows.designation[row]]
        for row in merged:
            for year in re.findall(r"\+[A-Z]+\d*:(\d{4})", rows.designation[row])[-1:]:
                years.setdefault((position, int(year)), row)
        for row in merged:
            years.setdefault((position, int(rows.published[row][:4])), row)
    return years
