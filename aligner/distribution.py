"""The package as it is installed: its name on the index, and its version."""

from functools import cache
from typing import Final

NAME: Final = "standards-aligner"
"""Not `aligner`, which belongs to others there; the import and the command are called `aligner`."""


@cache
def version() -> str:
    """The version of this program."""
    from importlib.metadata import version as version_of  # noqa: PLC0415 - rarely asked for

    return version_of(NAME)
