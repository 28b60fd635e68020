"""Files the program makes: for the user alone, and while they are unfinished under names that say whose they are."""

import hashlib
import os
import platform
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

FOR_THE_USER = 0o600
FOLDER_FOR_THE_USER = 0o700
TO_HAND_OUT = 0o666
"""Less what the user's system takes away."""

_OWNER = re.compile(r"\.([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}\.unfinished(-journal)?$")


@contextmanager
def unfinished(target: Path, mode: int = FOR_THE_USER) -> Iterator[Path]:
    """A new, empty file beside the target, to be filled and put in its place; what is left of it is removed.

    Its name belongs to this process: no other one takes it for its own, and who comes later sees that it was left
    behind. Raises OSError when it cannot be made.
    """
    made = target.with_name(f".{target.name[:80]}.{_me()}-{secrets.token_hex(4)}.unfinished")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode))
    try:
        yield made
    finally:
        _remove(made)
        _remove(made.with_name(made.name + "-journal"))


def remove_left_behind(folder: Path) -> None:
    """Remove the unfinished files of processes of this computer that have ended, as far as that is allowed."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            owner = _OWNER.search(entry.name)
            if owner is not None and _has_ended(owner[1], int(owner[2]), int(owner[3])):
                _remove(Path(entry.path))


def _remove(path: Path) -> None:
    with suppress(OSError):  # never made, or in a folder that became read-only
        path.unlink(missing_ok=True)


@cache
def _computer() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _me() -> str:
    """Computer, number and second of the start of this process."""
    import psutil  # noqa: PLC0415 - most commands only read

    return f"{_computer()}-{os.getpid()}-{int(psutil.Process().create_time())}"


def _has_ended(computer: str, number: int, started: int) -> bool:
    """Whether a process is gone; one of another computer may well be at work."""
    if computer != _computer():
        return False
    import psutil  # noqa: PLC0415 - there is hardly ever anything left behind

    try:
        return abs(psutil.Process(number).create_time() - started) > 2
    except psutil.NoSuchProcess:
        return True
    except psutil.Error:
        return False


def private_folder(folder: Path) -> None:
    """Make the folder, for the user alone; one that is there stays as it is. Raises OSError when that fails."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=FOLDER_FOR_THE_USER, exist_ok=True)


def open_privately(path: str, flags: int) -> int:
    """An opener for `open`: a file that is made is for the user alone, one that is there stays as it is."""
    return os.open(path, flags, FOR_THE_USER)


def like(original: Path, copy: Path) -> None:
    """Let those read and write the copy who may do so with the original."""
    with suppress(OSError):
        copy.chmod(original.stat().st_mode & 0o777)
