"""Files that come through a pipe: "-" is standard input, as other programs have it."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from aligner import named_files

PIPE: Final = Path("-")

_STARTS: Final = {b"PK": ".xlsx", b"\xd0\xcf\x11\xe0": ".xls", b"{": ".jsonl"}
"""The first bytes of what is no delimited text, with a name that fits; the reader looks at the content itself."""


@contextmanager
def from_pipe(file: Path, name: str | None = None) -> Iterator[Path]:
    """The file itself; for "-" one with what standard input holds, under this name, for as long as the block lasts.

    Raises AlignerError when there can be no file of this name.
    """
    if file != PIPE:
        yield file
        return
    with TemporaryDirectory(prefix="aligner-") as folder:
        begins = sys.stdin.buffer.read(4)
        ending = next((ending for start, ending in _STARTS.items() if begins.startswith(start)), ".csv")
        target = Path(folder) / (Path(name).name if name else f"standard-input{ending}")
        named_files.refuse_impossible(target)
        with target.open("wb") as written:
            written.write(begins)
            shutil.copyfileobj(sys.stdin.buffer, written)
        yield target
