"""The order of the journal decides when something happened, not the clock of one computer."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.journal_times import end_of, local_day, misplaced, told_by_order, zoned_time

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def times(*years: int) -> list[str]:
    return [f"{year}-01-01T00:00:00.000000+00:00" for year in years]


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        ((2024, 2025, 2026), set()),
        ((2035, 2026, 2026), {0}),
        ((2024, 2035, 2025, 2026), {1}),
        ((2024, 2025, 2001, 2026), {2}),
        ((2024, 2025, 2035), {2}),
        ((2024, 2035, 2035, 2035, 2025), {1, 2, 3}),
        ((2035, 2036), set()),
        ((), set()),
    ],
)
def test_the_times_of_a_wrong_clock_are_those_that_do_not_fit(years: tuple[int, ...], wrong: set[int]) -> None:
    assert misplaced(times(*years), NOW) == wrong


def test_a_wrong_time_is_told_by_the_next_entry_or_else_by_the_last_one() -> None:
    assert told_by_order(times(2024, 2035, 2025), NOW) == {1: times(2025)[0]}
    assert told_by_order(times(2024, 2025, 2035), NOW) == {2: times(2025)[0]}


def at_hour(hour: int) -> str:
    return (datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hour)).isoformat(timespec="microseconds")


MOMENTS = st.lists(st.integers(0, 20 * 365 * 24).map(at_hour))


@given(MOMENTS)
def test_with_what_the_order_tells_no_entry_happened_before_the_one_before_it(moments: list[str]) -> None:
    told = told_by_order(moments, NOW)
    happened = [told.get(position, moment) for position, moment in enumerate(moments)]
    assert happened == sorted(happened)


@given(MOMENTS)
def test_times_that_only_rise_are_left_alone(moments: list[str]) -> None:
    assert told_by_order([one for one in sorted(moments) if one < NOW.isoformat()], NOW) == {}


def test_days_and_times_are_those_of_this_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert local_day("2025-03-01T18:00:00+00:00") == "2025-03-02"
        assert zoned_time("2025-03-01T18:00:00+00:00") == "2025-03-02 02:00:00 UTC+08:00"
        assert end_of(date(2025, 3, 1)) == "2025-03-01T16:00:00.000000+00:00"
    finally:
        monkeypatch.undo()
        time.tzset()
