"""The dashboard on one page of A4, for the printer and as PDF."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from aligner.domain.figures.indicator import Indicator
from aligner.gui.delegates.bar import CellBar, paint_bar
from aligner.gui.surroundings.theme import LIGHT
from aligner.gui.widgets.charts.gauge import paint_gauge, paint_shares
from aligner.gui.widgets.charts.rate_card import degree_shares, gap_sentence, made_of
from aligner.gui.words.figures import count, figure, interval
from aligner.i18n import Translator
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import HEADLINE, Dashboard, Group

WIDTH = 720.0
"""The page is drawn on a paper of this width and scaled to the device."""
MOST_GROUPS = 14
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Sheet:
    """Everything on the page; found beside the window, painted in it."""

    project: str
    shown: Dashboard
    indicators: tuple[Indicator, ...]
    fields: list[Group]
    committees: list[Group]


def sheet_of(project: str, shown: Dashboard) -> Sheet:
    """What is printed of this dashboard."""
    return Sheet(
        project,
        shown,
        dashboard.complete(shown),
        dashboard.groups(shown, "ics")[:MOST_GROUPS],
        dashboard.groups(shown, "committee")[:MOST_GROUPS],
    )


def write_pdf(sheet: Sheet, target: Path, translate: Translator) -> bool:
    """Write the page as PDF; False when the file cannot be written."""
    writer = QPdfWriter(str(target))
    writer.setTitle(translate("Conversion of international standards: {project}", project=sheet.project))
    writer.setCreator("Aligner")
    return paint(sheet, writer, translate)


def paint(sheet: Sheet, device: QPagedPaintDevice, translate: Translator) -> bool:
    """Paint the page on a printer or into a file; False when the device refuses."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(14, 12, 14, 12), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = painter.viewport().width() / WIDTH
    painter.scale(scale, scale)
    _Painting(painter, sheet, translate, painter.viewport().height() / scale).paint()
    return bool(painter.end())


