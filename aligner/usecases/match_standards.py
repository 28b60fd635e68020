"""Find candidates for every national standard."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from aligner.domain.candidate import MatchingRun, candidate_from
from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.matching.evaluate import Case, Evaluation, Share, evaluate, saved
from aligner.matching.explain import sentence
from aligner.matching.match import match
from aligner.matching.recipe import read_recipe, shipped_recipe
from aligner.readers.decisions import read_truth
from aligner.usecases.changed import Changed, Part, changed
from aligner.usecases.lookup import NationalLookup
from aligner.usecases.session import Session

__all__ = ["Case", "Evaluated", "Evaluation", "Share", "candidates_of", "evaluate_candidates", "match_standards"]


CANDIDATE_COLUMNS = (
    "national",
    "international",
    "work",
    "rank",
    "score",
    "band",
    "suggested_degree",
    "edition_state",
    "reasons",
)
"""Columns of the hand-out of candidates: a contract with scripts."""


def match_standards(session: Session, progress: Progress, *, recipe_file: Path | None = None) -> tuple[Table, Changed]:
    """Match all national standards against all international works and keep the candidates in place of earlier ones.

    Raises AlignerError when a level has no catalogue, Cancelled after a stop request (earlier candidates stay).
    """
    national = session.standards(Level.NATIONAL)
    international = session.standards(Level.INTERNATIONAL)
    for level, table in ((Level.NATIONAL, national), (Level.INTERNATIONAL, international)):
        if not len(table):
            raise AlignerError(
                N_("No national catalogue is loaded yet. Load one first.")
                if level is Level.NATIONAL
                else N_("No international catalogue is loaded yet. Load one first.")
            )
    recipe = read_recipe(recipe_file) if recipe_file else shipped_recipe()
    today = date.today()  # noqa: DTZ011 - the user's own calendar day
    candidates = match(national, international, recipe, progress, at=today, works=session.works())
    progress.step(0, 1, N_("Saving"))
    session.store.save_candidates(MatchingRun("", asdict(recipe), session.inputs()), candidates)
    return candidates, changed(Part.CANDIDATES)


def is_matching_out_of_date(session: Session) -> bool:
    """Whether a catalogue was loaded since the last matching; also True before the first one."""
    run = session.store.matching_run()
    return run is None or run.inputs != session.inputs()


def candidates_of(session: Session, *, national: str | None = None, top: int | None = None) -> Table:
    """The candidates kept by the last run, best first; of one national standard or of all.

    Raises AlignerError when `national` is unknown.
    """
    designation = None
    if national is not None:
        row = NationalLookup(session).find(national)
        designation = session.standards(Level.NATIONAL)["designation"][row]
    return session.store.candidates(national=designation, top=top)


def candidates_table(candidates: Table, translate: Translator) -> Table:
    """The candidates with their evidence as one sentence each in the user's language."""
    reasons = [sentence(candidate_from(row), translate) for row in candidates.rows()]
    columns = {name: candidates[name] for name in CANDIDATE_COLUMNS if name != "reasons"}
    return Table(columns | {"reasons": reasons})


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Quality of the candidates on known pairs; `saved` is the text of a baseline for later comparisons."""

    evaluation: Evaluation
    problems: list[Problem]
    saved: str


def evaluate_candidates(
    session: Session, truth: Path, progress: Progress, *, baseline: Path | None = None
) -> Evaluated:
    """Quality of the kept candidates against known pairs in a csv or xlsx file (columns national, work).

    Raises AlignerError when a file cannot be read or there are no candidates yet.
    """
    rows, problems = read_truth(truth, progress)
    candidates = session.store.candidates()
    if not len(candidates):
        raise AlignerError(N_("There are no candidates yet. Run the matching first."))
    pairs = [(row.national, row.work) for row in rows]
    evaluation = evaluate(candidates, pairs, session.works(), baseline=baseline)
    return Evaluated(evaluation, problems, saved(evaluation))
