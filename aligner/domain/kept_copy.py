"""A copy of the project file that was kept, to go back to when the file is damaged."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.domain.text import N_


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """Where it is, when it was made (UTC, ISO 8601), and how large it is, in bytes.

    `precedes_conversion`: it was kept before a newer program changed the form of the file.
    """

    file: Path
    made_at: str
    size: int
    precedes_conversion: bool = False


KIND_NAMES: Final[Mapping[bool, str]] = {
    False: N_("backup"),
    True: N_("before the file was converted"),
}
"""What a copy is, by `KeptCopy.precedes_conversion`."""
