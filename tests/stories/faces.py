"""The same job through different faces: a story is told once and runs over each of them."""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from command_line import Outcome, run

from aligner.api import Project
from aligner.domain.change import Change
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from aligner.i18n import translator
from aligner.usecases.project.serving import prepare_server
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.hand_in import OnConflict

DAY = date(2026, 1, 1)
"""The day the figures of every story speak of."""


class Refused(Exception):
    """The face said no, in this sentence."""


@dataclass(frozen=True)
class Loading:
    """What became of a catalogue's file; `difference` is (added, changed, gone), None for a new catalogue."""

    standards: int
    left_out: int
    difference: tuple[int, int, int] | None
    stale: tuple[str, ...]


@dataclass(frozen=True)
class SmallTable:
    """What became of a form: how many rows were taken, and the numbers of those that were not."""

    taken: int
    refused: tuple[int, ...]


class Face(Protocol):
    """What every face can do; each of them works on one project, which is empty at first."""

    def load(self, file: Path, level: str) -> Loading:
        """Load a catalogue."""
        ...

    def match(self) -> None:
        """Find candidates."""
        ...

    def best_candidate(self, national: str) -> tuple[str, str]:
        """The work proposed first for a national standard, and its band."""
        ...

    def decide(self, file: Path, reviewer: str, *, replace: bool = False) -> SmallTable:
        """Hand in decisions; those that differ from another reviewer's are taken when they are to replace them."""
        ...

    def judge(self, file: Path, reviewer: str) -> SmallTable:
        """Hand in applicability verdicts."""
        ...

    def undo(self, reviewer: str) -> None:
        """Take back the reviewer's last step."""
        ...

    def redo(self, reviewer: str) -> None:
        """Do it again."""
        ...

    def steps(self) -> int:
        """How many entries the journal has."""
        ...

    def figure(self, indicator: str, profile: str = "outline-85") -> str:
        """Numerator and denominator of an indicator, as in "6/9"."""
        ...

    def report(self, out: Path, language: str) -> None:
        """Write the report."""
        ...

    def is_sound(self) -> bool:
        """Whether the project is as it should be."""
        ...


COMMITTEE = ("secretary", "expert", "reader")
"""Who works on a project of a story."""


def own_address(project: Path | str, reviewer: str) -> Path | str:
    """The project as this person opens it: on a server each logs in with a role of their own."""
    return re.sub(r"//[^@]*@", f"//{reviewer}@", project) if isinstance(project, str) else project


class CommandLineFace:
    """The commands, with what they print."""

    def __init__(self, project: Path | str) -> None:
        self._project = project
        if isinstance(project, str):
            roles = [word for name in COMMITTEE for word in ("--secretary", name)]
            assert run("server", "prepare", project, *roles).code == 0
            self._project = own_address(project, "reader")
        else:
            self._done("new")

    def load(self, file: Path, level: str) -> Loading:
        """`aligner load`."""
        outcome = self._done("load", file, "--level", level)
        counts = {name: int(count) for name, count in re.findall(r"^  (.+): (\d+)$", outcome.out, re.MULTILINE)}
        difference = (counts["Added"], counts["Changed"], counts["Removed"]) if "Added" in counts else None
        stale = tuple(re.findall(r"^  (.+) – .+$", outcome.err, re.MULTILINE))
        return Loading(counts["Standards"], counts["Rows left out"], difference, stale)

    def match(self) -> None:
        """`aligner match`."""
        self._done("match")

    def best_candidate(self, national: str) -> tuple[str, str]:
        """`aligner candidates`."""
        listed = json.loads(self._done("candidates", "--national", national, "--top", 1, "--format", "json").out)
        return (listed[0]["work"], listed[0]["band"])

    def decide(self, file: Path, reviewer: str, *, replace: bool = False) -> SmallTable:
        """`aligner decide`."""
        return _hand_in(self._done("decide", file, "--reviewer", reviewer, *(["--replace"] if replace else [])))

    def judge(self, file: Path, reviewer: str) -> SmallTable:
        """`aligner applicability`."""
        return _hand_in(self._done("applicability", file, "--reviewer", reviewer))

    def undo(self, reviewer: str) -> None:
        """`aligner undo`."""
        self._done("undo", "--reviewer", reviewer)

    def redo(self, reviewer: str) -> None:
        """`aligner redo`."""
        self._done("redo", "--reviewer", reviewer)

    def steps(self) -> int:
        """`aligner history`."""
        return int(self._done("history").out.splitlines()[-1].split()[0])

    def figure(self, indicator: str, profile: str = "outline-85") -> str:
        """`aligner indicators --format json`."""
        outcome = self._done("indicators", "--format", "json", "--as-of", DAY, "--profile", profile)
        figure = next(one for one in json.loads(outcome.out)["indicators"] if one["id"] == indicator)
        return f"{figure['numerator']:g}/{figure['denominator']:g}"

    def report(self, out: Path, language: str) -> None:
        """`aligner report`."""
        self._done("report", out, "--lang", language, "--as-of", DAY)

    def is_sound(self) -> bool:
        """`aligner check`."""
        return run("check", self._project).code == 0

    def _done(self, name: str, *arguments: object) -> Outcome:
        named = arguments[arguments.index("--reviewer") + 1] if "--reviewer" in arguments else "reader"
        outcome = run(name, own_address(self._project, str(named)), *arguments)
        if outcome.code == 1:
            raise Refused(outcome.err.strip())
        assert outcome.code == 0, outcome
        return outcome


