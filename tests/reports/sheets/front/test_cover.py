"""The first sheet: what is filed, by whom, and where everything stands."""

from pathlib import Path

from openpyxl import Workbook

from aligner.reports.content.report import KeptState
from reports.contents import a_report
from reports.workbooks import written


def texts(workbook: Workbook) -> list[str]:
    """Every text on the cover, from top to bottom."""
    return [str(cell.value) for row in workbook["Cover"].iter_rows() for cell in row if cell.value is not None]


def beside(workbook: Workbook, label: str) -> object:
    """What stands to the right of a label."""
    return next(row[1].value for row in workbook["Cover"].iter_rows() if row[0].value == label)


def test_the_cover_tells_who_files_what_for_which_day(tmp_path: Path) -> None:
    workbook = written(a_report(30, organization="SAC/TC 98", decided_until="2025-12-31"), tmp_path)
    assert beside(workbook, "Reporting unit") == "SAC/TC 98"
    assert beside(workbook, "Reference date") == "2025-12-31"
    assert beside(workbook, "Decisions until") == "the end of 2025-12-31"
    assert beside(workbook, "Journal") == f"3 entries, hash of the last {'9f' * 8}…"


def test_a_unit_that_is_not_known_is_left_to_be_filled_in(tmp_path: Path) -> None:
    workbook = written(a_report(30), tmp_path)
    assert beside(workbook, "Reporting unit") == " "
    assert "_" * 24 in str(workbook["Conversion table"]["A2"].value)


def test_three_people_sign(tmp_path: Path) -> None:
    shown = texts(written(a_report(30), tmp_path))
    assert [text for text in shown if text in {"Prepared by", "Checked by", "Approved by"}] == [
        "Prepared by",
        "Checked by",
        "Approved by",
    ]
    assert shown.count("Date") == 3


def test_a_report_names_its_snapshot_on_the_cover_and_on_every_page(tmp_path: Path) -> None:
    kept = KeptState("2025 年报", "2026-02-05T08:30:00+00:00")
    workbook = written(a_report(30, snapshot=kept), tmp_path)
    assert beside(workbook, "Snapshot") == "2025 年报, taken 2026-02-05 08:30:00 UTC"
    assert beside(workbook, "Figures of the snapshot") == "the same as when it was taken"
    assert all("snapshot 2025 年报" in sheet.oddFooter.left.text for sheet in workbook.worksheets)


def test_figures_that_come_out_otherwise_than_in_the_snapshot_are_named(tmp_path: Path) -> None:
    kept = KeptState("2025", "2026-02-05T08:30:00+00:00", ("conversion_rate", "gap_to_target"))
    workbook = written(a_report(30, snapshot=kept), tmp_path)
    assert beside(workbook, "Figures of the snapshot") == (
        "this version of the program computes differently: Conversion rate, Gap to target"
    )


def test_every_sheet_is_linked_from_the_contents(tmp_path: Path) -> None:
    workbook = written(a_report(30), tmp_path)
    linked = {cell.value for row in workbook["Cover"].iter_rows() for cell in row if cell.hyperlink}
    assert set(workbook.sheetnames[1:]) <= linked


def test_a_figure_leads_to_its_rows_and_stays_a_number(tmp_path: Path) -> None:
    workbook = written(a_report(30), tmp_path)
    for sheet in ("Cover", "Summary"):
        rows = [row for row in workbook[sheet].iter_rows() if row[0].value == "Gap to target"]
        (value,) = [cell for row in rows for cell in row if cell.hyperlink]
        assert isinstance(value.value, int)
        sheet_name, _, cell = value.hyperlink.location.rpartition("!")
        assert workbook[sheet_name.strip("'")][cell].value == "In the numerator"


def test_every_link_leads_to_a_sheet_of_the_workbook(tmp_path: Path) -> None:
    workbook = written(a_report(30), tmp_path)
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert len(links) > 20
    for link in links:
        assert link.target is None
        assert link.location.rpartition("!")[0].strip("'") in workbook.sheetnames


def test_a_figure_without_rows_leads_nowhere(tmp_path: Path) -> None:
    workbook = written(a_report(0), tmp_path)
    assert all(
        cell.value in workbook.sheetnames for row in workbook["Cover"].iter_rows() for cell in row if cell.hyperlink
    )
