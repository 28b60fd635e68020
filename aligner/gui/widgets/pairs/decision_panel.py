"""What is decided on a pair: degree, coverage, what differs, a note, and the buttons that record it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from aligner.domain.degree import DEGREE_NAMES, Degree
from aligner.domain.pairs.adopted import AdoptedEdition
from aligner.domain.pairs.decision import Coverage, Decision
from aligner.domain.pairs.deviation import REASONS, needs_reason
from aligner.gui.models.columns import Badge
from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.coverage_box import CoverageBox
from aligner.gui.widgets.pairs.edition_box import EditionBox
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.widgets.plain.flow_layout import FlowLayout
from aligner.gui.widgets.plain.key_button import KeyButton, first_key
from aligner.gui.widgets.plain.labels import label
from aligner.gui.words import meanings
from aligner.usecases.review.editions import NO_CHOICE, EditionChoice

DRAFT_REST = 700
"""Milliseconds without a key after which a note is kept as a draft."""
COMMANDS = ("review.reject", "review.unsure", "review.skip", "review.flag")
"""Buttons beside the one that confirms."""
REASON_KEYS = frozenset({"less", "more", "altered", "alternative"})
"""Reasons that are commands with a key; the one that the catalogue states is taken from there."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the panel; `degree` is the chosen one, else the one that is suggested strongly enough."""

    degree: Degree | None
    coverage: Coverage
    joint: str
    reason: str
    note: str
    edition: AdoptedEdition | None = None
    """The adopted edition, where the reviewer chose it; None where the rule is to tell."""


