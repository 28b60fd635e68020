"""Begins to open a file before everything else that loading it needs is in memory."""

from pathlib import Path

from aligner.readers.catalogue import Ahead, open_ahead

__all__ = ["Ahead", "opening_ahead"]


def opening_ahead(path: Path, *, sheet: str | None, encoding: str | None, import_anyway: bool) -> Ahead:
    """A child process that opens the file while the project is opened; use it in a `with` statement, give it to `load`.

    Raises AlignerError when a first look shows that the file cannot be read.
    """
    return open_ahead(path, sheet=sheet, encoding=encoding, import_anyway=import_anyway)
