"""The rows behind a figure: what is counted, what it is paired with, and why it counts or does not."""

from dataclasses import replace

from aligner.domain.degree import strongest, weakest
from aligner.domain.figures.indicator import Counted
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.figure import Figure, Member, Side
from aligner.indicators.figures.flags import Flags, flags_of


def rows_behind(counting: Counting, figure: Figure) -> tuple[Counted, ...]:
    """One row for each member of the denominator, in the order of the catalogue."""
    flags = flags_of(counting)
    return tuple(
        replace(_row(counting, member, figure.explain(member)), flags=_flags(counting, member, flags))
        for member in figure.members
    )


def _flags(counting: Counting, member: Member, flags: Flags) -> tuple[str, ...]:
    """What is worth checking about the standard of the row."""
    if member.side is Side.WORK:
        return flags.of_work.get(member.position, ())
    if member.side is Side.LINK:
        return flags.of_national.get(counting.links[member.position].pairing.national, ())
    return flags.of_national.get(member.position, ()) if member.side is Side.NATIONAL else ()


def _row(counting: Counting, member: Member, reason: str) -> Counted:
    if member.side is Side.WORK:
        return _work_row(counting, member, reason)
    if member.side is Side.LINK:
        link = counting.links[member.position]
        return _pair_row(counting, link, member, reason)
    if member.side is Side.DECISION:
        said = counting.inputs.decisions[member.position]
        national = counting.inputs.catalogued.listed.national_name(said)
        return Counted(national, "", said.work, said.degree or "", member.is_counted, reason)
    if member.side is Side.COMPARISON:
        one = counting.inputs.comparisons[member.position]
        verdict = one.counted(strict_operator=counting.rules.strict_operator)
        weight = 1 if member.amount is None else member.amount
        key = f"{one.national} · {one.indicator}"
        return Counted(key, "", one.work, verdict, member.is_counted, reason, weight=weight)
    return _national_row(counting, member, reason)


def _work_row(counting: Counting, member: Member, reason: str) -> Counted:
    table, national = counting.inputs.international, counting.inputs.national
    row = counting.current[member.position].row
    links = counting.links_of_work.get(member.position, ())
    partners = [national["designation"][link.pairing.national] for link in links]
    plans = [] if partners else [national["designation"][plan] for plan in counting.planned.get(member.position, ())]
    adopted = counting.adopted_degrees.get(member.position)
    degree = adopted or strongest([link.pairing.degree for link in links if link.pairing.degree is not None])
    return Counted(
        key=table["designation"][row],
        title=table["title_en"][row] or table["title"][row],
        counterpart="; ".join(dict.fromkeys(partners + plans)),
        degree=degree or "",
        in_numerator=member.is_counted,
        reason=reason,
    )


def _pair_row(counting: Counting, link: Link, member: Member, reason: str) -> Counted:
    table, row = counting.inputs.national, link.pairing.national
    return Counted(
        key=table["designation"][row],
        title=table["title"][row] or table["title_en"][row],
        counterpart=link.currency.cited.designation if link.currency.cited else link.pairing.text,
        degree=link.pairing.degree or "",
        in_numerator=member.is_counted,
        reason=reason,
        months=member.amount,
    )


def _national_row(counting: Counting, member: Member, reason: str) -> Counted:
    table, row = counting.inputs.national, member.position
    links = counting.links_of_national.get(row, ())
    works = counting.inputs.works.works
    planned = [works[work].key for work in counting.works_of_plan.get(row, ())]
    degrees = [link.pairing.degree for link in links if link.pairing.degree is not None]
    adopting = [degree for degree in degrees if degree in {"IDT", "MOD"}]
    return Counted(
        key=table["designation"][row],
        title=table["title"][row] or table["title_en"][row],
        counterpart="; ".join([*(link.pairing.text for link in links), *planned]),
        degree=weakest(adopting) or strongest(degrees) or "",
        in_numerator=member.is_counted,
        reason=reason,
        months=member.amount,
    )
