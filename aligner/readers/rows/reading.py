"""Reads a catalogue from beginning to end; runs inside the child process."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.aliases import fold
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import Cell, is_blank, text_of
from aligner.readers.columns.headers import Header, find_header
from aligner.readers.columns.mapping import Recognized, recognize, refuse_unknown
from aligner.readers.columns.merged import unmerge
from aligner.readers.findings import Findings
from aligner.readers.rows.completing import finish
from aligner.readers.rows.standards import Part, Plan, read_part
from aligner.readers.sheets.opening import Opening
from aligner.readers.sheets.parallel import SecondProcess
from aligner.readers.sheets.sheet import Sheet

EARLIEST_YEAR: Final = {Level.NATIONAL: 1950, Level.INTERNATIONAL: 1901}
PREVIEW_ROWS: Final = 10
LONG: Final = 8_000  # rows from which a second core pays
Report = Callable[[int, int, str], None]


def read(request: dict[str, Any], report: Report, opening: Opening) -> dict[str, Any]:
    """A whole catalogue as plain values: those of `catalogue.Reading`, its table as columns."""
    opened = _Opened(request, report, opening)
    header, findings = opened.header, opened.findings
    report(1, 3, N_("Understanding the rows"))
    part = _read_rows(opened)
    report(2, 3, N_("Looking for duplicates"))
    duplicates = finish(part.columns, opened.plan(), findings)
    left_out = part.left_out + opened.left_out
    return opened.common() | {
        "columns": part.columns,
        "problems": [_plain(problem) for problem in findings.listed()],
        "rows_read": part.read + opened.left_out,
        "rows_left_out": left_out,
        "duplicates": duplicates,
        "not_understood": part.columns["understood"].count(False),
        "legacy_marks": part.legacy,
        "header_signature": header.signature,
    }


def preview(request: dict[str, Any], report: Report, opening: Opening) -> dict[str, Any]:
    """What was recognized, without reading every row."""
    opened = _Opened(request, report, opening)
    return opened.common() | {
        "problems": [_plain(problem) for problem in opened.findings.listed()],
        "shares": opened.recognized.shares,
        "header_signature": opened.header.signature,
    }


class _Opened:
    """A file with its sheet chosen and its columns recognized."""

    def __init__(self, request: dict[str, Any], report: Report, opening: Opening) -> None:
        self.path = Path(request["path"])
        self.level = Level(request["level"])
        self.given: dict[str, str] = request["columns"] or {}
        self.remembered: dict[str, dict[str, str]] = request["remembered"]
        refuse_unknown(self.given, None, self.path.name)
        report(0, 3, N_("Reading the file"))
        self.checked = opening.checked
        self.file = opening.file()
        self.calendar = Calendar(date.fromisoformat(request["today"]), EARLIEST_YEAR[self.level], self.file.is_1904)
        self.sheet, self.header = self._chosen()
        self.findings = Findings(self.path.name, self.sheet.name)
        self.findings.extend(self.sheet.problems)
        self.recognized: Recognized = recognize(
            self.header, self.sheet.rows[self.header.last + 1 :], self.given, self.calendar, self.findings
        )
        continuing = unmerge(self.sheet, self.header.last + 1, self.recognized.columns, self.findings)
        self.left_out = self.sheet.left_out + len(continuing)
        self._drop(continuing)
        self._tell_other_sheets(request["sheet"])
        self._tell_hidden(*opening.hidden(self.sheet.name))

    def _drop(self, positions: set[int]) -> None:
        """Take the rows out that continue others."""
        if positions:
            kept = [at for at in range(len(self.sheet.rows)) if at not in positions]
            self.sheet.numbers = [self.sheet.numbers[at] for at in kept]
            self.sheet.rows = [self.sheet.rows[at] for at in kept]

    def _tell_hidden(self, rows: int, first_row: int, columns: int, errors: int, first_error: str) -> None:
        if rows:
            self.findings.add(
                "hidden_rows",
                Severity.WARNING,
                N_("{count} rows of this sheet are hidden, the first is row {first}; they were read like the others."),
                count=rows,
                first=first_row,
            )
        if columns:
            self.findings.add(
                "hidden_columns",
                Severity.NOTE,
                N_("This sheet has {count} groups of hidden columns; they were read like the others."),
                count=columns,
            )
        if errors:
            self.findings.add(
                "error_cells",
                Severity.WARNING,
                N_("{count} cells show an error such as #N/A, the first is {cell}; they were read as empty."),
                count=errors,
                cell=first_error,
            )

    def _chosen(self) -> tuple[Sheet, Header]:
        """The sheet that looks most like a catalogue: the best headings, then the most rows."""
        usable = self._remembered() or self._recognizable()
        if not usable:
            raise AlignerError(
                N_(
                    "No heading row was recognized in {file} (sheet {sheet}): its first rows say “{text}”. Put "
                    "headings above the list, name those it has with --columns, or name another sheet."
                ),
                file=self.path.name,
                sheet=", ".join(sheet.name for sheet in self.file.sheets),
                text=_start_of(self.file.sheets[0]),
            )
        return max(usable, key=lambda one: (min(one[1].score, 8), len(one[0].rows)))

    def _recognizable(self) -> list[tuple[Sheet, Header]]:
        """The sheets with headings."""
        found = [(sheet, find_header(sheet, self.level, self.given)) for sheet in self.file.sheets]
        return [(sheet, header) for sheet, header in found if header is not None]

    def _remembered(self) -> list[tuple[Sheet, Header]]:
        """The sheet whose headings have a remembered mapping, which is used then; a mapping given now wins."""
        for signature, mapping in () if self.given else self.remembered.items():
            for sheet in self.file.sheets:
                header = find_header(sheet, self.level, mapping)
                if header is not None and header.signature == signature:
                    self.given = mapping
                    return [(sheet, header)]
        return []

    def _tell_other_sheets(self, wanted: str | None) -> None:
        others = self.other_sheets()
        if others and not wanted:
            self.findings.add(
                "other_sheets",
                Severity.NOTE,
                N_("Sheet {sheet} was read; the file also has: {others}. Choose another one with --sheet."),
                sheet=self.sheet.name,
                others=", ".join(others),
            )

    def other_sheets(self) -> list[str]:
        """The sheets of the file besides the one that is read, hidden ones marked."""
        names = [sheet.name for sheet in self.file.sheets] + self.file.other_sheets
        hidden = self.file.hidden_sheets
        return [f"{name} (hidden)" if name in hidden else name for name in names if name != self.sheet.name]

    def plan(self) -> Plan:
        headings = {name: self.header.headings[at] for name, at in self.recognized.columns.items()}
        rows = self.sheet.rows[self.header.first : self.header.last + 1]
        texts = frozenset(fold(text_of(cell)) for row in rows for cell in row if not is_blank(cell))
        return Plan(self.recognized.columns, headings, self.level, self.calendar, texts)

    def body(self) -> tuple[Sequence[Sequence[Cell]], Sequence[int]]:
        """The rows below the headings with their numbers."""
        start = self.header.last + 1
        return self.sheet.rows[start:], self.sheet.numbers[start:]

    def common(self) -> dict[str, Any]:
        """What a reading and a preview have in common."""
        return {
            "sheet": self.sheet.name,
            "header_rows": [self.sheet.numbers[at] for at in range(self.header.first, self.header.last + 1)],
            "headings": list(self.header.headings),
            "mapping": self.plan().headings,
            "unmapped": self.recognized.unmapped,
            "encoding": self.file.encoding,
            "sheets": self.other_sheets(),
            "reference_date": self.checked.date or _day_of(self.path),
            "preview": [[text_of(cell) for cell in row] for row in self.sheet.rows[:PREVIEW_ROWS]],
        }


def _read_rows(opened: _Opened) -> Part:
    """The standards of the sheet; the second half of a long one is read beside the first."""
    rows, numbers = opened.body()
    plan, findings = opened.plan(), opened.findings
    if len(rows) < LONG:
        return read_part(rows, numbers, plan, findings)
    half = len(rows) * 11 // 20  # the second half also has to travel back
    second = SecondProcess(_read_apart, rows[half:], numbers[half:], plan, findings.file, findings.sheet)
    part = read_part(rows[:half], numbers[:half], plan, findings)
    columns, read, left_out, legacy, problems = second.result()
    for name, values in part.columns.items():
        values.extend(columns[name])
    findings.extend([Problem(**one | {"severity": Severity(one["severity"])}) for one in problems])
    return Part(part.columns, part.read + read, part.left_out + left_out, part.legacy + legacy)


def _read_apart(
    rows: Sequence[Sequence[Cell]], numbers: Sequence[int], plan: Plan, file: str, sheet: str
) -> tuple[dict[str, list[Any]], int, int, int, list[dict[str, Any]]]:
    """A part as plain values."""
    findings = Findings(file, sheet)
    part = read_part(rows, numbers, plan, findings)
    return part.columns, part.read, part.left_out, part.legacy, [_plain(problem) for problem in findings.found]


def _start_of(sheet: Sheet) -> str:
    texts = [text_of(cell) for row in sheet.rows[:3] for cell in row if not is_blank(cell)]
    return " | ".join(texts)[:100]


def _day_of(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date().isoformat()


def _plain(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"severity": problem.severity.value, "values": dict(problem.values)}
