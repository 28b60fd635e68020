"""Where each sheet's rows stand in the workbook: what our own formulas and links point to."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

ROWS_OF = {
    "conversion_rate": "conversion",
    "conversion_rate_projected": "conversion",
    "conversion_rate_current": "conversion",
    "conversion_rate_current_amendments": "conversion",
    "degrees_by_work": "conversion",
    "adopting_national_standards": "nationals",
    "adoption_rate": "nationals",
    "adoption_rate_current": "nationals",
    "harmonization_rate": "nationals",
    "degrees_by_national": "nationals",
    "adoption_lag_median": "alignment",
    "adoption_lag_mean": "alignment",
    "key_indicator_equal_rate": "comparison",
    "key_indicator_not_below_rate": "comparison",
    "key_indicator_comparability": "comparison",
    "key_indicator_coverage": "comparison",
    "field_consistency": "consistency",
    "compared_share": "consistency",
    "gap_to_target": "gaps",
    "outdated_adoptions": "outdated",
    "reviewer_agreement": "audit",
    "review_coverage": "nationals",
    "statement_agreement": "alignment",
    "applicability_judged": "conversion",
    "adopts_withdrawn": "outdated",
}
"""The listing that holds the rows behind an indicator; a figure that is not named here has none."""


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

    def cells(self, column: str) -> str:
        """All cells of a column, as a formula names them."""
        position = self.columns.index(column)
        return f"{_quoted(self.sheet)}!{xl_range_abs(self.first, position, self.last, position)}"


Places = dict[str, Place]
"""By the id of the listing."""


def place_of(sheet: str, header_row: int, columns: Sequence[str], rows: int, *, is_whole: bool) -> Place:
    """The place of a table whose headings stand in `header_row`."""
    return Place(sheet, header_row + 1, header_row + rows, tuple(columns), is_whole)


def link_of(indicator: str, places: Places) -> str | None:
    """Where the rows behind an indicator stand; None when the workbook does not list them."""
    place = places.get(ROWS_OF.get(indicator, ""))
    return place.link if place is not None and place.last >= place.first else None


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"
