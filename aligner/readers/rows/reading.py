"""Reads a catalogue from beginning to end; runs inside the child process."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.blocks.block import Block
from aligner.readers.cells.cells import Cell, is_blank, shown_of
from aligner.readers.findings import Findings
from aligner.readers.rows.completing import STATUS_TOLD, finish
from aligner.readers.rows.headed import Above
from aligner.readers.rows.opened import Opened, Report
from aligner.readers.rows.plan import Part, Plan
from aligner.readers.rows.standards import read_part
from aligner.readers.sheets.opening import Opening
from aligner.readers.sheets.parallel import SecondProcess

PREVIEW_ROWS: Final = 10
LONG: Final = 8_000  # rows from which a second core pays


def read(request: dict[str, Any], report: Report, opening: Opening) -> dict[str, Any]:
    """A whole catalogue as plain values: those of `catalogue.Reading`, its table as columns."""
    opened = Opened(request, report, opening)
    report(1, 3, N_("Understanding the rows"))
    part = Part()
    for block in opened.read:
        part.add(_read_rows(opened, block))
    report(2, 3, N_("Looking for duplicates"))
    finished = finish(part.columns, opened.plan(opened.main), opened.findings)
    left_out = part.left_out.total() + finished.joined + opened.left_out
    accounts = _accounts(opened, part, finished.joined)
    return _common(opened) | {
        "columns": part.columns,
        "problems": [_plain(problem) for problem in opened.findings.listed()],
        "rows_read": part.read + opened.left_out,
        "rows_left_out": left_out,
        "rows_in_file": sum(accounts.values()),
        "accounts": accounts,
        "further": part.further,
        "duplicates": finished.duplicates,
        "not_understood": part.columns["understood"].count(False),
        "legacy_marks": part.legacy,
        "missing": _missing(opened, part.columns),
    }


def preview(request: dict[str, Any], report: Report, opening: Opening) -> dict[str, Any]:
    """What was recognized, without reading every row."""
    opened = Opened(request, report, opening)
    main = opened.main
    below = zip(main.numbers[:PREVIEW_ROWS], main.body[:PREVIEW_ROWS], strict=True)
    return _common(opened) | {
        "problems": [_plain(problem) for problem in opened.findings.listed()],
        "shares": main.recognized.shares,
        "below": [(number, [shown_of(cell) for cell in row]) for number, row in below],
    }


def _common(opened: Opened) -> dict[str, Any]:
    """What a reading and a preview have in common."""
    main = opened.main
    assert main.header is not None  # noqa: S101 - it is a list
    return {
        "sheet": ", ".join(dict.fromkeys(block.grid.sheet for block in opened.read)),
        "header_rows": list(main.header_rows),
        "headings": list(main.headings),
        "mapping": opened.mapping(main),
        "unmapped": main.recognized.unmapped,
        "header_signature": main.header.signature,
        "encoding": opened.file.encoding,
        "sheets": opened.other_sheets(),
        "reference_date": opened.day(),
        "preview": [[shown_of(cell) for cell in row] for row in main.grid.rows[:PREVIEW_ROWS]],
        "blocks": [_found(opened, block) for block in opened.blocks],
    }


def _found(opened: Opened, block: Block) -> dict[str, Any]:
    """A block as plain values: those of `catalogue.Found`."""
    numbers = block.grid.numbers
    return {
        "name": block.name,
        "sheet": block.grid.sheet,
        "first_row": numbers[0] if len(numbers) else 0,
        "last_row": numbers[-1] if len(numbers) else 0,
        "first_column": block.grid.letter(0),
        "last_column": block.grid.letter(max(block.grid.width - 1, 0)),
        "header_rows": list(block.header_rows),
        "headings": list(block.headings),
        "mapping": opened.mapping(block),
        "rows": block.rows,
        "is_list": block.is_list,
        "is_chosen": block.is_chosen,
        "why_not": block.why_not,
    }


def _accounts(opened: Opened, part: Part, joined: int) -> dict[str, int]:
    """Every row of the file by what became of it; their sum is the number of rows that are not blank."""
    accounts: Counter[str] = Counter({"standards": part.read - part.left_out.total() - joined})
    accounts += part.left_out
    accounts["continued_row"] += joined
    accounts["left_out"] += opened.left_out
    for block in opened.blocks:
        accounts["headings"] += block.above if block.is_chosen else 0
        accounts["not_read"] += 0 if block.is_chosen else block.rows + block.above
    return {name: count for name, count in accounts.items() if count}


def _missing(opened: Opened, columns: dict[str, list[Any]]) -> list[str]:
    """The fields that the list says nothing about, of those that much depends on: titles, status, statements."""
    found = {name for block in opened.read for name in block.recognized.columns}
    missing = []
    if not any(columns["title"]) and not any(columns["title_en"]):
        missing.append("title")
    if not found & {"status", "stage", "withdrawn"} and not _is_told_by_headings(opened, columns):
        missing.append("status")
    if opened.level is Level.NATIONAL and not any(columns["statements"]):
        missing.append("statements")
    return missing


def _is_told_by_headings(opened: Opened, columns: dict[str, list[Any]]) -> bool:
    """Whether titles, group headings or names of sheets gave every standard its status."""
    told = [one for one in opened.findings.found if one.code in STATUS_TOLD]
    return bool(told) and sum(int(str(one.values["count"])) for one in told) >= len(columns["status"])


def _read_rows(opened: Opened, block: Block) -> Part:
    """The standards of a block; the second half of a long one is read beside the first."""
    rows, numbers = opened.rows_of(block), block.numbers
    plan, findings = opened.plan(block), opened.findings
    findings.sheet = block.grid.sheet
    above = Above(plan.titles)
    if len(rows) < LONG:
        return read_part(rows, numbers, plan, above, findings)
    half = _cut(rows, len(rows) * 11 // 20, plan)  # the second half also has to travel back
    second = SecondProcess(_read_apart, rows[half:], numbers[half:], plan, rows[:half], findings.file, findings.sheet)
    part = read_part(rows[:half], numbers[:half], plan, above, findings)
    columns, read, left_out, further, legacy, problems = second.result()
    part.add(Part(columns, read, Counter(left_out), further, legacy))
    findings.extend([Problem(**one | {"severity": Severity(one["severity"])}) for one in problems])
    return part


def _cut(rows: Sequence[Sequence[Cell]], half: int, plan: Plan) -> int:
    """A position near `half` at which a standard begins."""
    at = half
    while at < len(rows) - 1 and (
        is_blank(rows[at][plan.number]) or rows[at][plan.number] == rows[at - 1][plan.number]
    ):
        at += 1
    return at


def _read_apart(
    rows: Sequence[Sequence[Cell]],
    numbers: Sequence[int],
    plan: Plan,
    before: Sequence[Sequence[Cell]],
    file: str,
    sheet: str,
) -> tuple[dict[str, list[Any]], int, dict[str, int], int, int, list[dict[str, Any]]]:
    """A part, below these rows, as plain values."""
    findings = Findings(file, sheet)
    above = Above(plan.titles)
    above.pass_rows(map(plan.own, before))
    part = read_part(rows, numbers, plan, above, findings)
    problems = [_plain(problem) for problem in findings.found]
    return part.columns, part.read, dict(part.left_out), part.further, part.legacy, problems


def _plain(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"severity": problem.severity.value, "values": dict(problem.values)}
