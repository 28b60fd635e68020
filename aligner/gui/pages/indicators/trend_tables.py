"""The tables about time, and the sentences above them."""

from collections.abc import Sequence

from aligner.domain.figures.indicator import Slice
from aligner.domain.pairs.decision import Verdict
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.delegates.bar import CellBar, size_of, text_of
from aligner.gui.models.columns import Badge, Column, Facet, joined, natural
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words.figures import count
from aligner.gui.words.values import day
from aligner.i18n import Translator
from aligner.usecases.figures.trend import LinkItem, PlanItem, ReviewProgress, Trend, YearEnd, age_label

PROGRESS = (Verdict.CONFIRMED, Verdict.NO_COUNTERPART, Verdict.UNSURE, Verdict.REJECTED, None)
"""What the lines of the progress stand for; None: nobody has said anything."""

LONGEST_CYCLE = 48.0
"""Months at the end of the scale."""


def trend_tables(found: Trend, translate: Translator, target: float) -> dict[str, Table]:
    """Every table about time, by its name; for a thread of its own."""
    return {
        "years": year_table(found.years, translate, target),
        "ages": age_table(found.outdated, translate),
        "outdated": outdated_table(found.outdated_pairs, translate),
        "cycles": cycle_table(found, translate),
        "plans": plan_table(found.plans),
        "progress": progress_table(found.progress, translate),
    }


def year_columns(translate: Translator) -> tuple[Column, ...]:
    """The rate at the end of each year."""
    number = lambda value: count(value, translate)  # noqa: E731 - one way for two columns
    return (
        Column("year", translate("31 December"), width=104),
        Column("bar", translate("Conversion rate"), show=text_of, key=size_of, width=210),
        Column("converted", translate("Converted count"), show=number, is_right=True, width=124),
        Column("applicable", translate("Applicable count"), show=number, is_right=True, width=124),
    )


def year_table(years: Sequence[YearEnd], translate: Translator, target: float) -> Table:
    """One line for each year."""
    return Table(
        {
            "year": [str(one.year) for one in years],
            "bar": [CellBar(one.rate.value, translate.percent(one.rate.value), target=target) for one in years],
            "converted": [one.rate.numerator for one in years],
            "applicable": [one.rate.denominator for one in years],
        }
    )


def age_columns(translate: Translator) -> tuple[Column, ...]:
    """Outdated works by age."""
    return (
        Column("label", translate("New edition published since"), width=130),
        Column("bar", translate("Share"), show=text_of, key=size_of, width=170),
        Column("works", translate("Standards"), show=lambda value: count(value, translate), is_right=True, width=80),
    )


def age_table(slices: Sequence[Slice], translate: Translator) -> Table:
    """One line for each age."""
    return Table(
        {
            "label": [translate(one.label) for one in slices],
            "bar": [CellBar(one.value, translate.percent(one.value)) for one in slices],
            "works": [one.numerator for one in slices],
        }
    )


def outdated_columns(translate: Translator) -> tuple[Column, ...]:
    """Pairs that deserve a revision."""
    months = lambda value: "" if value is None else translate.number(value, 1)  # noqa: E731 - one cell
    return (
        Column("national", translate("National standard"), key=natural, width=150),
        Column("cited", translate(N_("Adopts", "which one")), key=natural, width=150),
        Column("current", translate("Current edition"), key=natural, width=150),
        Column("months", translate("Months"), show=months, is_right=True, width=76),
        Column("missed", translate("Amendments not incorporated"), show=joined, width=190),
        Column("reason", translate("Why"), width=240),
        Column("title", translate("Title"), width=220),
    )


def outdated_facets(translate: Translator) -> tuple[Facet, ...]:
    """The same ages as the bars."""
    return (Facet("months", translate("New edition published since"), lambda months: (age_label(months),), translate),)


def outdated_table(pairs: Sequence[LinkItem], translate: Translator) -> Table:
    """One line for each pair, the oldest gap first."""
    return Table(
        {
            "national": [one.national for one in pairs],
            "cited": [one.cited for one in pairs],
            "current": [one.current for one in pairs],
            "months": [one.age_months for one in pairs],
            "missed": [list(one.missed) for one in pairs],
            "reason": [translate(one.reason) for one in pairs],
            "title": [one.title for one in pairs],
        }
    )


def outdated_sentence(found: Trend, translate: Translator) -> str:
    """How many there are."""
    works = sum(one.numerator or 0 for one in found.outdated)
    counted = translate.plural(
        "{number} applicable standard is converted in an outdated edition only.",
        "{number} applicable standards are converted in an outdated edition only.",
        int(works),
    )
    pairs = translate.plural(
        "{number} adoption should be revised.", "{number} adoptions should be revised.", len(found.outdated_pairs)
    )
    return f"{counted} {pairs}"


