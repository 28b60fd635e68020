"""The works that a stated number means: one, or the listed parts where all parts of a number are stated."""

from dataclasses import dataclass
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import OUT_OF_FORCE
from aligner.domain.works.aliases import as_listed
from aligner.domain.works.work import Work, Works

ALL_PARTS: Final = frozenset({"all parts", "SER"})
"""Variants of a designation that name every part of its number."""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that a statement names: its position in Works, and the number under which it is cited."""

    work: int
    text: str


def cited_works(works: Works, stated: str) -> tuple[CitedWork, ...]:
    """The works that a stated number means; empty when the lists have none.

    All parts of a number (`ISO 105 (all parts)`) are the undivided work of that number, when something of it is in
    force, and its listed parts in force; all that is listed when nothing is in force. Parts are cited without a year
    where the statement's year is not theirs. (No published rule; our decision.)
    """
    series = parse_designation(stated) if any(sign in stated for sign in _SIGNS_OF_ALL) else None
    if not isinstance(series, Designation) or series.variant not in ALL_PARTS:
        position = works.position(stated)
        return () if position is None else (CitedWork(position, stated),)
    undivided = works.position(series.work)
    every = [*([] if undivided is None else [undivided]), *parts_of(works, series)]
    published = [one for one in dict.fromkeys(every) if works.works[one].editions]
    living = [one for one in published if is_living(works.works[one])]
    return tuple(CitedWork(one, _part_cited(works, one, series.year)) for one in living or published)


def parts_in_force(works: Works, position: int) -> tuple[int, ...]:
    """The parts in force of an undivided work that is withdrawn as a whole; none of any other work.

    A standard that adopted the undivided work may go on with any of them.
    """
    work = works.works[position]
    if not work.editions or is_living(work):
        return ()
    named = parse_designation(work.key)
    if not isinstance(named, Designation):
        return ()
    return tuple(one for one in parts_of(works, named) if is_living(works.works[one]))


def parts_of(works: Works, whole: Designation) -> tuple[int, ...]:
    """The listed works that are parts of this number, or of this group of parts (`IEC 61000-4`, `ISO 105-X`)."""
    family, group = as_listed_family(works, whole), whole.part
    found = []
    for position in works.by_family.get(family, ()):
        named = parse_designation(works.works[position].key)
        if isinstance(named, Designation) and named.part is not None and _is_within(named.part, group):
            found.append(position)
    return tuple(found)


def as_listed_family(works: Works, whole: Designation) -> str:
    """The number without part under the name that the lists have for it."""
    return as_listed(Designation(whole.publisher, whole.number, type=whole.type), works.by_family).family


def is_living(work: Work) -> bool:
    """Whether its catalogue calls any of its editions neither withdrawn nor superseded."""
    return any(one.status not in OUT_OF_FORCE for one in work.editions)


def _is_within(part: str, group: str | None) -> bool:
    if group is None:
        return True
    following = part[len(group) :]
    return part.startswith(group) and (following.startswith("-") or (group.isalpha() and following[:1].isdecimal()))


def _part_cited(works: Works, position: int, year: int | None) -> str:
    key = works.works[position].key
    dated = f"{key}:{year}"
    return dated if year is not None and works.find_edition(dated) is not None else key


_SIGNS_OF_ALL: Final = ("(all parts)", " SER")
