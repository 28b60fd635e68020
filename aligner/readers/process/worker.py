"""The child process: is told which file to open, then what to do with it; writes steps and one result to its output.

Every message is a kind (one byte), a length (eight bytes) and a body in `marshal`, which makes plain values only:
nothing that a damaged child sends can run anything in the parent.
"""

import gc
import marshal
import os
import struct
import sys
import traceback
from collections.abc import Callable
from typing import Any, Final

from aligner.domain.errors import AlignerError

STEP, ROWS, RESULT, FAILURE, FAULT, OUT_OF_MEMORY, PANIC = b"s", b"t", b"r", b"f", b"b", b"m", b"p"
COLUMNS: Final = "columns"
"""A table in a result, which goes ahead of it in pieces."""

PIECE: Final = 1_000
"""Rows in one message: the parent's other threads stand still while it is decoded."""

FRAME: Final = struct.Struct(">cQ")
Report = Callable[[int, int, str], None]


def main() -> None:
    """Do what the two messages on the standard input ask for; the process ends here."""
    opening, memory, seconds = marshal.load(sys.stdin.buffer)  # noqa: S302 - plain values from our own process
    output = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing but messages may get between the messages
    _limit(memory, seconds)
    gc.disable()  # one job, then the end: what is left over goes with the process
    kind, body = _answer(opening, output)
    if kind == RESULT and COLUMNS in body:
        _send_rows(output, body.pop(COLUMNS))
    _send(output, kind, body)
    os._exit(0)  # taking hundreds of thousands of cells apart one by one would only take time


def _answer(opening: dict[str, Any] | None, output: int) -> tuple[bytes, Any]:
    def report(done: int, total: int, text: str) -> None:
        _send(output, STEP, (done, total, text))

    try:
        return RESULT, _read(opening, report) if opening is not None else _read_table(report)
    except AlignerError as error:
        return FAILURE, (error.template, {name: str(value) for name, value in error.values.items()})
    except MemoryError:
        return OUT_OF_MEMORY, None
    except BaseException as error:  # noqa: BLE001 - panics of the Rust reader are no Exceptions; all must be told
        if type(error).__name__ == "PanicException":
            return PANIC, None
        return FAULT, traceback.format_exc()


def _read(opened: dict[str, Any], report: Report) -> Any:
    """A catalogue or its preview; the cells are on their way while the rest is loaded and the task comes."""
    from aligner.readers.sheets.opening import Opening  # noqa: PLC0415 - small

    opening = Opening(opened)
    from aligner.readers.rows import reading  # noqa: PLC0415 - see above

    task, request = _task()
    return (reading.read if task == "read" else reading.preview)(request, report, opening)


def _read_table(report: Report) -> Any:
    from aligner.readers.rows import small_table as small_tables  # noqa: PLC0415 - catalogues start faster without it

    return small_tables.read(_task()[1], report)


def _task() -> tuple[str, dict[str, Any]]:
    """What to do, as the parent says when it is ready."""
    task, request = marshal.load(sys.stdin.buffer)  # noqa: S302 - plain values from our own process
    return task, request


def _send_rows(output: int, columns: dict[str, list[Any]]) -> None:
    for start in range(0, max(map(len, columns.values())) or 1, PIECE):
        _send(output, ROWS, {name: values[start : start + PIECE] for name, values in columns.items()})


def _send(output: int, kind: bytes, body: Any) -> None:
    data = memoryview(marshal.dumps(body))
    os.write(output, FRAME.pack(kind, len(data)))
    while data:
        data = data[os.write(output, data[: 1 << 20]) :]


def _limit(memory: int, seconds: int) -> None:
    """Caps that the system itself keeps, where it has them; the parent watches in any case."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
