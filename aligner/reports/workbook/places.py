"""Where each sheet's rows stand in the workbook: what our own formulas and links point to."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from aligner.reports.content.marks import CYCLE_MONTHS, NATIONAL_MARKS, SAME_ROWS, WORK_MARKS

_CYCLE = {"formulation_cycle_mean": CYCLE_MONTHS}


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of one listing: zero-based, both ends included. Not `is_whole` when they go on in further sheets."""

    sheet: str
    first: int
    last: int
    columns: tuple[str, ...]
    is_whole: bool = True

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to count in one sheet."""
        return self.is_whole and self.last >= self.first

    @property
    def link(self) -> str:
        """The top of the table, as a link inside the workbook."""
        return f"internal:{_quoted(self.sheet)}!A{self.first}"

    def row_link(self, row: int) -> str:
        """One row of the table, as a link inside the workbook."""
        return f"internal:{_quoted(self.sheet)}!A{self.first + row + 1}"

    def column_link(self, column: str) -> str:
        """The heading of a column, as a link inside the workbook."""
        return f"internal:{_quoted(self.sheet)}!{xl_rowcol_to_cell(self.first - 1, self.columns.index(column))}"

    def cells(self, column: str) -> str:
        """All cells of a column, as a formula names them."""
        position = self.columns.index(column)
        return f"{_quoted(self.sheet)}!{xl_range_abs(self.first, position, self.last, position)}"


Places = dict[str, Place]
"""By the id of the listing."""


def place_of(sheet: str, header_row: int, columns: Sequence[str], rows: int, *, is_whole: bool) -> Place:
    """The place of a table whose headings stand in `header_row`."""
    return Place(sheet, header_row + 1, header_row + rows, tuple(columns), is_whole)


def block_of(indicator: str, places: Places) -> Place | None:
    """The rows of a figure that are listed one below the other; None when it has none."""
    return places.get(traced_id(SAME_ROWS.get(indicator, indicator)))


def traced_id(indicator: str) -> str:
    """Under which id `Places` knows the listed rows of a figure."""
    return f"traced:{indicator}"


def link_of(indicator: str, places: Places) -> str | None:
    """Where the rows behind an indicator stand: its own rows, else the column that marks them; None without any."""
    block = block_of(indicator, places)
    if block is not None:
        return block.row_link(0)
    for listing, marks in (("conversion", WORK_MARKS), ("nationals", {**NATIONAL_MARKS, **_CYCLE})):
        place = places.get(listing)
        if indicator in marks and place is not None and place.last >= place.first:
            return place.column_link(marks[indicator])
    return None


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"
