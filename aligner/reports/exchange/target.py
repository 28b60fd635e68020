"""A file that appears whole or not at all."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from aligner import named_files, own_files
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

_DATABASE = b"SQLite format 3\0"


def ending(target: Path, known: Collection[str]) -> str:
    """The end of the file's name, `.xlsx`, which says what to write; raises AlignerError when it is none of these.

    A folder and a project are refused as such, whatever their names.
    """
    _refuse_what_is_there(target)
    suffix = target.suffix.casefold()
    if suffix not in known:
        raise AlignerError(
            N_("What to write is told by the end of the file name, and {file} has none of these: {known}. Add one."),
            file=target.name,
            known=", ".join(known),
        )
    return suffix


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file to write in the target's place; it takes that place only when the block ends without an error.

    The bytes are gathered in memory and go to a temporary file in the same folder, made first to see that it can be,
    which is synced and moved, or removed when anything fails; until then the target stays as it was. Raises
    AlignerError when the place cannot be written. (Zip files written straight to a full disk complain once more,
    outside of any `except`, when they are collected.)
    """
    _refuse_what_is_there(target)
    place = target.resolve()
    try:
        own_files.remove_left_behind(place.parent)
        with own_files.unfinished(place, own_files.TO_HAND_OUT) as temporary:
            content = BytesIO()
            yield content
            with temporary.open("rb+") as file:
                file.write(content.getbuffer())
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                own_files.like(place, temporary)
            temporary.replace(place)
    except OSError as problem:
        raise _as_sentence(problem, target) from problem


def _refuse_what_is_there(target: Path) -> None:
    named_files.refuse_impossible(target)
    place = target.resolve()
    if place.is_dir():
        raise AlignerError(N_("{target} is a folder. Give the name of a file in it."), target=str(target))
    if _is_project(place):
        raise AlignerError(N_("{target} is a project. Give the name of another file."), target=str(target))


def _is_project(place: Path) -> bool:
    """Whether a project's database stands there: a slip of the hand must not cost a committee's decisions."""
    try:
        with place.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _as_sentence(problem: OSError, target: Path) -> AlignerError:
    """What the user can do about it."""
    match problem:
        case FileNotFoundError():
            template = N_("The folder of {target} does not exist. Create it or choose another one.")
        case PermissionError():
            template = N_(
                "{target} cannot be replaced: it is open in another program or protected. Nothing was written; "
                "close it or choose another name, and write it again."
            )
        case _:
            template = N_("{target} could not be written: {reason}. Nothing was changed.")
    return AlignerError(template, target=str(target), reason=problem.strerror or str(problem))
