"""Uses a second core: a thread for what lets go of the interpreter, a second process for what does not."""

import marshal
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

_CAN_SPLIT = hasattr(os, "fork") and sys.platform != "darwin"


class InThread:
    """A function that began to run in a thread; for readers that let go of the interpreter while they work."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self._function, self._arguments = function, arguments
        self._value: Any = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def result(self) -> Any:
        """The value of the function; raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._value

    def _run(self) -> None:
        try:
            self._value = self._function(*self._arguments)
        except BaseException as error:  # noqa: BLE001 - it is raised where the value is asked for
            self._error = error


class SecondProcess:
    """A function that began to run; `result` waits for its value, which must be plain.

    Only for a process with one thread. Where nothing can run beside it, or when that failed, the value is
    computed on the spot.
    """

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self._function, self._arguments = function, arguments
        self._pipe: int | None = None
        if _CAN_SPLIT and (os.cpu_count() or 1) > 1:
            self._start()

    def result(self) -> Any:
        """The value of the function."""
        data = self._read() if self._pipe is not None else b""
        return marshal.loads(data) if data else self._function(*self._arguments)  # noqa: S302 - plain values from our own process

    def _start(self) -> None:
        reading, writing = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # no room for another process
            os.close(reading)
            os.close(writing)
            return
        if self._process:
            os.close(writing)
            self._pipe = reading
            return
        try:
            data = memoryview(marshal.dumps(self._function(*self._arguments)))
            while data:
                data = data[os.write(writing, data[: 1 << 20]) :]
        finally:
            os._exit(0)  # without a value when it failed: the first process then computes it and fails aloud

    def _read(self) -> bytes:
        assert self._pipe is not None  # noqa: S101 - `result` has checked it
        with open(self._pipe, "rb", closefd=True) as stream:  # noqa: PTH123 - a descriptor, not a path
            data = stream.read()
        _, status = os.waitpid(self._process, 0)
        self._pipe = None
        return data if status == 0 else b""
