"""How commands speak, show progress and open the window."""

import io
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from catalogue_files import decisions_file
from command_line import refused, run

from aligner.cli import main as command_line
from aligner.cli.face import Face, Window, face_for
from aligner.cli.progress import shown_progress
from aligner.cli.terminal import Terminal
from aligner.domain.errors import Cancelled
from aligner.i18n import translator

ENGLISH = translator("en")


def a_terminal() -> Terminal:
    return Terminal(io.StringIO(), is_watched=True, width=80)


def said(face: Face) -> str:
    assert isinstance(face.messages.stream, io.StringIO)
    return face.messages.stream.getvalue()


def a_face() -> Face:
    return Face(ENGLISH, "secretary", Terminal(io.StringIO()), Terminal(io.StringIO()))


def test_a_terminal_shows_each_stage_as_a_bar() -> None:
    terminal = a_terminal()
    with shown_progress(terminal, ENGLISH) as progress:
        progress.step(1, 2, "Reading the file")
        progress.step(2, 2, "Reading the file")
        progress.step(0, 3, "Saving")
    assert isinstance(terminal.stream, io.StringIO)
    assert "Reading the file" in terminal.stream.getvalue()
    assert "Saving" in terminal.stream.getvalue()


def test_a_pipe_shows_nothing() -> None:
    pipe = Terminal(io.StringIO())
    with shown_progress(pipe, ENGLISH) as progress:
        progress.step(1, 2, "Reading the file")
    assert isinstance(pipe.stream, io.StringIO)
    assert pipe.stream.getvalue() == ""


def test_ctrl_c_stops_the_work_at_its_next_step() -> None:
    before = signal.getsignal(signal.SIGINT)
    with shown_progress(a_terminal(), ENGLISH) as progress:
        progress.step(1, 9, "Reading the file")
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(Cancelled):
            progress.step(2, 9, "Reading the file")
    assert signal.getsignal(signal.SIGINT) is before


@pytest.fixture
def python_takes_ctrl_c() -> Iterator[None]:
    """As in the foreground: a shell starts jobs in the background with Ctrl+C ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("python_takes_ctrl_c")
def test_a_second_ctrl_c_ends_the_program_at_once() -> None:
    def twice() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt), shown_progress(a_terminal(), ENGLISH):
        twice()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, click.Abort])
def test_a_stop_outside_a_long_job_is_a_sentence(stop: type[BaseException]) -> None:
    @click.command
    def stopping() -> None:
        raise stop

    face = a_face()
    assert command_line.run(stopping, [], face) == 1
    assert said(face) == "Stopped.\n"


def test_what_opening_found_is_said_and_the_work_goes_on(loaded: Path, tmp_path: Path) -> None:
    loaded.with_name(loaded.name + ".backups").touch()
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3001-2019", "ISO 1001:2017", "", "IDT"))
    outcome = run("decide", loaded, form)
    assert (outcome.code, outcome.out) == (0, "1 decision recorded\n")
    assert outcome.err.startswith("No backup of")


def windowed(arguments: Sequence[str], *, possible: bool) -> tuple[int, list[list[str]], str]:
    """Exit code, files the window was opened with, and messages of a command line that has a window at hand."""
    opened: list[list[str]] = []

    def show(files: Sequence[str]) -> int:
        opened.append(list(files))
        return 0

    face = a_face()
    face = Face(face.translate, face.reviewer, face.out, face.messages, Window(lambda: possible, show))
    code = command_line.run(command_line.translated(command_line.aligner, face), list(arguments), face)
    return code, opened, said(face)


def test_without_arguments_the_window_opens_where_there_is_a_screen() -> None:
    assert windowed([], possible=True)[:2] == (0, [[]])


def test_without_a_screen_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert windowed([], possible=False)[:2] == (0, [])
    assert "Usage: aligner" in capsys.readouterr().out


def test_gui_opens_the_project() -> None:
    assert windowed(["gui", "ours.aligner"], possible=True)[:2] == (0, [["ours.aligner"]])


def test_gui_without_a_window_is_a_sentence() -> None:
    assert "no window" in refused("gui")


def test_help_is_in_the_language_of_each_run() -> None:
    first = run("load", "--help", "--lang", "en").out
    run("load", "--help", "--lang", "zh")
    assert run("load", "--help", "--lang", "en").out == first


def test_poor_streams_are_made_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    face_for(ENGLISH, "secretary").show("国家标准 GB/T 1")
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    assert stream.buffer.getvalue() == b"???? GB/T 1\n"
