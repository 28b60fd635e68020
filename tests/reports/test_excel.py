"""The workbook as a whole: what is in its cells, how it is laid out, and how it reaches the disk."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from aligner.domain.errors import AlignerError, Cancelled
from aligner.domain.figures.indicator import Slice
from aligner.domain.problem import Problem, Severity
from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.i18n import translator
from aligner.reports.content.marks import WORK_MARKS
from aligner.reports.content.report import WORK_COLUMNS, Breakdown
from aligner.reports.excel import portions, sheet_name, write_report
from aligner.reports.sheets.registry import listings
from reports.contents import a_report, with_tables
from reports.workbooks import dump, listed, written

HOSTILE = ("=cmd()", "@SUM(A1)", "+1+1", "-1+1", "＝1+1", "{=1+1}", "https://example.org", "\t=1", "=1\x00\ud800")


OUR_FORMULA = re.compile(r"""=(?:[A-Z]+|[0-9.]+|[-+*/(),<>=]|\$[A-Z]+\$[0-9]+|[A-Z][0-9]+|"[\w/]+"|'[\w ]+'!|:)+""")
"""Functions, numbers, addresses in sheets of ours, and our own words."""


def is_our_formula(text: str) -> bool:
    """Whether a formula is made of what the program itself writes."""
    return OUR_FORMULA.fullmatch(text) is not None


class StopAt:
    """Asks to stop at the given step, and counts."""

    def __init__(self, step: int) -> None:
        self.left = step

    def step(self, done: int, total: int, text: str) -> None:
        assert 0 <= done <= total
        assert text
        self.left -= 1
        if self.left < 0:
            raise Cancelled("stopped")


def test_numbers_are_numbers_and_dates_are_dates(tmp_path: Path) -> None:
    works = listed(written(a_report(8), tmp_path)["Conversion table"])
    assert works["No."] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert works["Publication date"][1] == datetime.fromisoformat("2004-02-15")
    assert works["Converted"][:4] == ["yes", "yes", "yes", "no"]


def test_a_month_stays_the_text_that_was_printed(tmp_path: Path) -> None:
    works = listed(written(a_report(8), tmp_path)["Conversion table"])
    assert works["Publication date"][0] == "2003-01"
    assert works["Plan due"][3] == "2026-12"


def test_rates_are_fractions_shown_in_per_cent(tmp_path: Path) -> None:
    sheet = written(a_report(30), tmp_path)["By committee"]
    cell = sheet["J4"]
    assert isinstance(cell.value, float)
    assert 0 <= cell.value <= 1
    assert cell.number_format == "0.0%_)"


def test_an_empty_denominator_is_no_figure(tmp_path: Path) -> None:
    rows = dump(written(a_report(4), tmp_path))
    assert "Key indicators: equal rate | B: Equal key indicators over comparable ones. | C: 0" in rows
    assert "E: n/a" in rows


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    marks = dict.fromkeys(["in_denominator", *WORK_MARKS.values()], 1)
    row = dict.fromkeys(WORK_COLUMNS, text) | {"stage": None, "ics": [text], "national": [text]} | marks
    problem = Problem(text, Severity.NOTE, "Seen {what}.", {"what": text}, text, text, 1, text)
    content = with_tables(
        a_report(3, project=text, profile_title=text, problems=(problem,)), works=Table.from_rows(WORK_COLUMNS, [row])
    )
    workbook = written(content, tmp_path)
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" and not is_our_formula(cell.value)] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink and cell.hyperlink.target] == []
    assert listed(workbook["Conversion table"])["Title in English"] == [text.replace("\x00\ud800", "")]


def test_every_list_has_a_filtered_table_below_frozen_headings(tmp_path: Path) -> None:
    workbook = written(a_report(30), tmp_path)
    for sheet in workbook.worksheets[2:]:
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert table.ref.startswith("A3:")
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("4")
        last = int(table.ref.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        assert sheet.max_row == last + (sheet.title == "By committee")  # its totals


def test_each_rule_leads_to_the_rows_that_it_moved(tmp_path: Path) -> None:
    content = a_report(30)
    workbook = written(content, tmp_path)
    steps, moved = workbook["Why this rate"], workbook["Rows by rule"]
    assert len(steps._charts) == 1
    links = {cell.row: cell.hyperlink.location for row in steps.iter_rows() for cell in row if cell.hyperlink}
    assert links == {5: "'Rows by rule'!A4", 6: "'Rows by rule'!A12"}
    for row, location in links.items():
        first = int(location.rpartition("A")[2])
        mine = [line[0].value for line in moved.iter_rows(min_row=first) if line[0].value == steps.cell(row, 1).value]
        assert moved.cell(first, 1).value == steps.cell(row, 1).value
        assert len(mine) == steps.cell(row, 8).value


def test_what_a_group_does_not_have_stays_empty_and_what_cannot_be_computed_is_not_available(tmp_path: Path) -> None:
    slices = {
        "conversion_rate": (Slice("TC 4", "TC 4", None, 0, 0),),
        "gap_to_target": (Slice("TC 9", "TC 9", 1, 0, 1),),
    }
    workbook = written(a_report(30, breakdowns=(Breakdown("committee", slices),)), tmp_path)
    found = listed(workbook["Indicators by committee"])
    assert found["Conversion rate"] == ["n/a", None]
    assert found["Gap to target"] == [None, 1]


def test_the_committees_add_up_below_their_table(tmp_path: Path) -> None:
    content = a_report(30)
    target = tmp_path / "report.xlsx"
    write_report(content, target, translator("en"), Silent())
    formulas, results = (load_workbook(target, data_only=given)["By committee"] for given in (False, True))
    last = formulas.max_row
    table = content.table("committees")
    assert [results.cell(last, position).value for position in (1, 2, 3, 4)] == [
        "Total",
        *(sum(table[name]) for name in ("works", "applicable", "converted")),
    ]
    assert results.cell(last, 10).value == sum(table["converted"]) / sum(table["applicable"])
    assert formulas.cell(last, 4).value == f"=SUM(D4:D{last - 1})"
    assert formulas.cell(last, 12).value is None


def test_every_sheet_prints_across_one_page_wide(tmp_path: Path) -> None:
    for sheet in written(a_report(30), tmp_path).worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert "profile outline-85 · reference date 2025-12-31" in sheet.oddFooter.left.text
        assert "&P" in sheet.oddFooter.center.text
    assert sheet.print_title_rows == "$3:$3"


def test_the_cover_is_one_upright_page(tmp_path: Path) -> None:
    cover = written(a_report(30), tmp_path)["Cover"]
    assert (cover.page_setup.orientation, cover.page_setup.paperSize) == ("portrait", 9)
    assert (cover.page_setup.fitToWidth or 1, cover.page_setup.fitToHeight or 1) == (1, 1)


def test_the_summary_draws_rates_degrees_fields_committees_years_and_steps(tmp_path: Path) -> None:
    content = a_report(30)
    by_committee = Breakdown(
        "committee", {"conversion_rate": tuple(Slice(f"TC {n}", f"TC {n}", 0.5, n, 2 * n) for n in (1, 2))}
    )
    sheet = written(replace(content, breakdowns=(*content.breakdowns, by_committee)), tmp_path)["Summary"]
    titles = [chart.title.tx.rich.p[0].r[0].t for chart in sheet._charts]
    assert titles == [
        "Conversion rate against the target",
        "Degrees by international standard",
        "Conversion rate by ICS field",
        "Largest committees",
        "Rate at the end of each year",
        "The rate after each rule",
    ]
    for chart in sheet._charts:
        (first, last) = chart.series[0].val.numRef.f.replace("$", "").partition("!")[2].split(":")
        assert all(isinstance(row[0].value, int | float) for row in sheet[first:last])


def test_charts_without_figures_are_left_out(tmp_path: Path) -> None:
    workbook = written(a_report(0, indicators=(), breakdowns=(), sensitivity=(), waterfall=()), tmp_path)
    assert workbook["Summary"]._charts == []
    assert workbook["Summary"]["A4"].value == "n/a"


def test_a_project_without_rows_still_has_every_sheet(tmp_path: Path) -> None:
    names = written(a_report(30), tmp_path).sheetnames
    workbook = written(a_report(0, problems=(), changes=()), tmp_path)
    assert workbook.sheetnames == names
    assert workbook["Problems"]["A4"].value == "Nothing to list."


@pytest.mark.parametrize("language", ["en", "zh"])
def test_headings_differ_within_each_sheet(language: str) -> None:
    translate = translator(language)
    for listing in listings(a_report(5), translate):
        headings = [translate(column.header).casefold() for column in listing.columns]
        assert len(set(headings)) == len(headings), listing.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_reads_as_expected(
    tmp_path: Path, language: str, assert_expected: Callable[[str, str], None]
) -> None:
    assert_expected(f"report_{language}.txt", dump(written(a_report(16), tmp_path, language)))


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for target in (first, second):
        write_report(a_report(30), target, translator("zh"), Silent())
    assert first.read_bytes() == second.read_bytes()


def test_the_file_tells_when_it_was_made_but_not_where(tmp_path: Path) -> None:
    properties = written(a_report(1), tmp_path).properties
    assert properties.created == datetime.fromisoformat("2026-02-05T08:30:00")
    assert (properties.creator, properties.lastModifiedBy) in {(None, None), ("", "")}


def test_a_locked_target_keeps_what_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"last year's")

    def open_elsewhere(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(target), 32, str(self))

    monkeypatch.setattr(Path, "replace", open_elsewhere)
    with pytest.raises(AlignerError, match="open in another program"):
        write_report(a_report(3), target, translator("en"), Silent())
    assert target.read_bytes() == b"last year's"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("step", [0, 1, 30])
def test_a_stopped_report_leaves_nothing(tmp_path: Path, step: int) -> None:
    with pytest.raises(Cancelled):
        write_report(a_report(3), tmp_path / "report.xlsx", translator("en"), StopAt(step))
    assert list(tmp_path.iterdir()) == []


def test_a_stop_after_packing_leaves_nothing(tmp_path: Path) -> None:
    counted = StopAt(10_000)
    write_report(a_report(3), tmp_path / "whole.xlsx", translator("en"), counted)
    last = StopAt(10_000 - counted.left - 1)
    with pytest.raises(Cancelled):
        write_report(a_report(3), tmp_path / "report.xlsx", translator("en"), last)
    assert [file.name for file in tmp_path.iterdir()] == ["whole.xlsx"]


def test_a_new_report_replaces_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"last year's")
    write_report(a_report(3), target, translator("en"), Silent())
    assert load_workbook(target).sheetnames[:2] == ["Cover", "Summary"]


@given(st.lists(st.text(max_size=60), max_size=6))
def test_sheet_names_are_short_plain_and_different(texts: list[str]) -> None:
    taken = {"history"}
    names = [sheet_name(text, taken) for text in texts]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"
        assert name.casefold() != "history"


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next() -> None:
    pieces = list(portions(Table({"n": list(range(7))}), 3))
    assert [piece["n"] for piece in pieces] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [len(piece) for piece in portions(Table({}), 3)] == [0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_table_has_headings_of_its_own_as_spreadsheet_programs_demand(tmp_path: Path, language: str) -> None:
    content = a_report(30)
    by_committee = Breakdown("committee", {"conversion_rate": (Slice("TC 1", "TC 1", 0.5, 1, 2),)})
    workbook = written(replace(content, breakdowns=(*content.breakdowns, by_committee)), tmp_path, language)
    tables = [(sheet, table) for sheet in workbook.worksheets for table in sheet.tables.values()]
    assert len({table.name.casefold() for _, table in tables}) == len(tables) > 20
    for sheet, table in tables:
        headings = [str(cell.value) for cell in sheet[table.ref][0]]
        assert headings == [column.name for column in table.tableColumns]
        assert len({heading.casefold() for heading in headings}) == len(headings), (sheet.title, headings)
