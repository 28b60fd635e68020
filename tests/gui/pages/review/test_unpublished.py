"""What is known only from a draft is not confirmed as if it were published."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project
from tests.catalogue_files import write_workbook
from tests.gui.conftest import PATIENCE, settle
from tests.gui.review_scenes import decisions, press

NATIONAL = "GB/T 5001-2020"
TITLE = "Steel wire ropes — Vocabulary"


def project(folder: Path) -> Path:
    file = folder / "ours.aligner"
    with new_project(str(file), "secretary") as session:
        ours = write_workbook(folder / "gb.xlsx", ("Standard number", "Title"), [(NATIONAL, TITLE)])
        theirs = write_workbook(folder / "iso.xlsx", ("Number", "Title"), [("ISO/DIS 5001", TITLE)])
        for level, list_ in ((Level.NATIONAL, ours), (Level.INTERNATIONAL, theirs)):
            load(session, LoadRequest(list_, level), Silent())
        match_standards(session, Silent())
    return file


def test_a_draft_is_shown_as_one_and_confirmed_only_twice(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_names([str(project(tmp_path))])
    settle(qtbot, window)
    window.show_page("review")
    page = window.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(page.is_ready, timeout=PATIENCE)
    settle(qtbot, window)
    line = page.pair.candidates.offers_model.lines[0]
    assert (line.designation, line.title) == ("ISO 5001", TITLE)
    assert line.alert is not None
    assert line.alert.text == "known only from the draft ISO/DIS 5001"
    window.activateWindow()
    page.queue.view.setFocus()
    press(qtbot, window, "i", "Enter")
    assert decisions(window, NATIONAL) == []
    assert page.pair.panel.hint.words.text().startswith("Of ISO 5001 only the draft ISO/DIS 5001 is listed")
    press(qtbot, window, "Enter")
    assert len(decisions(window, NATIONAL)) == 1
