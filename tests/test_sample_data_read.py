"""The sample data as the program reads it: every row, every edition state, every verdict on a known standard."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Level
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.currency import edition_state
from aligner.domain.pairs.decision import Decision
from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works, build_works
from aligner.indicators.counting.profiles import load_profile
from aligner.indicators.measure import measure
from aligner.readers.catalogue import Reading, ReadRequest, read_catalogue
from aligner.readers.small_tables.decisions import read_applicability, read_decisions

SAMPLE = Path(__file__).parent.parent / "sample_data"
STATE = date(2024, 8, 31)
GB, ISO, IEC = "national_standards_gb.xlsx", "international_iso.xlsx", "international_iec.xlsx"


def form(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    levels = {GB: Level.NATIONAL, ISO: Level.INTERNATIONAL, IEC: Level.INTERNATIONAL}
    return {name: read_catalogue(ReadRequest(SAMPLE / name, level, STATE), Silent()) for name, level in levels.items()}


@pytest.fixture(scope="module")
def works(readings: dict[str, Reading]) -> Works:
    return build_works(Table.concatenated([readings[ISO].table, readings[IEC].table]))


def test_every_standard_the_readme_names_is_in_the_files(readings: dict[str, Reading]) -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:GB|YY|QB|JB|FZ)(?:/T)? \d[\d.]*-\d{4}\b", text))
    held = {str(text).split("/ISO")[0] for text in readings[GB].table["designation"]}
    assert len(named) > 30
    assert named <= held


def test_one_number_cannot_be_understood(readings: dict[str, Reading]) -> None:
    table = readings[GB].table
    assert [text for text, known in zip(table["printed"], table["understood"], strict=True) if not known] == [
        "（标准号待查）国标委公告2019年第4号"
    ]


def test_every_verdict_is_on_a_standard_of_the_list(readings: dict[str, Reading]) -> None:
    held = {str(text).split("/ISO")[0] for text in readings[GB].table["designation"]}
    assert {row["national"] for row in form("decisions.csv")} <= held


def test_about_one_adoption_in_seven_is_left_undecided(readings: dict[str, Reading]) -> None:
    table = readings[GB].table
    decided = {row["national"] for row in form("decisions.csv")}
    stating = [
        str(number).split("/ISO")[0]
        for number, statements, status in zip(table["designation"], table["statements"], table["status"], strict=True)
        if statements and status == "in_force"
    ]
    assert 0.10 < sum(number not in decided for number in stating) / len(stating) < 0.20


def test_every_row_is_accounted_for(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        assert reading.rows_read == len(reading.table) + reading.rows_left_out


def test_headings_of_all_three_layouts_are_recognized(readings: dict[str, Reading]) -> None:
    needed = {"designation", "published", "ics", "committee"}
    assert (
        needed | {"title", "title_en", "status", "adopted", "degree", "plan_issued", "replaces"}
        <= readings[GB].mapping.keys()
    )
    assert needed | {"title_en", "stage", "replaced_by", "scope"} <= readings[ISO].mapping.keys()
    assert needed | {"status", "scope", "edition"} <= readings[IEC].mapping.keys()


def test_international_numbers_are_all_understood(readings: dict[str, Reading]) -> None:
    assert all(readings[ISO].table["understood"])
    assert all(readings[IEC].table["understood"])


def test_numeric_dates_and_ics_are_read_right(readings: dict[str, Reading]) -> None:
    table = readings[GB].table
    at = table["designation"].index
    assert table["published"][at("GB/T 19000-2016")] == "2016-12-30"
    assert table["ics"][at("GB/T 2423.1-2008")] == ["19.040"]
    assert table["published"][at("GB/T 24021-2001")] == "2001-02"


@pytest.mark.parametrize(
    ("number", "state"),
    [
        ("GB/T 19011-2021", EditionState.CURRENT),
        ("GB/T 24001-2016", EditionState.AMENDMENT_OUTDATED),
        ("GB 9706.1-2020", EditionState.AMENDMENT_OUTDATED),
        ("GB/T 22080-2016", EditionState.OUTDATED),
        ("GB/T 23694-2013", EditionState.OUTDATED),
        ("GB/T 230.1-2018", EditionState.GRACE),
        ("GB/T 25000.10-2016", EditionState.GRACE),
        ("GB 4943.23-2012", EditionState.WITHDRAWN),
        ("GB/T 7307-2001", EditionState.UNDATED),
        ("GB/T 17045-2020", EditionState.AHEAD),
    ],
)
def test_every_edition_state_occurs(
    readings: dict[str, Reading], works: Works, number: str, state: EditionState
) -> None:
    table = readings[GB].table
    row = table["designation"].index(number)
    cited = parse_designation(table["statements"][row][0][0])
    assert isinstance(cited, Designation)
    assert edition_state(works, cited, table["published"][row], STATE).state is state


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ISO/IEC 17799", "ISO/IEC 27002"),
        ("ISO Guide 73", "ISO 31073"),
        ("ISO 2859-10", "ISO 28590"),
        ("ISO/TR 10013", "ISO 10013"),
        ("ISO 1302", "ISO 21920-1"),
    ],
)
def test_renumbered_works_are_one_work(works: Works, old: str, new: str) -> None:
    assert works.position(old) == works.position(new)


def test_every_verdict_finds_its_work(works: Works) -> None:
    named = {row["international"] for row in form("decisions.csv") + form("applicability.csv") if row["international"]}
    assert [text for text in named if works.find(text) is None] == []


def test_three_of_four_works_are_converted_and_half_by_the_current_edition(readings: dict[str, Reading]) -> None:
    national = readings[GB].table
    dual = {text.split("/ISO")[0]: text for text in national["designation"]}
    decided, _ = read_decisions(SAMPLE / "decisions.csv", Silent())
    judged, _ = read_applicability(SAMPLE / "applicability.csv", Silent())
    indicators = measure(
        national,
        Table.concatenated([readings[ISO].table, readings[IEC].table]),
        [
            Decision(dual[row.national], row.international, row.work, row.verdict, row.degree, row.coverage, row.joint)
            for row in decided
        ],
        [Applicability(row.work, row.verdict, row.reason) for row in judged],
        load_profile().rules,
        STATE,
    )
    by_id = {indicator.id: indicator for indicator in indicators}
    assert (by_id["conversion_rate"].numerator, by_id["conversion_rate"].denominator) == (175, 237)
    assert by_id["conversion_rate_current"].numerator == 115  # three editions are younger than what adopts them
