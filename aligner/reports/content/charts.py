"""Charts as plain marks on a scale from 0 to 1, in the reader's words: the window and the page for a browser draw them.

What a mark looks like says something that its words say as well: nothing is told by a colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Protocol

from aligner.domain.figures.indicator import Indicator, Slice
from aligner.domain.figures.pace import ReviewPace
from aligner.domain.text import N_
from aligner.i18n import Translator, round_half_up

TITLES: Final = {
    "ics": N_("ICS fields, those that lack most first"),
    "committee": N_("Committees, those that lack most first"),
    "years": N_("Conversion rate by year"),
    "steps": N_("From all rows to the rate, one rule after the other"),
    "ages": N_("Outdated adoptions by age"),
    "review": N_("Progress of the review"),
}
"""Every chart by its id, in the order in which they are laid out."""

NEARBY = 0.10
"""A rate that is less below its target is near to it."""

LONGEST_OUTLOOK = 2
"""The days to come take at most so many times the room of the days gone by."""


class Shape(StrEnum):
    """How the marks of a chart lie."""

    BARS = "bars"  # one below the other, from the left
    COLUMNS = "columns"  # side by side, from below
    LINE = "line"  # points from left to right, joined
    STACK = "stack"  # the parts of a whole, one behind the other in one bar


class Look(StrEnum):
    """What a mark is."""

    VALUE = "value"
    WHOLE = "whole"  # the first and the last column of a waterfall
    RISE = "rise"
    FALL = "fall"
    REACHED = "reached"  # the target
    NEAR = "near"
    FAR = "far"
    EXPECTED = "expected"  # not yet so
    IDT = "IDT"
    MOD = "MOD"
    NEQ = "NEQ"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, column or point: from `start` to `end` on the scale, `end` None where there is nothing to compute."""

    key: str
    """What opens the rows behind it, "" where there are none."""
    label: str
    text: str
    """Its figure."""
    end: float | None
    start: float = 0.0
    look: Look = Look.VALUE
    counts: str = ""
    """What the figure is made of."""
    note: str = ""
    """What its look says."""
    short: str = ""
    """A shorter label where there is little room, "" for the label itself."""
    across: float | None = None
    """Where a point lies from left to right, 0..1; None for points at equal distances."""

    @property
    def words(self) -> str:
        """All that the mark says, in one line."""
        return " · ".join(part for part in (f"{self.label}: {self.text}", self.counts, self.note) if part)


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks under a title, with the line of a target where there is one; `top` says what the end of the scale is."""

    id: str
    title: str
    shape: Shape
    marks: tuple[Mark, ...]
    headings: tuple[str, str]
    """Of the labels and of the figures, for the table of the chart."""
    target: float | None = None
    target_text: str = ""
    top: str = ""
    remark: str = ""


class Stepped(Protocol):
    """A rule on the way to the rate."""

    @property
    def label(self) -> str: ...
    @property
    def numerator(self) -> int: ...
    @property
    def denominator(self) -> int: ...
    @property
    def rate(self) -> float | None: ...
    @property
    def change(self) -> float | None: ...


def by_group(name: str, groups: Sequence[Slice], target: float | None, translate: Translator) -> Chart:
    """The rate of every ICS field ("ics") or committee, in the order given, each by its distance from the target."""
    headings = {"ics": N_("ICS field"), "committee": N_("ISO or IEC committee")}
    chart = Chart(
        name,
        translate(TITLES[name]),
        Shape.BARS,
        tuple(_group(one, target, translate) for one in groups),
        (translate(headings[name]), translate("Conversion rate")),
        remark=translate("Striped: under 10 points below the target; dotted: more") if groups else "",
    )
    return _with_target(chart, target, translate)


def degrees(indicator: Indicator, shape: Shape, translate: Translator) -> Chart:
    """How many standards have each degree, as the parts of one bar or as bars of their own."""
    known = {part.key: part for part in indicator.breakdown}
    marks, end = [], 0.0
    for look in (Look.IDT, Look.MOD, Look.NEQ, Look.NONE):
        part = known.get(look.value)
        if part is None:
            continue
        start, share = end if shape is Shape.STACK else 0.0, part.value or 0.0
        end = start + share
        label = translate("none") if look is Look.NONE else look.value
        figure = translate.number(part.numerator)
        marks.append(
            Mark(
                look.value,
                label,
                figure,
                end,
                start,
                look,
                counts=translate.percent(part.value),
                short=f"{label} {figure}",
            )
        )
    headings = (translate("Degree"), translate("Standards"))
    return Chart(indicator.id, translate(indicator.name), shape, tuple(marks), headings)


def waterfall(steps: Sequence[Stepped], target: float | None, translate: Translator) -> Chart:
    """How each rule moves the rate: the first and the last stand whole, the others float between two rates."""
    marks, before = [], None
    for place, step in enumerate(steps):
        is_end = place in {0, len(steps) - 1}
        start = 0.0 if is_end or before is None else before
        is_fall = not is_end and step.rate is not None and step.rate < start
        marks.append(
            Mark(
                key=str(place),
                label=f"{place + 1} {translate(step.label)}",
                text=translate.percent(step.rate) if is_end else _points(step.change),
                end=step.rate,
                start=start,
                look=Look.WHOLE if is_end else Look.FALL if is_fall else Look.RISE if step.change else Look.VALUE,
                counts=_counts(step.numerator, step.denominator, translate),
                note="" if is_end else translate("then {rate}", rate=translate.percent(step.rate)),
                short=str(place + 1),
            )
        )
        before = step.rate if step.rate is not None else before
    headings = (translate("Rule"), translate("Change, in points"))
    return _with_target(
        Chart("steps", translate(TITLES["steps"]), Shape.COLUMNS, tuple(marks), headings), target, translate
    )


def years(ends: Sequence[Slice], target: float | None, translate: Translator) -> Chart:
    """The rate at the end of each year, as today's decisions give it."""
    marks = tuple(
        Mark(one.key, one.label, translate.percent(one.value), one.value, look=Look.VALUE, short=one.key,
             counts=_counts(one.numerator, one.denominator, translate))
        for one in ends
    )  # fmt: skip
    headings = (translate("31 December"), translate("Conversion rate"))
    chart = Chart("years", translate(TITLES["years"]), Shape.LINE, marks, headings)
    return _with_target(chart, target, translate)


