"""Texts: csv and tsv in any of the usual encodings, JSON lines, HTML tables under whatever name."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.sheets import preflight
from aligner.readers.sheets.encodings import decode
from aligner.readers.sheets.error_texts import without_errors
from aligner.readers.sheets.html_tables import looks_like_html, tables_in
from aligner.readers.sheets.json_records import json_sheets, looks_like_json, whole
from aligner.readers.sheets.plain_lists import rows_of_plain_list
from aligner.readers.sheets.sheet import Sheet, SheetFile

LARGEST_CELL: Final = 1_000_000
_DELIMITERS: Final = ",\t;|，"
_SEPARATOR_LINE: Final = re.compile(r"\"?sep=(.)\"?\r?\n", re.IGNORECASE)
_MOST_OPEN_QUOTES: Final = 50
_TEXT_FORMULA: Final = re.compile(r'^\s*=\s*"((?:[^"]|"")*)"\s*$')
_HTML_NAMES: Final = frozenset({".html", ".htm", ".xls", ".mht"})


def read_text(checked: preflight.Checked, _sheet: str | None, encoding: str | None) -> SheetFile:
    """The rows of a text file; raises AlignerError when there are none."""
    text, used = decode(checked.path, encoding)
    name = whole(checked.path.stem)
    start = text[:2000].lstrip()
    if looks_like_html(start) or (checked.path.suffix.lower() in _HTML_NAMES and "<table" in text.lower()):
        sheets = [
            Sheet(f"{name} {number}", table.rows, range(1, len(table.rows) + 1), merged=table.merged)
            for number, table in enumerate(tables_in(text), 1)
        ]
    elif looks_like_json(start):
        sheets = json_sheets(text, name, checked.path.name)
    else:
        sheets = [_delimited_sheet(text, name, checked.path)]
    filled = [without_errors(sheet, checked.path.name) for sheet in sheets if sheet.rows]
    if not filled:
        raise AlignerError(N_("There are no rows in {file}; export the list again."), file=checked.path.name)
    return SheetFile(filled, encoding=used)


def _delimited_sheet(text: str, name: str, path: Path) -> Sheet:
    named = _SEPARATOR_LINE.match(text)  # for Excel: which delimiter follows; no row of the list
    delimiter = named[1] if named else _delimiter(text)
    if not delimiter:
        lines = rows_of_plain_list(text)
        return Sheet(name, lines, range(1, len(lines) + 1))
    csv.field_size_limit(LARGEST_CELL)
    problems: list[Problem] = []
    first = 2 if named else 1
    rows = _rows(text[named.end() :] if named else text, delimiter, first, problems, path)
    numbers: Sequence[int] = range(first, first + len(rows))
    width = _usual_width(rows)
    kept, kept_numbers, left_out = _even(rows, first, width, problems, path.name)
    if left_out:
        numbers = kept_numbers
    return Sheet(name, [_without_formulas(row) for row in kept], numbers, left_out=left_out, problems=problems)


def _without_formulas(row: list[str]) -> list[str]:
    """The row with the text of cells that are written as a formula to keep a spreadsheet from changing it: ="01"."""
    if not any(cell.startswith("=") for cell in row):
        return row
    return [_TEXT_FORMULA.sub(lambda found: found[1].replace('""', '"'), cell) for cell in row]


def _rows(text: str, delimiter: str, first: int, problems: list[Problem], path: Path) -> list[list[str]]:
    """All rows, the first of them numbered `first`; a quotation mark that is never closed swallows no rows."""
    rows: list[list[str]] = []
    for _ in range(_MOST_OPEN_QUOTES):
        line, text = _read_rows(text, delimiter, first, rows, path)
        if not line:
            break
        rows[-1] = next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
        problems.append(
            Problem(
                "open_quotation",
                Severity.WARNING,
                N_(
                    "A quotation mark in this row is never closed; it was read as text, and the "
                    "lines below it as separate rows: “{text}”."
                ),
                {"text": line.strip()[:80]},
                path.name,
                "",
                first + len(rows) - 1,
            )
        )
    return rows


def _read_rows(text: str, delimiter: str, first: int, rows: list[list[str]], path: Path) -> tuple[str, str]:
    """Add the rows of the text.

    When the last one swallowed others for want of a quotation mark: its line, and the text after that; else two "".
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = after = 0
    try:
        for row in reader:
            before, after = after, reader.line_num
            rows.append(row)
            if len(row) > preflight.MOST_COLUMNS:
                raise preflight.too_wide(path)
            if len(rows) > preflight.MOST_ROWS:
                raise preflight.too_long(path)
    except csv.Error as error:
        raise AlignerError(
            N_("Row {row} of {file} cannot be read as a table ({reason}); a quotation mark may be missing there."),
            file=path.name,
            row=first + len(rows),
            reason=str(error),
        ) from error
    if after - before < 2:
        return "", ""
    lines = list(islice(io.StringIO(text, newline=""), before, None))
    with_another = csv.reader([*lines, "\n", "another"], delimiter=delimiter)
    return (lines[0], "".join(lines[1:])) if len(list(with_another)) == 1 else ("", "")


def _delimiter(text: str) -> str:
    """The sign that parts most of the first lines into the same number of cells, more than one; "" for none."""
    best, most = "", 0.0
    for delimiter in _DELIMITERS:
        lines = [len(row) for row in _first_rows(text, delimiter) if any(row)]
        counted = Counter(width for width in lines if width > 1)
        if 10 * counted.total() >= 6 * len(lines) > 0:
            width, often = counted.most_common(1)[0]
            worth = often / len(lines) * min(width, 12)
            if worth > most:
                best, most = delimiter, worth
    return best


def _first_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter)
    try:
        for _, row in zip(range(50), reader, strict=False):
            yield row
    except csv.Error:
        return


def _usual_width(rows: list[list[str]]) -> int:
    """The number of cells most rows have."""
    counted = Counter(len(row) for row in rows[:2000] if len(row) > 1)
    return counted.most_common(1)[0][0] if counted else 1


def _even(
    rows: list[list[str]], first: int, width: int, problems: list[Problem], file: str
) -> tuple[list[list[str]], list[int], int]:
    """Rows of one width: short ones are filled up at the end, those with too many cells are left out."""
    kept: list[list[str]] = []
    numbers: list[int] = []
    left_out = 0
    for number, row in enumerate(rows, start=first):
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            left_out += 1
            problems.append(
                Problem(
                    "ragged_row",
                    Severity.LEFT_OUT,
                    N_(
                        "This row has {cells} cells where the others have {width}, so its values "
                        "would be in the wrong columns; put quotation marks around texts that "
                        "contain the delimiter: “{text}”."
                    ),
                    {"cells": len(row), "width": width, "text": " ".join(row)[:80]},
                    file,
                    "",
                    number,
                )
            )
            continue
        if (
            1 < len(row) < width
            and len(kept) > 0
            and any(len(one) == width for one in rows[max(0, number - first - 50) : number - first])
        ):
            problems.append(
                Problem(
                    "short_row",
                    Severity.WARNING,
                    N_(
                        "This row has {cells} cells where the others have {width}; the missing ones were read as empty."
                    ),
                    {"cells": len(row), "width": width},
                    file,
                    "",
                    number,
                )
            )
        kept.append(row[:width] if len(row) > width else row + [""] * (width - len(row)))
        numbers.append(number)
    return kept, numbers, left_out
