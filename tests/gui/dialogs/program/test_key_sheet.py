"""The sheet of keys begins where the user is."""

import pytest

from aligner.gui.dialogs.program.key_sheet import OF_PAGE, KeySheet
from aligner.gui.pages.registry import PAGES
from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import dialog_of


@pytest.mark.parametrize("page", OF_PAGE)
def test_the_keys_of_the_open_page_come_first(page: str, opened: MainWindow) -> None:
    opened.show_page(page)
    opened.run_command("help.keys")
    sheet = dialog_of(opened)
    assert isinstance(sheet, KeySheet)
    listed = sheet.model.rows.table["text"]
    with_keys = [one for one in opened.offered_commands() if one.shortcut]
    own = [one.text for one in with_keys if one.id.startswith(OF_PAGE[page])]
    others = [one.text for one in with_keys if not one.id.startswith(OF_PAGE[page])]
    assert own
    assert listed == [*own, *others]


def test_every_page_with_commands_of_its_own_is_known() -> None:
    assert set(OF_PAGE) <= {page.id for page in PAGES}
