"""What moved the rate between two snapshots: rules, reference date, catalogues or decisions, with the works."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aligner.domain.figures.indicator import Indicator
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.movement import PLACE_NAMES, Movement, Place, movements
from aligner.indicators.measure import measured
from aligner.usecases.figures.measure import counting_of, judged
from aligner.usecases.figures.snapshots import Looked, look_back
from aligner.usecases.project.session import Session

RATE = "conversion_rate"
RULES = N_("counting rules")
DAY = N_("reference date")
CATALOGUES = N_("catalogues")
DECISIONS = N_("decisions and verdicts")

MOVED_COLUMNS = ("cause", "international", "title", "before", "after", "reason_before", "reason_after")
"""One row for each work that a cause moved: its place before and after, and why it stood and stands there."""

STEP_COLUMNS = (
    "cause",
    "rate_before",
    "rate",
    "change",
    "numerator",
    "denominator",
    "entered",
    "left",
    "converted",
    "no_longer_converted",
)
"""One row for each cause: the rate 0..1 before and after it, its counts, and how many works it moved."""


@dataclass(frozen=True)
class Step:
    """The rate after one cause was taken from the later snapshot, and the works this moved."""

    cause: str
    before: Indicator
    after: Indicator
    moved: tuple[Movement, ...]

    @property
    def change(self) -> float | None:
        """What the cause did to the rate; None when one of the two is none."""
        if self.after.value is None or self.before.value is None:
            return None
        return self.after.value - self.before.value

    def counts(self) -> dict[str, int]:
        """How many works it moved: `entered`, `left`, `converted`, `no_longer_converted`."""
        return {
            "entered": sum(one.before is Place.OUT for one in self.moved),
            "left": sum(one.after is Place.OUT for one in self.moved),
            "converted": sum(one.after is Place.CONVERTED for one in self.moved),
            "no_longer_converted": sum(one.before is Place.CONVERTED for one in self.moved),
        }


@dataclass(frozen=True)
class Moved:
    """The way from the rate of one snapshot to that of another; the changes of the steps add up."""

    earlier: Snapshot
    later: Snapshot
    before: Indicator
    after: Indicator
    steps: tuple[Step, ...]


def compare_snapshots(session: Session, earlier: str, later: str) -> Moved:
    """The causes one after the other: first the rules, then the day, the catalogues, and the decisions.

    The order matters for the single steps, not for the ends. Raises AlignerError when there is no such snapshot.
    """
    before, after = look_back(session, earlier), look_back(session, later)
    steps = tuple(_steps(before, after))
    return Moved(before.snapshot, after.snapshot, steps[0].before, steps[-1].after, steps)


def _steps(before: Looked, after: Looked) -> Iterator[Step]:
    known = judged(before.session, before.decided_until)
    newer = judged(after.session, after.decided_until)
    counting = counting_of(before.session, known, before.profile.rules, before.at)
    rate = _rate(counting)
    rules, day = after.profile.rules, after.at
    stages: tuple[tuple[str, Callable[[], Counting]], ...] = (
        (RULES, lambda: counting_of(before.session, known, rules, before.at)),
        (DAY, lambda: counting_of(before.session, known, rules, day)),
        (CATALOGUES, lambda: counting_of(after.session, known, rules, day)),
        (DECISIONS, lambda: counting_of(after.session, newer, rules, day)),
    )
    for cause, make in stages:
        next_counting = make()
        next_rate = _rate(next_counting)
        yield Step(cause, rate, next_rate, tuple(movements(counting, next_counting)))
        counting, rate = next_counting, next_rate


def _rate(counting: Counting) -> Indicator:
    return measured(counting, ids=[RATE])[0]


def steps_table(moved: Moved, translate: Translator) -> Table:
    """The causes, columns STEP_COLUMNS."""
    return Table.from_rows(
        STEP_COLUMNS,
        [
            {
                "cause": translate(step.cause),
                "rate_before": step.before.value,
                "rate": step.after.value,
                "change": step.change,
                "numerator": step.after.numerator,
                "denominator": step.after.denominator,
                **step.counts(),
            }
            for step in moved.steps
        ],
    )


def as_json_text(moved: Moved, translate: Translator) -> str:
    """The rates of both snapshots, `causes` with STEP_COLUMNS and `works` with MOVED_COLUMNS."""
    document = {
        "earlier": moved.earlier.name,
        "later": moved.later.name,
        "before": moved.before.value,
        "after": moved.after.value,
        "causes": list(steps_table(moved, translate).rows()),
        "works": list(moved_table(moved, translate).rows()),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def moved_table(moved: Moved, translate: Translator) -> Table:
    """The works that moved, columns MOVED_COLUMNS."""
    tables = [moved_rows(step, translate) for step in moved.steps]
    return Table({name: [value for table in tables for value in table[name]] for name in MOVED_COLUMNS})


def moved_rows(step: Step, translate: Translator) -> Table:
    """The works that one cause moved, columns MOVED_COLUMNS."""
    return Table.from_rows(
        MOVED_COLUMNS,
        [
            {
                "cause": translate(step.cause),
                "international": one.designation,
                "title": one.title,
                "before": translate(PLACE_NAMES[one.before]),
                "after": translate(PLACE_NAMES[one.after]),
                "reason_before": translate(one.reason_before),
                "reason_after": translate(one.reason_after),
            }
            for one in step.moved
        ],
    )
