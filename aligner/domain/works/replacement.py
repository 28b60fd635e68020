"""Which works go on under another number: one-to-one replacement is one work, splits and merges are not.

`ISO/IEC 17799` became `ISO/IEC 27002` and is the same work (domain.md 5.1); `ISO 8601` was split into
`ISO 8601-1` and `ISO 8601-2`, and nobody knows which of them a national standard went with.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """One edition of the work `old` was replaced by one edition of the work `new`, as a catalogue says."""

    old: str
    old_edition: str
    new: str
    new_edition: str


@dataclass(frozen=True, slots=True)
class Chains:
    """`renamed` leads from a work's name to the next name it bore; `moved` are splits and merges (old, new)."""

    renamed: Mapping[str, str]
    moved: frozenset[tuple[str, str]]

    def newest(self, name: str) -> str:
        """The name the work bears today."""
        while name in self.renamed:
            name = self.renamed[name]
        return name


def chains(replacements: Iterable[Replacement], first_edition: Mapping[str, str], living: frozenset[str]) -> Chains:
    """What the catalogues' replacements between different works amount to.

    `first_edition` gives each work's first edition, `living` the works with an edition in force. A work is renamed
    when nothing of it is in force, one work alone replaced it, the replacing edition is the first one of that
    work, and replaced no other work. Everything else is a split or a merge (our decision; domain.md 8.12).
    """
    listed = [one for one in replacements if one.old != one.new]
    successors: dict[str, set[str]] = defaultdict(set)
    replaced_by_edition: dict[str, set[str]] = defaultdict(set)
    for one in listed:
        successors[one.old].add(one.new)
        replaced_by_edition[one.new_edition].add(one.old)
    renamed: dict[str, str] = {}
    moved: set[tuple[str, str]] = set()
    for one in listed:
        is_rename = (
            one.old not in living
            and successors[one.old] == {one.new}
            and first_edition.get(one.new) == one.new_edition
            and replaced_by_edition[one.new_edition] == {one.old}
        )
        if is_rename and not _leads_to(renamed, one.new, one.old):
            renamed[one.old] = one.new
        else:
            moved.add((one.old, one.new))
    moved -= set(renamed.items())
    return Chains(renamed, frozenset(moved))


def _leads_to(renamed: Mapping[str, str], name: str, target: str) -> bool:
    """Whether the names already followed from `name` arrive at `target`: a circle in the catalogue."""
    while name in renamed and name != target:
        name = renamed[name]
    return name == target
