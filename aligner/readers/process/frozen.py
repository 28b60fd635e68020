"""How the program starts its reading child when it is frozen: there is no interpreter then, but the program itself."""

import sys
from typing import Final

IS_READER: Final = "--aligner-reads-a-file"
"""The only word on the command line of a frozen program that is to be the child; no command is called so."""


def is_frozen() -> bool:
    """Whether this is a program that was built with its interpreter inside."""
    return bool(getattr(sys, "frozen", False))
