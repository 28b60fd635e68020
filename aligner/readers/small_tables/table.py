"""Small tables that people hand in, as texts by row and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.domain.cell_text import unguarded
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.problem import Problem, Severity
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.catalogue import read_table
from aligner.readers.small_tables.moments import read_moment


@dataclass(slots=True)
class SmallTable:
    """The texts of a table by row number and column, and what was found in it."""

    file: str
    sheet: str
    headings: dict[str, str]
    rows: list[tuple[int, dict[str, str]]]
    problems: list[Problem]

    def left_out(self, code: str, template: str, row: int, column: str = "", **values: str) -> None:
        """Note that a row was not taken, and why."""
        self._note(code, Severity.LEFT_OUT, template, row, column, values)

    def warn(self, code: str, template: str, row: int, column: str = "", **values: str) -> None:
        """Note that a value of a row needs a look."""
        self._note(code, Severity.WARNING, template, row, column, values)

    def moment(self, row: int, texts: Mapping[str, str]) -> str:
        """When a row was decided (UTC), "" when it does not say; a problem when what it says cannot be read."""
        printed = texts.get("at", "")
        moment = read_moment(printed) if printed else ""
        if moment is None:
            self.warn(
                "unknown_time",
                N_("“{text}” is not a date or time; the present time was used."),
                row,
                "at",
                text=printed,
            )
        return moment or ""

    def _note(
        self, code: str, severity: Severity, template: str, row: int, column: str, values: dict[str, str]
    ) -> None:
        heading = self.headings.get(column, column)
        self.problems.append(Problem(code, severity, template, values, self.file, self.sheet, row, heading))


@dataclass(frozen=True, slots=True)
class SmallTables:
    """The sheets of one file that are such a table, and what was found of the others."""

    sheets: list[SmallTable]
    others: list[Problem]

    @property
    def problems(self) -> list[Problem]:
        """Everything found so far, sheet by sheet."""
        return [*self.others, *(problem for sheet in self.sheets for problem in sheet.problems)]


def read_small_table(path: Path, name: str, progress: Progress) -> SmallTables:
    """The tables of this name in resources/columns/aliases.toml. Raises AlignerError when the file has none."""
    answer: dict[str, Any] = read_table(path, {"path": str(path), "table": name}, progress)
    sheets = [
        SmallTable(
            path.name,
            table["sheet"],
            table["headings"],
            [(number, {column: unguarded(text) for column, text in texts.items()}) for number, texts in table["rows"]],
            _problems(table["problems"]),
        )
        for table in answer["tables"]
    ]
    return SmallTables(sheets, _problems(answer["problems"]))


def _problems(listed: list[dict[str, Any]]) -> list[Problem]:
    return [Problem(**one | {"severity": Severity(one["severity"])}) for one in listed]


def canonical(text: str) -> tuple[str, str]:
    """A designation as catalogues hold it, and its work; the text itself twice when it is not understood."""
    read = parse_designation(text)
    return (str(read), read.work) if isinstance(read, Designation) else (text, text)


def folded(text: str) -> str:
    """A word of a form without what does not matter: case, blanks, hyphens."""
    return text.strip().casefold().replace(" ", "_").replace("-", "_")
