"""The rows of a catalogue as works need them: under which work and edition each one stands, and what replaced it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligner.domain.designation.binding import without_binding
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import OUT_OF_FORCE, UNPUBLISHED, Status
from aligner.domain.standards.table import Table
from aligner.domain.works.replacement import Replacement

_SERIES = re.compile(r" SER\b")
_VARIANT = re.compile(r" (?:RLV|CSV|EXV|CMV)\b")
_DATED_BASE = re.compile(r"[^:+]+?[:-](\d{4})(?=$|[+/ ])")
_SUPPLEMENT_YEAR = re.compile(r":(\d{4})(?:\(|$| )")


@dataclass(frozen=True)
class Rows:
    """Columns of equal length; `work` is "" for plans, `edition` is "" for what is not an edition of its own.

    `published` is never later refined than the catalogue's, but supplements that repeat their base's date have the
    year they are numbered with.
    """

    designation: list[str]
    work: list[str]
    printed_work: list[str]
    edition: list[str]
    is_supplement: list[bool]
    is_variant: list[bool]
    is_duplicate: list[bool]
    published: list[str]
    withdrawn: list[str]
    status: list[Status]
    stage: list[int | None]
    publisher: list[str]
    type: list[str]
    family: list[str]
    replaces: list[list[str]]
    replaced_by: list[list[str]]
    by_designation: dict[str, int]

    def is_edition(self, index: int) -> bool:
        """Whether the row is a published document that is no supplement."""
        return bool(self.edition[index]) and not self.is_supplement[index]


def read_rows(table: Table) -> Rows:
    """The columns of a table of standards that works are made of."""
    designation = table["designation"]
    status = [Status(value or Status.UNKNOWN) for value in table["status"]]
    is_supplement = [bool(value) for value in table["is_supplement"]]
    work = [
        "" if is_plan or not name else without_binding(name)
        for name, is_plan in zip(table["work"], table["is_plan"], strict=True)
    ]
    published = [
        _published(text, year, day or "", supplement)
        for text, year, day, supplement in zip(
            designation, table["year"], table["published"], is_supplement, strict=True
        )
    ]
    edition = [
        "" if one in UNPUBLISHED or draft or not name or _SERIES.search(text) else _edition(text, year)
        for text, year, one, draft, name in zip(
            designation, table["year"], status, table["is_draft"], work, strict=True
        )
    ]
    by_designation: dict[str, int] = {}
    for index, text in enumerate(designation):
        by_designation.setdefault(text, index)
    return Rows(
        designation=designation,
        work=work,
        printed_work=table["work"],
        edition=edition,
        is_supplement=is_supplement,
        is_variant=["+" in text or bool(_VARIANT.search(text)) for text in designation],
        is_duplicate=[row is not None for row in table["duplicate_of"]],
        published=published,
        withdrawn=[day or "" for day in table["withdrawn"]],
        status=status,
        stage=table["stage"],
        publisher=table["publisher"],
        type=table["type"],
        family=table["family"],
        replaces=table["replaces"],
        replaced_by=table["replaced_by"],
        by_designation=by_designation,
    )


def replacements(rows: Rows) -> Iterator[Replacement]:
    """Every replacement of one published edition by another that either of them states."""
    for index, (earlier, later) in enumerate(zip(rows.replaces, rows.replaced_by, strict=True)):
        if not rows.is_edition(index) or not (earlier or later):
            continue
        here = (rows.work[index], rows.edition[index])
        for text in earlier or ():
            there = _named(rows, text)
            if there:
                yield Replacement(*there, *here)
        for text in later or ():
            there = _named(rows, text)
            if there:
                yield Replacement(*here, *there)


def first_editions(rows: Rows) -> dict[str, str]:
    """The first edition of each work name, by publication date."""
    first: dict[str, tuple[str, str]] = {}
    for index, work in enumerate(rows.work):
        if rows.is_edition(index):
            mine = (rows.published[index], rows.edition[index])
            first[work] = min(first.get(work, mine), mine)
    return {work: edition for work, (_, edition) in first.items()}


def living_works(rows: Rows) -> frozenset[str]:
    """The work names with an edition that its catalogue does not call withdrawn or superseded."""
    return frozenset(
        work
        for index, work in enumerate(rows.work)
        if rows.is_edition(index) and rows.status[index] not in OUT_OF_FORCE
    )


def replacement_days(rows: Rows, replaced: Iterable[Replacement]) -> dict[str, str]:
    """The day on which the first replacing edition was published, by replaced edition."""
    published = {rows.edition[i]: rows.published[i] for i in range(len(rows.work)) if rows.is_edition(i)}
    ends: dict[str, str] = {}
    for one in replaced:
        day = published[one.new_edition]
        if one.old_edition != one.new_edition and day >= published[one.old_edition]:
            ends[one.old_edition] = min(ends.get(one.old_edition, day), day)
    return ends


def representative_row(group: list[int], rows: Rows) -> int:
    """The row that stands for an edition: no variant or duplicate, and with a stage code where one is given."""
    if len(group) == 1:
        return group[0]
    return min(
        group,
        key=lambda index: (rows.is_variant[index], rows.is_duplicate[index], rows.stage[index] is None, index),
    )


def end_of(index: int, rows: Rows, replaced_at: str) -> str:
    """The first day out of force: printed, or that of the replacement when the status says that it is over."""
    if rows.withdrawn[index] or rows.status[index] not in OUT_OF_FORCE:
        return rows.withdrawn[index]
    return replaced_at


def supplements_of(key: str, order: list[str], supplements: list[int], rows: Rows) -> tuple[int, ...]:
    """The published supplements of an edition, each once, oldest first.

    A supplement whose base edition is in no catalogue belongs to the last edition published before it.
    """
    if not supplements:
        return ()
    mine: dict[str, int] = {}
    for index in supplements:
        base = rows.edition[index]
        if base not in order:
            base = next((one for one in reversed(order) if rows.published[index] >= one[-4:]), "")
        if base == key:
            mine.setdefault(rows.designation[index], index)
    return tuple(sorted(mine.values(), key=lambda index: (rows.published[index], index)))


def _named(rows: Rows, text: str) -> tuple[str, str] | None:
    """Work and edition of a designation in a replacement field; None for supplements, drafts and the unknown."""
    index = rows.by_designation.get(text)
    if index is None or not rows.is_edition(index):
        return None
    return rows.work[index], rows.edition[index]


def _published(text: str, year: int | None, day: str, is_supplement: bool) -> str:
    """The publication date; for a supplement not before the year it is numbered with."""
    if not is_supplement:
        return day or (str(year) if year else "")
    years = _SUPPLEMENT_YEAR.findall(text)
    numbered = years[-1] if years else ""
    return numbered if day[:4] < numbered else day


def _edition(text: str, year: int | None) -> str:
    """Designation.edition_key, without taking apart what is plain to see: `ISO 9001:2015/Amd 1:2024`."""
    plain = None if text.startswith("IEC/ISO") else _DATED_BASE.match(text)
    if plain is not None and plain[1] == str(year):
        return plain[0]
    parsed = parse_designation(text)
    return parsed.edition_key if isinstance(parsed, Designation) else text
