"""How much a child process may use while it reads a file."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory in bytes for each process, seconds of work and seconds on the clock."""

    memory: int = 2_000_000_000
    work_seconds: int = 60
    clock_seconds: int = 240

    @classmethod
    def for_size(cls, size: int) -> Self:
        """Work in proportion to this many unpacked bytes: 5 s and 2 s for each MB, but never more than for any file.

        A small file that takes longer was made to.
        """
        return cls(work_seconds=min(cls().work_seconds, 5 + size // 500_000))
