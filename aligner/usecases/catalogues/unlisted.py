"""What the national catalogues state and no international list has: kept and told, and no evidence (11.5)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.problem import Problem, Severity
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.cited import cited_works, parts_of
from aligner.domain.works.work import Works
from aligner.i18n import Translator
from aligner.usecases.project.session import Session

COLUMNS: Final = ("national", "national_title", "stated", "degree", "nearest")
"""Columns of `unlisted_table`: a contract with scripts."""

CODE: Final = "unlisted"
"""The code of these problems."""

MOST_NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A statement that names no listed work: of which row of the national table, the number stated, its degree.

    `nearest` are the listed works of the same number and part under another publisher or type, else the parts of the
    number where it is stated undivided; empty when the lists have neither.
    """

    row: int
    stated: str
    degree: str
    nearest: tuple[str, ...]


def unlisted(session: Session) -> list[Unlisted]:
    """Every stated number that the loaded international lists have not, in the order of the national table.

    Empty as long as one of the two sides is not loaded.
    """
    return session.derived(_unlisted)


def unlisted_table(session: Session) -> Table:
    """A row for each of them, columns COLUMNS; several nearest works are parted by semicolons."""
    table = session.standards(Level.NATIONAL)
    return Table.from_rows(
        COLUMNS,
        (
            {
                "national": table["designation"][one.row],
                "national_title": table["title"][one.row] or table["title_en"][one.row],
                "stated": one.stated,
                "degree": one.degree,
                "nearest": "; ".join(one.nearest),
            }
            for one in unlisted(session)
        ),
    )


def unlisted_sentence(number: int, translate: Translator) -> str:
    """How many there are, and where they are listed."""
    return translate.plural(
        "{number} stated number is not in the international lists; it is listed among the problems.",
        "{number} stated numbers are not in the international lists; they are listed among the problems.",
        number,
    )


def unlisted_problems(session: Session, catalogue: int | None = None) -> list[Problem]:
    """A warning for each of them, of one national catalogue or of all: where it stands, and what the lists have."""
    table, files = session.standards(Level.NATIONAL), {one.id: one.file_name for one in session.store.catalogues()}
    return [
        Problem(
            CODE,
            Severity.WARNING,
            NEAREST if one.nearest else NOTHING_NEAR,
            {
                "national": table["designation"][one.row],
                "stated": one.stated,
                "nearest": ", ".join(one.nearest),
            },
            file=files.get(table["catalogue"][one.row], ""),
            sheet=table["sheet"][one.row] or "",
            row=table["row"][one.row],
        )
        for one in unlisted(session)
        if catalogue in (None, table["catalogue"][one.row])
    ]


def _unlisted(session: Session) -> list[Unlisted]:
    national = session.standards(Level.NATIONAL)
    if not len(session.standards(Level.INTERNATIONAL)):
        return []
    works = session.works()
    missing = [
        (row, text, degree or "")
        for row, statements in enumerate(national["statements"])
        if national["duplicate_of"][row] is None
        for text, degree, *_ in statements
        if not cited_works(works, text)
    ]
    by_number = _by_number(works) if missing else {}
    nearest = {text: _nearest(works, by_number, text) for text in {text for _, text, _ in missing}}
    return [Unlisted(row, text, degree, nearest[text]) for row, text, degree in missing]


def _by_number(works: Works) -> dict[str, list[str]]:
    """The works by number and part without publisher and type: `27001` of `ISO/IEC 27001`."""
    found: dict[str, list[str]] = defaultdict(list)
    for work in works.works:
        found[_number(work.key)].append(work.key)
    return found


def _nearest(works: Works, by_number: dict[str, list[str]], text: str) -> tuple[str, ...]:
    stated = parse_designation(text)
    if not isinstance(stated, Designation):
        return ()
    same = by_number.get(_number(stated.work), ())
    return tuple(same[:MOST_NEAREST]) or tuple(
        works.works[part].key for part in parts_of(works, stated)[:MOST_NEAREST] if stated.part is None
    )


def _number(work: str) -> str:
    return work.rpartition(" ")[2]


NEAREST: Final = N_("{national} states {stated}, which is not in the lists; {nearest} is.")
NOTHING_NEAR: Final = N_("{national} states {stated}, which is not in the lists.")
