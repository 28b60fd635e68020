"""Native charts of the summary: each value stands on its mark, each colour also differs in lightness."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from aligner.i18n import Translator
from aligner.reports.workbook.style import (
    AMBER,
    BLUE,
    FAINT,
    GREY,
    HEADER,
    INK,
    LINE,
    SKY,
    VERMILION,
    font,
    heading_font,
)

DEGREE_COLOURS = {"IDT": BLUE, "MOD": SKY, "NEQ": AMBER}
"""Degrees also carry their letters on the axis; what has no degree is grey."""

MOST_BARS = 8
"""Bars that leave room for names of two lines."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where a table's rows stand: zero-based, both ends included."""

    sheet: str
    first: int
    last: int

    def column(self, position: int) -> list[str | int]:
        """The cells of one column, as a chart takes them."""
        return [self.sheet, self.first, position, self.last, position]


def rates_against_target(
    workbook: Workbook, block: Block, target: float | None, translate: Translator, *, columns: tuple[int, int, int]
) -> Chart:
    """Columns for the rates and a line for the target; `columns` are those of names, rates and targets."""
    names, values, targets = columns
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": translate("Rate"),
            "categories": block.column(names),
            "values": block.column(values),
            "fill": {"color": SKY},
            "gap": 70,
            "data_labels": _labels("0.0%", translate) | {"position": "center"},  # clear of the target's line
        }
    )
    if target is not None:
        line = workbook.add_chart({"type": "line"})
        line.add_series(
            {
                "name": translate("Target {target}", target=translate.percent(target)),
                "categories": block.column(names),
                "values": block.column(targets),
                "line": {"color": VERMILION, "width": 2, "dash_type": "dash"},
                "marker": {"type": "diamond", "size": 6, "fill": {"color": VERMILION}, "border": {"color": VERMILION}},
            }
        )
        chart.combine(line)
    upright = _font(translate) | {"rotation": 360}  # long names wrap instead of leaning
    chart.set_x_axis({"num_font": upright, "line": {"color": LINE}})
    chart.set_y_axis(_share_axis(translate))
    chart.set_legend({"position": "bottom", "font": _font(translate)})
    return _finished(chart, translate("Conversion rate against the target"), translate)


def degrees(
    workbook: Workbook, block: Block, keys: list[str], title: str, translate: Translator, *, columns: tuple[int, int]
) -> Chart:
    """A column for each of these degrees, the first rows of the block; `columns` are those of degrees and counts."""
    names, values = columns
    block = replace(block, last=block.first + len(keys) - 1)
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": title,
            "categories": block.column(names),
            "values": block.column(values),
            "points": [{"fill": {"color": DEGREE_COLOURS.get(key, GREY)}} for key in keys],
            "gap": 70,
            "data_labels": _labels("#,##0", translate),
        }
    )
    chart.set_x_axis({"num_font": _font(translate), "line": {"color": LINE}})
    chart.set_y_axis(
        {
            "min": 0,
            "num_format": "#,##0",
            "num_font": _font(translate),
            "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"none": True})
    return _finished(chart, title, translate)


def rate_bars(
    workbook: Workbook, block: Block, title: str, translate: Translator, *, columns: tuple[int, int]
) -> Chart:
    """A bar for each of the first rows, the first one on top; `columns` are those of names and rates."""
    names, values = columns
    block = replace(block, last=min(block.last, block.first + MOST_BARS - 1))
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": translate("Conversion rate"),
            "categories": block.column(names),
            "values": block.column(values),
            "fill": {"color": BLUE},
            "gap": 40,
            "data_labels": _labels("0.0%", translate),
        }
    )
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _font(translate), "line": {"color": LINE}})
    chart.set_x_axis(_share_axis(translate) | {"label_position": "none"})  # each bar carries its value
    chart.set_plotarea({"layout": {"x": 0.42, "y": 0.14, "width": 0.5, "height": 0.8}})
    chart.set_legend({"none": True})
    return _finished(chart, title, translate)


def rate_line(
    workbook: Workbook, block: Block, title: str, translate: Translator, *, columns: tuple[int, int]
) -> Chart:
    """A point for each row, joined from left to right; `columns` are those of names and rates."""
    names, values = columns
    chart = workbook.add_chart({"type": "line"})
    chart.add_series(
        {
            "name": translate("Conversion rate"),
            "categories": block.column(names),
            "values": block.column(values),
            "line": {"color": BLUE, "width": 2},
            "marker": {"type": "circle", "size": 6, "fill": {"color": BLUE}, "border": {"color": BLUE}},
            "data_labels": _labels("0%", translate) | {"position": "above"},
        }
    )
    chart.set_x_axis({"num_font": _font(translate), "line": {"color": LINE}})
    chart.set_y_axis(_share_axis(translate))
    chart.set_legend({"none": True})
    return _finished(chart, title, translate)


def waterfall(
    workbook: Workbook,
    block: Block,
    title: str,
    translate: Translator,
    *,
    columns: tuple[int, int, int, int, int, int],
    labels: Sequence[str],
) -> Chart:
    """Floating columns from one rule to the next: what a rule gives stands up, what it takes hangs down.

    `columns` are those of names, of the rate where it is shown whole, of the invisible foot, of rise, of fall and of
    the upper ends, above which the `labels` stand.
    """
    names, whole, foot, rise, fall, top = columns
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for heading, position, colour in (
        (translate("Rate"), whole, BLUE),
        ("", foot, None),
        (translate("Rise"), rise, SKY),
        (translate("Fall"), fall, VERMILION),
    ):
        series: dict[str, Any] = {
            "name": heading or " ",
            "categories": block.column(names),
            "values": block.column(position),
            "gap": 40,
            "fill": {"none": True} if colour is None else {"color": colour},
        }
        chart.add_series(series)
    chart.set_x_axis({"num_font": _font(translate), "line": {"color": LINE}})
    chart.set_y_axis(_share_axis(translate))
    above = workbook.add_chart({"type": "line"})  # an invisible line carries the labels: columns have no room for them
    custom = [{"value": text} for text in labels]
    above.add_series(
        {
            "name": "  ",
            "categories": block.column(names),
            "values": block.column(top),
            "line": {"none": True},
            "data_labels": _labels("0.0%", translate) | {"position": "above", "custom": custom},
        }
    )
    chart.combine(above)
    chart.set_legend({"position": "bottom", "font": _font(translate), "delete_series": [1, 4]})
    return _finished(chart, title, translate)


def _finished(chart: Chart, title: str, translate: Translator) -> Chart:
    """What all charts share: title, frame."""
    name = heading_font(translate.language)
    name_font = {"name": name, "size": 11, "bold": name == font(translate.language), "color": HEADER}
    chart.set_title({"name": title, "name_font": name_font})
    chart.set_chartarea({"border": {"color": LINE}})
    return chart


def _share_axis(translate: Translator) -> dict[str, Any]:
    """An axis from 0 to 100 %, with the room a label above the highest mark needs."""
    return {
        "min": 0,
        "max": 1,
        "major_unit": 0.2,
        "num_format": "0%",
        "num_font": _font(translate),
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
        "line": {"none": True},
    }


def _labels(num_format: str, translate: Translator) -> dict[str, Any]:
    return {"value": True, "num_format": num_format, "font": _font(translate) | {"color": INK}}


def _font(translate: Translator) -> dict[str, Any]:
    return {"name": font(translate.language), "size": 9, "color": FAINT}
