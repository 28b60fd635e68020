"""A small share of each campaign, so that the campaigns themselves keep working."""

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from aligner.readers.cells.calendar import Calendar

from . import mutate, slow
from .campaign import figure, run
from .damage import Damaging
from .fuzz import Fuzzing
from .interleave import Interleaving, opened
from .kill import KillingDecisions
from .kill_window import KillingWindow
from .merging import Merging
from .monkey import Playing, at_home

DAY = date(2026, 1, 1)


def test_damage(tmp_path: Path) -> None:
    damaging = Damaging(tmp_path)
    outcomes = [damaging.play(number, random.Random(f"1 {number}")) for number in range(8)]
    assert not [outcome for outcome in outcomes if outcome.startswith("!")]


def test_no_acknowledged_decision_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    killing = KillingDecisions(tmp_path)
    assert [killing.play(number, random.Random(number)) for number in range(6)] == ["whole"] * 6
    assert killing.acknowledged >= 6


def test_fuzz(tmp_path: Path) -> None:
    fuzzing = Fuzzing(tmp_path)
    outcomes = [fuzzing.play(number, random.Random(f"1 {number}")) for number in range(12)]
    assert not [outcome for outcome in outcomes if outcome.startswith("!")]


@pytest.mark.parametrize("writers", [2, 5])
def test_interleave(tmp_path: Path, writers: int) -> None:
    with opened(str(tmp_path / "p.aligner"), writers) as stores:
        interleaving = Interleaving(stores)
        outcomes = [interleaving.play(number, random.Random(number)) for number in range(10)]
        assert not [outcome for outcome in outcomes if outcome.startswith("!")]
        assert stores[0].check() == []


def test_merging(tmp_path: Path) -> None:
    merging = Merging(tmp_path)
    outcomes = [merging.play(number, random.Random(f"1 {number}")) for number in range(12)]
    assert not [outcome for outcome in outcomes if outcome.startswith("!")]


def test_monkey(qapp: QApplication, tmp_path: Path) -> None:
    with at_home(tmp_path):
        playing = Playing(qapp, tmp_path, acts=40)
        assert playing.play(0, random.Random("1 0")) == "whole"


def test_slow_inputs() -> None:
    assert [slow.play(number, random.Random(f"1 {number}")) for number in range(3)] == ["in proportion"] * 3


def test_slow_inputs_finds_what_looks_at_all_again_for_each_character() -> None:
    few, many = (
        slow.steps(lambda text: [Calendar(DAY, 1900).read(text[at:]) for at in range(len(text))], "1" * length) / length
        for length in (100, 1000)
    )
    assert many > 5 * few


def test_a_window_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    killing = KillingWindow(tmp_path)
    assert killing.play(0, random.Random("1 0")).startswith("whole")


def test_every_change_of_a_file_can_be_made_and_has_tests() -> None:
    source = "def found(a: int) -> bool:\n    return a > 1 and not a == 2\n"
    changes = list(mutate.mutations("domain/degree.py", source))
    assert len({mutate.applied(source, change) for change in changes}) == len(changes) == 6
    assert mutate.places_of_tests("domain/degree.py", mutate.ROOT, mirrored=True) == ["tests/domain/test_degree.py"]


def test_a_campaign_goes_on_where_it_ended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    played: list[int] = []

    def play(number: int, _: random.Random) -> str:
        played.append(number)
        return "!bad" if number == 3 else "good"

    kept = ["--resume", str(tmp_path / "kept.json")]
    for rounds, ends in (("2", 0), ("4", 1)):
        with pytest.raises(SystemExit) as ended:
            run("trial", play, 10, ["--rounds", rounds, *kept])
        assert ended.value.code == ends
    assert played == [0, 1, 2, 3]
    assert "trial: 4 rounds" in capsys.readouterr().out


def test_the_figure_counts_failures() -> None:
    assert figure("trial", Counter({"good": 2, "!bad": 1}), 7, 3.2) == (
        "trial: 3 rounds (seed 7, 3 s): 1 bad, 2 good; 1 failures"
    )
