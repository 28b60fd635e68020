"""Reads a catalogue from beginning to end; runs inside the child process."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers import preflight
from aligner.readers.calendar import Calendar
from aligner.readers.cells import Cell, is_blank, text_of
from aligner.readers.findings import Findings
from aligner.readers.finishing import finish
from aligner.readers.headers import Header, find_header
from aligner.readers.mapping import Recognized, recognize, refuse_unknown
from aligner.readers.raw import RawFile, RawSheet
from aligner.readers.registry import FORMATS
from aligner.readers.standards import Plan, read_part

EARLIEST_YEAR: Final = {Level.NATIONAL: 1950, Level.INTERNATIONAL: 1901}
PREVIEW_ROWS: Final = 10
Report = Callable[[int, int, str], None]


def read(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """A whole catalogue as plain values: those of `catalogue.Reading`, its table as columns."""
    opened = _Opened(request, report)
    sheet, header, findings = opened.sheet, opened.header, opened.findings
    report(1, 3, N_("Understanding the rows"))
    rows, numbers = opened.body()
    part = read_part(rows, numbers, opened.plan(), findings)
    report(2, 3, N_("Looking for duplicates"))
    duplicates = finish(part.columns, opened.plan(), findings)
    left_out = part.left_out + sheet.left_out
    return opened.common() | {
        "columns": part.columns,
        "problems": [_plain(problem) for problem in findings.listed()],
        "rows_read": part.read + sheet.left_out,
        "rows_left_out": left_out,
        "duplicates": duplicates,
        "not_understood": part.columns["understood"].count(False),
        "legacy_marks": part.legacy,
        "header_signature": header.signature,
    }


def preview(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What was recognized, without reading every row."""
    opened = _Opened(request, report)
    return opened.common() | {
        "problems": [_plain(problem) for problem in opened.findings.listed()],
        "shares": opened.recognized.shares,
        "header_signature": opened.header.signature,
    }


class _Opened:
    """A file with its sheet chosen and its columns recognized."""

    def __init__(self, request: dict[str, Any], report: Report) -> None:
        self.path = Path(request["path"])
        self.level = Level(request["level"])
        self.given: dict[str, str] = request["columns"] or {}
        self.remembered: dict[str, dict[str, str]] = request["remembered"]
        refuse_unknown(self.given, None, self.path.name)
        report(0, 3, N_("Reading the file"))
        self.checked = preflight.check(self.path, import_anyway=request["import_anyway"])
        self.file: RawFile = FORMATS[self.checked.container](self.checked, request["sheet"], request["encoding"])
        self.calendar = Calendar(date.fromisoformat(request["today"]), EARLIEST_YEAR[self.level], self.file.is_1904)
        self.sheet, self.header = self._chosen()
        self.findings = Findings(self.path.name, self.sheet.name)
        self.findings.extend(self.sheet.problems)
        self.recognized: Recognized = recognize(
            self.header, self.sheet.rows[self.header.last + 1 :], self.given, self.calendar, self.findings
        )
        self._tell_other_sheets(request["sheet"])

    def _chosen(self) -> tuple[RawSheet, Header]:
        """The sheet that looks most like a catalogue: the best headings, then the most rows."""
        usable = self._remembered() or self._recognizable()
        if not usable:
            raise AlignerError(
                N_("No heading row was recognized in {file} (sheet {sheet}): its first rows say “{text}”. Name the headings with --columns, or another sheet."),
                file=self.path.name, sheet=", ".join(sheet.name for sheet in self.file.sheets),
                text=_start_of(self.file.sheets[0]),
            )  # fmt: skip
        return max(usable, key=lambda one: (min(one[1].score, 8), len(one[0].rows)))

    def _recognizable(self) -> list[tuple[RawSheet, Header]]:
        """The sheets with headings."""
        found = [(sheet, find_header(sheet, self.level, self.given)) for sheet in self.file.sheets]
        return [(sheet, header) for sheet, header in found if header is not None]

    def _remembered(self) -> list[tuple[RawSheet, Header]]:
        """The sheet whose headings have a remembered mapping, which is used then; a mapping given now wins."""
        for signature, mapping in () if self.given else self.remembered.items():
            for sheet in self.file.sheets:
                header = find_header(sheet, self.level, mapping)
                if header is not None and header.signature == signature:
                    self.given = mapping
                    return [(sheet, header)]
        return []

    def _tell_other_sheets(self, wanted: str | None) -> None:
        others = [name for name in self.sheet_names() if name != self.sheet.name]
        if others and not wanted:
            self.findings.add(
                "other_sheets", Severity.NOTE,
                N_("Sheet {sheet} was read; the file also has: {others}. Choose another one with --sheet."),
                sheet=self.sheet.name, others=", ".join(others),
            )  # fmt: skip

    def sheet_names(self) -> list[str]:
        """All sheets of the file, hidden ones marked."""
        names = [sheet.name for sheet in self.file.sheets] + self.file.other_sheets
        return [f"{name} (hidden)" if name in self.file.hidden_sheets else name for name in names]

    def plan(self) -> Plan:
        headings = {name: self.header.headings[at] for name, at in self.recognized.columns.items()}
        return Plan(self.recognized.columns, headings, self.level, self.calendar)

    def body(self) -> tuple[Sequence[Sequence[Cell]], Sequence[int]]:
        """The rows below the headings with their numbers."""
        start = self.header.last + 1
        return self.sheet.rows[start:], self.sheet.numbers[start:]

    def common(self) -> dict[str, Any]:
        """What a reading and a preview have in common."""
        return {
            "sheet": self.sheet.name,
            "header_rows": [self.sheet.numbers[at] for at in range(self.header.first, self.header.last + 1)],
            "mapping": self.plan().headings,
            "unmapped": self.recognized.unmapped,
            "encoding": self.file.encoding,
            "sheets": [name for name in self.sheet_names() if name != self.sheet.name],
            "reference_date": self.checked.date or _day_of(self.path),
            "preview": [[text_of(cell) for cell in row] for row in self.sheet.rows[:PREVIEW_ROWS]],
        }


def _start_of(sheet: RawSheet) -> str:
    texts = [text_of(cell) for row in sheet.rows[:3] for cell in row if not is_blank(cell)]
    return " | ".join(texts)[:100]


def _day_of(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.utc).date().isoformat()


def _plain(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"severity": problem.severity.value, "values": dict(problem.values)}
