"""One loaded list of standards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """Which side of the comparison a catalogue stands on."""

    NATIONAL = "national"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where a table of standards came from.

    `mapping` tells the heading under which each field was found. `rows` counts the data rows read and
    `standards` those kept, so that rows = standards + rows left out.
    """

    id: int
    level: Level
    file_name: str
    sheet: str
    sha256: str
    loaded_at: str  # UTC, ISO 8601
    reference_date: str  # the day the list speaks of: the file's own date unless told otherwise
    rows: int
    standards: int
    mapping: Mapping[str, str] = field(default_factory=dict)
