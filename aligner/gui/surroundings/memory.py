"""Free memory goes back to the system: the C library of Linux keeps it after long work otherwise."""

import ctypes
import sys


def give_back() -> None:
    """Give back what is free; to be called beside the window. Does nothing where the system has no such call."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
