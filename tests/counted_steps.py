"""Counts what reading a text costs in steps, which are the same on every computer.

A step is a line of Python run in the program, a character handed to one of its patterns, or a character of a text cut
out for a function of it.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType, ModuleType
from typing import Any
from unittest.mock import patch


class Steps:
    """How many steps were taken."""

    number = 0


class _Counting:
    """A pattern that counts the characters it is given."""

    def __init__(self, pattern: re.Pattern[str], steps: Steps) -> None:
        self._pattern, self._steps = pattern, steps

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pattern, name)
        if name in {"match", "fullmatch", "search"}:
            return self._of_one(value)
        if name == "finditer":
            return self._of_many(value)
        if name in {"findall", "split", "sub", "subn"}:
            return self._of_all(value, 1 if name.startswith("sub") else 0)
        return value

    def _of_one(self, method: Callable[..., re.Match[str] | None]) -> Callable[..., re.Match[str] | None]:
        def look(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
            found = method(text, start, end)
            is_search = method.__name__ == "search"
            stopped = found.end() if found else min(end, len(text)) if is_search else start
            self._steps.number += max(stopped - start, 0) + 1
            return found

        return look

    def _of_many(self, method: Callable[..., Iterator[re.Match[str]]]) -> Callable[..., Iterator[re.Match[str]]]:
        def look(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
            for match in method(text, start, end):
                self._steps.number += match.end() - start + 1
                start = match.end()
                yield match
            self._steps.number += max(min(end, len(text)) - start, 0)

        return look

    def _of_all(self, method: Callable[..., Any], place: int) -> Callable[..., Any]:
        def look(*given: Any, **options: Any) -> Any:
            self._steps.number += len(given[place])
            return method(*given, **options)

        return look


def modules_of(*packages: str) -> list[ModuleType]:
    """The modules of these packages that are loaded."""
    return [module for name, module in sorted(sys.modules.items()) if name.startswith(packages)]


@contextmanager
def counted(modules: Sequence[ModuleType]) -> Iterator[Steps]:
    """Count as long as this lasts; `modules` are those whose patterns count."""
    steps = Steps()
    seen: dict[int, str] = {}

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        if "/aligner/" not in code.co_filename.replace("\\", "/"):
            return None
        if event == "call":
            for name in code.co_varnames[: code.co_argcount]:
                value = frame.f_locals.get(name)
                if isinstance(value, str) and id(value) not in seen:
                    seen[id(value)] = value  # kept, so that no other text gets its address
                    steps.number += len(value)
        steps.number += event == "line"
        return trace

    before = sys.gettrace()
    with ExitStack() as stack:
        for module in modules:
            for name, value in list(vars(module).items()):
                if (counting := _counting(value, steps)) is not value:
                    stack.enter_context(patch.object(module, name, counting))
        sys.settrace(trace)
        try:
            yield steps
        finally:
            sys.settrace(before)


def _counting(value: object, steps: Steps) -> Any:
    """The patterns in a value of a module, each counting; the value itself when it has none."""
    if isinstance(value, re.Pattern):
        return _Counting(value, steps)
    if isinstance(value, tuple | list) and value and all(isinstance(one, re.Pattern) for one in value):
        return type(value)(_Counting(one, steps) for one in value)
    if isinstance(value, dict) and value and all(isinstance(one, re.Pattern) for one in value.values()):
        return {key: _Counting(one, steps) for key, one in value.items()}
    return value
