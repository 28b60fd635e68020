"""The sheet for a meeting: what stands on it, and that the votes come back as decisions."""

from pathlib import Path
from typing import Any

import pytest
from catalogue_files import international_catalogue, national_catalogue
from openpyxl import load_workbook

from aligner.api import Project
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.readers.small_tables.decisions import read_decisions
from aligner.reports.workbook.meeting_sheet import VOTES
from aligner.usecases.hand_outs.meeting import ALL
from aligner.usecases.review import notes
from aligner.usecases.review.hand_in import OnConflict

PAIRS = [(f"GB/T {number}-2019", f"ISO {number}:2017") for number in range(1, 5)]
FIRST_ROW = 4
NATIONAL, INTERNATIONAL, STANDING, VOTE, DEGREE, REASON = 2, 4, 6, 7, 8, 9


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ann is unsure of 1, Ann and Bob differ on 2, 3 is confirmed, nobody has said anything of 4."""
    national = national_catalogue(tmp_path / "gb.csv", *((one,) for one, _ in PAIRS))
    international = international_catalogue(tmp_path / "iso.csv", *((other,) for _, other in PAIRS))
    address = tmp_path / "ours.aligner"
    with Project.new(address, reviewer="ann") as opened:
        opened.load(national, "national")
        opened.load(international, "international")
        rows = [f"{PAIRS[0][0]},{PAIRS[0][1]},unsure,,scope differs", f"{PAIRS[1][0]},{PAIRS[1][1]},,IDT,"]
        opened.decide(_csv(tmp_path / "ann.csv", *rows, f"{PAIRS[2][0]},{PAIRS[2][1]},,MOD,"))
    with Project.open(address, reviewer="bob") as opened:
        second = _csv(tmp_path / "bob.csv", f"{PAIRS[1][0]},{PAIRS[1][1]},,MOD,annex added")
        opened.decide(second, on_conflict=OnConflict.SECOND)
    return address


def _csv(file: Path, *rows: str) -> Path:
    file.write_text("\n".join(["national,international,verdict,degree,reason", *rows]) + "\n", encoding="utf-8")
    return file


def listed(sheet: Path, *columns: int) -> list[tuple[Any, ...]]:
    cells = load_workbook(sheet).active
    return [tuple(cells.cell(row, column).value for column in columns) for row in range(FIRST_ROW, cells.max_row + 1)]


def fill(sheet: Path, row: int, **values: str) -> None:
    book = load_workbook(sheet)
    for name, value in values.items():
        book.active.cell(row, {"vote": VOTE, "degree": DEGREE, "reason": REASON}[name]).value = value
    book.save(sheet)


def test_it_lists_what_nobody_can_settle_alone_with_what_was_said(file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "meeting.xlsx"
    with Project.open(file, reviewer="chair") as opened:
        assert opened.minutes(sheet) == 2
    assert listed(sheet, NATIONAL, INTERNATIONAL, STANDING, VOTE, DEGREE) == [
        (*PAIRS[0], "ann: unsure (scope differs)", None, None),
        (*PAIRS[1], "ann: confirmed IDT; bob: confirmed MOD (annex added)", None, None),
    ]


def test_flagged_standards_and_the_rows_of_a_committee_can_be_chosen(file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "meeting.xlsx"
    with Project.open(file, reviewer="chair") as opened:
        notes.turn_flag(opened._session, PAIRS[3][0])
        assert opened.minutes(sheet, kinds=["flagged"]) == 1
        assert opened.minutes(sheet, kinds=[ALL]) == 4
        assert opened.minutes(sheet, kinds=[ALL], committees=["SAC/TC 999"]) == 0
        with pytest.raises(AlignerError, match="no choice for a meeting"):
            opened.minutes(sheet, kinds=["late"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_votes_of_the_filled_sheet_are_decisions_and_settle_what_differed(
    file: Path, tmp_path: Path, language: str
) -> None:
    sheet = tmp_path / "meeting.xlsx"
    confirmed, rejected = VOTES[language][:2]
    with Project.open(file, reviewer="chair") as opened:
        opened.minutes(sheet, language=language)
        fill(sheet, FIRST_ROW, vote=rejected, reason="out of scope")
        fill(sheet, FIRST_ROW + 1, vote=confirmed, degree="MOD", reason="annex B is normative")
        recorded = opened.decide(sheet, on_conflict=OnConflict.SETTLE)
        assert (recorded.taken, recorded.problems) == (2, [])
        said = {row["national"]: row for row in opened.decisions().to_dict("records")}
        assert (said[PAIRS[0][0]]["verdict"], said[PAIRS[0][0]]["reason"]) == ("rejected", "out of scope")
        settled = said[PAIRS[1][0]]
        assert (settled["degree"], settled["reviewer"], settled["reason"]) == ("MOD", "chair", "annex B is normative")
        assert opened.minutes(sheet) == 0


@pytest.mark.parametrize("language", sorted(VOTES))
def test_an_empty_vote_changes_nothing_and_is_told(file: Path, tmp_path: Path, language: str) -> None:
    sheet = tmp_path / "meeting.xlsx"
    with Project.open(file, reviewer="chair") as opened:
        opened.minutes(sheet, language=language)
        before = opened.decisions().to_dict("records")
        recorded = opened.decide(sheet, on_conflict=OnConflict.SETTLE)
        assert [one.code for one in recorded.problems] == ["no_verdict", "no_verdict"]
        assert opened.decisions().to_dict("records") == before


@pytest.mark.parametrize(("language", "place"), [(language, place) for language in VOTES for place in range(4)])
def test_every_vote_that_is_offered_is_understood(file: Path, tmp_path: Path, language: str, place: int) -> None:
    sheet = tmp_path / "meeting.xlsx"
    with Project.open(file, reviewer="chair") as opened:
        opened.minutes(sheet, language=language)
    fill(sheet, FIRST_ROW, vote=VOTES[language][place], degree="IDT")
    rows, _ = read_decisions(sheet, Silent())
    order = (Verdict.CONFIRMED, Verdict.REJECTED, Verdict.UNSURE, Verdict.NO_COUNTERPART)
    assert [row.verdict for row in rows] == [order[place]]