class _Painting:
    """Goes down the page part by part; `y` is where the next one begins."""

    def __init__(self, painter: QPainter, sheet: Sheet, translate: Translator, height: float) -> None:
        self._painter = painter
        self._sheet = sheet
        self._translate = translate
        self._height = height
        self._y = 0.0

    def paint(self) -> None:
        """The whole page."""
        self._head()
        self._rate()
        self._degrees()
        self._figures()
        below = self._y
        for place, (title, groups) in enumerate(
            (
                (self._translate("ICS fields with the most unconverted standards"), self._sheet.fields),
                (self._translate("Committees with the most unconverted standards"), self._sheet.committees),
            )
        ):
            self._y = below
            self._groups(title, groups, place * (WIDTH / 2 + 8), WIDTH / 2 - 8)
        self._foot()

    def _head(self) -> None:
        self._line(self._translate("Conversion of international standards"), 17, bold=True, height=28)
        self._line(self._sheet.project, 11, height=18)
        measured = self._sheet.shown.measured
        profile = measured.profile
        title = profile.title_zh if self._translate.language == "zh" else profile.title_en
        words = self._translate(
            "Reference date {date} · profile {profile}", date=measured.at.isoformat(), profile=title or profile.name
        )
        self._line(words, 9, colour=LIGHT.muted, height=16)
        self._y += 6

    def _rate(self) -> None:
        shown, translate = self._sheet.shown, self._translate
        rate = shown.indicator(HEADLINE)
        top = self._y
        self._text(QRectF(0, top, 190, 56), translate.percent(rate.value), 34, LEFT, bold=True, colour=LIGHT.accent)
        bounds = interval(rate, translate)
        lines = [made_of(rate, translate), gap_sentence(shown, translate)]
        lines += [translate("{interval} depending on the open verdicts", interval=bounds)] if bounds else []
        for place, line in enumerate(lines):
            self._text(QRectF(200, top + place * 18, WIDTH - 200, 18), line, 10, LEFT)
        self._y = top + 62
        room = QRectF(0, self._y, WIDTH, 14)
        paint_gauge(self._painter, room, LIGHT, rate.value, rate.low, rate.high, shown.target)
        self._y += 26

    def _degrees(self) -> None:
        for place, name in enumerate(("degrees_by_work", "degrees_by_national")):
            indicator = self._sheet.shown.indicator(name)
            shares = degree_shares(indicator, self._translate)
            left, wide = place * (WIDTH / 2 + 8), WIDTH / 2 - 8
            words = " · ".join(f"{share.label} {share.text}" for share in shares)
            self._text(QRectF(left, self._y, wide, 15), self._translate(indicator.name), 9, LEFT, bold=True)
            paint_shares(self._painter, QRectF(left, self._y + 18, wide, 9), shares, LIGHT)
            self._text(QRectF(left, self._y + 29, wide, 14), words, 8, LEFT, colour=LIGHT.muted)
        self._y += 52

    def _figures(self) -> None:
        self._line(self._translate("All figures"), 11, bold=True, height=20)
        for place, indicator in enumerate(self._sheet.indicators):
            row = QRectF(0, self._y, WIDTH, 17)
            if place % 2 == 0:
                self._painter.fillRect(row, QColor(LIGHT.alternate))
            parts = " / ".join(
                text
                for text in (
                    count(indicator.numerator, self._translate),
                    count(indicator.denominator, self._translate),
                )
                if text
            )
            self._text(QRectF(4, self._y, 330, 17), self._translate(indicator.name), 9, LEFT)
            value = figure(indicator.value, indicator.unit, self._translate)
            self._text(QRectF(336, self._y, 110, 17), value, 9, RIGHT, bold=True)
            self._text(QRectF(450, self._y, 120, 17), parts, 9, RIGHT, colour=LIGHT.muted)
            self._text(
                QRectF(574, self._y, 142, 17), interval(indicator, self._translate), 8, RIGHT, colour=LIGHT.muted
            )
            self._y += 17
        self._y += 10

    def _groups(self, title: str, groups: list[Group], left: float, wide: float) -> None:
        self._text(QRectF(left, self._y, wide, 20), title, 11, LEFT, bold=True)
        self._y += 20
        for group in groups:
            label = self._translate(group.label)
            self._text(QRectF(left, self._y, 128, 16), label, 8, LEFT)
            bar = CellBar(group.rate, "", target=self._sheet.shown.target)
            paint_bar(self._painter, QRectF(left + 132, self._y + 4, wide - 236, 8), bar, LIGHT)
            self._text(QRectF(left + wide - 100, self._y, 42, 16), self._translate.percent(group.rate), 8, RIGHT)
            parts = f"{count(group.converted, self._translate)} / {count(group.applicable, self._translate)}"
            self._text(QRectF(left + wide - 58, self._y, 58, 16), parts, 8, RIGHT, colour=LIGHT.muted)
            self._y += 16

    def _foot(self) -> None:
        measured = self._sheet.shown.measured
        number, head = measured.journal
        files = ", ".join(catalogue.file_name for catalogue in measured.catalogues)
        rules = self._translate(
            "Rules {rules} · journal entry {number} ({head}) · {files}",
            rules=measured.profile.rules.short_hash,
            number=self._translate.number(number),
            head=head[:16],
            files=files,
        )
        note = self._translate("Counted by the rules named here; not an official figure.")
        self._text(QRectF(0, self._height - 30, WIDTH, 14), rules, 7.5, LEFT, colour=LIGHT.muted)
        self._text(QRectF(0, self._height - 16, WIDTH, 14), note, 7.5, LEFT, colour=LIGHT.muted)

    def _line(self, text: str, size: float, *, bold: bool = False, colour: str = LIGHT.text, height: float) -> None:
        self._text(QRectF(0, self._y, WIDTH, height), text, size, LEFT, bold=bold, colour=colour)
        self._y += height

    def _text(
        self, room: QRectF, text: str, size: float, align: int, *, bold: bool = False, colour: str = LIGHT.text
    ) -> None:
        """One line, shortened when there is no room; text of files is drawn as it is."""
        font = QFont(self._painter.font())
        font.setPixelSize(max(6, round(size * 1.25)))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
        self._painter.drawText(room, align, shown)
