"""A named state of a project from which its figures can be computed again, however the project goes on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from aligner.domain.figures.indicator import Indicator


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """What an indicator was when the snapshot was taken."""

    id: str
    value: float | None
    numerator: float | None
    denominator: float | None
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, indicator: Indicator) -> Self:
        """The figure without its breakdown and rows."""
        return cls(**{name: getattr(indicator, name) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A catalogue's file as it was when the snapshot was taken."""

    level: str
    file_name: str
    sheet: str
    sha256: str
    rows: int
    standards: int
    reference_date: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files, decisions up to an entry of the journal, counting rules and a day: everything that figures follow from.

    `profile` holds the texts of the counting profile and `rules` its rules, as they were, whatever becomes of its
    file. `as_of` is the reference date of the figures; `decided_until` "" or the last day (UTC) whose decisions count.
    `entries` and `head` are the number of entries of the journal and the hash of the last. `at` is UTC, ISO 8601.
    """

    name: str
    reviewer: str
    profile: Mapping[str, str]
    rules: Mapping[str, Any]
    as_of: str
    decided_until: str
    entries: int
    head: str
    files: tuple[KeptFile, ...]
    figures: tuple[KeptFigure, ...]
    at: str = ""
    program_version: str = ""
    id: int = field(default=0, compare=False)

    def figure(self, indicator: str) -> KeptFigure | None:
        """The figure of this id; None when it was not computed."""
        return next((one for one in self.figures if one.id == indicator), None)

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the project keeps them beside name and number."""
        return {name: value for name, value in asdict(self).items() if name not in {"id", "name"}}

    @classmethod
    def from_json(cls, number: int, name: str, values: dict[str, Any]) -> Self:
        """The snapshot that `to_json` gave; fields of a later program that this one does not know are ignored."""
        known = _known(cls, values)
        lists = {
            "files": tuple(KeptFile(**_known(KeptFile, one)) for one in values["files"]),
            "figures": tuple(KeptFigure(**_known(KeptFigure, one)) for one in values["figures"]),
        }
        return cls(**known | lists | {"id": number, "name": name})


def _known(made: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in made.__dataclass_fields__ if name in values}
