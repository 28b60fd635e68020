"""What has to be known about the decision on the chosen candidate: what changed under it, who says otherwise."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import DIFFERENCE_NAMES, DoubleReview
from aligner.gui.pages.page import Actions
from aligner.gui.pages.review.lines import opinion_lines
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.pairs.changes_view import ChangesView
from aligner.gui.widgets.pairs.opinions_view import OpinionsView
from aligner.gui.widgets.plain.room import Room
from aligner.usecases.catalogues.changed_standards import changes_under
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import Visibility, one_name, open_difference

LEAST = QSize(520, 64)


class PairNotices(Room):
    """Takes no room while there is nothing to tell, and is scrolled where there is little: titles and candidates stay
    in sight."""

    def __init__(self, context: Context, actions: Actions, visibility: Visibility) -> None:
        inside = QWidget()
        super().__init__(inside, LEAST)
        self._translate = context.translate
        self._visibility = visibility
        self._dispute: DoubleReview | None = None
        self.changes = ChangesView(context, actions)
        self.opinions = OpinionsView(context, actions)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.opinions)
        column.addWidget(self.changes)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def dispute(self) -> DoubleReview | None:
        """Two opinions that differ and are shown; None when there are none."""
        return self._dispute

    def show_about(self, session: Session | None, national: str, stale: Decision | None) -> None:
        """Show what changed under a stale decision, and two opinions on the national standard that differ."""
        self._dispute = None
        if session is not None and not self._visibility.is_second:
            self._dispute = open_difference(session, national)
        self.changes.show_changes(changes_under(session, stale) if session and stale else ())
        self._show_opinions(session)
        self.setVisible(bool(self.changes.changes) or self._dispute is not None)

    def _show_opinions(self, session: Session | None) -> None:
        if session is None or self._dispute is None:
            self.opinions.show_opinions("", (), ())
            return
        difference = self._dispute.difference(one_name(session))
        lines = (opinion_lines(one, self._translate) for one in (self._dispute.first, self._dispute.second))
        self.opinions.show_opinions(self._translate(DIFFERENCE_NAMES[difference]) if difference else "", *lines)
