"""The rows of the report's sheet of adoptions that deserve a look."""

from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.plans.flags import flagged


def flags_table(counting: Counting) -> Table:
    """One row for each flag of an adoption; the columns of its sheet, `edition_state` as its code."""
    from aligner.reports.sheets.flags import COLUMNS  # noqa: PLC0415 - loads xlsxwriter

    return Table.from_rows(
        [column.name for column in COLUMNS],
        (
            {
                "national": one.national,
                "national_title": one.title,
                "degree": one.degree,
                "adopted_edition": one.cited,
                "work": one.work,
                "current_edition": one.current,
                "edition_state": one.state.value if one.state else "",
                "reason": one.reason,
            }
            for one in flagged(counting)
        ),
    )
