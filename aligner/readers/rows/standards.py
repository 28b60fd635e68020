"""Turns the rows of a block into the columns of a table of standards."""

from collections.abc import Sequence
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import COLUMN_NAMES
from aligner.domain.text import N_
from aligner.readers.cells.cells import Cell, Memo
from aligner.readers.cells.numbers import DERIVED, describe, related_of, statements_of, with_number
from aligner.readers.findings import Findings
from aligner.readers.rows.columns_read import ColumnsRead
from aligner.readers.rows.headed import Above
from aligner.readers.rows.plan import Part, Plan
from aligner.readers.rows.telling_apart import Standards
from aligner.readers.rows.titles import Stated, part_titles
from aligner.readers.rows.untaken import tell_untaken

__all__ = ["Part", "Plan", "read_part"]

_DERIVED_ELSEWHERE: Final = frozenset({"sheet"})


def read_part(
    rows: Sequence[Sequence[Cell]], numbers: Sequence[int], plan: Plan, above: Above, findings: Findings
) -> Part:
    """The standards in these rows, below these headings; what is no standard is left out with a problem each."""
    described = list(map(describe, (row[plan.number] for row in rows)))
    part = Part(read=len(rows))
    heads: list[int | None] = [None] * len(rows)
    said_above = [above.said] * len(rows)
    found: dict[int, dict[str, Any]] = {}
    is_plain = not (plan.repeated or plan.across or plan.below) and all(one[2] for one in described)
    if not is_plain:
        standards = Standards(plan, above, findings)
        for row, number, one in zip(rows, numbers, described, strict=True):
            standards.take(row, number, one)
        rows, numbers, described = standards.rows, standards.numbers, standards.described
        heads, found, said_above = standards.heads, standards.found, standards.said_above
        part.read -= standards.blank
        part.left_out, part.further = standards.left_out, standards.further
    part.columns["said_above"] = said_above
    _read_columns(part, rows, list(numbers), described, plan, findings)
    part.columns["head"] = heads
    for index, values in found.items():
        _add_found(part.columns, index, values)
    return part


def _read_columns(
    part: Part,
    rows: Sequence[Sequence[Cell]],
    numbers: list[int],
    described: list[tuple[Any, ...]],
    plan: Plan,
    findings: Findings,
) -> None:
    width = max([*plan.columns.values(), *plan.extra], default=0) + 1
    cells: Sequence[Sequence[Cell]] = list(zip(*rows, strict=False)) if rows else [()] * width
    columns = part.columns
    columns["row"] = numbers
    for name, values in zip(DERIVED, zip(*described, strict=True) if described else [()] * len(DERIVED), strict=True):
        columns[name] = list(values)
    reader = ColumnsRead(cells, numbers, plan, findings)
    for name in COLUMN_NAMES:
        if name not in columns:
            columns[name] = [plan.sheet] * len(numbers) if name in _DERIVED_ELSEWHERE else reader.read(name)
    for index, dates in reader.said_with_status.items():
        _add_found(columns, index, dates)
    _read_related(columns, cells, plan)
    in_prose = part_titles(columns, cells, plan, findings)
    _share_titles(columns, plan)
    part.legacy = _read_statements(columns, in_prose, plan, findings)


def _share_titles(columns: dict[str, list[Any]], plan: Plan) -> None:
    """A list with one column of titles has them in `title`, an international (English) one in `title_en`, too."""
    if not {"title", "title_en"} & set(plan.columns) and plan.level is Level.NATIONAL:
        columns["title"] = list(columns["title_fr"])
    elif "title" not in plan.columns and "title_en" in plan.columns:
        columns["title"] = list(columns["title_en"])
    elif plan.level is Level.INTERNATIONAL and "title_en" not in plan.columns:
        columns["title_en"] = list(columns["title"])


def _add_found(columns: dict[str, list[Any]], index: int, values: dict[str, Any]) -> None:
    """What the cell with the number says besides, where the columns say nothing."""
    for name, value in values.items():
        if isinstance(value, list):
            columns[name][index] = [*columns[name][index], *(one for one in value if one not in columns[name][index])]
        elif not columns[name][index]:
            columns[name][index] = value


def _read_related(columns: dict[str, list[Any]], cells: Sequence[Sequence[Cell]], plan: Plan) -> None:
    """Replaced and replacing standards as designations, or as identifiers where the file gives those."""
    count = len(columns["row"])
    for name in ("replaces", "replaced_by"):
        position = plan.columns.get(name)
        related = Memo(related_of).over(cells[position]) if position is not None and position < len(cells) else []
        columns[name] = [designations for designations, _ in related] or [[]] * count
        columns[f"{name}_ids"] = [ids for _, ids in related] or [[]] * count


def _read_statements(columns: dict[str, list[Any]], in_prose: list[Stated], plan: Plan, findings: Findings) -> int:
    """Fill the column of statements; returns how many old marks (EQV, REF) were translated."""
    count = len(columns["row"])
    by_number = columns.pop("by_number")
    if plan.level is Level.INTERNATIONAL:
        columns["statements"] = [[]] * count
        columns["degree_above"] = [None] * count
        return 0
    memo = Memo(lambda pair: statements_of(*pair))
    statements: list[list[Any]] = []
    legacy = 0
    said = columns["said_above"]
    degree_above: list[tuple[str, str] | None] = [None] * count
    for index, pair in enumerate(zip(columns["adopted"], columns["degree"], strict=True)):
        stated, untaken = memo[pair] if pair != ("", "") else ([], ())
        if (degree := said[index][2]) and _is_without_degree(pair, stated, untaken):
            stated, untaken = memo[pair[0], degree]
            degree_above[index] = (said[index][3], stated[0][1])
        for one in untaken:
            tell_untaken(one, findings, columns["row"][index], plan.headings, by_number[index])
        known = {one[0] for one in stated}
        stated = [*stated, *(one for one in in_prose[index] if one[0] not in known)]
        for one in stated:
            if one[3]:
                legacy += 1
                findings.add(
                    "legacy_mark",
                    Severity.NOTE,
                    N_("The old mark {mark} of “{text}” was read as {degree}; confirm it in the review."),
                    row=columns["row"][index],
                    column=plan.headings.get("degree" if pair[1] else "adopted", ""),
                    mark=one[3],
                    text=str(one[2]),
                    degree=one[1] or "",
                )
        statements.append(with_number(stated, by_number[index], pair[1]))
    columns["statements"], columns["degree_above"] = statements, degree_above
    return legacy


def _is_without_degree(pair: tuple[str, str], stated: list[Any], untaken: tuple[Any, ...]) -> bool:
    """Whether adopted numbers stand there without any degree, so that a heading above them may tell it."""
    return bool(stated) and not pair[1] and not untaken and all(one[1] is None for one in stated)
