"""The comparison of one pair as a window edits it, and what is kept from one hand-in to the next."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict, Direction, Side
from aligner.domain.errors import AlignerError
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.readers.small_tables.comparisons import ComparisonRow
from aligner.usecases.comparing.compare import compare, comparisons, set_comparison, why
from aligner.usecases.figures.measure import measure
from aligner.usecases.project.changed import Part
from aligner.usecases.project.history import redo, undo
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.samples.project import sample_project

NATIONAL, INTERNATIONAL = "GB/T 229-2020", "ISO 148-1:2016"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.aligner"
    sample_project(str(file), "secretary", Silent()).close()
    return file


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Iterator[Session]:
    with open_project(str(shutil.copy(made, tmp_path / "ours.aligner")), "secretary") as opened:
        yield opened


def a_row(indicator: str, national: str, international: str, verdict: ComparisonVerdict | None = None) -> ComparisonRow:
    return ComparisonRow(
        row=1,
        national=NATIONAL,
        international=INTERNATIONAL,
        indicator=indicator,
        national_side=Side(national, "mm"),
        international_side=Side(international, "mm"),
        direction=Direction.LOWER,
        verdict=verdict,
    )


def names(session: Session) -> list[tuple[str, ComparisonVerdict]]:
    return [(one.indicator, one.verdict) for one in comparisons(session)]


def test_a_table_replaces_the_whole_table_of_its_pair(session: Session) -> None:
    set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("a", "1", "1"), a_row("b", "1", "2")])
    set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("c", "3", "2"), a_row("b", "1", "2")])
    assert names(session) == [("c", ComparisonVerdict.LOOSER), ("b", ComparisonVerdict.STRICTER)]


def test_an_empty_table_ends_the_comparison_and_undo_brings_it_back(session: Session) -> None:
    set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("a", "1", "1")])
    _, changed = set_comparison(session, NATIONAL, INTERNATIONAL, [])
    assert changed.parts == {Part.COMPARISONS}
    assert names(session) == []
    undo(session)
    assert names(session) == [("a", ComparisonVerdict.EQUAL)]
    redo(session)
    assert names(session) == []


def test_the_same_table_makes_no_step(session: Session) -> None:
    set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("a", "1", "1")])
    change, _ = set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("a", "1", "1")])
    assert change is None


def test_a_table_with_a_row_that_cannot_be_taken_is_refused_as_a_whole(session: Session) -> None:
    overruled = a_row("b", "1", "2", ComparisonVerdict.EQUAL)
    with pytest.raises(AlignerError, match="Give the reason"):
        set_comparison(session, NATIONAL, INTERNATIONAL, [a_row("a", "1", "1"), overruled])
    assert names(session) == []


def test_rows_of_another_pair_are_refused(session: Session) -> None:
    with pytest.raises(AlignerError, match="a pair other than"):
        set_comparison(session, "GB/T 3920-2008", "ISO 105-X12", [a_row("a", "1", "1")])


def test_an_undated_international_number_means_the_same_pair(session: Session) -> None:
    set_comparison(session, NATIONAL, "ISO 148-1", [a_row("a", "1", "1")])
    assert [(one.national, one.work, one.international) for one in comparisons(session)] == [
        (NATIONAL, "ISO 148-1", INTERNATIONAL)
    ]


def test_an_indicator_that_is_handed_in_unchanged_keeps_who_compared_it(session: Session) -> None:
    compare(session, [a_row("a", "1", "1"), a_row("b", "1", "1")])
    session.reviewer = "expert"
    compare(session, [a_row("a", "1", "1"), a_row("b", "1", "2")])
    assert [(one.indicator, one.reviewer) for one in comparisons(session)] == [("a", "secretary"), ("b", "expert")]


def test_figures_of_an_earlier_day_leave_out_what_was_compared_later(session: Session) -> None:
    compare(session, [a_row("a", "1", "1")])
    day = date.fromisoformat(session.store.history(limit=1)[0].at[:10])
    now = measure(session).indicator("key_indicator_equal_rate")
    earlier = measure(session, decided_until=day - timedelta(days=1)).indicator("key_indicator_equal_rate")
    assert (now.value, earlier.value) == (1, None)


def test_what_a_reviewer_judged_needs_no_derived_reason(session: Session) -> None:
    compare(session, [a_row("a", "smooth", "光滑", ComparisonVerdict.EQUAL), a_row("b", "1", "2")])
    judged, derived = comparisons(session)
    assert why(judged, translator("en")) == ""
    assert why(derived, translator("en")) == "“1 mm” allows only a part of what “2 mm” allows."


def test_a_comparison_of_an_earlier_program_is_read() -> None:
    old = {"national": "GB/T 1", "work": "ISO 1", "indicator": "硬度", "verdict": "S", "unheard_of": 1}
    assert Comparison.from_json(old) == Comparison("GB/T 1", "ISO 1", "硬度", ComparisonVerdict.STRICTER)
