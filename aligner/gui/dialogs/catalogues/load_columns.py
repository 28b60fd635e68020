"""The second step of loading: which column of the file is which field, over real rows of it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aligner.domain.standards.fields import PRINTED
from aligner.gui.dialogs.catalogues.load_tables import TablesFound
from aligner.gui.models.columns import natural
from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.usecases.catalogues.load import Preview

ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "cp1252")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et")
HIDDEN_MARK = " (hidden)"
LEAST_WIDTH, MOST_WIDTH = 150, 250
ARROW = 40
"""Pixels that a list to choose from needs beside its words."""


class ColumnsStep(QWidget):
    """Sheet, encoding, and above each column the field it is read as."""

    changed = Signal()
    read_again = Signal()
    """Another sheet or encoding was chosen: the file must be looked at again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.translate = context.translate
        self.fields: list[QComboBox] = []
        self._headings: list[str] = []
        self._together: dict[str, frozenset[str]] = {}  # field: the headings it is put together from
        self._is_corrected = False
        self._is_filling = False
        self.sheets = self._chooser(self.translate("Sheet"))
        self.tables = TablesFound(context)
        self.tables.changed.connect(self._choose_tables)
        self._are_tables_chosen = False
        self.encodings = self._chooser(self.translate("Encoding"))
        self.about = label(style="muted", wraps=True)
        self.grid = QTableWidget()
        self.grid.setAccessibleName(self.translate("Columns of the file"))
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setWordWrap(False)
        self.grid.setTabKeyNavigation(False)
        self.grid.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the fields in it
        self._lay_out()

    def forget(self) -> None:
        """Start anew with another file."""
        self._is_corrected = False
        self._are_tables_chosen = False
        self._is_filling = True
        self.sheets.clear()
        self.encodings.clear()
        self._is_filling = False

    def sheet(self) -> str | None:
        """The sheet that the user chose; None when what belongs together is to be recognized."""
        return str(self.sheets.currentData() or "") or None if self.sheets.count() else None

    def blocks(self) -> tuple[str, ...] | None:
        """The tables that the user ticked; None when they are to be recognized."""
        return self.tables.chosen() if self._are_tables_chosen else None

    def encoding(self) -> str | None:
        """The chosen encoding; None for workbooks, and when it is to be recognized."""
        return str(self.encodings.currentData()) if self.encodings.count() else None

    def columns(self) -> dict[str, str] | None:
        """Heading by field, "" for fields that are not to be read; None when nothing was corrected.

        A field that is put together from several columns is left out while they are as they were recognized.
        """
        if not self._is_corrected:
            return None
        chosen: dict[str, list[str]] = {}
        for box, heading in zip(self.fields, self._headings, strict=True):
            chosen.setdefault(str(box.currentData()), []).append(heading)
        untouched = {name for name, headings in self._together.items() if headings == frozenset(chosen.get(name, ()))}
        return {one.name: chosen.get(one.name, [""])[-1] for one in PRINTED if one.name not in untouched}

    def is_complete(self) -> bool:
        """Whether there is a column with the numbers of the standards."""
        return any(box.currentData() == "designation" for box in self.fields)

    def show_preview(self, found: Preview, path: Path) -> None:
        """Show what was recognized."""
        self._is_filling = True
        chosen = self.sheet() or ""
        self._fill(self.sheets, ["", *sorted({one.sheet for one in found.blocks}, key=natural), *found.sheets], chosen)
        self.tables.show_found(found.blocks)
        is_text = path.suffix.lower() not in WORKBOOKS
        encodings = dict.fromkeys([found.encoding, *ENCODINGS]) if is_text and found.encoding else {}
        self._fill(self.encodings, [name for name in encodings if name], found.encoding or "")
        self.encodings.setVisible(bool(encodings))
        self.encodings_label.setVisible(bool(encodings))
        self._fill_grid(found)
        rows = " + ".join(str(row) for row in found.header_rows)
        self.about.setText(
            self.translate(
                "Headings found in row {rows}; {known} of {all} columns recognized; date of the "
                "list: {date}. If a field is wrong, correct it above its column.",
                rows=rows,
                known=sum(bool(box.currentData()) for box in self.fields),
                all=sum(bool(heading) for heading in found.headings),
                date=found.reference_date or "–",
            )
        )
        self._is_filling = False
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A field that comes to have the keyboard is brought into view."""
        if event.type() == QEvent.Type.FocusIn and watched in self.fields:
            self.grid.scrollTo(self.grid.model().index(0, self.fields.index(watched)))
        return super().eventFilter(watched, event)

    def _fill_grid(self, found: Preview) -> None:
        self._headings = found.headings
        field_of = {heading: field for field in found.mapping for heading in found.headings_of(field)}
        self._together = {
            field: frozenset(headings) for field in found.mapping if len(headings := found.headings_of(field)) > 1
        }
        below = found.below
        self.grid.clear()
        self.grid.setColumnCount(len(found.headings))
        self.grid.setRowCount(1 + len(below))
        self.grid.setVerticalHeaderLabels(["", *(str(number) for number, _ in below)])
        self.fields = []
        for column, heading in enumerate(found.headings):
            field = field_of.get(heading, "") if heading else ""
            item = QTableWidgetItem(heading)
            item.setToolTip(tooltip(heading))
            self.grid.setHorizontalHeaderItem(column, item)
            box = self._field_box(heading, field, found.shares.get(field))
            box.installEventFilter(self)
            self.grid.setCellWidget(0, column, box)
            self.fields.append(box)
            for row, (_, cells) in enumerate(below, 1):
                text = cells[column] if column < len(cells) else ""
                cell = QTableWidgetItem(" ".join(text.split()))
                cell.setToolTip(tooltip(text))
                self.grid.setItem(row, column, cell)
        for one, behind in pairwise((self.sheets, self.encodings, *self.fields)):
            self.setTabOrder(one, behind)
        self.grid.resizeColumnsToContents()
        for column in range(self.grid.columnCount()):
            least = max(LEAST_WIDTH, self.fontMetrics().horizontalAdvance(self.fields[column].currentText()) + ARROW)
            self.grid.setColumnWidth(column, max(least, min(self.grid.columnWidth(column), MOST_WIDTH)))
        self.grid.setRowHeight(0, max(40, self.fontMetrics().height() + 20))

    def _field_box(self, heading: str, field: str, share: float | None) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.translate("Field of the column {heading}", heading=heading or "–"))
        box.addItem(self.translate("not read"), "")
        for one in PRINTED:
            box.addItem(self.translate(one.label), one.name)
        box.setCurrentIndex(max(0, box.findData(field)))
        if share is not None:
            box.setToolTip(
                self.translate("{share} of the checked cells fit this field", share=self.translate.percent(share, 0))
            )
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda _index: self._correct(box))
        return box

    def _correct(self, box: QComboBox) -> None:
        """A field is read from one column: it leaves the one it stood above before."""
        self._is_corrected = True
        for other in self.fields:
            if other is not box and box.currentData() and other.currentData() == box.currentData():
                other.setCurrentIndex(0)
        self.changed.emit()

    def _chooser(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(180)
        box.activated.connect(self._choose_again)
        return box

    def _choose_again(self) -> None:
        if not self._is_filling:
            self._is_corrected = False
            self._are_tables_chosen = False
            self.read_again.emit()

    def _choose_tables(self) -> None:
        self._is_corrected = False
        self._are_tables_chosen = True
        self.read_again.emit()

    def _fill(self, box: QComboBox, names: Sequence[str], current: str) -> None:
        box.clear()
        for name in dict.fromkeys(names):
            text = name or self.translate("all that belongs together")
            if name.endswith(HIDDEN_MARK):
                text = self.translate("{sheet} (hidden)", sheet=name.removesuffix(HIDDEN_MARK))
            box.addItem(text, name.removesuffix(HIDDEN_MARK))
        box.setCurrentIndex(max(0, box.findData(current)))

    def _lay_out(self) -> None:
        self.encodings_label = label(self.translate("Encoding"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(self.translate("Sheet")))
        line.addWidget(self.sheets)
        line.addWidget(self.encodings_label)
        line.addWidget(self.encodings)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.tables)
        column.addWidget(self.about)
        column.addWidget(self.grid, 1)
        self.grid.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
