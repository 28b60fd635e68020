from pytestqt.qtbot import QtBot

from aligner.domain.change import Action, RowChange, Subject
from aligner.gui.commands.project_actions import open_address
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.project.opening import open_project
from tests.gui.conftest import settle


def test_a_project_of_before_editions_tells_what_was_recorded_when_it_is_opened(
    opened: MainWindow, qtbot: QtBot
) -> None:
    address = opened.context.address
    with open_project(address, "secretary") as session:
        rows = []
        for decision in session.recorded.decisions().values():
            before = session.store.standing(Subject.DECISION, decision.key)
            earlier = {name: value for name, value in decision.to_json().items() if name not in {"edition", "basis"}}
            rows.append(RowChange(Subject.DECISION, decision.key, before, earlier))
        session.store.writing().append("secretary", Action.DECIDE, rows)
    open_address(opened, address)
    qtbot.waitUntil(lambda: "adopted edition was not recorded" in opened.notice.words.text(), timeout=20_000)
    settle(qtbot, opened)
