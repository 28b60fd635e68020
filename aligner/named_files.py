"""Files that the user names: whether there can be such a file is asked before anything is done with the name."""

import os
from pathlib import Path

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

_SHOWN = 60
"""Characters of a name that a sentence shows."""


def refuse_impossible(file: Path) -> None:
    """Raises AlignerError when no file can have this name, or when its folder lets nobody look. It need not exist.

    Without this, the first look at such a name ends in an OSError or a ValueError: it is too long, holds half of a
    character or a NUL, or the folder is closed to the user.
    """
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except ValueError as error:
        raise AlignerError(
            N_("No file can be called “{file}”. Choose another name."), file=_readable(file.name)
        ) from error
    except OSError as error:
        raise AlignerError(
            N_("“{file}” cannot be used: {reason}. Choose another name or folder."),
            file=_readable(file.name),
            reason=error.strerror or str(error),
        ) from error


def is_file(name: str) -> bool:
    """Whether there is a file of this name, also for names that no file can have."""
    return os.path.isfile(name)  # noqa: PTH113 - Path.is_file raises OSError for some of them


def is_there(name: str) -> bool:
    """Whether there is a file or a folder of this name, also for names that neither can have."""
    return os.path.exists(name)  # noqa: PTH110 - Path.exists raises OSError for some of them


def _readable(name: str) -> str:
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name[:_SHOWN])
    return shown + "…" * (len(name) > _SHOWN)
