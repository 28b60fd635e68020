"""Lets two copies of a project go their own ways and merges them: either order gives the same, nothing is lost.

Run: python -m tests.campaigns.merging [--rounds 1000] [--seed 1]

A round makes a project, copies it, takes random steps of several reviewers in both copies, and merges each into the
other; half of the rounds go on from there, apart again, and merge once more. Then both must hold the same, the journals
the same steps, each must be sound, and merging again, or with itself, must change nothing.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.clock import stamp
from aligner.domain.comparisons.comparison import ComparedPair, Comparison, ComparisonVerdict
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.joining.entries import common_state, entries_of
from aligner.domain.joining.state import State, state_after, text_of
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.storage import store
from aligner.storage.store import Store
from aligner.usecases.project.merging import merge_project, stage_merge
from aligner.usecases.project.session import Session

from .campaign import run

NATIONALS = ("GB/T 1-2016", "GB 1-2016", "GB/T 2-2016")
WORKS = ("ISO 1", "ISO 2")
REVIEWERS = ("Li", "Wang", "Zhao")
INDICATORS = ("length", "width")
BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def main() -> None:
    """Play the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        run("merging", Merging(Path(folder)).play, 1000)


class Merging:
    """Two copies of one project, made anew in each round."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def play(self, number: int, dice: random.Random) -> str:
        """One pair of copies."""
        folder = self._folder / str(number)
        folder.mkdir()
        try:
            return _play(folder, dice)
        except AlignerError as error:
            return f"!refused: {error}"
        finally:
            shutil.rmtree(folder)


def _play(folder: Path, dice: random.Random) -> str:
    ours, theirs = folder / "ours.aligner", folder / "theirs.aligner"
    clock = Drifting(dice)
    with store.create(str(ours), clock=clock) as project:
        _decide(project, "Li", dice, clock)
        _take_steps(project, dice, clock, dice.randrange(4))
    shutil.copy2(ours, theirs)
    disputes = 0
    for _ in range(dice.choice((1, 2))):
        for path in (ours, theirs):
            with store.open_store(str(path), clock=clock) as project:
                _take_steps(project, dice, clock, dice.randrange(6))
        verdict, found = _merge_both(ours, theirs, clock)
        if verdict:
            return verdict
        disputes += found
    return "with disputes" if disputes else "without disputes"


class Drifting:
    """Clocks of several computers: none of them quite right."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice

    def __call__(self) -> datetime:
        return BEGAN + timedelta(minutes=self._dice.randrange(60))


def _merge_both(ours: Path, theirs: Path, clock: Drifting) -> tuple[str, int]:
    """Merge each into the other, as both were before; what went wrong ("" for nothing), and how many disputes arose."""
    as_it_was = ours.with_name("as it was.aligner")
    shutil.copy2(ours, as_it_was)
    with (
        Session(store.open_store(str(ours), clock=clock), "secretary") as one,
        Session(store.open_store(str(theirs), clock=clock), "chair") as other,
    ):
        before = [list(reversed(session.store.history())) for session in (one, other)]
        states = [state_after(changes) for changes in before]
        base = common_state(*before)
        staged = merge_project(one, str(theirs)).staged
        merge_project(other, str(as_it_was))
        here, there = (state_after(reversed(session.store.history())) for session in (one, other))
        if _text(here) != _text(there):
            return "!other results in the other order", 0
        steps = {name for changes in before for name, one in entries_of(changes).items() if one.action != Action.MERGE}
        if not all(steps <= entries_of(list(reversed(session.store.history()))).keys() for session in (one, other)):
            return "!a step was lost", 0
        lost = [said for state in states for said in _lost(state, base, here)]
        if lost:
            return f"!lost: {lost[0]}", 0
        if not stage_merge(one, str(theirs)).is_empty or not stage_merge(other, str(ours)).is_empty:
            return "!merging again changes something", 0
        if not stage_merge(one, str(ours)).is_empty:
            return "!merging with itself changes something", 0
        if one.store.check() or other.store.check():
            return "!not sound", 0
        return "", len(staged.disputes)


def _text(state: State) -> str:
    return text_of(sorted(map(text_of, state.items())))


Said = tuple[str, str, str, str, str]
"""What it is about (a standard without its /T, or a work), the second part of that, who said it, when, what."""


def _lost(state: State, base: State, joined: State) -> list[Said]:
    """What one copy said, and the other had not taken back, that is neither there nor said anew by the same person."""
    earlier, now = set(_all_said(base)), set(_all_said(joined))
    return [
        said
        for said in _all_said(state)
        if said not in now
        and said not in earlier
        and not any(one[0] == said[0] and one[2:4] >= said[2:4] and one[2] == said[2] for one in now)
    ]


