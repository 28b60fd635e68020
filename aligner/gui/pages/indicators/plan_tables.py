"""The tables of the worklist: works, years ahead, committees, questionable verdicts, flagged adoptions."""

from collections.abc import Collection, Sequence

from aligner.domain.applicability import APPLICABILITY_NAMES, ApplicabilityVerdict
from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import CellBar, size_of, text_of
from aligner.gui.models.columns import Column, Facet, joined, natural
from aligner.gui.widgets.tables.tick_view import TICK, tick_badges
from aligner.gui.words.figures import count, gain
from aligner.gui.words.review import EDITION_HEADING, edition_marks
from aligner.gui.words.values import day
from aligner.i18n import Translator
from aligner.usecases.figures.scenario import WAY_NAMES, CommitteeNeed, Compared, Outlook, Way, YearAhead


def work_columns(translate: Translator) -> tuple[Column, ...]:
    """The worklist."""
    verdict = lambda value: translate(APPLICABILITY_NAMES[value])  # noqa: E731 - shorter than a function
    return (
        Column(TICK, translate("Include"), badge=tick_badges(translate).__getitem__, width=84, is_searched=False),
        Column("designation", translate("International standard"), key=natural, width=155),
        Column("way", translate("Work to be done"), show=lambda way: translate(WAY_NAMES[way]), width=215),
        Column("effort", translate("Effort"), is_right=True, width=62, is_searched=False,
               tip=translate("From 1 to 10, on this tool's own rough scale; not an official measure")),
        Column("gain", translate("Gain"), show=lambda value: gain(value, translate), is_right=True, width=110,
               is_searched=False,
               tip=translate("Gain in the rate from this standard alone; where it is small, from 100 of them")),
        Column("nationals", translate("National standards concerned"), show=joined, width=170),
        Column("title", translate("Title"), width=240),
        Column("flags", translate("Worth checking"), width=200),
        Column("committee", translate("Committee"), key=natural, width=120),
        Column("verdict", translate("Verdict"), show=verdict, width=100),
        Column("published", translate("Published"), show=lambda text: day(text, translate), width=100),
        Column("family", translate("Family"), width=100, is_searched=False,
               tip=translate("Converted and applicable parts of the same number")),
    )  # fmt: skip


def work_facets(translate: Translator) -> tuple[Facet, ...]:
    """Ticked, way, committee, verdict."""
    badges = tick_badges(translate)
    return (
        Facet(TICK, translate("Ticked"), lambda ticked: ("1" if ticked else "",), lambda kind: badges[bool(kind)].text),
        Facet("way", translate("Way"), lambda way: (way.value,), lambda kind: translate(WAY_NAMES[Way(kind)])),
        Facet("committee", translate("Committee"), lambda name: (name,)),
        Facet("verdict", translate("Verdict"), lambda verdict: (verdict.value,),
              lambda kind: translate(APPLICABILITY_NAMES[ApplicabilityVerdict(kind)])),
    )  # fmt: skip


def work_table(known: Outlook, ticked: Collection[int], translate: Translator) -> Table:
    """The worklist with these ticks."""
    found = known.opportunities
    return Table(
        {
            TICK: [one.work in ticked for one in found],
            "designation": [one.designation for one in found],
            "way": [one.way for one in found],
            "effort": [one.effort for one in found],
            "gain": [one.gain for one in found],
            "nationals": [list(one.nationals) for one in found],
            "title": [one.title for one in found],
            "flags": ["; ".join(map(translate, one.flags)) for one in found],
            "committee": [one.committee for one in found],
            "verdict": [one.verdict for one in found],
            "published": [one.published for one in found],
            "family": ["" if one.family[1] < 2 else f"{one.family[0]} / {one.family[1]}" for one in found],
        }
    )


def scenario_columns(translate: Translator) -> tuple[Column, ...]:
    """Scenarios side by side."""
    number = lambda value: count(value, translate)  # noqa: E731 - one way for four columns
    return (
        Column("name", translate("Scenario"), width=130),
        Column("rate", translate("Conversion rate"), show=text_of, key=size_of, width=150),
        Column("works", translate("Works to convert"), show=number, is_right=True, width=84),
        Column("effort", translate("Effort"), show=number, is_right=True, width=62),
        Column("gap", translate("Gap"), show=number, is_right=True, width=58),
        Column("year", translate("Target year"), width=84),
        Column("adoptions", translate("Per year"), show=number, is_right=True, width=66,
               tip=translate("Adoptions per year until the target year")),
    )  # fmt: skip


def scenario_table(compared: Sequence[Compared], translate: Translator, target: float) -> Table:
    """One line for each scenario, the ticks that are set now first."""
    return Table(
        {
            "name": [one.name or translate("Custom selection") for one in compared],
            "rate": [CellBar(one.rate.rate, translate.percent(one.rate.rate), target=target) for one in compared],
            "works": [one.works for one in compared],
            "effort": [one.effort for one in compared],
            "gap": [one.rate.gap for one in compared],
            "year": [str(one.target_year) for one in compared],
            "adoptions": [one.adoptions for one in compared],
        }
    )


