"""Tells what of a file was not read: other tables, other sheets, what is hidden."""

from collections.abc import Sequence
from typing import Final

from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.readers.blocks.block import Block, filled_rows
from aligner.readers.blocks.choosing import HIDDEN, NOT_CHOSEN, OTHER_SIDE, UNLIKE
from aligner.readers.findings import Findings
from aligner.readers.sheets.sheet import SheetFile

_SENTENCES: Final = {
    UNLIKE: N_(
        "{count} rows below row {first} were not read: their headings ({headings}) are not those of the list. Load "
        "them on their own with --sheet if they are standards."
    ),
    OTHER_SIDE: N_(
        "{count} rows below row {first} were not read: they contain the numbers of the other side of "
        "the comparison ({headings})."
    ),
    HIDDEN: N_("{count} rows below row {first} were not read: their sheet is hidden. Name it with --sheet to read it."),
    NOT_CHOSEN: N_("{count} rows below row {first} were not read: another table was chosen."),
}


def tell_unread(blocks: Sequence[Block], file: SheetFile, findings: Findings, *, is_asked: bool) -> None:
    """Say which lists, tables and sheets were not read, with their rows."""
    read = {block.grid.sheet for block in blocks if block.is_chosen}
    for block in blocks:
        if block.is_chosen or not block.rows:
            continue
        if block.is_list:
            findings.add(
                "list_not_read",
                Severity.WARNING,
                _SENTENCES[block.why_not],
                sheet=block.grid.sheet,
                count=block.rows,
                first=block.numbers[0] - 1,
                headings=", ".join(heading for heading in block.headings if heading),
            )
        elif block.grid.sheet in read:
            findings.add(
                "table_not_read",
                Severity.WARNING,
                N_("{count} rows from row {first} belong to a table without standard numbers and were not read."),
                sheet=block.grid.sheet,
                count=block.rows + block.above,
                first=block.grid.numbers[0],
            )
    _tell_other_sheets(blocks, read, file, findings, is_asked=is_asked)


def _tell_other_sheets(
    blocks: Sequence[Block], read: set[str], file: SheetFile, findings: Findings, *, is_asked: bool
) -> None:
    rows: dict[str, int] = {}
    for block in blocks:
        if block.grid.sheet not in read and not block.is_list:
            rows[block.grid.sheet] = rows.get(block.grid.sheet, 0) + filled_rows(block.grid.rows)
    others = {**rows, **({} if is_asked else dict.fromkeys(file.other_sheets, 0))}
    if others:
        findings.add(
            "other_sheets",
            Severity.WARNING if any(others.values()) else Severity.NOTE,
            N_("{count} rows on sheets without a list were not read: {others}. Choose a sheet with --sheet."),
            count=sum(others.values()),
            others=", ".join(f"{name} ({count})" for name, count in others.items()),
        )


def tell_hidden(
    findings: Findings,
    sheet: str,
    rows: int,
    first_row: int,
    columns: int,
    errors: int,
    first_error: str,
    formulas: int,
    first_formula: str,
) -> None:
    """Say what a sheet hides or cannot show, as `hidden_in` found it."""
    if rows:
        findings.add(
            "hidden_rows",
            Severity.WARNING,
            N_("{count} rows of this sheet are hidden, the first is row {first}; they were read like the others."),
            sheet=sheet,
            count=rows,
            first=first_row,
        )
    if columns:
        findings.add(
            "hidden_columns",
            Severity.NOTE,
            N_("This sheet has {count} groups of hidden columns; they were read like the others."),
            sheet=sheet,
            count=columns,
        )
    if errors:
        findings.add(
            "error_cells",
            Severity.WARNING,
            N_("{count} cells show an error such as #N/A, the first is {cell}; they were read as empty."),
            sheet=sheet,
            count=errors,
            cell=first_error,
        )
    if formulas:
        findings.add(
            "uncomputed_cells",
            Severity.WARNING,
            N_(
                "{count} cells contain formulas that were never computed, the first is {cell}; they "
                "were read as empty. Open and save the file in a spreadsheet program, then load it "
                "again."
            ),
            sheet=sheet,
            count=formulas,
            cell=first_formula,
        )
