"""Whether a function that is to be called later still has everything it works on."""

from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType, MethodType
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid


def can_be_called(callback: Callable[..., Any]) -> bool:
    """Whether no page, dialog or widget that the callback knows was destroyed since it was made.

    Pages are made anew when language or colours change and dialogs go when they are closed; what was asked for them
    then reaches nobody. A callback knows its own object, what it closes over and what it was given in advance.
    """
    return all(isValid(one) for one in _known_to(callback, set()))


def _known_to(value: object, seen: set[int]) -> Iterator[QObject]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, QObject):
        yield value
        return
    for inner in _inside(value):
        yield from _known_to(inner, seen)


def _inside(value: object) -> Iterator[object]:
    """What a function holds on to; nothing for other values, however much they hold."""
    if isinstance(value, MethodType):
        yield value.__self__
        yield value.__func__
    elif isinstance(value, partial):
        yield value.func
        yield from value.args
        yield from value.keywords.values()
    elif isinstance(value, FunctionType):
        yield from value.__defaults__ or ()
        yield from (value.__kwdefaults__ or {}).values()
        for cell in value.__closure__ or ():
            try:
                yield cell.cell_contents
            except ValueError:  # not yet given a value
                continue
