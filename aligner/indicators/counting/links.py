"""Links: what a national standard adopts, seen on a day (domain.md 8.1)."""

from dataclasses import dataclass, replace
from datetime import date

from aligner.domain.counting import CountingRules
from aligner.domain.designation.designation import Supplement
from aligner.domain.pairs.adopted import EditionBasis, published_of
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.currency import Currency, edition_state
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works
from aligner.indicators.counting.pairings import Pairing

STRICTNESS = ("any", "current_grace", "current", "current_amendments")
"""The edition rules, each refusing more than the one before."""

REFUSED_STATES: dict[str, frozenset[EditionState]] = {
    "any": frozenset(),
    "current_grace": frozenset({EditionState.OUTDATED, EditionState.WITHDRAWN, EditionState.UNDATED}),
    "current": frozenset({EditionState.OUTDATED, EditionState.GRACE, EditionState.WITHDRAWN, EditionState.UNDATED}),
    "current_amendments": frozenset(set(EditionState) - {EditionState.CURRENT, EditionState.AHEAD}),
}
"""The edition states that do not pass an edition rule (domain.md 5.3, 8.1)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A pairing on a day.

    `awaits_confirmation` marks a draft that was published since: it counts again when someone has looked at the
    published edition (domain.md 8.12).
    """

    pairing: Pairing
    currency: Currency
    awaits_confirmation: bool

    @property
    def state(self) -> EditionState | None:
        """The cited edition against the current one; None when no catalogue lists the work."""
        return self.currency.state

    @property
    def is_presumed(self) -> bool:
        """Whether the adopted edition is this program's own presumption (domain.md 11.1)."""
        return self.pairing.basis is EditionBasis.PRESUMED

    def passes(self, edition_rule: str) -> bool:
        """Whether the cited edition is good enough for this edition rule; unknown works pass `any` only."""
        if self.state is None:
            return edition_rule == "any"
        return self.state not in REFUSED_STATES[edition_rule]


def stricter(rule: str, other: str) -> str:
    """The stricter one of two edition rules."""
    return max(rule, other, key=STRICTNESS.index)


def link_at(
    pairing: Pairing,
    added: tuple[Supplement, ...],
    national: Table,
    works: Works,
    at: date,
    rules: CountingRules,
) -> Link:
    """The pairing as it stands on this day; `added` are the supplements that national amendments took in."""
    if pairing.cited is None or pairing.work is None:
        return Link(pairing, Currency(None), awaits_confirmation=False)
    cited = replace(pairing.cited, supplements=pairing.cited.supplements + added) if added else pairing.cited
    currency = edition_state(works, cited, published_of(national, pairing.national), at, rules=rules)
    is_published_draft = cited.is_draft and not cited.supplements and currency.state is not EditionState.AHEAD
    return Link(pairing, currency, is_published_draft and currency.current is not None)
