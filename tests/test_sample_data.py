"""The sample data holds what its README promises."""

import csv
import re
from datetime import datetime
from pathlib import Path

import make_sample_data
import openpyxl
import pytest

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation

SAMPLE = Path(__file__).parent.parent / "sample_data"
GB, ISO, IEC = "national_standards_gb.xlsx", "international_iso.xlsx", "international_iec.xlsx"
ISO_OPEN_DATA = (
    "id,deliverableType,supplementType,reference,title.en,title.fr,publicationDate,edition,icsCode,ownerCommittee,"
    "currentStage,replaces,replacedBy,languages,pages.en,scope.en"
)
NUMBER, TITLE, ENGLISH, STATUS, PUBLISHED, EFFECTIVE, ADOPTED, DEGREE, ICS = range(1, 10)
COMMITTEE, PLAN = 11, 13

Rows = list[tuple[object, ...]]


def sheet(path: Path) -> Rows:
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


def form(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def gb() -> Rows:
    return sheet(SAMPLE / GB)


@pytest.fixture(scope="module")
def iso() -> dict[str, dict[str, object]]:
    heading, *rows = sheet(SAMPLE / ISO)
    return {str(row[3]): dict(zip(map(str, heading), row, strict=True)) for row in rows}


@pytest.fixture(scope="module")
def iec() -> dict[str, dict[str, object]]:
    heading, *rows = sheet(SAMPLE / IEC)
    return {str(row[0]): dict(zip(map(str, heading), row, strict=True)) for row in rows}


def standards(gb: Rows) -> Rows:
    return [row for row in gb[4:] if row[TITLE] and isinstance(row[0], int)]


def column(gb: Rows, index: int) -> list[object]:
    return [row[index] for row in standards(gb)]


def one(gb: Rows, number: str) -> tuple[object, ...]:
    return next(row for row in standards(gb) if row[NUMBER] == number)


def decisions_on(number: str) -> list[dict[str, str]]:
    return [row for row in form("decisions.csv") if row["national"] == number]


# the shipped files and their sources


@pytest.mark.parametrize("name", [GB, ISO, IEC, "decisions.xlsx"])
def test_shipped_workbooks_hold_what_the_sources_say(name: str, tmp_path: Path) -> None:
    make_sample_data.build(tmp_path)
    assert sheet(tmp_path / name) == sheet(SAMPLE / name)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        make_sample_data.build(folder)
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()


def test_both_decision_files_are_one_form() -> None:
    heading, *rows = sheet(SAMPLE / "decisions.xlsx")
    assert [dict(zip(map(str, heading), (value or "" for value in row), strict=True)) for row in rows] == form(
        "decisions.csv"
    )


def test_the_readme_counts_right(
    gb: Rows, iso: dict[str, dict[str, object]], iec: dict[str, dict[str, object]]
) -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    told = {name: int(rows) for name, rows in re.findall(r"^\| `(\S+)` \|.*\| (\d+) \|$", text, re.MULTILINE)}
    decided, applicable = len(form("decisions.csv")), len(form("applicability.csv"))
    assert told == {
        GB: len(standards(gb)),
        ISO: len(iso),
        IEC: len(iec),
        "decisions.csv": decided,
        "decisions.xlsx": decided,
        "applicability.csv": applicable,
        "comparisons.csv": len(form("comparisons.csv")),
    }


# layouts


def test_the_national_sheet_has_title_rows_and_two_merged_heading_rows(gb: Rows) -> None:
    merged = {str(area) for area in openpyxl.load_workbook(SAMPLE / GB).worksheets[0].merged_cells.ranges}
    assert str(gb[0][0]).startswith("国家标准采用国际标准情况一览表")
    assert (gb[2][ADOPTED], gb[2][DEGREE]) == ("采标情况", None)
    assert (gb[3][ADOPTED], gb[3][DEGREE]) == ("采用国际标准号", "采标程度")
    assert {"A1:P1", "H3:I3", "B3:B4"} <= merged


def test_the_iso_sheet_has_the_headings_of_iso_open_data() -> None:
    assert ",".join(map(str, sheet(SAMPLE / ISO)[0])) == ISO_OPEN_DATA


def test_identifiers_of_replacement_point_both_ways(iso: dict[str, dict[str, object]]) -> None:
    ids = {str(row["id"]): row for row in iso.values()}
    for row in iso.values():
        for heir in re.findall(r"\d+", str(row["replacedBy"] or "")):
            assert str(row["id"]) in str(ids[heir]["replaces"])
            assert row["currentStage"] == 9599


def test_the_iec_sheet_has_a_webstore_like_layout() -> None:
    assert sheet(SAMPLE / IEC)[0] == (
        "Publication", "Edition", "Publication date", "TC/SC", "Title", "Titre", "Status", "ICS", "Abstract",
    )  # fmt: skip


# content of the national list


def test_every_degree_and_old_mark_occurs(gb: Rows) -> None:
    assert {"IDT", "MOD", "NEQ", "idt", "eqv", "neq", "参照", "等同采用", "修改", "非等效", "无"} <= set(
        column(gb, DEGREE)
    )


def test_every_status_occurs(gb: Rows) -> None:
    assert {"现行", "即将实施", "废止", "被代替", "正在起草", "正在审查", "正在征求意见", "现行有效", "已作废"} <= set(
        column(gb, STATUS)
    )


@pytest.mark.parametrize(
    "number",
    [
        "ＧＢ／Ｔ　２４００１－２０１６",
        "GB/T 24004—2017",
        "GBT27020-2016",
        "GB∕T 3920-2008",
        "GB/T97.1-2002",
        "GB/T\u00a0228.1-2021",
        "GB/T 229-2020*",
        "GB/T 191—2008①",
        "GB/T 15706-2012/ISO 12100:2010",
        "GBJ 16-87",
        "GB 50016-2014（2018年版）",
        "20241234-T-469",
    ],
)
def test_dirty_numbers_occur_and_are_understood(gb: Rows, number: str) -> None:
    assert number in column(gb, NUMBER)
    assert isinstance(parse_designation(number), Designation)


def test_adoption_cells_hold_prose_several_numbers_and_years_after_a_dash(gb: Rows) -> None:
    cells = [str(cell) for cell in column(gb, ADOPTED)]
    assert {"等同采用ISO 9004:2018", "ISO 10005：2018（IDT）", "ISO 10006:2017, IDT", "IEC 60947-2-2019"} <= set(cells)
    assert any("\n" in cell for cell in cells)
    assert any("；" in cell for cell in cells)
    assert "ISO/IEC Directives, Part 2, 2018" in cells


def test_dates_come_in_many_forms(gb: Rows) -> None:
    cells = column(gb, PUBLISHED)
    assert 42734 in cells
    assert datetime(2020, 11, 19) in cells  # noqa: DTZ001 - a date cell has no time zone
    assert {"20210521", "2019.12.10", "2020/9/29", "2003年11月24日", "2001-02", "1985", "2019-13-24"} <= set(cells)


def test_some_ics_cells_are_numbers(gb: Rows) -> None:
    assert {19.04, 83.06, 85.06, 1.06} <= set(column(gb, ICS))


def test_subtotals_a_total_a_note_and_a_blank_row_stand_between_and_below(gb: Rows) -> None:
    texts = [str(row[NUMBER]) for row in gb[4:] if row[0] is None]
    assert sum(text.startswith("小计") for text in texts) == 2
    assert any(text == "合计" for text in texts)
    assert any(text.startswith("注：") for text in texts)
    assert "None" in texts


def test_the_total_is_the_number_of_rows(gb: Rows) -> None:
    total = next(row for row in gb if row[NUMBER] == "合计")
    assert total[TITLE] == len(standards(gb))


def test_some_titles_are_chinese_only(gb: Rows) -> None:
    assert 20 <= column(gb, ENGLISH).count(None) <= 60


def test_industry_standards_with_and_without_adoption_occur(gb: Rows) -> None:
    assert one(gb, "QB/T 2710-2018")[ADOPTED] == "ISO 3376:2011"
    assert one(gb, "JB/T 5000.3-2007")[ADOPTED] is None


def test_plans_name_the_standard_they_will_adopt(gb: Rows) -> None:
    plans = [row for row in standards(gb) if re.fullmatch(r"\d{8}-T-\d{3}", str(row[NUMBER]))]
    assert len(plans) == 6
    assert all(row[ADOPTED] and row[PLAN] == row[NUMBER] for row in plans)


# content of the international lists


def test_documents_of_every_kind_occur(iso: dict[str, dict[str, object]]) -> None:
    assert {row["deliverableType"] for row in iso.values()} == {"IS", "TR", "TS", "GUIDE", "IWA"}
    assert {row["supplementType"] for row in iso.values()} == {None, "Amd", "Cor"}
    assert iso["ISO/CD 9001"]["currentStage"] == 3060


def test_consolidated_editions_and_variants_occur(iec: dict[str, dict[str, object]]) -> None:
    assert "IEC 60601-1:2005+AMD1:2012+AMD2:2020 CSV" in iec
    assert "IEC 60068-2-14:2023 RLV" in iec
    assert iec["IEC 60950-23:2005"]["Status"] == "WITHDRAWN"


def test_some_documents_stand_in_both_international_lists(
    iso: dict[str, dict[str, object]], iec: dict[str, dict[str, object]]
) -> None:
    assert {"ISO/IEC 27001:2022", "ISO/IEC 17025:2017"} <= iso.keys() & iec.keys()


def test_a_specification_and_a_standard_bear_the_same_title(iso: dict[str, dict[str, object]]) -> None:
    assert iso["ISO/TS 17892-1:2004"]["title.en"] == iso["ISO 17892-1:2014"]["title.en"]


# the forms


def test_every_verdict_and_coverage_is_given() -> None:
    rows = form("decisions.csv")
    assert {row["verdict"] for row in rows} == {"", "confirmed", "rejected", "unsure", "no_counterpart"}
    assert {row["coverage"].partition(":")[0] for row in rows} == {"", "full", "partial", "joint"}


def test_modified_and_not_equivalent_have_a_reason() -> None:
    kinds = {"less content", "more content", "altered content", "alternative content"}
    reasons = {row["reason"] for row in form("decisions.csv") if row["degree"] in {"MOD", "NEQ", "修改采用", "非等效"}}
    assert reasons == kinds


def test_one_national_standard_adopts_four_works() -> None:
    assert [row["international"] for row in decisions_on("GB/T 9237-2017")] == [
        f"ISO 5149-{n}:2014" for n in range(1, 5)
    ]


def test_joint_groups_are_closed_and_open() -> None:
    groups: dict[str, int] = {}
    for row in form("decisions.csv"):
        if row["coverage"].startswith("joint:"):
            groups[row["coverage"]] = groups.get(row["coverage"], 0) + 1
    assert sorted(groups.values()) == [1, 1, 2, 2]


def test_every_applicability_verdict_is_given_with_its_reason() -> None:
    rows = form("applicability.csv")
    assert {row["applicable"] for row in rows} == {"Y", "N", "D", "?"}
    assert all(row["reason"] and row["note"] for row in rows if row["applicable"] in {"N", "D"})