def cycle_columns(translate: Translator) -> tuple[Column, ...]:
    """Formulation cycle by year of publication."""
    return (
        Column("year", translate("Published in"), width=110),
        Column("bar", translate("Mean months"), show=text_of, key=size_of, width=230,
               tip=translate("The dashed line is the target")),
        Column("in_time", translate("Within the target"), is_right=True, width=130),
        Column("standards", translate("Standards"), is_right=True, width=100),
    )  # fmt: skip


def cycle_table(found: Trend, translate: Translator) -> Table:
    """One line for each year; the bar is on a scale of four years."""
    return Table(
        {
            "year": [one.year for one in found.cycles],
            "bar": [
                CellBar(
                    one.mean / LONGEST_CYCLE, translate.number(one.mean, 1), target=found.cycle_target / LONGEST_CYCLE
                )
                for one in found.cycles
            ],
            "in_time": [one.in_time for one in found.cycles],
            "standards": [one.standards for one in found.cycles],
        }
    )


def cycle_sentence(found: Trend, translate: Translator) -> str:
    """The mean over all years against the target."""
    standards = sum(one.standards for one in found.cycles)
    if not standards:
        return translate("No national standard in force has both a plan date and a publication date.")
    mean = sum(one.mean * one.standards for one in found.cycles) / standards
    return translate(
        "From plan to publication: {mean} months on average for {standards} standards; target {target}.",
        mean=translate.number(mean, 1),
        standards=translate.number(standards),
        target=translate.number(found.cycle_target),
    )


def plan_columns(translate: Translator) -> tuple[Column, ...]:
    """Plans under way."""
    late = Badge("warning", translate("overdue"), Tone.ATTENTION)
    running = Badge("calendar", translate("under way"), Tone.NEUTRAL)
    return (
        Column("designation", translate("Plan"), key=natural, width=160),
        Column("state", translate("State"), badge=lambda is_overdue: late if is_overdue else running, width=110),
        Column("issued", translate("Issued"), show=lambda text: day(text, translate), width=110),
        Column("months", translate("Months"), show=lambda one: "" if one is None else translate.number(one, 1),
               is_right=True, width=80),
        Column("adopts", translate("Is to adopt"), show=joined, width=170),
        Column("title", translate("Title"), width=300),
        Column("committee", translate("Committee"), width=120),
    )  # fmt: skip


def plan_table(plans: Sequence[PlanItem]) -> Table:
    """One line for each plan, the longest running first."""
    return Table(
        {
            "designation": [one.designation for one in plans],
            "state": [one.is_overdue for one in plans],
            "issued": [one.issued for one in plans],
            "months": [one.months for one in plans],
            "adopts": [list(one.adopts) for one in plans],
            "title": [one.title for one in plans],
            "committee": [one.committee for one in plans],
        }
    )


def plan_sentence(plans: Sequence[PlanItem], translate: Translator) -> str:
    """How many there are, and how many are late."""
    if not plans:
        return translate("The national catalogues list no plan under way.")
    under_way = translate.plural("{number} plan is under way.", "{number} plans are under way.", len(plans))
    overdue = translate(
        "{overdue} were issued more than 12 months ago; {adopting} are to adopt an international standard.",
        overdue=translate.number(sum(one.is_overdue for one in plans)),
        adopting=translate.number(sum(bool(one.adopts) for one in plans)),
    )
    return f"{under_way} {overdue}"


def progress_columns(translate: Translator) -> tuple[Column, ...]:
    """How far the review is."""
    return (
        Column("label", translate("National standards"), width=260),
        Column("bar", translate("Share"), show=text_of, key=size_of, width=640),
        Column("standards", translate("Standards"), is_right=True, width=100),
    )


def progress_table(progress: ReviewProgress, translate: Translator) -> Table:
    """One line for each verdict."""
    lines = (
        (translate("with a confirmed counterpart"), progress.confirmed),
        (translate("without counterpart"), progress.without_counterpart),
        (translate("unsure"), progress.unsure),
        (translate("candidates rejected, no other decision"), progress.rejected_only),
        (translate("not reviewed yet"), progress.open),
    )
    shares = [part / progress.asked if progress.asked else None for _, part in lines]
    return Table(
        {
            "label": [text for text, _ in lines],
            "bar": [CellBar(share, translate.percent(share)) for share in shares],
            "standards": [part for _, part in lines],
        }
    )
