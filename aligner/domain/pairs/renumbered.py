"""What was recorded on national standards whose numbers changed since: read under the number listed now."""

from collections.abc import Iterable, Mapping
from typing import Protocol, Self, TypeVar

from aligner.domain.standards.numbers import NationalNumbers

Key = tuple[str, str]


class Recorded(Protocol):
    """Something recorded on a national standard: a decision, a comparison, a settlement."""

    @property
    def national(self) -> str:
        """The designation it was recorded with."""

    @property
    def key(self) -> Key:
        """What it is recorded under: the designation comes first."""

    def renumbered(self, national: str) -> Self:
        """The same under another designation."""


Entry = TypeVar("Entry", bound=Recorded)


def as_listed(recorded: Iterable[Entry], numbers: NationalNumbers) -> dict[Key, Entry]:
    """Entries by key, each under the number that the catalogue lists for its standard now.

    A decision on `GB 3001-2019` is one on `GB/T 3001-2019` when the newer list says so (domain.md 5.2). Where both
    numbers have an entry, the one recorded under the listed number counts. What is listed nowhere stays as it is.
    """
    found: dict[Key, Entry] = {}
    others: list[Entry] = []
    for entry in recorded:
        if entry.national in numbers.listed:
            found[entry.key] = entry
        else:
            others.append(entry)
    for entry in others:
        name = numbers.name(entry.national)
        read = entry if name == entry.national else entry.renumbered(name)
        found.setdefault(read.key, read)
    return found


def earlier_keys(recorded: Mapping[Key, Recorded], numbers: NationalNumbers) -> dict[Key, list[Key]]:
    """The keys that are read as another one, by the key they are read as."""
    earlier: dict[Key, list[Key]] = {}
    for key in recorded:
        if key[0] not in numbers.listed:
            name = numbers.name(key[0])
            if name != key[0]:
                earlier.setdefault((name, key[1]), []).append(key)
    return earlier
