"""The catalogues that were removed, to put them back."""

from PySide6.QtWidgets import QWidget

from aligner.domain.catalogue import LEVEL_NAMES, Catalogue
from aligner.domain.standards.table import Table
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.values import moment
from aligner.usecases.catalogues.removed import put_back_catalogue, removed_catalogues


class RemovedCataloguesDialog(Dialog):
    """One row for each; the chosen one is put back."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Removed catalogues"),
            translate("Removed catalogues stay in the project. Put back, they are as they were."),
        )
        self._listed: list[Catalogue] = []
        self.model = RowsModel(
            (
                Column("level", translate("Side"), show=lambda level: translate(LEVEL_NAMES[level]), width=110),
                Column("file_name", translate("File"), width=300),
                Column("standards", translate("Standards"), show=translate.number, is_right=True, width=100),
                Column("loaded_at", translate("Loaded"), show=lambda text: moment(text, translate), width=170),
            ),
            parent=self,
        )
        self.view = RowsView(context, self.model, "removed_catalogues", translate("Removed catalogues"))
        self.view.tell_when_empty(translate("No catalogue was removed."))
        self.view.current_changed.connect(lambda _position: self._look())
        self.body.addWidget(self.view, 1)
        self.put_back_button = self.add_button(translate("Put back"))
        self.put_back_button.clicked.connect(self.put_back)
        self.add_close_button()
        self.resize(720, 360)
        self._reload()

    def put_back(self) -> None:
        """Put the chosen catalogue back."""
        position = self.view.position()
        if 0 <= position < len(self._listed):
            self.context.do(put_back_catalogue, self._listed[position].id)
            self._reload()

    def _reload(self) -> None:
        self._listed = self.context.do(removed_catalogues) or []
        names = ("level", "file_name", "standards", "loaded_at")
        self.model.set_table(Table({name: [getattr(one, name) for one in self._listed] for name in names}))
        if self._listed:
            self.view.go_to(0)
        self._look()

    def _look(self) -> None:
        can = self.view.position() >= 0 and self.context.can_write
        if self.put_back_button.hasFocus() and not can:
            self.view.setFocus()
        self.put_back_button.setEnabled(can)
