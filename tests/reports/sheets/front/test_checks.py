"""LibreOffice opens the report, calculates its formulas anew, and finds what the program computed."""

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.reports.content.report import ReportContent
from aligner.reports.excel import write_report
from reports.contents import a_report, with_tables

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

Check = tuple[object, ...]
"""Name, computed and counted numerator, computed and counted denominator, share, and what the check cell says."""


def checks(sheet: Worksheet) -> list[Check]:
    """The rows below the heading of the check."""
    rows = list(sheet.iter_rows(max_col=8, values_only=True))
    start = next(number for number, row in enumerate(rows) if row[7] == "Check")
    listed = []
    for row in rows[start + 1 :]:
        if row[0] is None:
            break
        listed.append((row[0], *row[2:]))
    return listed


def written_and_read(content: ReportContent, folder: Path) -> list[Check]:
    """The results that the program wrote beside its formulas."""
    target = folder / "report.xlsx"
    write_report(content, target, translator("en"), Silent())
    return checks(load_workbook(target, data_only=True)["Summary"])


def without_results(report: Path, target: Path) -> Path:
    """The report with nothing but the formulas in its cells with formulas: whoever shows a result has calculated it."""
    with ZipFile(report) as source, ZipFile(target, "w") as emptied:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            emptied.writestr(name, content)
    return target


def recalculated(folder: Path) -> list[Check]:
    """The results after LibreOffice calculated everything anew."""
    assert OFFICE is not None
    emptied = without_results(folder / "report.xlsx", folder / "emptied.xlsx")
    assert {row[6] for row in checks(load_workbook(emptied, data_only=True)["Summary"])} == {None}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    arguments = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "again", emptied]
    subprocess.run(arguments, check=True, capture_output=True, timeout=120)
    return checks(load_workbook(folder / "again" / "emptied.xlsx", data_only=True)["Summary"])


def test_every_check_agrees_and_carries_its_result(tmp_path: Path) -> None:
    listed = written_and_read(a_report(60), tmp_path)
    assert [row[0] for row in listed] == [
        "Conversion rate",
        "Conversion rate net of outdated editions",
        "Conversion rate net of outdated editions and missed amendments",
        "Projected conversion rate",
        "Degrees by international standard",
        "Outdated adoptions",
        "Gap to target",
        "Conversion rate from the committees",
        "Adoption rate",
        "Adoption lag, median",
    ]
    for _, computed, counted, whole, whole_counted, _, says in listed:
        assert (computed, whole, says) == (counted, whole_counted, "agrees")


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("count", [1, 20, 21, 47])
def test_the_gap_is_counted_as_the_program_counts_it(tmp_path: Path, count: int, strict: bool) -> None:
    content = a_report(count, strict_target=strict)
    counted = sum(content.table("works")["in_denominator"])
    covered = sum(content.table("works")["in_numerator"])
    least = 8500 * counted // 10000 + 1 if strict else -(-8500 * counted // 10000)
    (gap,) = [row for row in written_and_read(content, tmp_path) if row[0] == "Gap to target"]
    assert gap[2] == max(0, least - covered)


def test_a_figure_that_the_rows_do_not_bear_out_is_told(tmp_path: Path) -> None:
    content = a_report(30)
    other = with_tables(a_report(30), works=a_report(29).table("works"))
    assert {row[6] for row in written_and_read(content, tmp_path)} == {"agrees"}
    assert written_and_read(other, tmp_path)[0][6] == "differs"


def test_rules_that_do_not_count_works_have_no_check_of_rates_over_works(tmp_path: Path) -> None:
    listed = written_and_read(a_report(30, unit="family_all"), tmp_path)
    rates = {"Conversion rate", "Projected conversion rate", "Gap to target", "Conversion rate from the committees"}
    assert rates.isdisjoint(row[0] for row in listed)
    assert "Adoption rate" in [row[0] for row in listed]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_an_office_program_calculates_what_the_program_computed(tmp_path: Path) -> None:
    before = written_and_read(a_report(60, project="统计 & <表>"), tmp_path)
    after = recalculated(tmp_path)
    assert [row[:5] + row[6:] for row in after] == [row[:5] + row[6:] for row in before]
    for then, now in zip(before, after, strict=True):
        assert now[5] == pytest.approx(then[5])