def year_columns(translate: Translator) -> tuple[Column, ...]:
    """The road to the target."""
    number = lambda value: count(round(value), translate)  # noqa: E731 - one way for three columns
    return (
        Column("year", translate("Year"), width=62),
        Column("rate", translate("Rate at year end"), show=text_of, key=size_of, width=190),
        Column("adoptions", translate("Adoptions"), show=number, is_right=True, width=82,
               tip=translate("Needed in this year, as new international standards appear")),
        Column("applicable", translate("Applicable count"), show=number, is_right=True, width=124,
               tip=translate("Grows by the mean of the last five full years")),
        Column("converted", translate("Converted count"), show=number, is_right=True, width=124),
    )  # fmt: skip


def year_table(years: Sequence[YearAhead], translate: Translator, target: float) -> Table:
    """One line for each year."""
    return Table(
        {
            "year": [str(line.year) for line in years],
            "rate": [CellBar(line.rate, translate.percent(line.rate), target=target) for line in years],
            "adoptions": [line.adoptions for line in years],
            "applicable": [line.applicable for line in years],
            "converted": [line.converted for line in years],
        }
    )


def committee_columns(translate: Translator) -> tuple[Column, ...]:
    """What each committee needs."""
    number = lambda value: count(value, translate)  # noqa: E731 - one way for four columns
    return (
        Column("committee", translate("Committee"), show=lambda name: name or translate("without committee"),
               key=natural, width=130),
        Column("rate", translate("Conversion rate"), show=text_of, key=size_of, width=170),
        Column("gap", translate("Gap"), show=number, is_right=True, width=58,
               tip=translate("What this group alone would have to adopt to reach the target")),
        Column("adoptions", translate("Per year"), show=number, is_right=True, width=66,
               tip=translate("Adoptions per year until the target year")),
        Column("converted", translate("Converted count"), show=number, is_right=True, width=124),
        Column("applicable", translate("Applicable count"), show=number, is_right=True, width=124),
        Column("growth", translate("New per year"), show=lambda value: translate.number(value, 1), is_right=True,
               width=84, tip=translate("New applicable standards per year, five-year mean")),
    )  # fmt: skip


def committee_table(needs: Sequence[CommitteeNeed], translate: Translator, target: float) -> Table:
    """One line for each committee."""
    return Table(
        {
            "committee": [need.committee for need in needs],
            "rate": [CellBar(need.rate, translate.percent(need.rate), target=target) for need in needs],
            "gap": [need.gap for need in needs],
            "adoptions": [need.adoptions for need in needs],
            "converted": [need.converted for need in needs],
            "applicable": [need.applicable for need in needs],
            "growth": [need.growth for need in needs],
        }
    )


def doubt_columns(translate: Translator) -> tuple[Column, ...]:
    """Verdicts open to question."""
    return (
        Column("designation", translate("International standard"), key=natural, width=150),
        Column("verdict", translate("Verdict"), show=lambda value: translate(APPLICABILITY_NAMES[value]), width=105),
        Column("question", translate("Why it is listed"), width=290),
        Column("reason", translate("Reason"), width=70),
        Column("note", translate("Note"), width=170),
        Column("reviewer", translate("Reviewer"), width=90),
        Column("at", translate("Time"), show=lambda text: day(text[:10], translate), width=100),
        Column("title", translate("Title"), width=240),
        Column("committee", translate("Committee"), key=natural, width=120),
    )


def doubt_table(known: Outlook, translate: Translator) -> Table:
    """One line for each verdict."""
    found = known.doubts
    return Table(
        {
            "designation": [one.designation for one in found],
            "verdict": [one.verdict for one in found],
            "question": [translate(one.question) for one in found],
            "reason": [one.reason for one in found],
            "note": [one.note for one in found],
            "reviewer": [one.reviewer for one in found],
            "at": [one.at for one in found],
            "title": [one.title for one in found],
            "committee": [one.committee for one in found],
        }
    )


def flag_columns(translate: Translator) -> tuple[Column, ...]:
    """Adoptions that count and yet deserve a look."""
    editions = edition_marks(translate)
    return (
        Column("national", translate("National standard"), key=natural, width=130),
        Column("reason", translate("Why it is listed"), width=290),
        Column("cited", translate("Adopted edition"), key=natural, width=140),
        Column("current", translate("Current edition"), key=natural, width=140),
        Column(
            "state",
            translate(EDITION_HEADING),
            badge=editions,
            width=150,
            is_searched=False,
        ),
        Column("degree", translate("Degree"), width=66),
        Column("title", translate("Title"), width=240),
    )


def flag_table(known: Outlook, translate: Translator) -> Table:
    """One line for each flag."""
    found = known.flags
    return Table(
        {
            "national": [one.national for one in found],
            "reason": [translate(one.reason) for one in found],
            "cited": [one.cited for one in found],
            "current": [one.current for one in found],
            "state": [one.state.value if one.state else "" for one in found],
            "degree": [one.degree for one in found],
            "title": [one.title for one in found],
        }
    )
