"""A short guide: what to do first, and what the words of the program mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QScrollArea, QVBoxLayout, QWidget

from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.words.guide import GuidePage, Kind, Line, guide_pages

LIST_WIDTH = 230
INDENT = 18


class GuideDialog(Dialog):
    """The pages on the left, the chosen one on the right. It can stay open beside the window."""

    def __init__(self, context: Context, parent: QWidget | None, page: int = 0) -> None:
        translate = context.translate
        super().__init__(context, parent, translate("Guide"))
        self.pages = guide_pages(translate.language)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Pages of the guide"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.addItems([page.title for page in self.pages])
        self.area = QScrollArea()
        self.area.setObjectName("page")
        self.area.setAccessibleName(translate("The chosen page"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.list)
        beside.addWidget(self.area, 1)
        self.body.addLayout(beside, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(page)
        self.list.setFocus()
        self.add_close_button()
        self.resize(940, 600)

    def _show(self, row: int) -> None:
        self.area.setWidget(_page(self.pages[row]))


def _page(page: GuidePage) -> QWidget:
    content = QFrame()
    content.setObjectName("card")
    column = QVBoxLayout(content)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    column.addWidget(label(page.title, "pageTitle", wraps=True))
    for line in page.lines:
        column.addLayout(_line(line))
    column.addStretch(1)
    return content


def _line(line: Line) -> QHBoxLayout:
    beside = QHBoxLayout()
    if line.kind is Kind.HEADING:
        beside.setContentsMargins(0, 10, 0, 0)
        beside.addWidget(label(line.text, "heading", wraps=True))
        return beside
    beside.addSpacing(INDENT if line.kind is Kind.ITEM else 0)
    text = QVBoxLayout()
    text.setSpacing(0)
    parts: list[QLabel] = [label(line.lead, "heading", wraps=True)] if line.lead else []
    for part in (*parts, selectable(line.text)):
        text.addWidget(part)
    beside.addLayout(text, 1)
    return beside
