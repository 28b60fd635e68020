"""How much a child process may use while it reads a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory in bytes for each process, seconds of work and seconds on the clock."""

    memory: int = 2_000_000_000
    work_seconds: int = 60
    clock_seconds: int = 240
