"""Degree distribution (一致性程度分布), by national standard and by applicable work, never mixed (domain.md 8.5)."""

from collections import Counter
from collections.abc import Iterable

from aligner.domain.degree import Degree, is_adoption, strongest, weakest
from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.figure import Figure, Member, Side, ratio, share_of, slice_of

NONE = "none"
ADOPTED = frozenset({"IDT", "MOD"})
NO_DEGREE = N_("no adoption")
PARTIALLY = N_("of these partially converted")
LEGACY_LABELS = {"MOD/EQV": N_("of these formerly EQV"), "NEQ/REF": N_("of these formerly REF")}
OVER_APPLICABLE = N_("weighted correspondence index over applicable works (this tool's weights)")
OVER_CONVERTED = N_("weighted correspondence index over converted works (this tool's weights)")


def degrees_by_national(counting: Counting) -> Figure:
    """National standards in force by degree: the weakest of the adopting links, NEQ only without any of them."""
    degrees: dict[int, str] = {}
    legacy: Counter[str] = Counter()
    for row in sorted(counting.nationals.in_force):
        known = counting.links_of_national.get(row)
        if not known:
            degrees[row] = NONE
            continue
        links = [link for link in known if counting.is_international(link)]
        degree = _of_national(links)
        degrees[row] = degree or NONE
        legacy.update(_legacy(degree, links))
    members = [Member(Side.NATIONAL, row, degree in ADOPTED, None, degree) for row, degree in degrees.items()]
    return Figure(members, ratio, breakdown=_lines(degrees.values(), legacy))


def degrees_by_work(counting: Counting) -> Figure:
    """Applicable works by degree: the best of alternatives, the weakest of a joint group (domain.md 8.1)."""
    adopted = counting.adopted_degrees
    degrees: dict[int, str] = {}
    legacy: Counter[str] = Counter()
    for work in counting.applicable:
        links = [link for link in counting.links_of_work.get(work, ()) if counting.is_international(link)]
        if not links:
            degrees[work] = NONE
            continue
        degree = adopted.get(work)
        if degree is None and any(link.pairing.degree is Degree.NEQ for link in links):
            degree = Degree.NEQ
        degrees[work] = degree or NONE
        legacy.update(_legacy(degree, links))
        if degree is None and any(is_adoption(link.pairing.degree) for link in links):
            legacy["none/partial"] += 1
    members = [Member(Side.WORK, work, degree in ADOPTED, None, degree) for work, degree in degrees.items()]
    lines = _lines(degrees.values(), legacy)
    if counting.rules.weighted_index:
        lines += _index(counting, degrees)
    return Figure(members, ratio, breakdown=lines, is_stock=True)


def _of_national(links: Iterable[Link]) -> Degree | None:
    degrees = [link.pairing.degree for link in links if link.pairing.degree is not None]
    adopting = [degree for degree in degrees if is_adoption(degree)]
    return weakest(adopting) or strongest(degrees)


def _legacy(degree: Degree | None, links: Iterable[Link]) -> set[str]:
    """The sub-row of EQV or REF when the degree that counts was printed in the old way."""
    return {
        f"{degree}/{link.pairing.legacy}" for link in links if link.pairing.legacy and link.pairing.degree is degree
    }


def _lines(degrees: Iterable[str], legacy: Counter[str]) -> tuple[Slice, ...]:
    counts = Counter(degrees)
    whole = counts.total()
    lines = []
    for key in ("IDT", "MOD", "NEQ", NONE):
        lines.append(slice_of(key, NO_DEGREE if key == NONE else key, counts[key], whole))
        lines.extend(
            slice_of(sub, LEGACY_LABELS.get(sub, PARTIALLY), part, whole)
            for sub, part in sorted(legacy.items())
            if sub.startswith(f"{key}/") and (sub in LEGACY_LABELS or key == NONE)
        )
    return tuple(lines)


def _index(counting: Counting, degrees: dict[int, str]) -> tuple[Slice, ...]:
    """The weighted correspondence index; defined by this tool, without authority (domain.md 8.5)."""
    rules = counting.rules
    weights = {"IDT": rules.weight_idt, "MOD": rules.weight_mod, "NEQ": rules.weight_neq, NONE: 0}
    points = sum(weights[degree] for degree in degrees.values())
    converted = sum(degree in {"IDT", "MOD"} for degree in degrees.values())
    return (
        Slice(
            "index/applicable", OVER_APPLICABLE, share_of(points, len(degrees) * 10000), points / 10000, len(degrees)
        ),
        Slice("index/converted", OVER_CONVERTED, share_of(points, converted * 10000), points / 10000, converted),
    )
