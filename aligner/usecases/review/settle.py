"""Settle in what two reviewers differ: list it, and take a table of what holds."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.change import RowChange
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import DIFFERENCE_NAMES, DoubleReview
from aligner.domain.problem import Problem, Severity, problem_of
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.readers.small_tables.decisions import DecisionRow, UpheldRow, read_settlements
from aligner.usecases.project.lookup import NationalLookup
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Recorded, decide
from aligner.usecases.review.double_review import one_name, open_differences, rows_upholding_second

COLUMNS: Final = (
    "national",
    "difference",
    "first_reviewer",
    "first_opinion",
    "second_reviewer",
    "second_opinion",
    "uphold",
)
"""The open differences; `uphold` is empty, for somebody to fill in and hand in again."""


def differences_table(session: Session, translate: Translator) -> Table:
    """What nobody has settled yet: the standards on which two reviewers differ, and what each said (COLUMNS)."""
    name = one_name(session)
    return Table.from_rows(
        COLUMNS,
        [
            {
                "national": one.national,
                "difference": translate(DIFFERENCE_NAMES[kind]) if (kind := one.difference(name)) else "",
                "first_reviewer": _reviewers(one.first),
                "first_opinion": _words(one.first),
                "second_reviewer": _reviewers(one.second),
                "second_opinion": _words(one.second),
                "uphold": "",
            }
            for one in open_differences(session).values()
        ],
    )


def settle_file(session: Session, path: Path, progress: Progress) -> Recorded:
    """Settle differences by a csv or xlsx file, as one step of the session's reviewer.

    A row says which opinion on a national standard to uphold, "first" or "second", or is the decision that holds, in
    the columns of decisions. Rows about a standard on which nothing is open are reported and not taken.
    """
    upheld, decided, problems = read_settlements(path, progress)
    settling = _Settling(session, path.name)
    rows = [row for row in decided if settling.find(row) is not None]
    final = settling.upheld(upheld, {settling.national(row) for row in rows})
    recorded = decide(session, rows, file=path.name, settles=True, upheld=final)
    return replace(
        recorded,
        taken=recorded.taken + len(final),
        problems=[*problems, *settling.problems, *recorded.problems],
    )


class _Settling:
    """Finds the open difference that a row is about, and collects what is wrong with rows."""

    def __init__(self, session: Session, file: str) -> None:
        self._session = session
        self._file = file
        self._numbers = session.derived(NationalLookup)
        self._open = open_differences(session)
        self.problems: list[Problem] = []

    def national(self, row: UpheldRow | DecisionRow) -> str:
        """The designation in the catalogue. Raises AlignerError when there is none."""
        return str(self._session.standards(Level.NATIONAL)["designation"][self._numbers.find(row.national)])

    def find(self, row: UpheldRow | DecisionRow) -> DoubleReview | None:
        """The open difference; None, with a problem, when nothing is open."""
        try:
            national = self.national(row)
        except AlignerError as error:
            self.problems.append(problem_of(error, "unknown_national", file=self._file, row=row.row))
            return None
        if national not in self._open:
            self._leave_out(
                "nothing_to_settle", N_("There is no open difference about {national} to settle."), row, national
            )
        return self._open.get(national)

    def upheld(self, rows: Iterable[UpheldRow], decided: set[str]) -> dict[str, list[RowChange]]:
        """What the opinions that hold make of the decisions, by national standard."""
        final: dict[str, list[RowChange]] = {}
        for row in rows:
            review = self.find(row)
            if review is None:
                continue
            if review.national in decided or review.national in final:
                text = N_("{national} is settled by another row of this file; this one was not used.")
                self._leave_out("settled_twice", text, row, review.national)
                continue
            final[review.national] = rows_upholding_second(self._session, review) if row.is_second else []
        return final

    def _leave_out(self, code: str, template: str, row: UpheldRow | DecisionRow, national: str) -> None:
        values = {"national": national}
        self.problems.append(Problem(code, Severity.LEFT_OUT, template, values, file=self._file, row=row.row))


def _reviewers(opinions: Iterable[Decision]) -> str:
    return ", ".join(dict.fromkeys(one.reviewer for one in opinions))


def _words(opinions: Iterable[Decision]) -> str:
    """Verdicts in the words that `decide` reads, each with its counterpart and degree."""
    return "; ".join(
        " ".join(filter(None, (one.verdict.value, one.international, one.degree and one.degree.value)))
        for one in opinions
    )