class DecisionPanel(QFrame):
    """Shows what stands or is suggested, and takes what the reviewer enters. Records nothing itself."""

    draft_changed = Signal(str)
    """A note was typed and is not part of a decision yet."""

    def __init__(self, context: Context, actions: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        self.translate = context.translate
        self._actions = actions
        self._suggested: Degree | None = None
        self._stated_reason = ""
        self.degrees = {degree: self._degree_button(degree) for degree in Degree}
        self.about = BadgeLabel(context, wraps=True)
        self.hint = BadgeLabel(context, wraps=True)
        self.coverage = CoverageBox(self.translate)
        self.edition = EditionBox(self.translate)
        self._accepted_early = ""
        self.joint = QLineEdit()
        self.reasons = {code: self._chip(code) for code in REASONS}
        self.note = QLineEdit()
        self.confirm_button = KeyButton(actions("review.confirm"), "primary")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DRAFT_REST)
        self._rest.timeout.connect(self.keep_draft)
        self._kept_note = ""
        self._fill()
        self._lay_out()
        self.clear()

    # what the page asks

    def entered(self) -> Entered:
        """What stands in the panel now."""
        degree = self.chosen_degree() or self._suggested
        reasons = self.chosen_reasons()
        if needs_reason(degree) and not reasons and degree is self._suggested and self._stated_reason:
            reasons = [self._stated_reason]
        coverage = self.coverage.coverage()
        return Entered(
            degree,
            coverage,
            self.joint.text().strip() if coverage is Coverage.JOINT else "",
            " ".join(reasons) if needs_reason(degree) else "",
            self.note.text().strip(),
            self.edition.chosen(),
        )

    def chosen_degree(self) -> Degree | None:
        """The degree whose button is down."""
        return next((degree for degree, button in self.degrees.items() if button.isChecked()), None)

    def choose_degree(self, degree: Degree) -> None:
        """Press the button of this degree; pressing it again lets it go."""
        is_down = self.degrees[degree].isChecked()
        self._set_degree(None if is_down else degree)
        self.clear_hint()

    def asks_reasons(self) -> bool:
        """Whether the chosen or suggested degree is one that asks what differs."""
        return needs_reason(self.chosen_degree() or self._suggested)

    def chosen_reasons(self) -> list[str]:
        """The codes of the reasons whose buttons are down."""
        return [code for code, chip in self.reasons.items() if chip.isChecked()]

    def turn_reason(self, code: str) -> None:
        """Press the button of this reason, or let it go."""
        self.reasons[code].toggle()

    def turn_coverage(self) -> None:
        """Go on to the next coverage."""
        self.coverage.turn()
        if self.coverage.coverage() is Coverage.JOINT:
            self.joint.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_edition(self) -> None:
        """Go on to the next edition."""
        self.edition.turn()
        self.clear_hint()

    def show_edition(self, choice: EditionChoice) -> None:
        """Offer the editions of the chosen counterpart."""
        self._accepted_early = ""
        self.edition.show_choice(choice)

    def is_complete(self) -> bool:
        """Whether it can be confirmed as it stands; the hint says what is missing, and the focus goes there."""
        entered = self.entered()
        if entered.degree is None:
            self.show_hint(self.translate("Choose the degree first: I, M or N."))
            return False
        if needs_reason(entered.degree) and not entered.reason:
            self.show_hint(self.translate("Say what differs: choose at least one reason."))
            self._show_reasons()
            self.reasons["less"].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return False
        if entered.coverage is Coverage.JOINT and not entered.joint:
            self.show_hint(self.translate("Name the group that covers it jointly."))
            self.joint.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return False
        return self._is_edition_meant(entered.edition)

    def _is_edition_meant(self, chosen: AdoptedEdition | None) -> bool:
        """Whether an edition that appeared after the national standard was confirmed twice."""
        if chosen is None or not self.edition.is_younger() or self._accepted_early == chosen.designation:
            return True
        self._accepted_early = chosen.designation
        self.show_hint(
            self.translate(
                "{edition} was published after the national standard. Confirm again if it is adopted "
                "nevertheless, or choose another edition (Y).",
                edition=chosen.designation,
            )
        )
        return False

    def show_hint(self, text: str, tone: Tone = Tone.ATTENTION) -> None:
        """Say what is missing, or what happened."""
        icon = {Tone.ATTENTION: "warning", Tone.GOOD: "success"}.get(tone, "info")
        self.hint.show_badge(Badge(icon, text, tone))

    def clear_hint(self) -> None:
        """Say nothing."""
        self.hint.show_badge(None)

    def clear(self) -> None:
        """Nothing is to be decided."""
        self.show_edition(NO_CHOICE)
        self._show(None, None, "", "", "", "")

    def show_open(self, suggested: Degree | None, basis: str, *, is_strong: bool, draft: str) -> None:
        """A pair without a decision. Only a strong suggestion can be confirmed as it is; it is shown as one."""
        text = ""
        if suggested is not None:
            text = self.translate("Suggested: {degree}, {basis}", degree=suggested.value, basis=basis)
            if is_strong:
                text = self.translate("{text}. Enter accepts it.", text=text)
        self._show(suggested if is_strong else None, None, text, "suggested", draft, "stated")

    def show_decided(self, decision: Decision, text: str, icon: str, tone: Tone, draft: str) -> None:
        """A pair with a standing decision; `text` says who decided what, and what changed since."""
        self._show(None, decision, text, icon, draft or decision.note, "", tone)

    def show_text(self, text: str, icon: str, draft: str = "") -> None:
        """No pair, but something to say."""
        self._show(None, None, text, icon, draft, "")
        self._degree_line.setVisible(False)

    def keep_draft(self) -> None:
        """Tell what was typed, if it was not told yet."""
        self._rest.stop()
        if self.note.text() != self._kept_note:
            self._kept_note = self.note.text()
            self.draft_changed.emit(self._kept_note)

    def forget_draft(self) -> None:
        """What stands in the note was recorded."""
        self._rest.stop()
        self._kept_note = self.note.text()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines are at this width: a splitter does not ask for that."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """At another width there are more lines, or fewer."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    # putting it together

    def _show(
        self,
        suggested: Degree | None,
        decision: Decision | None,
        text: str,
        icon: str,
        note: str,
        stated_reason: str,
        tone: Tone = Tone.SUGGESTED,
    ) -> None:
        self._suggested, self._stated_reason = suggested, stated_reason
        for degree, button in self.degrees.items():
            button.setProperty("suggested", degree is suggested)
            button.style().unpolish(button)
            button.style().polish(button)
        self.about.show_badge(Badge(icon, text, tone) if text else None)
        self.clear_hint()
        coverage = decision.coverage if decision else Coverage.FULL
        self.coverage.choose(coverage)
        self._show_joint()
        self.joint.setText(decision.joint if decision else "")
        codes = decision.reason.split() if decision else []
        for code, chip in self.reasons.items():
            chip.setChecked(code in codes)
        self._kept_note = note
        self.note.setText(note)
        self._rest.stop()
        self._set_degree(decision.degree if decision else None)
        self._degree_line.setVisible(True)

    def _set_degree(self, degree: Degree | None) -> None:
        for one, button in self.degrees.items():
            button.setChecked(one is degree)
        self._show_reasons()

    def _show_reasons(self) -> None:
        self._reason_line.setVisible(self.asks_reasons())

    def _show_joint(self) -> None:
        self.joint.setVisible(self.coverage.coverage() is Coverage.JOINT)

    def _degree_button(self, degree: Degree) -> QToolButton:
        translate = self.translate
        button = QToolButton()
        button.setObjectName("degree")
        button.setText(self._with_key(f"review.{degree.value.lower()}", degree.value))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(tooltip(translate(meanings.DEGREES[degree])))
        button.setAccessibleDescription(translate(meanings.DEGREES[degree]))
        button.setAccessibleName(
            translate("Degree {degree}, {meaning}", degree=degree.value, meaning=translate(DEGREE_NAMES[degree]))
        )
        button.clicked.connect(lambda down, degree=degree: self._set_degree(degree if down else None))
        return button

    def _with_key(self, command: str, text: str) -> str:
        """The words of a button behind the key of its command."""
        return "  ".join(part for part in (first_key(self._actions(command)), text) if part)

    def _key_behind(self, command: str, text: str) -> str:
        """The words of a field before the key that leads there."""
        key = first_key(self._actions(command))
        return self.translate("{text} ({key})", text=text, key=key) if key else text

    def _chip(self, code: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        text = self.translate(REASONS[code])
        chip.setText(self._with_key(f"review.{code}", text) if code in REASON_KEYS else text)
        chip.setAccessibleName(text)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(self.clear_hint)
        return chip

    def _fill(self) -> None:
        translate = self.translate
        self.coverage.currentIndexChanged.connect(self._show_joint)
        self.joint.setPlaceholderText(translate("Name of the group"))
        self.joint.setAccessibleName(translate("Name of the group that covers it jointly"))
        self.joint.setMaximumWidth(170)
        self.note.setPlaceholderText(self._key_behind("review.note", translate("Note")))
        self.note.setAccessibleName(translate("Note"))
        self.note.textEdited.connect(lambda _text: self._rest.start())
        group = QButtonGroup(self)
        group.setExclusive(False)
        for button in self.degrees.values():
            group.addButton(button)

    def _lay_out(self) -> None:
        self._degree_line = QWidget()
        first = FlowLayout(self._degree_line)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(6)
        first.addWidget(label(self.translate("Degree")))
        for button in self.degrees.values():
            first.addWidget(button)
        for part in (self.coverage, self.joint, self.edition):
            first.addWidget(part)
        self._reason_line = QWidget()
        flow = FlowLayout(self._reason_line)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(6)
        flow.addWidget(label(self.translate("What differs")))
        for chip in self.reasons.values():
            flow.addWidget(chip)
        last = FlowLayout()
        last.setSpacing(6)
        last.addWidget(self.confirm_button)
        for command in COMMANDS:
            last.addWidget(KeyButton(self._actions(command), "button"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.about)
        column.addWidget(self._degree_line)
        column.addWidget(self._reason_line)
        column.addWidget(self.note)
        column.addWidget(self.hint)
        column.addLayout(last)


def is_pressed_by_enter(widget: QWidget | None) -> bool:
    """Whether Enter on this widget presses it: any button but those that choose a degree or a reason."""
    return isinstance(widget, QAbstractButton) and widget.objectName() not in {"degree", "chip"}
