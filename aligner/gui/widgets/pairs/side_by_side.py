"""Two standards side by side, field by field; what only one of them says stands out."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from aligner.domain.catalogue import LEVEL_NAMES, Level
from aligner.gui.models.columns import Badge
from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.pairs.difference_view import DifferenceView
from aligner.gui.widgets.plain.labels import ElidedLabel, NumberLabel, label
from aligner.gui.words.values import day, further, status_marks
from aligner.i18n import Translator
from aligner.usecases.catalogues.browse import ChainEdition, Relation
from aligner.usecases.review.pair import Side

GAP, MARGIN, LINE_GAP, EDGE = 8, 8, 4, 1

MOST_OF_SCOPE = 40
"""Lines of a scope that are shown at once; the two standards are scrolled, not each scope in a place of its own."""


class SideHeading(QWidget):
    """The number, whether it is in force, which side it is, and what it states that it adopts."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.translate = context.translate
        self._marks = status_marks(context.translate)
        self.level = ElidedLabel(style="muted")
        self.level.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.level.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.level.setMinimumWidth(1)  # the number needs the room first
        self.designation = NumberLabel(style="heading")
        self.designation.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.designation.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.status = BadgeLabel(context)
        self.statement = ElidedLabel()
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.designation)
        line.addWidget(self.status)
        line.addWidget(self.level, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.statement)

    def show_side(self, side: Side | None, level: Level, empty: str) -> None:
        """Show this standard, or why there is none."""
        self.level.setText(self.translate(LEVEL_NAMES[level]))
        self.designation.setText(side.standard.designation if side else empty)
        self.status.show_badge(self._marks(side.standard.status) if side else None)
        stated = self.translate("States: {text}", text=side.statement) if side and side.statement else ""
        _show_if_any(self.statement, stated)


