"""Adoption rate (采标率): national standards that adopt international ones (domain.md 8.4)."""

from aligner.domain.pairs.candidate import EditionState
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import stricter
from aligner.indicators.figures import reasons
from aligner.indicators.figures.editions import edition_lines
from aligner.indicators.figures.figure import Figure, Member, Side, Value, ratio, share_of

ADOPTING = N_("adopts an international standard")
NOT_ADOPTING = N_("adopts no international standard")
NOT_EQUIVALENT = N_("has a counterpart, but is not equivalent to it")
OLD_EDITION = N_("adopts an edition that is not the current one")
EDITION_UNKNOWN = N_("adopts an unknown edition")
OTHER_DEGREE = N_("adopts with a degree that the rules do not count")
OTHER_BODIES = N_("adopts only standards of bodies that the rules do not count")


def adoption_rate(counting: Counting) -> Figure:
    """Share of the national standards in force that adopt an international standard, each counted once.

    IDT and MOD of any edition count, of withdrawn standards and drafts too (domain.md 8.4, 8.12).
    """
    return Figure(counting.derived(_of_any_edition), ratio)


def current_adoption_rate(counting: Counting) -> Figure:
    """Share of the national standards in force that adopt the current edition of an international standard."""
    rule = stricter(counting.rules.edition, "current")
    members = _members(counting, rule)
    stated = {link.pairing.national for link in counting.adopting_links if link.passes(rule) and not link.is_presumed}
    passing = sum(member.is_counted for member in members)
    as_stated = Value(share_of(len(stated), len(members)), len(stated), len(members))
    return Figure(members, ratio, breakdown=edition_lines(passing - len(stated), passing, "ratio", as_stated))


def harmonization_rate(counting: Counting) -> Figure:
    """Share of adopting standards among the national standards with any international counterpart, NEQ included.

    The third denominator in use worldwide (domain.md 3, D3).
    """
    related = frozenset(link.pairing.national for link in counting.standing_links if counting.is_international(link))
    members = counting.derived(_of_any_edition)
    return Figure([member for member in members if member.position in related], ratio)


def _of_any_edition(counting: Counting) -> list[Member]:
    return _members(counting, "any")


def _members(counting: Counting, edition_rule: str) -> list[Member]:
    adopting = {link.pairing.national for link in counting.adopting_links}
    passing = {link.pairing.national for link in counting.adopting_links if link.passes(edition_rule)}
    against = counting.derived(_reasons_against)
    dated = {link.pairing.national for link in counting.adopting_links if link.state is not EditionState.UNDATED}

    def reason(row: int) -> str:
        if row in passing:
            return ADOPTING
        if row in adopting:
            return OLD_EDITION if row in dated else EDITION_UNKNOWN
        return against[row]

    return [
        Member(Side.NATIONAL, row, row in passing, reason=reason(row)) for row in sorted(counting.nationals.in_force)
    ]


def _reasons_against(counting: Counting) -> dict[int, str]:
    """Why each national standard in force that adopts nothing does not."""
    adopting = {link.pairing.national for link in counting.adopting_links}
    return {row: _why_not(counting, row) for row in counting.nationals.in_force if row not in adopting}


def _why_not(counting: Counting, row: int) -> str:
    """The reason of a national standard without a valid adoption: a pair that is only stated is still a question."""
    links = counting.links_of_national.get(row, ())
    said = reasons.of_degree(link for link in links if counting.is_international(link))
    if said:
        return _OF_DEGREE.get(said, said)
    return reasons.why_open(counting, row) or (OTHER_BODIES if links else NOT_ADOPTING)


_OF_DEGREE = {reasons.NOT_EQUIVALENT: NOT_EQUIVALENT, reasons.OTHER_DEGREE: OTHER_DEGREE}
"""What is said of a work, as it is said of the national standard."""
