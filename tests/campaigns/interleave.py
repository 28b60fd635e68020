"""Lets several reviewers work on one project in every order of their steps: nothing is lost, nothing contradicts.

Run: python -m tests.campaigns.interleave [--writers 2] [--address postgresql://...] [--rounds 10000] [--seed 1]

A round is a random order of steps of sessions that each remember what they saw last. A plain list of what was
acknowledged is kept beside it: in the end the journal must hold exactly that, what stands must follow from it, and
"no counterpart" must stand beside no confirmed pair.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision, Verdict, confirmed_beside_none
from aligner.storage import store
from aligner.storage.store import Store

from .campaign import run, taken

NATIONALS = ("GB/T 1-2016", "GB/T 2-2016")
WORKS = ("ISO 1", "ISO 2")
STEPS = 14

LIFE = 200
"""Rounds in one file."""


def main() -> None:
    """Play the rounds."""
    arguments = sys.argv[1:]
    writers = int(taken(arguments, "--writers", "2"))
    address = taken(arguments, "--address", "")
    name = f"interleave ({writers} writers, {'server' if address else 'file'})"
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_ones:
        if address:
            play = Interleaving(open_ones.enter_context(opened(address, writers))).play
        else:
            play = Renewed(Path(folder), writers, open_ones).play
        run(name, play, 10_000, arguments)


class Renewed:
    """A new file now and then: the more a project holds, the longer every look at it takes."""

    def __init__(self, folder: Path, writers: int, open_ones: ExitStack) -> None:
        self._folder, self._writers, self._open_ones = folder, writers, open_ones
        self._played = 0
        self._now: Interleaving | None = None

    def play(self, number: int, dice: random.Random) -> str:
        """One round, in the project of the moment."""
        if self._now is None or self._played % LIFE == 0:
            self._open_ones.close()
            address = str(self._folder / f"{self._played}.aligner")
            self._now = Interleaving(self._open_ones.enter_context(opened(address, self._writers)))
        self._played += 1
        return self._now.play(number, dice)


@contextmanager
def opened(address: str, writers: int) -> Iterator[list[Store]]:
    """A new project, open once for every writer."""
    stores = [store.create(address)]
    stores += [store.open_store(address) for _ in range(writers - 1)]
    try:
        yield stores
    finally:
        for one in stores:
            one.close()


class Interleaving:
    """Reviewers on one project, each with connections of their own."""

    def __init__(self, stores: list[Store]) -> None:
        self._stores = stores
        self._acknowledged: list[str] = [change.hash for change in reversed(stores[0].history())]

    def play(self, number: int, dice: random.Random) -> str:
        """One random order of steps, on standards of this round's own."""
        nationals = [f"{name} ({number})" for name in NATIONALS]
        seen: list[dict[tuple[str, str], Decision]] = [{} for _ in self._stores]
        refused = 0
        for _ in range(STEPS):
            who = dice.randrange(len(self._stores))
            if dice.random() < 0.3:
                seen[who] = {one.key: one for one in self._stores[who].decisions() if one.national in nationals}
                continue
            try:
                self._acknowledged.append(self._step(who, nationals, seen[who], dice))
            except AlignerError:
                refused += 1
        return self._verdict(nationals, refused)

    def _step(self, who: int, nationals: list[str], seen: dict[tuple[str, str], Decision], dice: random.Random) -> str:
        project, reviewer = self._stores[who], f"reviewer {who}"
        match dice.choice(("decide", "decide", "decide", "undo", "redo")):
            case "undo":
                return project.undo(reviewer).hash
            case "redo":
                return project.redo(reviewer).hash
        verdict = dice.choice((Verdict.CONFIRMED, Verdict.REJECTED, Verdict.NO_COUNTERPART, Verdict.UNSURE))
        work = "" if verdict is Verdict.NO_COUNTERPART else dice.choice(WORKS)
        degree = Degree.IDT if verdict is Verdict.CONFIRMED else None
        after = Decision(
            dice.choice(nationals), work, work, verdict, degree, reviewer=reviewer, note=str(dice.random())
        )
        rows = [self._row(seen.get(after.key), after)]
        none = seen.get((after.national, ""))
        if verdict is Verdict.CONFIRMED and none is not None:
            rows.append(self._row(none, None))
        change = project.append(reviewer, Action.DECIDE, rows)
        for row in rows:
            seen.pop(row.key, None)
        seen[after.key] = after
        return change.hash

    @staticmethod
    def _row(before: Decision | None, after: Decision | None) -> RowChange:
        one = after or before
        assert one is not None
        return RowChange(
            Subject.DECISION, one.key, before.to_json() if before else None, after.to_json() if after else None
        )

    def _verdict(self, nationals: list[str], refused: int) -> str:
        project = self._stores[0]
        newest = project.history(limit=STEPS)
        kept = [change.hash for change in reversed(newest)]
        if kept != self._acknowledged[-len(kept) :] or project.head()[0] != len(self._acknowledged):
            return "!lost or invented"
        folded: dict[tuple[str, str], object] = {}
        for change in reversed(newest):
            for row in change.rows:
                folded[row.key] = row.after
        for national in nationals:
            now = [one for one in project.decisions() if one.national == national]
            if confirmed_beside_none(now) is not None:
                return "!contradiction"
            if any(folded.get(one.key) != one.to_json() for one in now):
                return "!not what the journal says"
        return "with refusals" if refused else "without refusals"


if __name__ == "__main__":
    main()
