"""The overview on a whole screen, large enough to be read from the other end of a table."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from aligner.domain.text import N_
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.chart_card import ChartCard
from aligner.gui.widgets.charts.rate_card import RateCard
from aligner.gui.widgets.plain.labels import label
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.figures.overview import Chart, Shape, charts

SHEETS: Final = (
    ("ics", "committee"),
    ("degrees_by_work", "degrees_by_national"),
    ("years", "review"),
    ("steps",),
    ("ages",),
)
"""Charts beside each other on each sheet."""

DEGREES = {
    "degrees_by_work": N_("Degrees by international standard"),
    "degrees_by_national": N_("Degrees by national standard"),
}
TITLES: Final = {**charts.TITLES, **DEGREES}

LINES = 32
"""A letter has so many times room in the height of the screen: 1.5 cm on a screen of 70 cm, for three metres."""

POINTS_PER_INCH = 72

TURNING: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
LEAVING = Qt.Key.Key_F11


class Presentation(QDialog):
    """The rate above, one sheet of charts below; Page Down turns, Escape leaves."""

    opened = Signal(str, str)
    """Id of a chart and key of the mark whose rows are wanted."""
    rows_wanted = Signal(str)
    """The rows behind this indicator are wanted."""
    plan_wanted = Signal()
    """What it takes to reach the target is wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = self._translate = context.translate
        self.setWindowTitle(translate("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.card = RateCard(context)
        self.card.rows_wanted.connect(self._leave_for_rows)
        self.card.plan_wanted.connect(self._leave_for_plan)
        self.card.leave_degrees_out()
        self.cards = {
            name: ChartCard(context, f"large.{name}", translate(TITLES[name])) for sheet in SHEETS for name in sheet
        }
        self.sheets = QStackedWidget()
        for sheet in SHEETS:
            self.sheets.addWidget(_beside([self.cards[name] for name in sheet]))
        for card in self.cards.values():
            card.opened.connect(self._leave_for_mark)
        self.place = label(style="muted")
        self._lay_out()
        self.turn(0)

    def show_dashboard(self, shown: Dashboard | None) -> None:
        """Show these figures at the top."""
        if shown is not None:
            self.card.show_dashboard(shown)
            for name in DEGREES:
                self.show_chart(charts.degrees(shown.indicator(name), Shape.BARS, self._translate))

    def show_chart(self, chart: Chart) -> None:
        """Show this chart in its place."""
        self.cards[chart.id].show_chart(chart)

    def turn(self, by: int) -> None:
        """Show another sheet; behind the last one comes the first."""
        self.sheets.setCurrentIndex((self.sheets.currentIndex() + by) % len(SHEETS))
        self.place.setText(
            self._translate("Sheet {number} of {all}", number=self.sheets.currentIndex() + 1, all=len(SHEETS))
        )
        self.cards[SHEETS[self.sheets.currentIndex()][0]].home().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the sheets, or leave."""
        key = Qt.Key(event.key())
        if key in TURNING:
            self.turn(TURNING[key])
        elif key == LEAVING:
            self.reject()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Letters as large as the screen allows."""
        super().resizeEvent(event)
        size = max(10, round(self.height() / LINES * POINTS_PER_INCH / self.logicalDpiY()))
        self.setStyleSheet(
            f"* {{ font-size: {size}pt; }} QLabel#heading {{ font-size: {round(size * 1.1)}pt; }}"
            f"QLabel#figure {{ font-size: {size * 3}pt; }}"
        )

    def _leave_for_mark(self, chart: str, key: str) -> None:
        self.accept()
        if chart in DEGREES:
            self.rows_wanted.emit(chart)
        else:
            self.opened.emit(chart, key)

    def _leave_for_rows(self, indicator: str) -> None:
        self.accept()
        self.rows_wanted.emit(indicator)

    def _leave_for_plan(self) -> None:
        self.accept()
        self.plan_wanted.emit()

    def _lay_out(self) -> None:
        translate = self._translate
        before, after = QPushButton(translate("Previous sheet")), QPushButton(translate("Next sheet"))
        leave = QPushButton(translate("Close"))
        before.setToolTip(translate("Page Up"))
        after.setToolTip(translate("Page Down"))
        before.clicked.connect(lambda: self.turn(-1))
        after.clicked.connect(lambda: self.turn(1))
        leave.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.place, 1)
        for button in (before, after, leave):
            button.setAutoDefault(False)
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.sheets, 1)
        column.addLayout(below)


def _beside(cards: list[ChartCard]) -> QWidget:
    sheet = QWidget()
    line = QHBoxLayout(sheet)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for card in cards:
        line.addWidget(card, 1)
    return sheet
