"""Agreement of reviewers who decided independently (domain.md 6, 8.11)."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from aligner.domain.figures.indicator import Slice
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.listed import Listed
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.figure import Figure, Member, Side, ratio, share_of, slice_of

Pair = tuple[str, int | str]

AGREED = N_("the reviewers agree on verdict and degree")
DISAGREED = N_("the reviewers differ in verdict or degree")


def reviewer_agreement(counting: Counting) -> Figure:
    """Share of the pairs decided by two or more reviewers on which all agree, in verdict and degree.

    Those are the decisions and the second opinions beside them.

    n/a while one person reviews. Beside it the double-reviewed share and Cohen's kappa of the two busiest reviewers.
    """
    decisions, beside = counting.inputs.decisions, counting.inputs.second_opinions
    if len({one.reviewer for one in (*decisions, *beside) if one.reviewer}) < 2:
        return Figure([], ratio)
    listed = counting.inputs.catalogued.listed
    pairs = [_pair(listed, one) for one in decisions]
    decided = set(pairs)
    second = [(pair, one) for pair, one in ((_pair(listed, one), one) for one in beside) if pair in decided]
    opinions = _opinions([*zip(pairs, decisions, strict=True), *second])
    double = {pair: said for pair, said in opinions.items() if len(said) > 1}
    first = dict(zip(reversed(pairs), reversed(range(len(pairs))), strict=True))
    members = [
        Member(Side.DECISION, first[pair], agreed, reason=AGREED if agreed else DISAGREED)
        for pair, said in double.items()
        for agreed in [len(set(said.values())) == 1]
    ]
    return Figure(members, ratio, breakdown=_lines(opinions, double) if double else ())


def _pair(listed: Listed, decision: Decision) -> Pair:
    """The pair that a decision is on, whatever its standards were called when it was made."""
    work = listed.work(decision)
    return listed.national_name(decision), decision.work if work is None else work


def _opinions(decisions: Sequence[tuple[Pair, Decision]]) -> dict[Pair, dict[str, str]]:
    """What each reviewer last said about each pair: verdict and degree."""
    opinions: dict[Pair, dict[str, str]] = defaultdict(dict)
    for pair, one in sorted(decisions, key=lambda decided: decided[1].at):
        if one.reviewer:
            opinions[pair][one.reviewer] = f"{one.verdict} {one.degree or ''}".strip()
    return opinions


def _lines(opinions: dict[Pair, dict[str, str]], double: dict[Pair, dict[str, str]]) -> tuple[Slice, ...]:
    busiest = [name for name, _ in Counter(name for said in double.values() for name in said).most_common(2)]
    both = [(said[busiest[0]], said[busiest[1]]) for said in double.values() if set(busiest) <= set(said)]
    return (
        slice_of("double", N_("double-reviewed share"), len(double), len(opinions)),
        Slice("kappa", N_("Cohen's kappa of two reviewers"), kappa(both), None, len(both), "index"),
    )


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond chance, 1 for full agreement; None when chance alone explains everything."""
    total = len(pairs)
    if not total:
        return None
    observed = sum(first == second for first, second in pairs)
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    by_chance = sum(firsts[name] * seconds[name] for name in firsts)
    if by_chance == total * total:
        return None
    return share_of(observed * total - by_chance, total * total - by_chance)
