"""Times of the dashboard on a project with 10,000 made-up decisions; the project itself is not touched.

Run: python -m tests.benchmarks.dashboard PROJECT
The project needs catalogues and candidates; the best candidate of each national standard is decided.
"""

import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.plans.scenario import opportunities
from aligner.usecases.figures import dashboard, scenario, trend
from aligner.usecases.figures.bottom_line import bottom_line, if_suggestions_hold
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair

DECISIONS = 10_000
DEGREES = (Degree.IDT, Degree.IDT, Degree.MOD, Degree.NEQ)
ROUNDS = 5


def timed(name: str, work: Callable[[], Any], rounds: int = ROUNDS) -> Any:
    """The result of the work; its best and worst time are printed, and the best of the processor: others may use it."""
    times, used = [], []
    result = None
    for _ in range(rounds):
        begin, worked = time.perf_counter(), time.process_time()
        result = work()
        times.append(time.perf_counter() - begin)
        used.append(time.process_time() - worked)
    print(f"{name:<48}{min(times):8.3f} s best {max(times):8.3f} s worst of {rounds}, processor {min(used):.3f} s")
    return result


def made_up(session: Session) -> list[RowChange]:
    """Decisions on the best candidates, every eighth of them a rejection."""
    best = session.store.candidates(top=1)
    rows = []
    for number, pair in enumerate(zip(best["national"], best["international"], best["work"], strict=True)):
        verdict = Verdict.REJECTED if number % 8 == 7 else Verdict.CONFIRMED
        degree = DEGREES[number % len(DEGREES)] if verdict is Verdict.CONFIRMED else None
        one = Decision(*pair, verdict, degree, reviewer="A", at=f"2026-0{1 + number % 6}-01T08:00:00+00:00")
        rows.append(RowChange(Subject.DECISION, one.key, None, one.to_json()))
    return rows[:DECISIONS]


def from_scratch(session: Session, at: date) -> Dashboard:
    """The figures at the top, counted with nothing in memory but the catalogues and what was decided."""
    session._derived.clear()
    return dashboard.at_a_glance(session, at=at)


def open_pairs(session: Session) -> Iterator[Opinion]:
    """National standards without a decision, each with a work that nothing adopts."""
    decided = {national for national, _ in session.decisions_by_key()}
    national = [name for name in session.standards(Level.NATIONAL)["designation"] if name not in decided]
    listed = opportunities(dashboard.at_a_glance(session).counting, {})
    for name, one in zip(national, reversed(listed), strict=False):
        yield Opinion(name, one.designation, Verdict.CONFIRMED, Degree.IDT)


def after_a_decision(session: Session, opinion: Opinion, at: date) -> Dashboard:
    """Decide, then count."""
    decide_pair(session, opinion)
    return dashboard.at_a_glance(session, at=at)


def compute(session: Session) -> None:
    """Everything that jobs of the page compute."""
    at = date(2026, 8, 31)
    timed("recompute from scratch, the rate", lambda: from_scratch(session, at))
    timed("recompute from scratch, every figure", lambda: dashboard.complete(from_scratch(session, at)))
    pairs = open_pairs(session)
    shown = timed("a decision, then the figures at the top", lambda: after_a_decision(session, next(pairs), at))
    timed("a decision, then all figures", lambda: dashboard.complete(after_a_decision(session, next(pairs), at)))
    timed("the line at the bottom, after them", lambda: bottom_line(session))
    timed("the rate if all suggestions hold", lambda: if_suggestions_hold(session))
    for by in dashboard.BREAKDOWNS:
        timed(f"groups by {by}", lambda by=by: dashboard.groups(shown, by))
    timed("rows behind the conversion rate", lambda: dashboard.rows_of(shown, dashboard.HEADLINE))
    steps = timed("waterfall", lambda: dashboard.steps(shown))
    timed("rows of its widest step", lambda: dashboard.rows_moved(shown, max(steps, key=lambda one: len(one.rows))))
    timed("rates under every profile", lambda: dashboard.rates(session, shown), 2)
    timed("worklist", lambda: opportunities(shown.counting, {}))
    outlook = timed("worklist with candidates, doubts", lambda: scenario.outlook(session, shown), 2)
    chosen = [one.work for one in outlook.opportunities[:500]]
    timed("a tick in the worklist", lambda: scenario.simulate(outlook, chosen, 2030))
    timed("trend, years, cycles, plans, progress", lambda: trend.trend(session, shown), 1)


def main(project: Path) -> None:
    """Decide and measure in a copy."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copy(project, Path(place) / "copy.aligner"))
        with open_project(str(copy), "A") as session:
            changes = made_up(session)
            session.store.writing().append("A", Action.DECIDE, changes)
            for level in Level:
                print(f"{level.value:<48}{len(session.standards(level)):8} standards")
            session.works()
            gc.collect()
            gc.freeze()
            gc.disable()  # as in the window, which looks for garbage in its own thread only
            print(f"{'decisions':<48}{len(session.decisions_by_key()):8}")
            compute(session)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
