"""All keys on one sheet."""

from PySide6.QtWidgets import QWidget

from aligner.domain.standards.table import Table
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column
from aligner.gui.models.offered import Offered
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox

OF_PAGE = {
    "catalogues": ("catalogue.", "catalogues."),
    "review": ("review.",),
    "indicators": ("indicators.", "plan.", "snapshots.", "report."),
    "history": ("history.", "edit."),
}
"""How the commands of a page begin, by its id."""


class KeySheet(Dialog):
    """Made from the list of commands, so that it is never out of date; it begins with those of the open page."""

    def __init__(self, context: Context, parent: QWidget | None, commands: list[Offered], page_id: str = "") -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Keys"),
            translate("Letter and digit keys work whenever you are not typing text."),
        )
        columns = (
            Column("text", translate("Command"), width=330),
            Column("keys", translate("Keys"), width=170),
            Column("section", translate("Menu"), width=140),
        )
        self.model = RowsModel(columns, parent=self)
        with_keys = [command for command in commands if command.shortcut]
        with_keys.sort(key=lambda command: not command.id.startswith(OF_PAGE.get(page_id, ())))
        self.model.set_table(
            Table(
                {
                    "text": [command.text for command in with_keys],
                    "keys": [command.shortcut for command in with_keys],
                    "section": [command.section for command in with_keys],
                }
            )
        )
        search = SearchBox(context, translate("Search the keys"))
        self.table = RowsView(context, self.model, "keys", translate("Keys"))
        search.search_in(self.model)
        search.left_downwards.connect(self.table.setFocus)
        self.body.addWidget(search)
        self.body.addWidget(self.table, 1)
        self.add_close_button()
        self.resize(720, 560)