class SideFacts(QWidget):
    """The lines below the title, which are not compared word by word."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.translate = context.translate
        self.native = ElidedLabel(style="muted")
        self.facts = ElidedLabel(style="muted")
        self.chain = ElidedLabel(style="muted")
        self.further = label(style="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.native, self.facts, self.chain, self.further):
            column.addWidget(part)

    def show_side(self, side: Side | None) -> None:
        """Show what is known of this standard besides its titles."""
        _show_if_any(self.native, native_title(side))
        _show_if_any(self.facts, facts(side, self.translate))
        _show_if_any(self.chain, chain_line(side, self.translate))
        lines = further(side.standard.values["extra"], self.translate) if side else []
        _show_if_any(self.further, "\n".join(lines))


def _show_if_any(part: QLabel, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))


class BadgeLabel(QWidget):
    """A badge outside of a table: icon and word."""

    def __init__(self, context: Context, *, wraps: bool = False) -> None:
        super().__init__()
        self._context = context
        self._icon = QLabel()
        self.words = label(wraps=wraps)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(5)
        beside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.words, 1)

    def show_badge(self, badge: Badge | None) -> None:
        """Show this badge, or nothing."""
        self.setVisible(badge is not None and bool(badge.text))
        if badge is None:
            return
        theme = self._context.theme
        colour = theme.tone(badge.tone).name()
        self._icon.setVisible(bool(badge.icon))
        if badge.icon:
            self._icon.setPixmap(icons.pixmap(badge.icon, colour, 16, self.devicePixelRatioF(), theme.base))
        self.words.setText(badge.text)
        self.setToolTip(tooltip(badge.meaning))
        self.setAccessibleDescription(badge.meaning)
        self.words.setStyleSheet(f"color: {colour}")
        self.setAccessibleName(badge.text)


class SideBySide(QFrame):
    """The standard of the queue on the left, the one that is offered on the right."""

    scope_turned = Signal(bool)
    """The scopes were unfolded, or folded again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translate = translate = context.translate
        self.setObjectName("card")
        self.is_marked = True
        self._sides: tuple[Side | None, Side | None] = (None, None)
        self.left, self.right = SideHeading(context), SideHeading(context)
        self.title = DifferenceView(context, translate("Title, left"), translate("Title, right"), 4)
        self.facts = (SideFacts(context), SideFacts(context))
        self.scope_button = QToolButton()
        self.scope_button.setObjectName("fold")
        self.scope_button.setText(translate("Scope"))
        self.scope_button.setCheckable(True)
        self.scope_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.scope_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scope_button.toggled.connect(self._show_scope)
        self.scope_button.toggled.connect(self.scope_turned)
        self._fold_icons = {
            True: icons.icon("down", context.theme.muted),
            False: icons.icon("right", context.theme.muted),
        }
        self.scope = DifferenceView(context, translate("Scope, left"), translate("Scope, right"), MOST_OF_SCOPE)
        self._lay_out()
        self._show_scope(False)

    def whole_height(self) -> int:
        """Pixels that everything needs that is shown now."""
        return self._content.sizeHint().height() + 2 * EDGE

    def _reveal_scope(self) -> None:
        """Unfolded scopes are there to be read: scroll to them when not everything has room."""
        if self.scope_button.isChecked():
            self._area.verticalScrollBar().setValue(self.scope_button.y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """However little room there is, number, statement and title of both standards stay in sight."""
        if watched is self.title and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._area.setMinimumHeight(self.title.geometry().bottom() + LINE_GAP)
        return False

    def show_sides(self, left: Side | None, right: Side | None, level: Level, empty: str) -> None:
        """Show two standards; `level` is that of the left one, `empty` what stands where there is no right one."""
        self._sides = (left, right)
        other = Level.INTERNATIONAL if level is Level.NATIONAL else Level.NATIONAL
        self.left.show_side(left, level, "")
        self.right.show_side(right, other, empty)
        for part, side in zip(self.facts, self._sides, strict=True):
            part.show_side(side)
        has_scope = any(side is not None and side.standard.scope for side in self._sides)
        self.scope_button.setVisible(has_scope)
        self._show_texts()

    def set_marked(self, marked: bool) -> None:
        """Mark what differs, or show both texts as they are."""
        self.is_marked = marked
        self._show_texts()

    def turn_marked(self) -> None:
        """Mark what differs, or show it unmarked."""
        self.set_marked(not self.is_marked)

    def turn_scope(self) -> None:
        """Fold the scopes open or shut."""
        self.scope_button.toggle()

    def _show_scope(self, is_open: bool) -> None:
        self.scope_button.setIcon(self._fold_icons[is_open])
        self._show_texts()

    def _show_texts(self) -> None:
        left, right = self._sides
        marked = self.is_marked and right is not None
        self.title.show_texts(compared_title(left), compared_title(right), marked=marked)
        is_open = self.scope_button.isChecked() and self.scope_button.isVisibleTo(self)
        self.scope.setVisible(is_open)
        if is_open:
            scopes = [side.standard.scope if side else "" for side in self._sides]
            self.scope.show_texts(scopes[0], scopes[1], marked=marked and all(scopes))

    def _lay_out(self) -> None:
        content = self._content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(12, MARGIN, 12, MARGIN)
        grid.setHorizontalSpacing(GAP + 6)
        grid.setVerticalSpacing(LINE_GAP)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.left, 0, 0, top)
        grid.addWidget(self.right, 0, 1, top)
        grid.addWidget(self.title, 1, 0, 1, 2)
        grid.addWidget(self.scope_button, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.scope, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)
        for column, facts_below in enumerate(self.facts):
            grid.addWidget(facts_below, 2, column, top)
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 120)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        content.setObjectName("plain")
        area.viewport().setObjectName("plain")
        area.verticalScrollBar().rangeChanged.connect(self._reveal_scope)
        self.title.installEventFilter(self)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(area)


def compared_title(side: Side | None) -> str:
    """The English title where there is one: two languages have no words in common."""
    return (side.standard.title_en or side.standard.title) if side else ""


def native_title(side: Side | None) -> str:
    """The title in the catalogue's own language, when it is not the one that is compared."""
    if side is None or not side.standard.title_en or side.standard.title == side.standard.title_en:
        return ""
    return side.standard.title


def facts(side: Side | None, translate: Translator) -> str:
    """ICS, committee and date on one line."""
    if side is None:
        return ""
    standard = side.standard
    ics = f"ICS {', '.join(standard.ics)}" if standard.ics else ""
    published = translate("published {date}", date=day(standard.published, translate)) if standard.published else ""
    return "  ·  ".join(part for part in (ics, published, standard.committee) if part)


def chain_line(side: Side | None, translate: Translator) -> str:
    """The editions of the work, newest first: "Editions: 2015 (current) · 2008 · 2000"."""
    if side is None or len(side.chain) < 2:
        return ""
    shown = [_edition(link, translate) for link in side.chain]
    return translate("Editions: {list}", list="  ·  ".join(shown))


def _edition(link: ChainEdition, translate: Translator) -> str:
    if link.relation is Relation.CURRENT:
        return translate("{designation} (current)", designation=link.designation)
    if link.relation is Relation.SUCCESSOR:
        return translate("went into {designation}", designation=link.designation)
    if link.relation is Relation.PREDECESSOR:
        return translate("came from {designation}", designation=link.designation)
    return link.designation