def ages(slices: Sequence[Slice], translate: Translator) -> Chart:
    """Standards that are converted in an outdated edition only, by the age of the edition that they missed."""
    whole = max((one.numerator or 0 for one in slices), default=0)
    marks = tuple(
        Mark(one.label, translate(one.label), translate.number(one.numerator), (one.numerator or 0) / whole,
             counts=translate.percent(one.value))
        for one in slices
    )  # fmt: skip
    return Chart(
        "ages",
        translate(TITLES["ages"]),
        Shape.COLUMNS,
        marks,
        (translate("New edition published since"), translate("Standards")),
        top=translate.number(whole),
        remark="" if marks else translate("No applicable standard is converted in an outdated edition only."),
    )


def burn_up(pace: ReviewPace, translate: Translator) -> Chart:
    """How many standards were reviewed by the end of each day, and when all will be at this pace."""
    days = [(date.fromisoformat(day), amount) for day, amount in pace.days]
    expected = _expected(pace)
    last = expected[0] if expected else days[-1][0] if days else date.min
    span = max(1, (last - days[0][0]).days) if days else 1
    marks = [
        _reviewed(day, amount, pace.asked, (day - days[0][0]).days / span, Look.VALUE, translate)
        for day, amount in days
    ]
    if expected:
        marks.append(_reviewed(*expected, pace.asked, 1.0, Look.EXPECTED, translate))
    headings = (translate("End of day"), translate("Reviewed"))
    return Chart(
        "review", translate(TITLES["review"]), Shape.LINE, tuple(marks), headings,
        top=translate.number(pace.asked), remark=pace_sentence(pace, translate),
    )  # fmt: skip


def pace_sentence(pace: ReviewPace, translate: Translator) -> str:
    """How fast the review goes, and how long it will take."""
    if pace.per_day is None or pace.days_left is None:
        return translate("No standard has been reviewed yet.")
    so_far = translate(
        "{reviewed} of {asked} reviewed", reviewed=translate.number(pace.reviewed), asked=translate.number(pace.asked)
    )
    if pace.days_left == 0:
        return so_far
    speed = translate("{number} a day", number=translate.number(pace.per_day, 0 if pace.per_day >= 10 else 1))
    left = translate.plural("{number} day left at this pace", "{number} days left at this pace", pace.days_left)
    return translate("{reviewed}; {speed}, {left}", reviewed=so_far, speed=speed, left=left)


LOOK_OF_DISTANCE: Final = {Look.REACHED: N_("target reached"), Look.NEAR: N_("{points} points below the target"),
                           Look.FAR: N_("{points} points below the target")}  # fmt: skip


def look_of(rate: float | None, target: float | None) -> Look:
    """How far a rate is from its target."""
    if rate is None or target is None:
        return Look.VALUE
    return Look.REACHED if rate >= target else Look.NEAR if round(target - rate, 9) < NEARBY else Look.FAR


def _group(one: Slice, target: float | None, translate: Translator) -> Mark:
    look = look_of(one.value, target)
    missing = round_half_up(max(0.0, (target or 0.0) - (one.value or 0.0)) * 100, 1)
    note = translate(LOOK_OF_DISTANCE[look], points=missing) if look in LOOK_OF_DISTANCE else ""
    label = translate(one.label) or one.key
    return Mark(one.key, label, translate.percent(one.value), one.value, look=look, note=note,
                counts=_counts(one.numerator, one.denominator, translate))  # fmt: skip


def _expected(pace: ReviewPace) -> tuple[date, int] | None:
    """The end of the review at this pace, or how far it will be by the end of the chart."""
    if not pace.days or not pace.days_left or pace.per_day is None:
        return None
    first, last = date.fromisoformat(pace.days[0][0]), date.fromisoformat(pace.days[-1][0])
    ahead = min(pace.days_left, max(LONGEST_OUTLOOK * (last - first).days, 10))
    return last + timedelta(days=ahead), min(pace.asked, round(pace.reviewed + ahead * pace.per_day))


def _reviewed(day: date, amount: int, asked: int, across: float, look: Look, translate: Translator) -> Mark:
    return Mark(
        key=day.isoformat(),
        label=day.isoformat(),
        text=translate.number(amount),
        end=amount / asked if asked else None,
        look=look,
        counts=translate("of {number}", number=translate.number(asked)),
        note=translate("expected") if look is Look.EXPECTED else "",
        across=across,
    )


def _with_target(chart: Chart, target: float | None, translate: Translator) -> Chart:
    text = "" if target is None else translate("Target {target}", target=translate.percent(target, 0))
    return replace(chart, target=target, target_text=text, top="100")


def _points(change: float | None) -> str:
    """Percentage points with their sign."""
    points = round_half_up((change or 0.0) * 100, 1)
    return f"{'−' if points < 0 else '+' if points > 0 else '±'}{abs(points)}"


def _counts(numerator: float | None, denominator: float | None, translate: Translator) -> str:
    return f"{_count(numerator, translate)} / {_count(denominator, translate)}"


def _count(value: float | None, translate: Translator) -> str:
    """A count; with a decimal where works are shared between their fields."""
    return translate.number(value, 0 if value is None or value == int(value) else 1)
