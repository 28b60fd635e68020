"""The conversion rate as one large figure, with what it is made of, its interval, its target, and the degrees."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aligner.domain.figures.indicator import Indicator
from aligner.domain.text import N_
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.chart_view import ChartView
from aligner.gui.widgets.charts.gauge import Gauge, Share
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.gui.words.figures import count, interval
from aligner.i18n import Translator
from aligner.usecases.figures.dashboard import HEADLINE, Dashboard, open_verdicts
from aligner.usecases.figures.overview import Shape, charts

BASES = {"degrees_by_work": N_("By international standard"), "degrees_by_national": N_("By national standard")}
"""What the degrees are counted over; never mixed (domain.md 8.5)."""


BAR = 22
"""The bar of the degrees with the frame that tells where the keyboard is."""

LINK_INDENT = 5
"""Where the text of a link begins, so that what stands above and below it begins there, too."""


class RateCard(QFrame):
    """Follows the dashboard; every part of it has its words for screen readers."""

    rows_wanted = Signal(str)
    """The rows behind this indicator are to be shown."""
    plan_wanted = Signal()
    """What it takes to reach the target is to be shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = self._translate = context.translate
        self.setObjectName("card")
        self.figure = label("–", "figure")
        self.made_of = self._link(translate("The rows behind the rate"), lambda: self.rows_wanted.emit(HEADLINE))
        self.interval = label(style="muted")
        self.gauge = Gauge(context.theme)
        self.gap = self._link(translate("What it takes to reach the target"), self.plan_wanted.emit)
        self.degrees = {name: ChartView(context.theme) for name in ("degrees_by_work", "degrees_by_national")}
        self.degree_words = {name: ElidedLabel("", "muted") for name in self.degrees}
        for name, bar in self.degrees.items():
            bar.setFixedHeight(BAR)
            bar.opened.connect(lambda _mark, name=name: self.rows_wanted.emit(name))
        self._lay_out()

    def leave_degrees_out(self) -> None:
        """Show the rate alone: the degrees are beside it in another way."""
        for name, bar in self.degrees.items():
            bar.hide()
            self.degree_words[name].hide()
        self._line.setStretchFactor(self._right, 0)

    def show_dashboard(self, shown: Dashboard) -> None:
        """Show the figures at the top."""
        translate = self._translate
        rate = shown.indicator(HEADLINE)
        self.figure.setText(translate.percent(rate.value))
        self.made_of.setText(made_of(rate, translate))
        bounds = interval(rate, translate)
        self.interval.setText(
            translate("{interval} depending on the open verdicts", interval=bounds)
            if bounds
            else translate("No open verdict affects it.")
        )
        missing = " ".join(open_verdicts(shown.indicator("applicability_judged"), translate))
        self.interval.setToolTip(missing)
        self.interval.setAccessibleDescription(missing)
        self.gauge.show_value(
            rate.value, rate.low, rate.high, shown.target,
            (translate("target {rate}", rate=translate.percent(shown.target, 0)), "100"),
        )  # fmt: skip
        self.gap.setText(gap_sentence(shown, translate))
        self.gauge.setAccessibleName(f"{self.figure.text()}, {self.made_of.text()}. {self.gap.text()}")
        for name, bar in self.degrees.items():
            indicator = shown.indicator(name)
            chart = charts.degrees(indicator, Shape.STACK, translate)
            bar.show_chart(chart)
            words = " · ".join(mark.short for mark in chart.marks)
            self.degree_words[name].setText(f"{translate(BASES[name])}: {words}")

    def clear(self) -> None:
        """Show no figures."""
        self.figure.setText("–")
        for part in (self.made_of, self.interval, self.gap):
            part.setText("")
        for words in self.degree_words.values():
            words.setText("")
        self.gauge.show_value(None, None, None, 0.0, ("", "100"))
        self.gauge.setAccessibleName("")
        for bar in self.degrees.values():
            bar.show_chart(None)

    def _link(self, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName("link")
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        for words in (self.figure, self.interval):
            words.setIndent(LINK_INDENT)
        left.addWidget(self.figure)
        left.addWidget(self.made_of, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.interval)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addStretch(1)
        middle.addWidget(self.gap, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addWidget(self.gauge)
        middle.addStretch(1)
        right = self._right = QVBoxLayout()
        right.setSpacing(3)
        right.addStretch(1)
        for name, bar in self.degrees.items():
            right.addWidget(self.degree_words[name])
            right.addWidget(bar)
        right.addStretch(1)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 18, 10)
        line.setSpacing(28)
        line.addLayout(left)
        line.addLayout(middle, 3)
        line.addLayout(right, 3)
        line.setAlignment(left, Qt.AlignmentFlag.AlignVCenter)


def made_of(rate: Indicator, translate: Translator) -> str:
    """Numerator and denominator in words."""
    if not rate.denominator:
        return translate("Nothing is applicable under this profile.")
    return translate(
        "{converted} of {applicable} applicable standards are converted",
        converted=count(rate.numerator, translate),
        applicable=count(rate.denominator, translate),
    )


def gap_sentence(shown: Dashboard, translate: Translator) -> str:
    """How far it is to the target."""
    target = translate.percent(shown.target, 0)
    missing = shown.indicator("gap_to_target").value
    if missing is None:
        return translate("Target {rate}", rate=target)
    if not missing:
        return translate("Target {rate} is reached", rate=target)
    return translate.plural(
        "Target {rate}: {number} more adoption needed", "Target {rate}: {number} more adoptions needed",
        int(missing), rate=target,
    )  # fmt: skip


def degree_shares(indicator: Indicator, translate: Translator) -> tuple[Share, ...]:
    """IDT, MOD, NEQ and none, with their counts; the legacy lines are parts of them."""
    known = {part.key: part for part in indicator.breakdown}
    names = ("IDT", "MOD", "NEQ", "none")
    parts = [known[name] for name in names if name in known]
    return tuple(
        Share(translate("none") if part.key == "none" else part.key, part.numerator or 0,
              count(part.numerator, translate))
        for part in parts
    )  # fmt: skip
