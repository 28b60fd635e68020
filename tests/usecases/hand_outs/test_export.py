"""Rows for other programs, in every form."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from indicators import worked_example as example
from openpyxl import load_workbook

from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.storage.store import open_store
from aligner.usecases.figures.snapshots import take_snapshot
from aligner.usecases.hand_outs.export import DECISION_COLUMNS, WHAT, export, table_of
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_file, decide_pair, take_back

from ..decided import decided_project

AT = example.AT


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The worked example, with one decision that a second reviewer agrees with."""
    with decided_project(tmp_path_factory.mktemp("decided")) as opened:
        with open_project(opened.store.address, "expert") as other:
            decide_pair(other, Opinion("GB/T 3001-2019", "ISO 1001:2017", Verdict.CONFIRMED, Degree.IDT), second=True)
        yield opened


@pytest.mark.parametrize("what", WHAT)
def test_every_form_holds_the_same_rows(session: Session, tmp_path: Path, what: str) -> None:
    table = table_of(session, what, at=AT)
    assert len(table) > 0 or what == "unlisted"  # the lists of the example have all that is stated
    for form in ("csv", "json", "xlsx"):
        assert export(session, tmp_path / f"rows.{form}", what, at=AT) == len(table)
    rows = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    assert rows == [dict(row) for row in table.rows()]
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    assert [list(row) for row in listed] == [list(table.columns)] * len(table)
    sheet = load_workbook(tmp_path / "rows.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == list(table.columns)
    assert sheet.max_row == len(table) + 1
    first = next(iter(table.columns))
    assert [row[first] for row in listed] == [cell.value for cell in next(sheet.iter_cols(1, 1, 2))]


def test_works_carry_the_marks_from_which_every_rate_can_be_counted(session: Session) -> None:
    works = table_of(session, "works", at=AT)
    marks = ("in_denominator", "in_numerator", "in_current", "in_amended", "in_projected")
    assert [sum(works[mark]) for mark in marks] == [9, 6, 5, 4, 7]
    reasons = dict(zip(works["international"], works["why"], strict=True))
    assert reasons["ISO 1006:2013"] == "judged not applicable"
    assert reasons["ISO 1004:2019"] == "covered by several national standards together"


def test_national_standards_carry_whether_they_adopt(session: Session) -> None:
    nationals = table_of(session, "nationals", at=AT)
    assert (sum(nationals["adopts"]), len(nationals)) == (7, 10)


def test_a_profile_decides_what_counts(session: Session) -> None:
    works = table_of(session, "works", profile="lenient", at=AT)
    assert (sum(works["in_numerator"]), sum(works["in_denominator"])) == (8, 8)


def test_exported_decisions_can_be_read_in_again(session: Session, tmp_path: Path) -> None:
    before = {one.key: one for one in session.store.decisions()}
    for name in ("decisions.csv", "decisions.xlsx"):
        export(session, tmp_path / name, "decisions")
    assert tuple(table_of(session, "decisions").columns) == DECISION_COLUMNS
    copy = tmp_path / "copy.aligner"
    copy.write_bytes(Path(session.store.address).read_bytes())
    with Session(open_store(str(copy)), "Wu") as other:
        for national, work in before:
            take_back(other, national, work)
        recorded = decide_file(other, tmp_path / "decisions.xlsx", Silent())
        assert recorded.problems == []
        again = {one.key: one for one in other.store.decisions()}
    assert {key: (one.verdict, one.degree, one.coverage, one.joint) for key, one in again.items()} == {
        key: (one.verdict, one.degree, one.coverage, one.joint) for key, one in before.items()
    }


def test_what_was_decided_becomes_a_mapping_set(session: Session, tmp_path: Path) -> None:
    decided = sum(one.verdict.value != "unsure" for one in session.store.decisions())
    target = tmp_path / "pairs.csv"
    assert export(session, target, "pairs", form="sssom", at=AT) == decided
    text = target.read_text(encoding="utf-8")
    assert text.startswith("#curie_map:\n")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(lines) == decided + 1


def test_a_snapshot_can_be_exported(session: Session, tmp_path: Path) -> None:
    take_snapshot(session, "2025", profile="lenient", at=AT)
    works = table_of(session, "works", snapshot="2025")
    assert (sum(works["in_numerator"]), sum(works["in_denominator"])) == (8, 8)
    assert export(session, tmp_path / "pairs.tsv", "pairs", snapshot="2025") > 0


def test_what_cannot_be_exported_is_answered_with_what_can(session: Session, tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="“poems” cannot be exported"):
        table_of(session, "poems")
    with pytest.raises(AlignerError, match="SSSOM holds pairs"):
        export(session, tmp_path / "works.tsv", "works")
    with pytest.raises(AlignerError, match="told by the end of the file name"):
        export(session, tmp_path / "pairs", "pairs")
