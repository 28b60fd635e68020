"""Runs a reading task in a process of its own, so that no file can bring the program down."""

import marshal
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.process.frozen import IS_READER, is_frozen
from aligner.readers.process.limits import Limits
from aligner.readers.process.worker import COLUMNS, FAILURE, FAULT, FRAME, OUT_OF_MEMORY, PANIC, RESULT, ROWS, STEP

_TICK: Final = 0.1
_PIPE: Final = 1 << 20
"""Bytes in a pipe: with less, the two processes wait for each other in turn."""

_START: Final = "import sys; sys.path[:] = {path!r}; from aligner.readers.process.worker import main; main()"
_NO_CONSOLE: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, no black window behind the one in which a list is loaded."""

_Message = tuple[bytes, Any]


class ChildDied(Exception):
    """The child ended without an answer: the system or the reader stopped it."""


class TooMuchMemory(Exception):
    """The child needed more memory than it may have."""


Child = subprocess.Popen[bytes]


def start(limits: Limits, opening: dict[str, Any] | None, task: str, request: dict[str, Any]) -> Child:
    """A child at work on this task, which opens this file first of all. Give it to `run`, or to `stop`."""
    child = _started()
    assert child.stdin is not None  # noqa: S101 - it is a pipe
    with suppress(OSError):  # it ended already; `run` finds out why
        child.stdin.write(marshal.dumps((opening, limits.memory, limits.work_seconds)))
        child.stdin.flush()
        child.stdin.write(marshal.dumps((task, request)))
        child.stdin.close()
    return child


def run(child: Child, file: str, progress: Progress, limits: Limits) -> Any:
    """The answer of the child to its task.

    Raises AlignerError as the task does or when the time is over, ChildDied and TooMuchMemory, and whatever
    `progress` raises; the child is gone in any case.
    """
    with child:
        messages: queue.SimpleQueue[_Message | None] = queue.SimpleQueue()
        try:
            threading.Thread(target=_listen, args=(child, messages), daemon=True).start()
            return _answer(child, messages, file, progress, limits)
        finally:
            stop(child)


def _started() -> Child:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pipesize=_PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_NO_CONSOLE,
    )


def _command() -> list[str]:
    """A fresh interpreter with this one's import path, safe whatever the parent's main module is; or what is frozen."""
    if is_frozen():
        return [sys.executable, IS_READER]
    package_root = str(Path(__file__).parents[2])
    path = [package_root, *(entry for entry in sys.path if entry not in ("", package_root))]
    return [sys.executable, "-S", "-X", "utf8", "-c", _START.format(path=path)]


def _listen(child: Child, messages: "queue.SimpleQueue[_Message | None]") -> None:
    """Pass on every message; None when there are no more. Runs in a thread."""
    assert child.stdout is not None  # noqa: S101 - it is a pipe
    try:
        while head := _exactly(child.stdout, FRAME.size):
            kind, length = FRAME.unpack(head)
            messages.put((kind, marshal.loads(_exactly(child.stdout, length))))  # noqa: S302 - plain values from our own process
    except (OSError, EOFError, ValueError, TypeError):
        pass  # the pipe broke because the child ended; the None below tells that
    finally:
        messages.put(None)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    """This many bytes; none at the end of the stream."""
    data = stream.read(length)
    if data and len(data) < length:
        raise EOFError
    return data


def _answer(
    child: Child,
    messages: "queue.SimpleQueue[_Message | None]",
    file: str,
    progress: Progress,
    limits: Limits,
) -> Any:
    end = time.monotonic() + limits.clock_seconds
    step = (0, 1, N_("Reading the file"))
    used = _used_by(child)
    columns: dict[str, list[Any]] = {}
    while True:
        try:
            message = messages.get(timeout=_TICK)
        except queue.Empty:
            if child.poll() not in (None, 0):  # it died while what it started still holds the pipe
                raise _ending(child, file, limits) from None
            progress.step(*step)
            _watch(used, limits, file, end)
            continue
        if message is None:
            raise _ending(child, file, limits)
        kind, body = message
        if kind == STEP:
            step = body
            progress.step(*step)
        elif kind == ROWS:
            for name, values in body.items():
                columns.setdefault(name, []).extend(values)
        elif kind == RESULT:
            return body | {COLUMNS: columns} if columns else body
        elif kind == FAILURE:
            raise AlignerError(body[0], **body[1])
        elif kind == OUT_OF_MEMORY:
            raise TooMuchMemory
        elif kind == PANIC:
            raise ChildDied
        elif kind == FAULT:
            raise RuntimeError(f"reading {file} failed:\n{body}")


def _watch(used: Callable[[], tuple[int, float]], limits: Limits, file: str, end: float) -> None:
    if time.monotonic() > end:
        raise out_of_time(file, limits.clock_seconds)
    memory, work = used()
    if work > limits.work_seconds:
        raise out_of_time(file, limits.work_seconds)
    if memory > limits.memory:
        raise TooMuchMemory


def _used_by(child: Child) -> Callable[[], tuple[int, float]]:
    """Tells how many bytes the child has in memory and how many seconds it worked; zeros when it ended just now."""
    import psutil  # noqa: PLC0415 - loaded while the child is at work

    watched = psutil.Process(child.pid)

    def used() -> tuple[int, float]:
        try:
            spent = watched.cpu_times()
            return int(watched.memory_info().rss), spent.user + spent.system
        except psutil.Error:
            return 0, 0.0

    return used


def _ending(child: Child, file: str, limits: Limits) -> Exception:
    """Why a child that said nothing ended."""
    code = child.wait(timeout=10)
    if os.name == "posix" and code in (-signal.SIGXCPU, -signal.SIGKILL):
        return out_of_time(file, limits.work_seconds)
    return ChildDied(code)


def stop(child: Child) -> None:
    """End the child and what it started, at once."""
    if os.name == "posix":
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            child.kill()
    else:
        child.kill()


def out_of_time(file: str, seconds: int) -> AlignerError:
    """The error for a file that takes longer than any list does."""
    return AlignerError(
        N_(
            "Reading {file} took more than {seconds} s and was stopped; save only the list in a new workbook and "
            "load that."
        ),
        file=file,
        seconds=seconds,
    )
