"""What a project needs next, from the first list to the report."""

from dataclasses import dataclass
from enum import StrEnum

from aligner.domain.catalogue import Level
from aligner.usecases.candidates.match import is_matching_out_of_date
from aligner.usecases.catalogues.browse import catalogues
from aligner.usecases.figures.bottom_line import bottom_line
from aligner.usecases.project.session import Session


class Task(StrEnum):
    """The stations of a project, in their order."""

    LOAD_NATIONAL = "load_national"
    LOAD_INTERNATIONAL = "load_international"
    MATCH = "match"
    REVIEW = "review"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The first task that is not done; `open_standards` is how many wait for a decision, 0 before the review."""

    task: Task
    open_standards: int = 0


def next_step(session: Session) -> NextStep:
    """What is to be done next; matching again where a list was loaded since the last time."""
    task = task_before_review(session)
    if task is not None:
        return NextStep(task)
    now = bottom_line(session)
    left = now.national - now.reviewed + now.again
    return NextStep(Task.REVIEW, left) if left else NextStep(Task.MEASURE)


def task_before_review(session: Session) -> Task | None:
    """What has to be done before standards can be reviewed; None when everything is. Takes no time to speak of."""
    levels = {catalogue.level for catalogue in catalogues(session)}
    if Level.NATIONAL not in levels:
        return Task.LOAD_NATIONAL
    if Level.INTERNATIONAL not in levels:
        return Task.LOAD_INTERNATIONAL
    return Task.MATCH if is_matching_out_of_date(session) else None
