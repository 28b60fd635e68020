"""Comparisons in the project file: kept by pair, folded by day, undone like any other change."""

from datetime import date

import pytest

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.comparisons.comparison import (
    ComparedPair,
    Comparison,
    ComparisonVerdict,
    Direction,
    Equivalence,
    Judgement,
    Side,
)
from aligner.domain.errors import Conflict
from aligner.storage.store import Store

from .building import Ticking, a_decision, deciding

PAIR = ("GB/T 1-2020", "ISO 1")


def a_pair(*verdicts: ComparisonVerdict) -> ComparedPair:
    """A compared pair with one indicator for each verdict, every field filled."""
    indicators = tuple(
        Comparison(
            *PAIR,
            f"indicator {number}",
            verdict,
            is_key=number % 2 == 0,
            weight=1.5,
            international="ISO 1:2018",
            product="泵",
            category="性能",
            national_side=Side("≤ 75", "dB(A)", "GB/T 3767", "5.2"),
            international_side=Side("< 75", "dB(A)", "ISO 3744", "6"),
            equivalence=Equivalence.EQUIVALENT,
            direction=Direction.LOWER,
            judgement=Judgement(verdict, "“{text}”", {"text": "10²"}, ComparisonVerdict.LOOSER, is_open=True),
            reason="原因",
            note="p. 7",
            reviewer="secretary",
            at="2026-01-05T09:00:00+00:00",
        )
        for number, verdict in enumerate(verdicts)
    )
    return ComparedPair(*PAIR, indicators)


def comparing(after: ComparedPair | None, before: ComparedPair | None = None) -> RowChange:
    states = [pair.to_json() if pair else None for pair in (before, after)]
    return RowChange(Subject.COMPARISON, PAIR, *states)


E, S = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER


def test_a_pair_comes_back_as_it_was_stored(project: Store) -> None:
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E, S))])
    assert project.comparisons() == [a_pair(E, S)]


def test_comparisons_are_folded_by_day(project: Store, clock: Ticking) -> None:
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E))])
    first = clock.now.date()
    clock.pass_time(days=1)
    project.append("secretary", Action.COMPARE, [comparing(a_pair(S), a_pair(E))])
    assert project.comparisons(first) == [a_pair(E)]
    assert project.comparisons(clock.now.date()) == [a_pair(S)]
    assert project.comparisons(date(2000, 1, 1)) == []


def test_undo_and_redo_of_a_comparison(project: Store) -> None:
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E))])
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E, S), a_pair(E))])
    project.undo("secretary")
    assert project.comparisons() == [a_pair(E)]
    project.undo("secretary")
    assert project.comparisons() == []
    project.redo("secretary")
    project.redo("secretary")
    assert project.comparisons() == [a_pair(E, S)]
    assert project.verify() == []
    assert project.check() == []


def test_a_decision_on_the_pair_and_its_comparison_do_not_touch_each_other(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision(*PAIR))])
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E))])
    project.undo("secretary")
    assert [decision.key for decision in project.decisions()] == [PAIR]
    assert project.comparisons() == []


def test_another_reviewer_who_compared_since_is_not_written_over(project: Store) -> None:
    project.append("secretary", Action.COMPARE, [comparing(a_pair(E))])
    project.append("expert", Action.COMPARE, [comparing(a_pair(S), a_pair(E))])
    with pytest.raises(Conflict):
        project.undo("secretary")
    assert project.comparisons() == [a_pair(S)]
