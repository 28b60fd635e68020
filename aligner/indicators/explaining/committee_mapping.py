"""Which national committee (归口) answers to which committee of ISO or IEC, as the pairs of standards show it.

In 2023 380 international bodies were mapped to a Chinese committee (domain.md 1.1, 6); no such list is published, so
it is counted here from what reviewers confirmed and what the national catalogue states.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.pairings import Pairing, confirmed


@dataclass(frozen=True, slots=True)
class CommitteePair:
    """One international committee and one national one; `national` is "" for works that nothing is paired with."""

    international: str
    national: str
    works: int
    """Different works of the first that standards of the second are paired with, in whatever degree."""
    of_works: int
    """All works of the international committee in the universe."""
    adopted: int
    """Of the works, those that standards of the second adopt under the rules."""
    confirmed: int
    """Pairs that reviewers confirmed."""
    stated: int
    """Pairs that the national catalogue states, confirmed or not."""
    is_main: bool
    """Whether no other national committee is paired with more of the works."""


@dataclass(frozen=True, slots=True)
class _Met:
    """The pairs between two committees."""

    confirmed: set[tuple[int, int]]
    stated: set[tuple[int, int]]

    @property
    def works(self) -> set[int]:
        return {work for _, work in self.confirmed | self.stated}


def committee_mapping(counting: Counting) -> list[CommitteePair]:
    """Every international committee of the universe with its national ones, the main one first.

    Only national standards in force and works of the universe count; what nobody is paired with follows as one line.
    """
    owned: dict[str, set[int]] = defaultdict(set)
    for work in counting.universe:
        owned[_owner(counting, work)].add(work)
    met = _met(counting)
    valid = {(link.pairing.national, link.pairing.work) for link in counting.valid_links}
    return [line for owner in sorted(owned) for line in _lines(owner, owned[owner], met.get(owner, {}), valid)]


def _lines(
    owner: str, owned: set[int], met: dict[str, _Met], valid: set[tuple[int, int | None]]
) -> Iterator[CommitteePair]:
    counts = {name: len(pairs.works) for name, pairs in met.items()}
    most = max(counts.values(), default=0)
    for name in sorted(met, key=lambda one: (-counts[one], one)):
        pairs = met[name]
        adopted = {work for national, work in pairs.confirmed | pairs.stated if (national, work) in valid}
        yield CommitteePair(
            international=owner,
            national=name,
            works=counts[name],
            of_works=len(owned),
            adopted=len(adopted),
            confirmed=len(pairs.confirmed),
            stated=len(pairs.stated),
            is_main=counts[name] == most,
        )
    alone = owned - {work for pairs in met.values() for work in pairs.works}
    if alone:
        yield CommitteePair(owner, "", len(alone), len(owned), 0, 0, 0, is_main=False)


def _met(counting: Counting) -> dict[str, dict[str, _Met]]:
    """The pairs by international and by national committee."""
    inputs, universe = counting.inputs, frozenset(counting.universe)
    decided = confirmed(inputs.catalogued.latest(inputs.decisions))
    found: dict[str, dict[str, _Met]] = defaultdict(dict)
    for pairings, kind in ((decided, "confirmed"), (inputs.catalogued.stated, "stated")):
        for national, work in _standing(counting, pairings):
            if work in universe:
                name = inputs.national["committee"][national]
                pairs = found[_owner(counting, work)].setdefault(name, _Met(set(), set()))
                (pairs.confirmed if kind == "confirmed" else pairs.stated).add((national, work))
    return found


def _standing(counting: Counting, pairings: Iterable[Pairing]) -> Iterator[tuple[int, int]]:
    for one in pairings:
        row = counting.nationals.base_of.get(one.national, one.national)
        if one.work is not None and row in counting.nationals.in_force:
            yield row, one.work


def _owner(counting: Counting, work: int) -> str:
    return str(counting.inputs.international["committee"][counting.current[work].row])
