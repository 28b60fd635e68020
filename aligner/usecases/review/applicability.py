"""Record which international works count in the denominator."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aligner.domain.applicability import APPLICABILITY_NAMES, Applicability, ApplicabilityVerdict
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.clock import stamp
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity, problem_of
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.small_tables.decisions import ApplicabilityRow, read_applicability
from aligner.usecases.project.changed import NOTHING_CHANGED, Part, changed
from aligner.usecases.project.lookup import find_international
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.hand_in import OnConflict, conflict, is_of_another

NEEDS_REASON = frozenset({ApplicabilityVerdict.NOT_APPLICABLE, ApplicabilityVerdict.DEFERRED})


def judge_file(
    session: Session,
    path: Path,
    progress: Progress,
    *,
    on_conflict: OnConflict = OnConflict.LIST,
    preview: bool = False,
) -> Recorded:
    """Record the applicability verdicts of a csv or xlsx file; bad rows are reported, the others are kept.

    `on_conflict` is LIST or REPLACE: there are no second opinions on applicability. With `preview` nothing is recorded.
    """
    rows, problems = read_applicability(path, progress)
    recorded = judge(session, rows, file=path.name, on_conflict=on_conflict, preview=preview)
    return replace(recorded, problems=[*problems, *recorded.problems])


def judge_work(session: Session, work: str, verdict: ApplicabilityVerdict, reason: str, note: str) -> Recorded:
    """Record one verdict of the session's reviewer on a work; `reason` holds codes of REASONS joined by spaces.

    Raises AlignerError when no catalogue has the work, or when a reason is needed and none is given.
    """
    if verdict in NEEDS_REASON and not (reason or note):
        raise AlignerError(
            N_("{work} cannot be excluded without a reason. Choose a reason or write a note."), work=work
        )
    recorded = judge(session, [ApplicabilityRow(0, work, work, verdict, reason, note, {})])
    for problem in recorded.problems:
        raise AlignerError(problem.template, **problem.values)
    return recorded


def judge(
    session: Session,
    rows: Sequence[ApplicabilityRow],
    *,
    file: str = "",
    on_conflict: OnConflict = OnConflict.REPLACE,
    preview: bool = False,
) -> Recorded:
    """Record verdicts as one step; a dated designation stands for its work, the later row of one work counts."""
    works = session.works()
    standing = session.applicability_by_work()
    at = stamp(session.now())
    wanted: dict[str, Applicability] = {}
    problems: list[Problem] = []
    for row in rows:
        try:
            work = find_international(works, row.international).work.key
        except AlignerError as error:
            problems.append(problem_of(error, "applicability_not_taken", file=file, row=row.row))
            continue
        verdict = Applicability(work, row.verdict, row.reason, row.note, row.reviewer or session.reviewer, row.at or at)
        before = wanted.get(work) or standing.get(work)
        if (
            on_conflict is OnConflict.LIST
            and before is not None
            and is_of_another(before, verdict.reviewer)
            and not _agree(before, verdict)
        ):
            problems.append(conflict(work, before, (APPLICABILITY_NAMES[before.verdict],), file, row.row))
            continue
        if row.verdict in NEEDS_REASON and not (row.reason or row.note):
            problems.append(_without_reason(row, file))
        wanted[work] = verdict
    changes = [
        RowChange(Subject.APPLICABILITY, (work, ""), before.to_json() if before else None, verdict.to_json())
        for work, verdict in wanted.items()
        if (before := standing.get(work)) is None or not _agree(before, verdict)
    ]
    if preview:
        return Recorded(len(changes), len(wanted) - len(changes), problems, None, NOTHING_CHANGED)
    change = session.store.writing().append(session.reviewer, Action.APPLICABILITY, changes) if changes else None
    keys = tuple(row.key for row in changes)
    return Recorded(len(changes), len(wanted) - len(changes), problems, change, changed(Part.APPLICABILITY, keys=keys))


def _agree(one: Applicability, other: Applicability) -> bool:
    """Whether both say the same, whoever said it when."""
    return replace(one, reviewer="", at="") == replace(other, reviewer="", at="")


def _without_reason(row: ApplicabilityRow, file: str) -> Problem:
    """N and D are to be justified (domain.md 1.5); the verdict counts all the same."""
    return Problem(
        "no_reason",
        Severity.WARNING,
        N_("{work} is judged {verdict} without a reason. Add a reason code or a note."),
        {"work": row.work, "verdict": row.verdict.value},
        file=file,
        row=row.row,
    )
