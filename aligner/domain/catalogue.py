"""One loaded list of standards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from aligner.domain.text import N_


class Level(StrEnum):
    """Which side of the comparison a catalogue stands on."""

    NATIONAL = "national"
    INTERNATIONAL = "international"


LEVEL_NAMES: Final[Mapping[Level, str]] = {Level.NATIONAL: N_("national"), Level.INTERNATIONAL: N_("international")}


TOGETHER: Final = " + "
"""Between the headings of columns that one field is put together from."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where a table of standards came from.

    `mapping` tells the heading under which each field was found, several with TOGETHER between them. `rows` counts the
    data rows read and `standards` those kept, so that rows = standards + rows left out. `program_version` is that of
    the program that derived columns from the cells, so that they can be derived anew when it has learnt more.
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
    program_version: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueDifference:
    """What a newer file of a catalogue brought, by designation; a standard has changed when its fingerprint has."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unchanged: int = 0