def _hand_in(outcome: Outcome) -> SmallTable:
    taken = int(outcome.out.split()[0])
    return SmallTable(taken, tuple(int(row) for row in re.findall(r", row (\d+)", outcome.err)))


class ApiFace:
    """The Python API; each reviewer opens the project for each step, as people on one network drive do."""

    def __init__(self, project: Path | str) -> None:
        self._project = project
        if isinstance(project, str):
            prepare_server(project, secretaries=COMMITTEE)
        else:
            Project.new(project).close()

    def load(self, file: Path, level: str) -> Loading:
        """`Project.load`."""
        with self._open() as project:
            loaded = project.load(file, level)
        new = loaded.difference
        difference = (len(new.added), len(new.changed), len(new.gone)) if new else None
        stale = tuple(decision.national for decision in loaded.stale)
        return Loading(loaded.catalogue.standards, loaded.reading.rows_left_out, difference, stale)

    def match(self) -> None:
        """`Project.match`."""
        with self._open() as project:
            project.match()

    def best_candidate(self, national: str) -> tuple[str, str]:
        """`Project.candidates`."""
        with self._open() as project:
            best = project.candidates(national=national, top=1).iloc[0]
        return (best["work"], best["band"])

    def decide(self, file: Path, reviewer: str, *, replace: bool = False) -> SmallTable:
        """`Project.decide`."""
        with self._open(reviewer) as project:
            return _handed_in(project.decide(file, on_conflict=OnConflict.REPLACE if replace else OnConflict.LIST))

    def judge(self, file: Path, reviewer: str) -> SmallTable:
        """`Project.judge_applicability`."""
        with self._open(reviewer) as project:
            return _handed_in(project.judge_applicability(file))

    def undo(self, reviewer: str) -> None:
        """`Project.undo`."""
        self._step(reviewer, Project.undo)

    def redo(self, reviewer: str) -> None:
        """`Project.redo`."""
        self._step(reviewer, Project.redo)

    def steps(self) -> int:
        """`Project.history`."""
        with self._open() as project:
            return len(project.history())

    def figure(self, indicator: str, profile: str = "outline-85") -> str:
        """`Project.indicators`."""
        with self._open() as project:
            figure = project.measure(profile=profile, as_of=DAY).indicator(indicator)
        return f"{figure.numerator:g}/{figure.denominator:g}"

    def report(self, out: Path, language: str) -> None:
        """`Project.report`."""
        with self._open() as project:
            project.report(out, language=language, as_of=DAY)

    def is_sound(self) -> bool:
        """`Project.check`."""
        with self._open() as project:
            return not project.check()

    def _open(self, reviewer: str = "reader") -> Project:
        return Project.open(own_address(self._project, reviewer), reviewer=reviewer)

    def _step(self, reviewer: str, step: "Step") -> None:
        with self._open(reviewer) as project:
            try:
                step(project)
            except AlignerError as error:
                raise Refused(translator("en").sentence(error)) from error


class Step(Protocol):
    """Undo or redo."""

    def __call__(self, project: Project, /) -> Change:
        """Do it."""
        ...


def _handed_in(recorded: Recorded) -> SmallTable:
    left_out = [problem.row for problem in recorded.problems if problem.severity is Severity.LEFT_OUT]
    return SmallTable(recorded.taken, tuple(row for row in left_out if row is not None))
