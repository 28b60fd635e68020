"""One published document: a row of a catalogue, for places that show one at a time."""

from dataclasses import dataclass
from typing import Any

from aligner.domain.standards.fields import Status
from aligner.domain.standards.table import Table


@dataclass(frozen=True, slots=True)
class Standard:
    """The fields of one standard that people look at; `values` has every column of `domain.fields`."""

    designation: str
    title: str
    title_en: str
    scope: str
    published: str
    status: Status
    ics: tuple[str, ...]
    committee: str
    values: dict[str, Any]


def standard_at(table: Table, index: int) -> Standard:
    """The standard in this position of a table of standards."""
    values = table.row(index)
    return Standard(
        designation=values["designation"],
        title=values["title"],
        title_en=values["title_en"],
        scope=values["scope"],
        published=values["published"],
        status=Status(values["status"]),
        ics=tuple(values["ics"]),
        committee=values["committee"],
        values=values,
    )
