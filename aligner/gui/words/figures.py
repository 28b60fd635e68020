"""How figures are written in the window."""

from collections.abc import Callable

from aligner.domain.catalogue import Level
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.gui.models.columns import Badge, Column, Facet, natural
from aligner.gui.surroundings.theme import Tone
from aligner.i18n import Translator


def figure(value: float | None, unit: str, translate: Translator) -> str:
    """A value with its unit: "61.3 %", "20.7 months", "2"; "n/a" for none."""
    if value is None:
        return translate("n/a")
    if unit == "ratio":
        return translate.percent(value)
    if unit == "months":
        return translate("{number} months", number=translate.number(value, 1))
    if unit == "index":
        return translate.number(value, 2)
    return count(value, translate)


def count(value: float | None, translate: Translator) -> str:
    """A count; with a decimal where works are shared between their fields, "" for none."""
    if value is None:
        return ""
    return translate.number(value, 0 if value == int(value) else 1)


def change(value: float | None, translate: Translator) -> str:
    """What a rate wins or loses, in percentage points with its sign: "+1.2", "−3.4"; "" for none."""
    if value is None:
        return ""
    points = round(value * 100, 1)
    sign = "−" if points < 0 else "+" if points > 0 else "±"
    return sign + translate.number(abs(points), 1)


def interval(indicator: Indicator, translate: Translator) -> str:
    """The bounds over the open verdicts, "" when there are none or they are one."""
    if indicator.low is None or indicator.high is None or indicator.low == indicator.high:
        return ""
    return f"{figure(indicator.low, indicator.unit, translate)} – {figure(indicator.high, indicator.unit, translate)}"


def slice_figure(part: Slice, unit: str, translate: Translator) -> str:
    """The value of one line of a breakdown."""
    return figure(part.value, part.unit or unit, translate)


def figure_months(value: float | None, translate: Translator) -> str:
    """A span in months without its unit, "" where there is none."""
    return "" if value is None else translate.number(value, 1)


def counted_marks(translate: Translator) -> Callable[[bool], Badge]:
    """Whether a row is in the numerator."""
    yes = Badge("success", translate("counted"), Tone.GOOD)
    no = Badge("none", translate("not counted"), Tone.MUTED)
    return lambda is_counted: yes if is_counted else no


def row_columns(translate: Translator) -> tuple[Column, ...]:
    """The columns of the rows behind a figure."""
    return (
        Column("key", translate("Standard number"), key=natural, width=165),
        Column("counted", translate("Numerator"), badge=counted_marks(translate), width=118, is_searched=False),
        Column("title", translate("Title"), width=230),
        Column("counterpart", translate("Paired with"), key=natural, width=165),
        Column("degree", translate("Degree"), width=70),
        Column("reason", translate("Why"), show=translate, width=300),
        Column("months", translate("Months"), show=lambda value: figure_months(value, translate), is_right=True,
               width=70, is_searched=False,
               tip=translate("Behind the lag and the cycle: from the earlier to the later day")),
    )  # fmt: skip


def row_facets(translate: Translator) -> tuple[Facet, ...]:
    """Counted or not, degree, reason."""
    marks = counted_marks(translate)
    return (
        Facet("counted", translate("Numerator"), lambda is_counted: ("1" if is_counted else "",),
              lambda kind: marks(bool(kind)).text),
        Facet("degree", translate("Degree"), lambda degree: (degree,), lambda kind: kind or translate("none")),
        Facet("reason", translate("Why"), lambda reason: (reason,), translate),
    )  # fmt: skip


def level_of(value: object) -> Level:
    """The side a row stands on."""
    return Level.NATIONAL if value == Level.NATIONAL else Level.INTERNATIONAL


def gain(value: float, translate: Translator) -> str:
    """What one work adds to the rate; points per 100 works where hundredths of a point would show none or little."""
    if value >= 0.001:
        return translate.percent(value, 2)
    return translate("{points} per 100", points=translate.percent(value * 100, 2))