def _all_said(state: State) -> Iterator[Said]:
    for (subject, first, second), values in state.items():
        match subject:
            case Subject.DECISION | Subject.SECOND_OPINION:
                yield _said(first, second, values)
            case Subject.FURTHER_OPINION:
                yield from (_said(first, one["work"], one) for one in values["decisions"])
            case Subject.APPLICABILITY:
                yield _said(f"applicability of {first}", "", values)
            case Subject.OTHER_APPLICABILITY:
                yield from (_said(f"applicability of {first}", "", one) for one in values["others"])
            case Subject.COMPARISON:
                yield from (_said(f"{first} {second}", one["indicator"], one) for one in values["indicators"])
            case Subject.OTHER_COMPARISON:
                yield from (_said(f"{first} {second}", one["indicator"], one) for one in values["others"])


def _said(about: str, second: str, values: Mapping[str, Any]) -> Said:
    what = str(values.get("verdict")) + str(values.get("note"))
    return (about.replace("GB/T ", "GB "), second, values["reviewer"], values["at"], what)


def _take_steps(project: Store, dice: random.Random, clock: Drifting, number: int) -> None:
    for _ in range(number):
        reviewer = dice.choice(REVIEWERS)
        with suppress(AlignerError):
            match dice.choice(("decide", "decide", "second", "judge", "compare", "take back", "undo", "redo")):
                case "decide":
                    _decide(project, reviewer, dice, clock)
                case "second":
                    _opine(project, reviewer, dice, clock)
                case "judge":
                    _judge(project, reviewer, dice, clock)
                case "compare":
                    _compare(project, reviewer, dice, clock)
                case "take back":
                    for decision in project.decisions()[:1]:
                        project.append(reviewer, Action.TAKE_BACK, [_row(Subject.DECISION, decision, None)])
                case "undo":
                    project.undo(reviewer)
                case "redo":
                    project.redo(reviewer)


def _decide(project: Store, reviewer: str, dice: random.Random, clock: Drifting) -> None:
    standing = {one.key: one for one in project.decisions()}
    after = _a_decision(reviewer, dice, clock)
    rows = [_row(Subject.DECISION, standing.get(after.key), after)]
    none = standing.get((after.national, ""))
    if after.verdict is Verdict.CONFIRMED and none is not None:
        rows.append(_row(Subject.DECISION, none, None))
    project.append(reviewer, Action.DECIDE, rows)


def _opine(project: Store, reviewer: str, dice: random.Random, clock: Drifting) -> None:
    """A second opinion, where somebody else decided and nobody else gave one."""
    after = _a_decision(reviewer, dice, clock)
    firsts = {one.reviewer for one in project.decisions() if one.national == after.national}
    standing = {one.key: one for one in project.second_opinions()}
    seconds = {one.reviewer for one in standing.values() if one.national == after.national}
    if firsts and reviewer not in firsts and seconds <= {reviewer}:
        project.append(reviewer, Action.SECOND, [_row(Subject.SECOND_OPINION, standing.get(after.key), after)])


def _a_decision(reviewer: str, dice: random.Random, clock: Drifting) -> Decision:
    verdict = dice.choice((Verdict.CONFIRMED, Verdict.CONFIRMED, Verdict.REJECTED, Verdict.NO_COUNTERPART))
    work = "" if verdict is Verdict.NO_COUNTERPART else dice.choice(WORKS)
    degree = dice.choice((Degree.IDT, Degree.MOD)) if verdict is Verdict.CONFIRMED else None
    note, at = str(dice.random()), stamp(clock())
    return Decision(dice.choice(NATIONALS), work, work, verdict, degree, note=note, reviewer=reviewer, at=at)


def _judge(project: Store, reviewer: str, dice: random.Random, clock: Drifting) -> None:
    work, verdict = dice.choice(WORKS), dice.choice(list(ApplicabilityVerdict))
    after = Applicability(work, verdict, note=str(dice.random()), reviewer=reviewer, at=stamp(clock()))
    before = project.standing(Subject.APPLICABILITY, (work, ""))
    row = RowChange(Subject.APPLICABILITY, (work, ""), before, after.to_json())
    project.append(reviewer, Action.APPLICABILITY, [row])


def _compare(project: Store, reviewer: str, dice: random.Random, clock: Drifting) -> None:
    key = (NATIONALS[2], dice.choice(WORKS))
    before = project.standing(Subject.COMPARISON, key)
    indicators = {one.name: one for one in ComparedPair.from_json(before).indicators} if before else {}
    verdict, at = dice.choice(list(ComparisonVerdict)), stamp(clock())
    said = Comparison(*key, dice.choice(INDICATORS), verdict, note=str(dice.random()), reviewer=reviewer, at=at)
    indicators[said.name] = said
    after = ComparedPair(*key, tuple(indicators.values())).to_json()
    project.append(reviewer, Action.COMPARE, [RowChange(Subject.COMPARISON, key, before, after)])


def _row(subject: Subject, before: Decision | None, after: Decision | None) -> RowChange:
    one = after or before
    assert one is not None
    return RowChange(subject, one.key, before.to_json() if before else None, after.to_json() if after else None)


if __name__ == "__main__":
    main()
