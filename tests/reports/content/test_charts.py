"""The charts as marks: what they show is what was counted, and nothing is told by colour alone."""

import itertools
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.figures.indicator import Slice
from aligner.domain.figures.pace import LAST_DAYS, ReviewPace
from aligner.i18n import LANGUAGES, translator
from aligner.reports.content import charts
from aligner.reports.content.charts import Look, Shape
from reports.contents import a_report

ENGLISH = translator("en")


@dataclass(frozen=True)
class Step:
    """A rule on the way to the rate."""

    label: str
    numerator: int
    denominator: int
    rate: float | None
    change: float | None


def steps_of(rates: list[float]) -> list[Step]:
    changes = [None, *(behind - before for before, behind in itertools.pairwise(rates))]
    return [Step("rule", 1, 2, rate, change) for rate, change in zip(rates, changes, strict=True)]


def paces() -> st.SearchStrategy[ReviewPace]:
    """Reviews of some days, each with at least one standard."""
    return st.builds(
        lambda amounts, rest: ReviewPace(
            sum(amounts) + rest,
            tuple(
                ((date(2026, 1, 1) + timedelta(days=2 * day)).isoformat(), sum(amounts[: day + 1]))
                for day in range(len(amounts))
            ),
        ),
        st.lists(st.integers(1, 50), max_size=12),
        st.integers(0, 500),
    )


@given(st.lists(st.floats(0, 1), min_size=2, max_size=16))
def test_a_waterfall_leads_from_the_first_rate_to_the_last(rates: list[float]) -> None:
    marks = charts.waterfall(steps_of(rates), 0.85, ENGLISH).marks
    assert [one.end for one in marks] == rates
    assert [one.start for one in marks[1:-1]] == rates[: len(rates) - 2]
    assert (marks[0].start, marks[-1].start) == (0, 0)
    for one in marks[1:-1]:
        assert (one.look is Look.FALL) == (one.end is not None and one.end < one.start)
        assert one.text.startswith("−" if one.end is not None and one.start - one.end > 0.0006 else ("+", "±", "−"))


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_distance_to_the_target_is_said_in_words(rate: float, target: float) -> None:
    (mark,) = charts.by_group("ics", [Slice("21", "21 Bearings", rate, 1, 2)], target, ENGLISH).marks
    assert (mark.note == "target reached") == (mark.look is Look.REACHED) == (rate >= target)
    if mark.look in {Look.NEAR, Look.FAR}:
        assert mark.note.endswith("points below the target")


@given(paces())
def test_a_burn_up_ends_where_the_review_is_expected_to(pace: ReviewPace) -> None:
    marks = charts.burn_up(pace, ENGLISH).marks
    known = [one for one in marks if one.look is Look.VALUE]
    assert [one.text for one in known] == [ENGLISH.number(amount) for _, amount in pace.days]
    assert len(marks) - len(known) == (pace.reviewed < pace.asked and bool(pace.days))
    places = [one.across for one in marks if one.across is not None]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert all(one.end is not None and one.end <= 1 for one in marks)


@given(paces())
def test_the_pace_is_that_of_the_last_days(pace: ReviewPace) -> None:
    if not pace.days:
        assert (pace.per_day, pace.days_left) == (None, None)
        return
    amounts = [0, *(amount for _, amount in pace.days)]
    last = [behind - before for before, behind in itertools.pairwise(amounts)][-LAST_DAYS:]
    assert pace.per_day == sum(last) / len(last)
    assert pace.days_left is not None
    left = pace.asked - pace.reviewed
    assert pace.days_left * pace.per_day >= left - 1e-9 > (pace.days_left - 1) * pace.per_day - 1e-6


def test_the_pace_is_said_as_people_say_it() -> None:
    pace = ReviewPace(320, tuple((f"2026-03-0{day}", 40 * day) for day in range(1, 6)))
    assert charts.pace_sentence(pace, ENGLISH) == "200 of 320 reviewed; 40 a day, 3 days left at this pace"
    assert charts.pace_sentence(ReviewPace(200, pace.days), ENGLISH) == "200 of 200 reviewed"
    assert charts.pace_sentence(ReviewPace(200, ()), ENGLISH) == "No standard has been reviewed yet."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", [Shape.STACK, Shape.BARS])
def test_the_degrees_are_the_parts_of_a_whole(shape: Shape, language: str) -> None:
    indicator = a_report(40).indicator("degrees_by_work")
    assert indicator is not None
    marks = charts.degrees(indicator, shape, translator(language)).marks
    assert [one.key for one in marks] == ["IDT", "MOD", "NEQ", "none"]
    assert sum((one.end or 0) - one.start for one in marks) == pytest.approx(1)
    if shape is Shape.STACK:
        assert [one.start for one in marks[1:]] == [one.end for one in marks[:-1]]


def test_ages_are_measured_against_the_largest() -> None:
    slices = [Slice("a", "up to 12 months", 0.25, 5, 20), Slice("b", "over 60 months", 0.75, 15, 20)]
    chart = charts.ages(slices, ENGLISH)
    assert [(one.text, one.end) for one in chart.marks] == [("5", 5 / 15), ("15", 1)]
    assert charts.ages([], ENGLISH).remark
