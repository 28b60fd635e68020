"""A finding about one row or one file: kept, counted and shown, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """What a problem means for its row."""

    LEFT_OUT = "left_out"  # the row is no standard of the catalogue; standards + rows left out = rows read
    WARNING = "warning"  # the row was kept, one of its values needs a look
    NOTE = "note"  # translated or repaired without doubt; listed so that it can be checked


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about a place in a file.

    `code` is stable and names the kind of problem; `template` is the English sentence (also the key of its
    translation) whose named places `values` fills. `row` is the row number a spreadsheet shows (1-based),
    None when the whole file or sheet is meant; `column` is the heading as printed.
    """

    code: str
    severity: Severity
    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
