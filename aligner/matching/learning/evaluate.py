"""How good candidates are against known pairs, with intervals, and case by case against an earlier result."""

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import Band
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Works

DEPTHS = (1, 3, 5, 10, 20)
NORMAL_95 = 1.959964
NOT_FOUND = 0
"""Rank of a work that is not among the candidates."""
NO_BASELINE = N_("{source} is not a saved evaluation. Give a file that `evaluate --save` wrote.")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of cases with its 95 % interval; `value` is None when there are no cases."""

    value: float | None
    numerator: int
    denominator: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Case:
    """A known pair that was ranked otherwise before; rank 0: not among the candidates."""

    national: str
    work: str
    before: int
    now: int


@dataclass(frozen=True)
class Evaluation:
    """Quality on `n` known pairs. `recall[1]` is top-1; `precision` is that of the first candidates of each band.

    `strong` is the share of the known pairs whose work is a strong first candidate. `ranks` holds each case under a
    hash, so that a saved evaluation tells nothing about the catalogues.
    """

    n: int
    recall: Mapping[int, Share]
    mean_reciprocal_rank: float
    mean_reciprocal_rank_interval: tuple[float, float]
    precision: Mapping[Band, Share]
    strong: Share
    unknown: tuple[str, ...]
    """Works of the truth that no catalogue lists; they count as not found."""
    ranks: Mapping[str, int]
    better: tuple[Case, ...] = ()
    worse: tuple[Case, ...] = ()


def evaluate(
    candidates: Table, truth: Sequence[tuple[str, str]], works: Works, baseline: Path | None = None
) -> Evaluation:
    """Quality of the candidates on pairs of (national designation, work).

    A successor or predecessor of the work in the catalogues' replacement chain counts as found, too. Raises
    AlignerError when the baseline is no saved evaluation.
    """
    before = read_saved(baseline) if baseline else {}
    proposed = _proposed(candidates, works)
    expected = _expected(truth, works)
    ranks = [_rank(proposed.get(national, ()), expected[national, work]) for national, work in truth]
    first = [proposed[national][0] if proposed.get(national) else None for national, _ in truth]
    right = [rank == 1 for rank in ranks]
    reciprocal = [1 / rank if rank else 0.0 for rank in ranks]
    mean, interval = _mean(reciprocal)
    return Evaluation(
        n=len(truth),
        recall={depth: wilson(sum(0 < rank <= depth for rank in ranks), len(ranks)) for depth in DEPTHS},
        mean_reciprocal_rank=mean,
        mean_reciprocal_rank_interval=interval,
        precision={band: _precision(band, first, right) for band in Band},
        strong=wilson(
            sum(hit and one is not None and one[1] == Band.STRONG for hit, one in zip(right, first, strict=True)),
            len(truth),
        ),
        unknown=tuple(work for _, work in truth if works.position(work) is None),
        ranks={case_key(*pair): rank for pair, rank in zip(truth, ranks, strict=True)},
        better=tuple(case for case in _changed(truth, ranks, before) if _depth(case.now) < _depth(case.before)),
        worse=tuple(case for case in _changed(truth, ranks, before) if _depth(case.now) > _depth(case.before)),
    )


def saved(evaluation: Evaluation) -> str:
    """The evaluation as a text for `baseline`: figures, and the rank of each case under a hash."""
    figures = {f"recall@{depth}": share.value for depth, share in evaluation.recall.items()}
    figures["mrr"] = evaluation.mean_reciprocal_rank
    content = {"n": evaluation.n, "figures": figures, "ranks": dict(sorted(evaluation.ranks.items()))}
    return json.dumps(content, indent=1) + "\n"


def read_saved(path: Path) -> dict[str, int]:
    """The ranks in a saved evaluation, by hash of the case. Raises AlignerError when the file is none."""
    try:
        ranks = json.loads(path.read_text(encoding="utf-8"))["ranks"]
        return {str(key): int(rank) for key, rank in ranks.items()}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise AlignerError(NO_BASELINE, source=path.name) from error


def case_key(national: str, work: str) -> str:
    """What stands for a known pair in a saved evaluation."""
    return hashlib.sha256(f"{national}\n{work}".encode()).hexdigest()[:16]


def wilson(numerator: int, denominator: int) -> Share:
    """A share with Wilson's 95 % interval; without cases the interval is everything."""
    if denominator == 0:
        return Share(None, 0, 0, 0.0, 1.0)
    share, square = numerator / denominator, NORMAL_95**2
    middle = (share + square / (2 * denominator)) / (1 + square / denominator)
    spread = math.sqrt(share * (1 - share) / denominator + square / (4 * denominator**2))
    half = NORMAL_95 * spread / (1 + square / denominator)
    return Share(share, numerator, denominator, max(0.0, middle - half), min(1.0, middle + half))


def _proposed(candidates: Table, works: Works) -> dict[str, list[tuple[int | None, Band]]]:
    """Work and band of each national standard's candidates, best first."""
    order = sorted(range(len(candidates)), key=lambda index: candidates["rank"][index])
    listed: dict[str, list[tuple[int | None, Band]]] = defaultdict(list)
    for index in order:
        work = works.position(candidates["work"][index])
        listed[candidates["national"][index]].append((work, Band(candidates["band"][index])))
    return listed


def _expected(truth: Iterable[tuple[str, str]], works: Works) -> dict[tuple[str, str], set[int]]:
    """The works that count as right for each pair: the work, its successors and its predecessors."""
    expected: dict[tuple[str, str], set[int]] = {}
    for national, work in truth:
        position = works.position(work)
        if position is None:
            expected[national, work] = set()
        else:
            related = (*works.successors.get(position, ()), *works.predecessors.get(position, ()))
            expected[national, work] = {position, *related}
    return expected


def _rank(proposed: Sequence[tuple[int | None, Band]], expected: set[int]) -> int:
    """The place of the first right candidate, from 1; NOT_FOUND when there is none."""
    return next((place for place, (work, _) in enumerate(proposed, start=1) if work in expected), NOT_FOUND)


def _precision(band: Band, first: Sequence[tuple[int | None, Band] | None], right: Sequence[bool]) -> Share:
    hits = [hit for one, hit in zip(first, right, strict=True) if one is not None and one[1] == band]
    return wilson(sum(hits), len(hits))


def _mean(values: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """The mean and its 95 % interval by the normal approximation; 0 of nothing."""
    if not values:
        return 0.0, (0.0, 1.0)
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / max(len(values) - 1, 1))
    half = NORMAL_95 * deviation / math.sqrt(len(values))
    return mean, (max(0.0, mean - half), min(1.0, mean + half))


def _changed(truth: Sequence[tuple[str, str]], ranks: Sequence[int], before: Mapping[str, int]) -> list[Case]:
    """The cases that a saved evaluation knows and that are ranked otherwise now."""
    cases = [
        Case(national, work, before[case_key(national, work)], rank)
        for (national, work), rank in zip(truth, ranks, strict=True)
        if case_key(national, work) in before
    ]
    return [case for case in cases if case.before != case.now]


def _depth(rank: int) -> float:
    """Ranks in their order; not found comes after all of them."""
    return math.inf if rank == NOT_FOUND else rank
