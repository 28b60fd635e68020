"""Printed sheets: how small their type gets, computed as a spreadsheet computes it."""

from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from aligner.reports.workbook.paper import A3, A4, LEAST_TYPE, PAPERS, fitted, print_scale
from aligner.reports.workbook.style import FONT_SIZE
from reports.comparison_contents import with_comparisons
from reports.contents import a_report
from reports.workbooks import written

INCHES = {8: (11.69, 16.54), 9: (8.27, 11.69)}
"""Short and long side, by a workbook's number of the paper."""
POINTS_OF_A_WIDTH = 7 * 0.75
"""A width as it stands in the file counts the padding of the cell, too."""


@given(st.lists(st.tuples(st.integers(6, 12), st.integers(0, 40)), min_size=1, max_size=14))
def test_columns_are_narrowed_until_they_can_be_read_and_no_further(columns: list[tuple[int, int]]) -> None:
    widths, least = [low + more for low, more in columns], [low for low, _ in columns]
    chosen = fitted(widths, least, A4)
    assert all(low <= width <= wide for low, width, wide in zip(least, chosen, widths, strict=True))
    if print_scale(widths, A4) * FONT_SIZE >= LEAST_TYPE / 0.88:
        assert chosen == widths
    if print_scale(least, A4) * FONT_SIZE >= LEAST_TYPE / 0.88:
        assert print_scale(chosen, A4) * FONT_SIZE >= LEAST_TYPE


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_in_type_under_eight_points(tmp_path: Path, language: str, paper: str) -> None:
    content = with_comparisons(a_report(60, paper=paper, project="国际标准转化 " * 8))
    workbook = written(content, tmp_path, language)
    sizes = {sheet.title: smallest_type(sheet) for sheet in workbook.worksheets}
    assert {name: size for name, size in sizes.items() if size < LEAST_TYPE} == {}
    assert len(sizes) > 20


@pytest.mark.parametrize(("paper", "columns"), [(A4.name, (14, 13, 14)), (A3.name, (21, 19, 22))])
def test_the_forms_print_fewer_columns_on_a4_than_on_a3(tmp_path: Path, paper: str, columns: tuple[int, ...]) -> None:
    workbook = written(with_comparisons(a_report(30, paper=paper)), tmp_path)
    names = ("Conversion table", "Alignment pairs", "Key technical indicators")
    assert tuple(printed_columns(workbook[name]) for name in names) == columns
    assert {workbook[name].page_setup.paperSize for name in names} == {PAPERS[paper].number}
    assert all(workbook[name].print_title_rows == "$3:$3" for name in names)


def smallest_type(sheet: Worksheet) -> float:
    """The smallest type of the cells that are printed, in points on paper; the footer's, which is not reduced, too."""
    columns = printed_columns(sheet)
    sizes = [cell.font.sz for row in sheet.iter_rows(max_col=columns) for cell in row if cell.value not in {None, " "}]
    assert not sheet.HeaderFooter.scaleWithDoc
    return min(min(sizes) * reduction(sheet, columns), sheet.oddFooter.left.size, sheet.oddFooter.center.size)


def reduction(sheet: Worksheet, columns: int) -> float:
    """By how much the sheet is reduced to the pages that it asks for, in whole per cent as programs do it."""
    short, long = INCHES[sheet.page_setup.paperSize]
    across, down = (short, long) if sheet.page_setup.orientation == "portrait" else (long, short)
    margins = sheet.page_margins
    wide = sum(width_of(sheet, column) for column in range(1, columns + 1)) * POINTS_OF_A_WIDTH
    scale = (across - margins.left - margins.right) * 72 / wide
    if sheet.page_setup.fitToHeight != 0:
        usual = sheet.sheet_format.defaultRowHeight
        high = sum(sheet.row_dimensions[row].height or usual for row in range(1, sheet.max_row + 1))
        scale = min(scale, (down - margins.top - margins.bottom) * 72 / high)
    return min(1.0, floor(scale * 100) / 100)


def printed_columns(sheet: Worksheet) -> int:
    """How many columns are printed."""
    if not sheet.print_area:
        return sheet.max_column
    return int(range_boundaries(sheet.print_area.rpartition("!")[2].replace("$", ""))[2])


def width_of(sheet: Worksheet, column: int) -> float:
    """The width of a column as it stands in the file."""
    for known in sheet.column_dimensions.values():
        if known.min <= column <= known.max:
            return float(known.width)
    return 9.14
