import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from aligner.domain.errors import AlignerError, Cancelled
from aligner.gui.surroundings.jobs import JobProgress, Jobs, Step


@pytest.fixture
def jobs(qapp: object) -> Jobs:  # noqa: ARG001 - timers need an application
    return Jobs()


def test_a_job_tells_its_outcome_in_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[str] = []
    job = jobs.start("Counting", lambda _progress: threading.current_thread().name)
    job.finished.connect(lambda _outcome: threads.append(threading.current_thread().name))
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args == ["Counting"]
    assert threads == [threading.main_thread().name]
    qtbot.waitUntil(lambda: not jobs.running)


def test_the_newest_step_is_shown(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(progress: JobProgress) -> None:
        for done in range(1000):
            progress.step(done, 1000, "Counting")
        assert go_on.wait(20)

    job = jobs.start("Counting", work)
    with qtbot.waitSignal(job.progressed, check_params_cb=lambda step: step == Step(999, 1000, "Counting")):
        pass
    with qtbot.waitSignal(job.ended):
        go_on.set()


def test_a_stopped_job_ends_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(progress: JobProgress) -> None:
        for done in iter(int, 1):
            progress.step(done, 0, "Counting for ever")
            started.set()

    job = jobs.start("Counting", work)
    assert started.wait(20)
    with qtbot.waitSignals([job.cancelled, job.ended]), qtbot.assertNotEmitted(job.failed):
        job.cancel()
    assert job.is_stopping


@pytest.mark.parametrize("error", [AlignerError("No."), ValueError("fault")])
def test_what_goes_wrong_in_a_job_is_handed_over(jobs: Jobs, qtbot: QtBot, error: Exception) -> None:
    def work(_progress: JobProgress) -> None:
        raise error

    job = jobs.start("Failing", work)
    with qtbot.waitSignal(job.failed) as failed, qtbot.assertNotEmitted(job.finished):
        pass
    assert failed.args == [error]


def test_the_end_of_the_program_stops_and_waits_for_everything(jobs: Jobs) -> None:
    ended = threading.Event()

    def work(progress: JobProgress) -> None:
        try:
            while True:
                progress.step(0, 0, "Counting for ever")
        except Cancelled:
            ended.set()
            raise

    jobs.start("Counting", work)
    jobs.stop_all()
    assert ended.is_set()
    assert jobs.running == []


class Speaker(QObject):
    said = Signal(bool)


def test_emitting_a_signal_loses_no_reference() -> None:
    """PySide6 6.12.0 loses one reference of True with each emit on Python 3.11, until the interpreter aborts."""
    speaker = Speaker()
    speaker.said.emit(True)
    before = sys.getrefcount(True)
    for _ in range(200):
        speaker.said.emit(True)
    assert abs(sys.getrefcount(True) - before) < 100
