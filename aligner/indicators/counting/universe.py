"""Which works can be counted at all, and which of them plans mean to adopt (domain.md 8.1, 8.2)."""

from collections.abc import Iterable

from aligner.domain.counting import CountingRules
from aligner.domain.degree import is_adoption
from aligner.domain.pairs.decision import Coverage
from aligner.domain.works.work import Edition
from aligner.indicators.counting.pairings import Catalogued, Pairing


def universe_of(catalogued: Catalogued, current: dict[int, Edition], rules: CountingRules) -> tuple[int, ...]:
    """The in-force works U of the publishers, types, committees, ICS and dates that the rules name.

    `current` holds the edition in force of each work.
    """
    table = catalogued.international
    publisher, kind, committee, ics = (table[name] for name in ("publisher", "type", "committee", "ics"))
    counted = {name for name in catalogued.publishers if rules.counts_publisher(name)}
    return tuple(
        work
        for work, edition in current.items()
        if publisher[edition.row] in counted
        and kind[edition.row] in rules.types
        and (not rules.committees or _is_below(committee[edition.row], rules.committees, "/"))
        and (not rules.ics or any(_is_below(code, rules.ics, ".") for code in ics[edition.row]))
        and (not rules.published_from or edition.published >= rules.published_from)
        and (not rules.published_until or _is_until(edition.published, rules.published_until))
    )


def planned_works(
    pairings: Iterable[Pairing], plans: frozenset[int], rules: CountingRules
) -> Iterable[tuple[int | None, int]]:
    """Each work with a plan that means to adopt it: with a degree that counts, or none stated yet; each pair once."""
    return dict.fromkeys(
        (pairing.work, pairing.national)
        for pairing in pairings
        if pairing.national in plans
        and pairing.coverage is not Coverage.PARTIAL
        and (pairing.degree is None or is_adoption(pairing.degree) or pairing.degree in rules.degrees)
    )


def _is_below(text: str, wanted: tuple[str, ...], separator: str) -> bool:
    """Whether the text is one of the wanted ones, or continues it after the separator."""
    return any(text == one or text.startswith(one + separator) for one in wanted)


def _is_until(published: str, limit: str) -> bool:
    """Whether a date is not after a limit that may name a whole month or year."""
    return published[: len(limit)] <= limit
