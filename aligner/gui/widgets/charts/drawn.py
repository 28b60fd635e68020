"""Paints the marks of a chart, in any font and colours, and tells where each of them lies.

Painted by ourselves: Qt Charts may not be passed on under this licence and is no longer developed, other libraries take
seconds to load, and none of them lets a mark be reached by keyboard, say its words and open its rows.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from aligner.gui.surroundings.theme import Theme, Tone
from aligner.usecases.figures.overview import Chart, Look, Mark, Shape

GAP = 6.0
SMALL = 0.85
"""Figures above columns, against the labels."""

WIDEST_COLUMN = 64.0
LABELS = 0.44
"""Labels of bars have at most so much of the width."""

_TONES: Final[Mapping[Look, Tone]] = {
    Look.RISE: Tone.GOOD,
    Look.FALL: Tone.BAD,
    Look.REACHED: Tone.GOOD,
    Look.NEAR: Tone.ATTENTION,
    Look.FAR: Tone.BAD,
}
_PATTERNS: Final[Mapping[Look, Qt.BrushStyle]] = {
    Look.FALL: Qt.BrushStyle.Dense4Pattern,
    Look.NEAR: Qt.BrushStyle.BDiagPattern,
    Look.FAR: Qt.BrushStyle.Dense4Pattern,
    Look.EXPECTED: Qt.BrushStyle.NoBrush,
    Look.MOD: Qt.BrushStyle.BDiagPattern,
    Look.NEQ: Qt.BrushStyle.Dense6Pattern,
    Look.NONE: Qt.BrushStyle.NoBrush,
}
"""What differs in colour differs in pattern as well; all others are solid."""

Places = list[QRectF]
"""Where each mark lies, for as many as there is room for."""


def draw(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> Places:
    """Paint the chart into this room; gives the place of each mark that is shown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return _DRAWN[chart.shape](painter, room, chart, theme)


def brush_of(look: Look, theme: Theme) -> tuple[QBrush, QPen]:
    """How a mark is filled and outlined."""
    colour = theme.tone(_TONES[look]) if look in _TONES else QColor(theme.accent)
    style = Qt.PenStyle.DashLine if look is Look.EXPECTED else Qt.PenStyle.SolidLine
    return QBrush(colour, _PATTERNS.get(look, Qt.BrushStyle.SolidPattern)), QPen(colour, 1, style)


