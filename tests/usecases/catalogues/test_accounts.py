"""What became of every row of a file is kept with its catalogue and told in the report."""

from pathlib import Path

from aligner.domain.catalogue import Level
from aligner.domain.problem import Problem
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.reports.sheets import problems as problems_sheet
from aligner.usecases.catalogues.browse import problems
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.hand_outs.report import report_content
from aligner.usecases.project.opening import new_project
from tests.catalogue_files import write_workbook

HEADINGS = ("标准号", "标准名称", "采用国际标准号", "采标程度")
ROWS = (
    ("GB/T 1-2020", "螺纹", "ISO 1:2016", "IDT"),
    ("", "", "ISO 2:2016", "MOD"),
    ("一、机械", "", "", ""),
    ("GB/T 2-2020", "齿轮", "", ""),
    ("合计 2 项", "", "", ""),
)


def numbers_of(found: list[Problem]) -> tuple[int, int, int]:
    """Rows read, all rows, and the sum of what became of the others."""
    head = next(one for one in found if one.code == "rows_read")
    others = sum(int(one.values["count"]) for one in found if one.code == "rows_not_read")
    return int(head.values["number"]), int(head.values["all"]), others


def test_the_rows_of_a_file_are_accounted_for_in_its_problems_and_in_the_report(tmp_path: Path) -> None:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as session:
        file = write_workbook(tmp_path / "gb.xlsx", HEADINGS, ROWS)
        loaded = load(session, LoadRequest(file, Level.NATIONAL), Silent())
        kept = problems(session, loaded.catalogue.id)
        content = report_content(session, translator("en"), Silent())
        sheets = {language: problems_sheet.rows(content, translator(language)) for language in ("en", "zh")}
    assert kept[0].code == "rows_read"
    read, rows, others = numbers_of(kept)
    assert (read, rows) == (3, loaded.reading.rows_in_file)
    assert read + others == rows == 6
    assert (sheets["en"]["file"][0], sheets["en"]["sentence"][:2]) == (
        "gb.xlsx",
        ["Read 3 of the 6 rows of the file as standards.", "1 of the other rows: headings of groups."],
    )
    assert sheets["zh"]["sentence"][0] == "文件共 6 行，其中 3 行读作标准。"


def test_a_newer_list_has_its_own_accounts(tmp_path: Path) -> None:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as session:
        for rows in (ROWS, ROWS[:1]):
            file = write_workbook(tmp_path / "gb.xlsx", HEADINGS, rows)
            loaded = load(session, LoadRequest(file, Level.NATIONAL, update=len(session.store.catalogues())), Silent())
        assert numbers_of(problems(session, loaded.catalogue.id)) == (1, 2, 1)
