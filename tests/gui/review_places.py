"""The review with something hidden, in dispute or out of date; at the end all is as it was."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from aligner.domain.catalogue import Level
from aligner.gui.dialogs.review.agreement import AgreementDialog
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from tests.gui.patience import wait
from tests.gui.review_scenes import DECIDED, SEVERAL, agree_again, disagree, make_stale, session_of


def sights(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """From the review page and back to it: a name, and what to look at."""
    _turn(window, "review.scores", SEVERAL)
    window.run_command("review.candidate2")
    yield "review-neutral", window
    _turn(window, "review.scores", DECIDED)
    _turn(window, "review.second", DECIDED)
    yield "review-second", window
    _turn(window, "review.second", DECIDED)
    disagree(window)
    _show_anew(window, DECIDED)
    yield "review-dispute", window
    window.run_command("review.agreement")
    dialog = [one for one in window.findChildren(AgreementDialog) if one.isVisible()][-1]
    yield "review-agreement", dialog
    dialog.reject()
    agree_again(window)
    national = session_of(window).standards(Level.NATIONAL)
    kept = {name: list(national[name]) for name in ("fingerprint", "title_en")}
    make_stale(window, DECIDED)
    _show_anew(window, DECIDED)
    yield "review-stale", window
    for name, values in kept.items():
        national[name][:] = values
    _show_anew(window, DECIDED)


def _turn(window: MainWindow, command: str, designation: str) -> None:
    """Do a command that makes all pages anew, and go to this standard."""
    before = window.page
    window.run_command(command)
    wait(lambda: window.page is not before)
    page = _page(window)
    wait(page.is_ready)
    wait(lambda: not window.context.is_working)
    page.queue.go_to(designation)
    wait(lambda: not window.context.is_working)


def _show_anew(window: MainWindow, designation: str) -> None:
    page = _page(window)
    page.forget()
    wait(lambda: not window.context.is_working)
    wait(page.is_ready)
    page.queue.go_to(designation)
    wait(lambda: not window.context.is_working)


def _page(window: MainWindow) -> ReviewPage:
    assert isinstance(window.page, ReviewPage)
    return window.page