def _bars(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> Places:
    """One below the other: label, bar on its track, figure; what finds no room is counted in the last line."""
    metrics = QFontMetricsF(painter.font())
    line = metrics.height() + GAP
    fitting = max(1, int(room.height() // line))
    shown = chart.marks if len(chart.marks) <= fitting else chart.marks[: max(1, fitting)]
    figures = max((metrics.horizontalAdvance(one.text) for one in shown), default=0.0) + GAP
    wanted = max((metrics.horizontalAdvance(one.label) for one in shown), default=0.0) + GAP
    labels = min(wanted, room.width() * LABELS)
    places = []
    for place, one in enumerate(shown):
        top = room.top() + place * line
        track = QRectF(room.left() + labels + GAP, top + GAP / 2, room.width() - labels - figures - GAP, line - GAP)
        _text(painter, QRectF(room.left(), top, labels, line), one.label, theme.text, Qt.AlignmentFlag.AlignLeft)
        figure = QRectF(track.right(), top, figures, line)
        _text(painter, figure, one.text, theme.text, Qt.AlignmentFlag.AlignRight)
        painter.fillRect(track, QColor(theme.hover))
        _fill(painter, _between(track, one, is_upright=False), one, theme)
        places.append(QRectF(room.left(), top, room.width(), line))
    if chart.target is not None and places:
        x = room.left() + labels + GAP + (room.width() - labels - figures - GAP) * chart.target
        _target(painter, QPointF(x, room.top()), QPointF(x, places[-1].bottom()), theme)
    return places


def _stack(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> Places:
    """One bar; its words are beside it."""
    places = [_between(room, one, is_upright=False) for one in chart.marks]
    for place, one in zip(places, chart.marks, strict=True):
        _fill(painter, place, one, theme)
    return places


def _columns(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> Places:
    """Side by side, a figure above each and a label below; in a waterfall a line leads from one to the next."""
    inside = _scaled(painter, room, chart, theme)
    if not chart.marks:
        return []
    slot = inside.width() / len(chart.marks)
    wide = min(slot * 0.7, WIDEST_COLUMN)
    places: Places = []
    columns: Places = []
    for place, one in enumerate(chart.marks):
        left = inside.left() + place * slot
        column = _between(QRectF(left + (slot - wide) / 2, inside.top(), wide, inside.height()), one, is_upright=True)
        _fill(painter, column, one, theme)
        below = QRectF(left, inside.bottom() + 2, slot, room.bottom() - inside.bottom() - 2)
        _text(painter, below, one.short or one.label, theme.muted, Qt.AlignmentFlag.AlignHCenter)
        places.append(QRectF(left, inside.top(), slot, room.bottom() - inside.top()))
        columns.append(column)
    _figures_above(painter, chart, columns, theme)
    if any(one.look is Look.WHOLE for one in chart.marks):
        _join(painter, inside, chart, columns, theme)
    return places


def _join(painter: QPainter, inside: QRectF, chart: Chart, columns: Places, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
    for one, (before, behind) in zip(chart.marks, pairwise(columns), strict=False):
        if one.end is not None:
            y = inside.bottom() - inside.height() * _clipped(one.end)
            painter.drawLine(QPointF(before.right(), y), QPointF(behind.left(), y))


def _line(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> Places:
    """Points joined from left to right; what is only expected is joined by dashes."""
    inside = _scaled(painter, room, chart, theme)
    metrics = QFontMetricsF(painter.font())
    points = [_point(inside, place, one, len(chart.marks)) for place, one in enumerate(chart.marks)]
    known = [point for point, one in zip(points, chart.marks, strict=True) if one.look is not Look.EXPECTED]
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawPolyline(QPolygonF(known))
    if known and len(known) < len(points):
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF([known[-1], *points[len(known) :]]))
    radius = max(3.0, metrics.height() / 5)
    below = QRectF(inside.left(), inside.bottom() + 2, inside.width(), room.bottom() - inside.bottom() - 2)
    taken = inside.left() - GAP
    for place, (point, one) in enumerate(zip(points, chart.marks, strict=True)):
        brush, pen = brush_of(one.look, theme)
        painter.setBrush(brush)
        painter.setPen(pen)
        painter.drawEllipse(point, radius, radius)
        label = one.short or one.label
        wide = metrics.horizontalAdvance(label)
        left = min(max(point.x() - wide / 2, below.left()), below.right() - wide)
        is_last = place == len(points) - 1
        room_left = is_last or left + wide + GAP < below.right() - metrics.horizontalAdvance(
            chart.marks[-1].short or chart.marks[-1].label
        )
        if left >= taken + GAP and room_left:
            _text(painter, QRectF(left, below.top(), wide + 1, below.height()), label, theme.muted,
                  Qt.AlignmentFlag.AlignLeft)  # fmt: skip
            _figure_over(painter, inside, point, radius, one, chart, theme)
            taken = left + wide
    step = inside.width() / max(1, len(points))
    return [QRectF(point.x() - step / 2, inside.top(), step, room.bottom() - inside.top()) for point in points]


def _figure_over(
    painter: QPainter, inside: QRectF, point: QPointF, radius: float, one: Mark, chart: Chart, theme: Theme
) -> None:
    """The figure of a point above it; below it where there is no room above, or the line of the target."""
    painter.save()
    painter.setFont(_smaller(painter.font()))
    metrics = QFontMetricsF(painter.font())
    wide, high = metrics.horizontalAdvance(one.text) + 2, metrics.height()
    left = min(max(point.x() - wide / 2, inside.left()), inside.right() - wide)
    top = point.y() - radius - high
    target = inside.top() - high if chart.target is None else inside.bottom() - inside.height() * chart.target
    if top < inside.top() - high or top - 2 <= target <= top + high + 2:
        top = point.y() + radius
    _text(painter, QRectF(left, top, wide, high), one.text, theme.text, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def _figures_above(painter: QPainter, chart: Chart, columns: Places, theme: Theme) -> None:
    """The figures above the columns; the larger ones come first, and one that finds no room is left to the table."""
    painter.save()
    painter.setFont(_smaller(painter.font()))
    metrics = QFontMetricsF(painter.font())
    taken: Places = []
    for one, column in sorted(zip(chart.marks, columns, strict=True), key=lambda pair: -pair[1].height()):
        if one.end is None or (one.look is Look.VALUE and one.end == one.start):
            continue
        wide = metrics.horizontalAdvance(one.text) + 2
        room = QRectF(column.center().x() - wide / 2, column.top() - metrics.height() - 1, wide, metrics.height())
        if not any(room.intersects(other) for other in taken):
            taken.append(room)
            painter.fillRect(room, QColor(theme.base))
            _text(painter, room, one.text, theme.text, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def _scaled(painter: QPainter, room: QRectF, chart: Chart, theme: Theme) -> QRectF:
    """The scale on the left, its lines and the target; gives the room inside, with a line of words above and below."""
    metrics = QFontMetricsF(painter.font())
    left = metrics.horizontalAdvance(chart.top) + GAP
    inside = room.adjusted(left, metrics.height() + 2, -GAP, -metrics.height() - 4)
    for share, words in ((0.0, "0"), (0.5, ""), (1.0, chart.top)):
        y = round(inside.bottom() - inside.height() * share) + 0.5
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
        beside = QRectF(room.left(), y - metrics.height() / 2, left - GAP, metrics.height())
        _text(painter, beside, words, theme.muted, Qt.AlignmentFlag.AlignRight)
    if chart.target is not None:
        y = inside.bottom() - inside.height() * chart.target
        _target(painter, QPointF(inside.left(), y), QPointF(inside.right(), y), theme)
        wide = metrics.horizontalAdvance(chart.target_text) + 2
        above = QRectF(inside.left() + 2, y - metrics.height() - 1, wide, metrics.height())
        _text(painter, above, chart.target_text, theme.tone(Tone.ATTENTION).name(), Qt.AlignmentFlag.AlignLeft)
    return inside


def _between(track: QRectF, one: Mark, *, is_upright: bool) -> QRectF:
    """The part of a track from the start of a mark to its end, a line where both are the same."""
    low, high = sorted((_clipped(one.start), _clipped(one.start if one.end is None else one.end)))
    if is_upright:
        tall = max(2.0 if one.start and one.end is not None else 0.0, track.height() * (high - low))
        return QRectF(track.left(), track.bottom() - track.height() * low - tall, track.width(), tall)
    return QRectF(track.left() + track.width() * low, track.top(), track.width() * (high - low), track.height())


def _fill(painter: QPainter, place: QRectF, one: Mark, theme: Theme) -> None:
    if one.end is None or place.isEmpty():
        return
    brush, pen = brush_of(one.look, theme)
    painter.setBrush(brush)
    painter.setPen(pen)
    painter.drawRect(place)


def _point(inside: QRectF, place: int, one: Mark, amount: int) -> QPointF:
    across = one.across if one.across is not None else (place + 0.5) / amount
    return QPointF(
        inside.left() + inside.width() * across, inside.bottom() - inside.height() * _clipped(one.end or 0.0)
    )


def _target(painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
    painter.setPen(QPen(theme.tone(Tone.ATTENTION), 2, Qt.PenStyle.DashLine))
    painter.drawLine(start, end)


def _text(painter: QPainter, room: QRectF, text: str, colour: str, align: Qt.AlignmentFlag) -> None:
    """One line, shortened where there is no room; text of files is drawn as it is."""
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(painter.font()).elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, room.width() + 1
    )
    painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), shown)


def _smaller(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def _clipped(share: float) -> float:
    return min(max(share, 0.0), 1.0)


_DRAWN: Final[Mapping[Shape, Callable[[QPainter, QRectF, Chart, Theme], Places]]] = {
    Shape.BARS: _bars,
    Shape.COLUMNS: _columns,
    Shape.LINE: _line,
    Shape.STACK: _stack,
}
