"""The charts of the page: the same as in the window, each mark with its words in every language."""

from collections.abc import Callable, Sequence
from typing import Any

from aligner.domain.figures.indicator import Indicator
from aligner.i18n import Translator
from aligner.reports.content import charts
from aligner.reports.content.charts import Chart, Mark, Shape
from aligner.reports.content.report import ReportContent
from aligner.reports.html.bilingual import TRANSLATORS, joined
from aligner.reports.sheets.front.tables import DEGREE_IDS

SAID = ("title", "target_text", "top", "remark")
SAID_OF_MARKS = ("label", "text", "counts", "note", "short", "words")
"""What differs between languages."""


def shown_charts(content: ReportContent) -> dict[str, Any]:
    """By the id of each chart its shape, its words and its marks; a chart without marks is left out."""
    found = [_in_each_language([make(translate) for translate in TRANSLATORS]) for make in _makers(content)]
    return {one["id"]: one for one in found if one["marks"]}


def _makers(content: ReportContent) -> list[Callable[[Translator], Chart]]:
    overview, target = content.overview, content.target
    makers = [_degrees(one) for one in map(content.indicator, DEGREE_IDS) if one is not None and one.denominator]
    makers.append(lambda translate: charts.waterfall(content.waterfall, target, translate))
    if overview is None:
        return makers
    return [
        *makers,
        lambda translate: charts.by_group("ics", overview.fields, target, translate),
        lambda translate: charts.by_group("committee", overview.committees, target, translate),
        lambda translate: charts.years(overview.years, target, translate),
        lambda translate: charts.ages(overview.ages, translate),
        lambda translate: charts.burn_up(overview.pace, translate),
    ]


def _degrees(indicator: Indicator) -> Callable[[Translator], Chart]:
    return lambda translate: charts.degrees(indicator, Shape.STACK, translate)


def _in_each_language(told: Sequence[Chart]) -> dict[str, Any]:
    chart = told[0]
    return {
        "id": chart.id,
        "shape": chart.shape.value,
        "target": chart.target,
        "marks": [_mark([one.marks[place] for one in told]) for place in range(len(chart.marks))],
    } | {name: joined([getattr(one, name) for one in told]) for name in SAID}


def _mark(told: Sequence[Mark]) -> dict[str, Any]:
    mark = told[0]
    return {
        "key": mark.key,
        "start": mark.start,
        "end": mark.end,
        "look": mark.look.value,
        "across": mark.across,
    } | {name: joined([getattr(one, name) for one in told]) for name in SAID_OF_MARKS}
