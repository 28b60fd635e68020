"""Words for what became of the rows and tables of a file that was read."""

from typing import Final

from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.catalogue import Found, Reading

NOTHING_OF: Final = N_("The list does not give: {fields}.")
"""The first line of a summary, when much depends on what is missing."""

READ_OF: Final = N_("Read {number} of the {all} rows of the file as standards.")
_READ: Final = ("standards", "continued_row")
"""What `Reading.accounts` calls the rows that went into standards."""

_OTHERS: Final = N_("{count} of the other rows: {detail}.")
_BECAME: Final = {
    "standards": N_("Standards"),
    "continued_row": N_("of these joined to the standard above or with the same number"),
    "headings": N_("headings and what is above them"),
    "repeated_heading": N_("repeated headings, column numbers"),
    "group_heading": N_("headings of groups"),
    "total_or_note": N_("totals, notes, page feet, signatures"),
    "no_number": N_("without a standard number"),
    "no_standard": N_("no standard number where the others have one"),
    "other_table": N_("of a small table below the list"),
    "not_read": N_("in tables and on sheets that were not read"),
    "left_out": N_("incomplete lines"),
}
_MISSING: Final = {
    "title": N_("titles"),
    "status": N_("status"),
    "statements": N_("adopted international standards"),
}
_WHY_NOT: Final = {
    "unlike": N_("not read: other headings than the list"),
    "other_side": N_("not read: numbers of the other side"),
    "hidden": N_("not read: on a hidden sheet"),
    "not_chosen": N_("not read: not chosen"),
}


def became_of(name: str) -> str:
    """The English words for one of the kinds in `Reading.accounts`."""
    return _BECAME[name]


def rows_read(reading: Reading) -> int:
    """How many rows of the file went into standards."""
    return sum(reading.accounts.get(name, 0) for name in _READ)


def accounts_kept(reading: Reading) -> list[Problem]:
    """What became of every row of the file, as notes to be kept with the catalogue; their numbers add up."""
    numbers = {"number": rows_read(reading), "all": reading.rows_in_file}
    others = [
        Problem("rows_not_read", Severity.NOTE, _OTHERS, {"count": count, "detail": became_of(name)})
        for name, count in reading.accounts.items()
        if name not in _READ
    ]
    return [Problem("rows_read", Severity.NOTE, READ_OF, numbers), *others]


def missing_words(reading: Reading) -> list[str]:
    """The English words for what the list says nothing of."""
    return [_MISSING[name] for name in reading.missing]


def state_of(block: Found) -> str:
    """The English words for whether a table is read, and why not."""
    if block.is_chosen:
        return N_("read")
    return _WHY_NOT[block.why_not] if block.is_list else N_("no list of standards")
