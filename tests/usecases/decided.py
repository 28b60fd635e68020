"""The worked example as an open project."""

from pathlib import Path

from worked_example_files import write_worked_example

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_file
from aligner.usecases.review.decide import decide_file


def decided_project(folder: Path) -> Session:
    """A project in which everything of the worked example is loaded, matched, decided and judged."""
    files = write_worked_example(folder)
    session = new_project(str(folder / "ours.aligner"), "secretary")
    load(session, LoadRequest(files.national, Level.NATIONAL), Silent())
    load(session, LoadRequest(files.international, Level.INTERNATIONAL), Silent())
    match_standards(session, Silent())
    decide_file(session, files.decisions, Silent())
    judge_file(session, files.applicability, Silent())
    return session
