"""A finding about one row or one file: kept, counted and shown, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_


class Severity(StrEnum):
    """What a problem means for its row."""

    LEFT_OUT = "left_out"  # the row is no standard of the catalogue; standards + rows left out = rows read
    WARNING = "warning"  # the row was kept, one of its values needs a look
    NOTE = "note"  # translated or repaired without doubt; listed so that it can be checked


SEVERITY_NAMES: Final[Mapping[Severity, str]] = {
    Severity.LEFT_OUT: N_("left out", "row of a file"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about a place in a file.

    `code` is stable and names the kind of problem; `template` is the English sentence (also the key of its
    translation) whose named places `values` fills. `row` is the row number a spreadsheet shows (1-based),
    None when the whole file or sheet is meant; `column` is the heading as printed. A value of several texts is listed,
    each in the user's language; problems of catalogues, which are stored, have none of these.
    """

    code: str
    severity: Severity
    template: str
    values: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the state of a project: `template` is the English sentence, `values` fill its places.

    A value of several texts is listed, each in the user's language.
    """

    code: str
    template: str
    values: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def problem_of(error: AlignerError, code: str, *, file: str = "", row: int | None = None) -> Problem:
    """The sentence of an error about one row that was left out for it."""
    values = {name: value if isinstance(value, int) else str(value) for name, value in error.values.items()}
    return Problem(code, Severity.LEFT_OUT, error.template, values, file=file, row=row)
