"""Find candidates for every national standard."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import MatchingRun, candidate_from
from aligner.domain.problem import Finding, Problem
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.matching.learning.evaluate import Case, Evaluation, Share, evaluate, saved
from aligner.matching.match import match, match_changed
from aligner.matching.scoring.explain import sentence
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.sides.meaning import VectorsFinder
from aligner.readers.small_tables.decisions import read_truth
from aligner.usecases.candidates.counts import CandidateCounts, keep_counts, kept_counts
from aligner.usecases.candidates.recipes import look_at, recipe_in_use
from aligner.usecases.candidates.vectors import UsersVectors, is_installed
from aligner.usecases.catalogues.unmatched import Unmatched, unmatched
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.lookup import NationalLookup
from aligner.usecases.project.session import Session

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


FULL_FROM_SHARE = 0.2
"""From this share of touched standards on everything is matched: it costs no more then."""

DAYS_KEPT = 31
"""Candidates older than this are all made anew: what is current or in grace depends on the day."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What a matching gave: how many candidates are kept now, by which recipe, and how many standards were looked at
    anew.

    `rematched` is None when all of them were. `lacks_encoder`: titles in other languages than English were compared by
    their words alone, for no sentence encoder is installed. `findings`: what of the project's own recipe is ignored or
    neutral in this program.
    """

    counts: CandidateCounts
    recipe: Recipe
    rematched: int | None
    changed: Changed
    lacks_encoder: bool = False
    findings: tuple[Finding, ...] = ()


def match_standards(
    session: Session, progress: Progress, *, recipe_file: Path | None = None, full: bool = False
) -> Matched:
    """Match the national standards against the international works and keep the candidates in place of earlier ones.

    After newer lists of known catalogues only what they touch is matched, unless `full` asks for everything. The recipe
    is the file's, else the project's own one, else the shipped one. Raises AlignerError when a
    level has no catalogue or the project can only be read, Cancelled after a stop request (earlier candidates stay).
    """
    _refuse_empty_levels(session)
    store = session.store.writing()
    recipe = recipe_in_use(session, recipe_file)
    findings = () if recipe_file is not None else look_at(session).findings
    touched = None if full else _touched(session, recipe)
    vectors = UsersVectors()
    if touched == NOTHING and session.store.setting(LACKED_ENCODER) is None:
        return Matched(kept_counts(session), recipe, 0, changed(Part.CANDIDATES), findings=findings)
    candidates = _matched(session, recipe, touched, vectors, progress)
    progress.step(0, 1, N_("Saving"))
    run = store.save_candidates(MatchingRun("", asdict(recipe), session.inputs()), candidates)
    counts = keep_counts(session, run, candidates)
    store.save_setting(LACKED_ENCODER, True if vectors.is_missing else None)
    number = None if touched is None else len(touched.national) + len(touched.international)
    return Matched(counts, recipe, number, changed(Part.CANDIDATES), vectors.is_missing, findings)


NOTHING = Unmatched(frozenset(), frozenset())
LACKED_ENCODER = "matched_without_encoder"
"""The project remembers under this name that its candidates were found without the encoder that they needed."""


def _refuse_empty_levels(session: Session) -> None:
    filled = {catalogue.level for catalogue in session.store.catalogues() if catalogue.standards}
    if Level.NATIONAL not in filled:
        raise AlignerError(N_("No national catalogue is loaded yet. Load one first."))
    if Level.INTERNATIONAL not in filled:
        raise AlignerError(N_("No international catalogue is loaded yet. Load one first."))


def _touched(session: Session, recipe: Recipe) -> Unmatched | None:
    """What newer lists touched since the last run by this recipe; None when everything is to be matched."""
    run = session.store.matching_run()
    if run is None or (session.store.setting(LACKED_ENCODER) is not None and is_installed()):
        return None
    since = NOTHING if run.inputs == session.inputs() else unmatched(session)
    if since is None or dict(run.recipe) != json.loads(json.dumps(asdict(recipe))):
        return None
    age = session.now() - datetime.fromisoformat(run.at)
    standards = sum(catalogue.standards for catalogue in session.store.catalogues())
    is_much = len(since.national) + len(since.international) >= FULL_FROM_SHARE * standards
    return None if is_much or age.days > DAYS_KEPT else since


def _matched(
    session: Session, recipe: Recipe, touched: Unmatched | None, find_vectors: VectorsFinder, progress: Progress
) -> Table:
    national, international = session.standards(Level.NATIONAL), session.standards(Level.INTERNATIONAL)
    today = session.today()
    if touched is None:
        works = session.works()
        return match(national, international, recipe, progress, at=today, works=works, find_vectors=find_vectors)
    return match_changed(
        session.store.candidates(),
        national,
        international,
        recipe,
        progress,
        at=today,
        works=session.works(),
        nationals=touched.national,
        internationals=touched.international,
        find_vectors=find_vectors,
    )


def was_matched(session: Session) -> bool:
    """Whether candidates were looked for, be it that none were found."""
    return session.store.matching_run() is not None


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
