"""How many candidates the last matching found, kept with it: they need not be read to be counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aligner.domain.pairs.candidate import MatchingRun
from aligner.domain.standards.table import Table
from aligner.usecases.project.session import Session

CANDIDATE_COUNTS = "candidate_counts"
"""The project keeps the counts under this name, with the time of the run that they are of."""


@dataclass(frozen=True, slots=True)
class CandidateCounts:
    """Numbers of candidates, and of national standards by the band of their best one."""

    candidates: int
    by_best_band: Mapping[str, int]


def keep_counts(session: Session, run: MatchingRun, candidates: Table) -> CandidateCounts:
    """Count these candidates and keep the counts as those of this run."""
    counts = _counted(candidates)
    kept = {"at": run.at, "candidates": counts.candidates, "by_best_band": dict(counts.by_best_band)}
    session.store.writing().save_setting(CANDIDATE_COUNTS, kept)
    return counts


def kept_counts(session: Session) -> CandidateCounts:
    """The counts of the last run; counted again where they were not kept, as by earlier programs."""
    kept, run = session.store.setting(CANDIDATE_COUNTS), session.store.matching_run()
    if run is not None and _is_of(kept, run):
        return CandidateCounts(kept["candidates"], kept["by_best_band"])
    return _counted(session.store.candidates(columns=("national", "work", "rank", "band")))


def _is_of(kept: Any, run: MatchingRun) -> bool:
    return isinstance(kept, dict) and set(kept) == {"at", "candidates", "by_best_band"} and kept["at"] == run.at


def _counted(candidates: Table) -> CandidateCounts:
    best = [band for band, rank in zip(candidates["band"], candidates["rank"], strict=True) if rank == 1]
    return CandidateCounts(len(candidates), Counter(best))
