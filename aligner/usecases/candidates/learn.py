"""Fit the recipe to the project's own decisions; never silently."""

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Progress
from aligner.matching.learning.fit import Fit, fit
from aligner.usecases.candidates.recipes import keep, recipe_in_use
from aligner.usecases.candidates.vectors import UsersVectors
from aligner.usecases.project.session import Session

__all__ = ["Fit", "learn"]


def learn(session: Session, progress: Progress) -> Fit:
    """Find weights anew on the confirmed and rejected pairs, and keep them when they rank unseen pairs no worse.

    The next matching uses what is kept. Raises AlignerError when there are too few confirmed pairs.
    """
    verdicts = [
        (one.national, one.work, one.verdict is Verdict.CONFIRMED)
        for one in session.decisions_by_key().values()
        if one.verdict in {Verdict.CONFIRMED, Verdict.REJECTED}
    ]
    found = fit(
        session.standards(Level.NATIONAL),
        session.standards(Level.INTERNATIONAL),
        verdicts,
        recipe_in_use(session),
        progress,
        works=session.works(),
        at=session.today(),
        find_vectors=UsersVectors(),
    )
    if found.is_better:
        keep(session, found.recipe)
    return found
