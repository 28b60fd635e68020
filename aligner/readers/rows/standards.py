"""Turns the rows of a sheet into the columns of a table of standards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import BY_NAME, COLUMN_NAMES, Kind, empty_value
from aligner.domain.text import N_
from aligner.readers.aliases import fold
from aligner.readers.cells.calendar import AMBIGUOUS, NOT_A_DATE, SUSPICIOUS, Calendar
from aligner.readers.cells.cells import (
    Cell,
    Memo,
    ics_of,
    integer_of,
    is_blank,
    lines_of,
    stage_of,
    text_of,
    title_of,
    value_of,
    words_of,
)
from aligner.readers.cells.numbers import DERIVED, describe, related_of, statements_of, with_number
from aligner.readers.cells.words import is_total_or_note, status_of
from aligner.readers.findings import Findings
from aligner.readers.rows.untaken import tell_untaken

_TEXTS: Final = {"adopted": lines_of, "degree": lines_of, "adopted_flag": text_of, "languages": words_of}


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one sheet are read: the position and the heading of each field.

    `heading_texts` has what the heading rows say, folded: a printed list repeats them on every page.
    """

    columns: dict[str, int]
    headings: dict[str, str]
    level: Level
    calendar: Calendar
    heading_texts: frozenset[str] = frozenset()


@dataclass(slots=True)
class Part:
    """Standards of some consecutive rows as columns; `read` counts the rows that are not blank.

    Besides the columns of a table it has `replaces_ids` and `replaced_by_ids`, identifiers still to be resolved.
    """

    columns: dict[str, list[Any]] = field(default_factory=dict)
    read: int = 0
    left_out: int = 0
    legacy: int = 0


def read_part(rows: Sequence[Sequence[Cell]], numbers: Sequence[int], plan: Plan, findings: Findings) -> Part:
    """The standards in these rows; what is no standard is left out with a problem each."""
    if not rows:
        rows, numbers = [], []
    position = plan.columns.get("designation", plan.columns.get("plan_no", 0))
    described = list(map(describe, (row[position] for row in rows)))
    part = Part(read=len(rows))
    if not all(one[2] for one in described):
        rows, numbers, described = _standards_only(rows, numbers, described, plan, part, findings)
    cells = list(zip(*rows, strict=False)) if rows else [()] * (max(plan.columns.values(), default=0) + 1)
    columns = part.columns
    columns["row"] = list(numbers)
    for name, values in zip(DERIVED, zip(*described, strict=True) if described else [()] * len(DERIVED), strict=True):
        columns[name] = list(values)
    reader = _Columns(cells, columns["row"], plan, findings)
    for name in COLUMN_NAMES:
        if name not in columns:
            columns[name] = reader.read(name)
    _read_related(columns, cells, plan)
    part.legacy = _read_statements(columns, plan, findings)
    return part


def _standards_only(
    rows: Sequence[Sequence[Cell]],
    numbers: Sequence[int],
    described: list[tuple[Any, ...]],
    plan: Plan,
    part: Part,
    findings: Findings,
) -> tuple[list[Sequence[Cell]], list[int], list[tuple[Any, ...]]]:
    """The rows that are standards; blank rows do not count, the others are reported."""
    keep = [True] * len(rows)
    for index, one in enumerate(described):
        if one[2]:
            continue
        row, number = rows[index], numbers[index]
        if all(map(is_blank, row)):
            keep[index] = False
            part.read -= 1
            continue
        instead = _plan_number(row, plan) if not one[1] else None
        if instead and instead[2]:
            described[index] = instead
            continue
        keep[index] = _is_kept(row, number, one[1], plan, findings)
        part.left_out += not keep[index]
    return list(compress(rows, keep)), list(compress(numbers, keep)), list(compress(described, keep))


def _plan_number(row: Sequence[Cell], plan: Plan) -> tuple[Any, ...] | None:
    """A project that has no number yet stands under its plan number."""
    position = plan.columns.get("plan_no")
    return describe(row[position]) if position is not None and position < len(row) else None


def _is_kept(row: Sequence[Cell], number: int, printed: str, plan: Plan, findings: Findings) -> bool:
    """Whether a row whose number is not understood is a standard all the same; says why in any case."""
    texts = [text for text in map(text_of, row) if text]
    if is_total_or_note(texts[0]) or is_total_or_note(printed):
        findings.add(
            "total_or_note",
            Severity.LEFT_OUT,
            N_("This row is a total or a note, not a standard: “{text}”."),
            row=number,
            text=" ".join(texts),
        )
        return False
    if len(texts) > 1 and sum(fold(text) in plan.heading_texts for text in texts) * 2 > len(texts):
        findings.add(
            "repeated_heading",
            Severity.LEFT_OUT,
            N_("This row repeats the headings: “{text}”."),
            row=number,
            text=" ".join(texts),
        )
        return False
    if len(texts) == 1 and (not printed or not any(map(str.isdigit, printed))):
        findings.add(
            "group_heading",
            Severity.LEFT_OUT,
            N_("This row has a single text and no standard number; it was taken as the heading of a group: “{text}”."),
            row=number,
            text=texts[0],
        )
        return False
    if not printed:
        findings.add(
            "no_number",
            Severity.LEFT_OUT,
            N_(
                "This row has no standard number, so it cannot be compared; add the number if it is a standard: "
                "“{text}”."
            ),
            row=number,
            column=plan.headings.get("designation", ""),
            text=" ".join(texts),
        )
        return False
    findings.add(
        "number_not_understood",
        Severity.WARNING,
        N_("The number “{text}” was not understood; the standard was kept under it as it is printed."),
        row=number,
        column=plan.headings.get("designation", ""),
        text=printed,
    )
    return True


