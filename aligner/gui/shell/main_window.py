"""The window: navigation, pages, menus, bottom bar, and where everything was the last time."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.gui.commands import project_actions
from aligner.gui.commands.command_set import CommandSet
from aligner.gui.models.offered import Offered
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.page import Page
from aligner.gui.pages.registry import PAGES
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.pages.start.page import StartPage
from aligner.gui.shell.bottom_bar import BottomBar
from aligner.gui.shell.focus_keeper import FocusKeeper
from aligner.gui.shell.history_dock import HistoryDock
from aligner.gui.shell.messages import Messages
from aligner.gui.shell.navigation import Navigation
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.collector import RubbishCollector
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.qt_texts import translate_qt
from aligner.gui.surroundings.screens import SMALLEST, fitted, room_on
from aligner.gui.surroundings.theme import Tone, apply_theme
from aligner.gui.surroundings.watcher import Watcher
from aligner.gui.widgets.plain.drop_place import accept_copy, dropped_files
from aligner.gui.widgets.plain.notice import Notice
from aligner.gui.widgets.plain.room import Room
from aligner.usecases.catalogues.browse import catalogues

GEOMETRY = "geometry"
PAGE = "page"
PAGES_STATE = "pages"
HISTORY = "history"
SHOWN = "shown"
"""Names of preferences."""

REST = 200
"""Milliseconds after the last step before the place is written down."""

USUAL = QSize(1366, 768)
NARROW, LOW = 1100, 480
"""Below this width, navigation and tool bar show icons alone; below this height, there is no tool bar: everything in it
is in the menus, too."""

LEAST_PAGE = QSize(400, 200)
"""The part of a page that is seen at least; a page that needs more is scrolled."""


class MainWindow(QMainWindow):
    """Put together anew by `rebuild` when language or colours change."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._rubbish = RubbishCollector(context, self)
        self._keeper = FocusKeeper(self, self.go_home)
        self._pages: dict[str, Page] = {}
        self._rooms: dict[str, Room] = {}
        self._page_id = PAGES[0].id
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._remember_at_rest)
        self._messages = Messages(self)
        context.complained.connect(self._show_complaint)
        context.crashed.connect(self._messages.show_fault)
        context.changed.connect(self._forget_notice)
        context.changed.connect(self._look_again)
        context.project_changed.connect(self._follow_project)
        context.jobs.changed.connect(self._look_again)
        self.watcher = Watcher(context, self)
        self.watcher.lost.connect(self._messages.tell_lost)
        self.watcher.back.connect(self._messages.tell_back)
        self._build({})
        self._restore_geometry()
        self.show_page(self._page_id)

    # what commands ask for

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._pages[self._page_id]

    @property
    def page_id(self) -> str:
        """Its id."""
        return self._page_id

    def show_page(self, page_id: str) -> None:
        """Open this page; the first one when a project is needed and none is open."""
        entry = next((page for page in PAGES if page.id == page_id), PAGES[0])
        before = self._page_id
        self._page_id = entry.id if self.context.has_project or not entry.needs_project else PAGES[0].id
        if self._page_id != before:
            self.notice.hide()  # it was about what was done there
        self._stack.setCurrentWidget(self._rooms[self._page_id])
        self.page.refresh()
        self.go_home()
        self.commands.look_again()

    def go_home(self) -> None:
        """Give the keyboard to the main control of the page; to the page's button when that cannot have it."""
        home = self.page.start_focus()
        if not (home.isEnabled() and home.isVisibleTo(self)):
            home = self._navigation.buttons[self._page_id]
        home.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_history_wanted(self) -> bool:
        """Whether the newest steps are listed below every page."""
        return self.context.preferences.text(HISTORY) == SHOWN

    def show_history(self, *, shown: bool) -> None:
        """Open or close the list of the newest steps."""
        self.context.preferences.set(HISTORY, SHOWN if shown else "")
        self.history.setVisible(shown and self.context.has_project)

    def tell(self, text: str, tone: Tone, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence above the page."""
        self.notice.tell(text, tone, button, act)

    def rebuild(self) -> None:
        """Make everything anew, once the command that asked for it has returned."""
        QTimer.singleShot(0, self, self._rebuild)

    def run_command(self, command_id: str) -> None:
        """Do this command, if it can be done now."""
        self.commands.action(command_id).trigger()

    def words_of(self, command_id: str) -> str:
        """What a button that does this command says."""
        return self.commands.action(command_id).iconText()

    def offered_commands(self) -> list[Offered]:
        """Every command as it can be offered now."""
        return self.commands.offered()

    def widget(self) -> QWidget:
        """The window itself."""
        return self

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def open_files(self, files: list[Path]) -> None:
        """Open what was dropped or named on the command line: a project, and catalogues to load into it."""
        project_actions.open_files(self, files)

    def open_names(self, names: list[str]) -> None:
        """Open projects and files by name; a database by its address."""
        if names and "://" in names[0]:
            project_actions.open_address(self, names[0])
        else:
            self.open_files([Path(name) for name in names])

    # what Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves every field; where there is nothing to leave, it puts the message away."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif QApplication.focusWidget() is self.page.start_focus():
            self.notice.hide()
        else:
            self.go_home()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files can be dropped anywhere."""
        if dropped_files(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was dropped."""
        accept_copy(event)
        self.open_files(dropped_files(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a small window, the pages have the room."""
        super().resizeEvent(event)
        self._suit_size()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where everything is; every decision is saved already."""
        self._rest.stop()
        self.remember()
        self.context.shut_down()
        self._rubbish.stop()
        super().closeEvent(event)

    def remember(self) -> None:
        """Write sizes, page and places into the preferences."""
        preferences = self.context.preferences
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        preferences.set(GEOMETRY, geometry)
        preferences.set(PAGE, self._page_id)
        preferences.set(PAGES_STATE, self._states())
        preferences.save()

    def _remember_at_rest(self) -> None:
        """Write down where everything is, so that the next start comes back to it whatever ends this one."""
        if self.context.is_working:  # what is being read has no place yet
            self._rest.start()
        elif self.context.has_project:
            self.remember()

    # putting it together

    def _rebuild(self) -> None:
        states = self._states()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.context.theme)
            translate_qt(application, self.context.translate.language)
        for bar in self.findChildren(QToolBar):
            self.removeToolBar(bar)
            bar.deleteLater()
        self.removeDockWidget(self.history)
        self.history.deleteLater()
        centre = self.takeCentralWidget()
        if centre is not None:
            centre.deleteLater()
        self.commands.deleteLater()
        self._build(states)
        self.show_page(self._page_id)

    def _build(self, states: dict[str, Any]) -> None:
        centre = QWidget()
        self.commands = CommandSet(self, centre)
        self.notice = Notice(self.context)
        self._stack = QStackedWidget()
        self._pages = {}
        for entry in PAGES:
            page = entry.kind(self.context, self.commands.action)
            page.state_changed.connect(self.commands.look_again)
            page.state_changed.connect(self._rest.start)
            page.state_changed.connect(self._tell_row)
            page.told.connect(self._hear)
            page.told_with_button.connect(lambda text, button, act: self.tell(text, Tone.GOOD, button, act))
            page.standard_wanted.connect(self._show_standard)
            page.review_wanted.connect(self._show_in_review)
            page.setAccessibleName(self.context.translate(entry.title))
            self._pages[entry.id] = page
            self._rooms[entry.id] = Room(page, LEAST_PAGE)
            self._stack.addWidget(self._rooms[entry.id])
        for page_id, page in self._pages.items():  # a page that is restored may ask about the open one
            page.restore(states.get(page_id, {}))
        self._lay_out(centre)
        self.history = HistoryDock(self.context, self.commands.action("view.history"), self)
        self.history.pair_wanted.connect(self._go_to_pairs)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.history)
        self.show_history(shown=self.is_history_wanted)
        self.commands.fill_menus(self.menuBar())
        start = self._pages["start"]
        if isinstance(start, StartPage):
            start.project_wanted.connect(lambda address: project_actions.open_address(self, address))
            start.files_dropped.connect(self.open_files)
        self._bar = QToolBar(self.context.translate("Tool bar"))
        self._bar.setMovable(False)
        self.commands.fill_toolbar(self._bar)
        self.addToolBar(self._bar)
        self._suit_size()
        self._show_title()
        self.commands.look_again()

    def _lay_out(self, centre: QWidget) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(16, 8, 16, 0)
        above.addWidget(self.notice)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self._stack, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        self._navigation = Navigation(self.context, self.commands.action)
        beside.addWidget(self._navigation)
        beside.addLayout(right, 1)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(beside, 1)
        bottom = BottomBar(self.context, self.commands.action)
        self.watcher.others_changed.connect(bottom.show_others)
        column.addWidget(bottom)
        self.setCentralWidget(centre)

    def _suit_size(self) -> None:
        """Icons alone where names would leave too little to the page."""
        is_narrow = self.width() < NARROW
        self._navigation.make_narrow(narrow=is_narrow)
        styles = Qt.ToolButtonStyle
        self._bar.setToolButtonStyle(styles.ToolButtonIconOnly if is_narrow else styles.ToolButtonTextBesideIcon)
        self._bar.setVisible(self.height() >= LOW)

    def _follow_project(self) -> None:
        self._show_title()
        self.notice.hide()
        kept = self.context.preferences.mapping(PAGES_STATE)
        for page_id, page in self._pages.items():
            page.restore(kept.get(page_id, {}))
            page.let_go()
        self.show_history(shown=self.is_history_wanted)
        last = self.context.preferences.text(PAGE, PAGES[0].id)
        opens = last if self._page_id == PAGES[0].id else self._page_id
        self.show_page(opens if self.context.do(catalogues) else PAGES[0].id)
        session = self.context.session
        if session is not None and session.notices:
            self._messages.tell_of_project(session)

    def _forget_notice(self) -> None:
        """Something else was done since."""
        self.notice.hide()

    def _tell_row(self) -> None:
        """Let the others on a server know which row of the review is on the screen."""
        if isinstance(self.page, ReviewPage):
            self.watcher.stand_at(self.page.pair.designation)

    def _look_again(self) -> None:
        self.commands.look_again()

    def _show_title(self) -> None:
        name = Path(self.context.address).stem if "://" not in self.context.address else self.context.address
        self.setWindowTitle(f"{name} – Aligner" if name else "Aligner")
        self.setWindowIcon(icons.icon("aligner", self.context.theme.accent, paper=self.context.theme.base))

    def _states(self) -> dict[str, Any]:
        return {page_id: page.state() for page_id, page in self._pages.items()}

    def _restore_geometry(self) -> None:
        """Where the window was the last time, or in the middle of the first screen; always within the screen that there
        is now."""
        kept = self.context.preferences.text(GEOMETRY)
        is_kept = bool(kept) and self.restoreGeometry(QByteArray(base64.b64decode(kept)))
        room = room_on(self.screen())
        if not is_kept:
            middle = QRect(QPoint(), USUAL)
            middle.moveCenter(room.center())
            self.setGeometry(fitted(middle, room))
            if self.size() != USUAL:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        elif not self.isMaximized() and not self.isFullScreen():
            self.setGeometry(fitted(self.geometry(), room))

    def _show_standard(self, level: str, designation: str) -> None:
        """Open the catalogue at this standard."""
        self.show_page("catalogues")
        page = self.page
        if isinstance(page, CataloguesPage):
            page.show_standard(Level(level), designation)

    def _go_to_pairs(self, keys: list[tuple[str, str]]) -> None:
        """Show these pairs in the review, as soon as its queue is there."""
        if self._page_id != "review":
            self.show_page("review")
        page = self.page
        if page.table() is not None:
            page.follow(keys)
        else:
            page.state_changed.connect(lambda: page.follow(keys), Qt.ConnectionType.SingleShotConnection)

    def _show_in_review(self, level: str, designations: Sequence[str], first: str) -> None:
        """Open the review with these standards alone."""
        page = self._pages["review"]
        if isinstance(page, ReviewPage):
            page.show_standards(Level(level), designations, first)
            self.show_page("review")

    def _hear(self, text: str, tone: Tone) -> None:
        """Show what a page says, or put the last sentence away."""
        if text:
            self.tell(text, tone)
        else:
            self.notice.hide()

    def _show_complaint(self, error: AlignerError) -> None:
        self.notice.hide()
        self._messages.complain(error)