class _Columns:
    """Reads one column after the other by the kind of its field."""

    def __init__(self, cells: Sequence[Sequence[Cell]], numbers: list[int], plan: Plan, findings: Findings) -> None:
        self._cells, self._numbers, self._plan, self._findings = cells, numbers, plan, findings

    def read(self, name: str) -> list[Any]:
        """The values of this field; its empty value in every row when no column holds it."""
        kind = BY_NAME[name].kind
        position = self._plan.columns.get(name)
        if position is None or kind in (Kind.DESIGNATIONS, Kind.STATEMENTS) or position >= len(self._cells):
            return [empty_value(kind)] * len(self._numbers)
        cells = self._cells[position]
        match kind:
            case Kind.TITLE:
                return list(map(title_of, cells))
            case Kind.DATE:
                return self._dates(name, cells)
            case Kind.ICS:
                return self._checked(name, cells, ics_of, N_("“{text}” is no ICS code."))
            case Kind.STATUS:
                return self._statuses(name, cells)
            case Kind.STAGE:
                return self._stages(name, cells)
            case Kind.INTEGER:
                return Memo(integer_of).over(cells)
            case _:
                return Memo(_TEXTS.get(name, value_of)).over(cells)

    def _checked(self, name: str, cells: Sequence[Cell], function: Any, sentence: str) -> list[Any]:
        """Values of a function that also tells what it could not use."""
        memo = Memo(function)
        values = [value for value, _ in memo.over(cells)]
        if any(strange for _, strange in memo.values()):
            for number, cell in zip(self._numbers, cells, strict=True):
                if strange := memo[cell][1]:
                    self._warn(f"not_{name}", sentence, number, name, strange)
        return values

    def _dates(self, name: str, cells: Sequence[Cell]) -> list[str]:
        memo = Memo(self._plan.calendar.read)
        values = [value for value, _ in memo.over(cells)]
        if any(trouble for _, trouble in memo.values()):
            for number, cell in zip(self._numbers, cells, strict=True):
                if trouble := memo[cell][1]:
                    self._warn(trouble, _DATE_SENTENCES[trouble], number, name, text_of(cell))
        return values

    def _statuses(self, name: str, cells: Sequence[Cell]) -> list[str]:
        memo = Memo(lambda cell: status_of(text_of(cell)))
        values = memo.over(cells)
        for index, value in enumerate(values):
            if value is None:
                values[index] = ""
                if text := value_of(cells[index]):
                    values[index] = empty_value(Kind.STATUS)
                    sentence = N_("The status “{text}” is not known; the standard counts as of unknown status.")
                    self._warn("unknown_status", sentence, self._numbers[index], name, text)
        return values

    def _stages(self, name: str, cells: Sequence[Cell]) -> list[int | None]:
        values = Memo(stage_of).over(cells)
        for index, value in enumerate(values):
            if value is None and (text := value_of(cells[index])):
                self._warn("not_stage", N_("“{text}” is no stage code."), self._numbers[index], name, text)
        return values

    def _warn(self, code: str, sentence: str, number: int, name: str, text: str) -> None:
        self._findings.add(
            code, Severity.WARNING, sentence, row=number, column=self._plan.headings.get(name, ""), text=text
        )


_DATE_SENTENCES: Final = {
    NOT_A_DATE: N_("“{text}” was not understood as a date and left empty."),
    SUSPICIOUS: N_("The date “{text}” cannot be true and was left empty."),
    AMBIGUOUS: N_("The date “{text}” may be read in two ways; only its year was taken."),
}


def _read_related(columns: dict[str, list[Any]], cells: Sequence[Sequence[Cell]], plan: Plan) -> None:
    """Replaced and replacing standards as designations, or as identifiers where the file gives those."""
    count = len(columns["row"])
    for name in ("replaces", "replaced_by"):
        position = plan.columns.get(name)
        related = Memo(related_of).over(cells[position]) if position is not None else []
        columns[name] = [designations for designations, _ in related] or [[]] * count
        columns[f"{name}_ids"] = [ids for _, ids in related] or [[]] * count


def _read_statements(columns: dict[str, list[Any]], plan: Plan, findings: Findings) -> int:
    """Fill the column of statements; returns how many old marks (EQV, REF) were translated."""
    count = len(columns["row"])
    by_number = columns.pop("by_number")
    if plan.level is Level.INTERNATIONAL:
        columns["statements"] = [[]] * count
        return 0
    memo = Memo(lambda pair: statements_of(*pair))
    statements: list[list[Any]] = []
    legacy = 0
    for index, pair in enumerate(zip(columns["adopted"], columns["degree"], strict=True)):
        stated, untaken = memo[pair] if pair != ("", "") else ([], ())
        for one in untaken:
            tell_untaken(one, findings, columns["row"][index], plan.headings, by_number[index])
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
    columns["statements"] = statements
    return legacy
