"""Joins what several rows say of one standard: nothing that a repeated row states is thrown away."""

from collections.abc import Iterable
from itertools import compress
from typing import Any, Final

from aligner.domain.problem import Severity
from aligner.domain.standards.fields import BY_NAME, COLUMN_NAMES, Kind
from aligner.domain.text import N_
from aligner.readers.findings import Findings

CONTINUED: Final = "continued_row"
_LISTS: Final = ("replaces", "replaced_by", "ics")
_LINES: Final = ("adopted", "degree", "adopted_title")
_OWN: Final = tuple(
    name
    for name in COLUMN_NAMES
    if BY_NAME[name].printed and name not in (*_LISTS, *_LINES, "designation", "source_id", "edition", "languages")
)
"""Fields in which two rows on one standard must agree, as far as both say anything."""

Columns = dict[str, list[Any]]


def join_continued(columns: Columns, findings: Findings) -> int:
    """Join the rows that continue a standard above them to it and drop them; returns how many."""
    heads = columns.pop("head")
    continued = [index for index, head in enumerate(heads) if head is not None]
    for index in continued:
        head = heads[index]
        dropped = differing(columns, head, index)
        _tell_missing_degree(columns, head, index, findings)
        join(columns, head, index, findings)
        _tell_continued(columns, head, index, findings, dropped)
    drop(columns, continued)
    return len(continued)


def differing(columns: Columns, one: int, other: int) -> list[str]:
    """The fields in which two rows say different things."""
    return [
        name
        for name in _OWN
        if columns[name][one] != columns[name][other]
        and _says(name, columns[name][one])
        and _says(name, columns[name][other])
    ]


def _says(name: str, value: Any) -> bool:
    return bool(value) and not (BY_NAME[name].kind is Kind.STATUS and value == "unknown")


def states_more(columns: Columns, one: int, other: int) -> bool:
    """Whether the second row states something that the first does not."""
    known = {statement[0]: statement[1] for statement in columns["statements"][one]}
    more = any(
        statement[0] not in known or (statement[1] and not known[statement[0]])
        for statement in columns["statements"][other]
    )
    contradicts = any(
        statement[1] and known.get(statement[0]) and statement[1] != known[statement[0]]
        for statement in columns["statements"][other]
    )
    related = any(set(columns[name][other]) - set(columns[name][one]) for name in ("replaces", "replaced_by"))
    return more or contradicts or related


def join(columns: Columns, one: int, other: int, findings: Findings) -> None:
    """Add what the second row says to the first."""
    for name in _LISTS:
        first, second = columns[name][one], columns[name][other]
        if more := [value for value in second if value not in first]:
            columns[name][one] = [*first, *more]
    for name in _LINES:
        _add_line(columns[name], one, other)
    columns["statements"][one] = _joined_statements(columns, one, other, findings)
    for name in (*_OWN, "source_id", "edition", "languages"):
        if not _says(name, columns[name][one]) and _says(name, columns[name][other]):
            columns[name][one] = columns[name][other]
    columns["extra"][one] = _joined_texts(columns["extra"][one], columns["extra"][other])


def _add_line(texts: list[str], one: int, other: int) -> None:
    if texts[other] and texts[other] not in texts[one].split("\n"):
        texts[one] = f"{texts[one]}\n{texts[other]}" if texts[one] else texts[other]


def _joined_texts(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    joined = dict(one)
    for name, text in other.items():
        if text not in joined.get(name, "").split("\n"):
            joined[name] = f"{joined[name]}\n{text}" if joined.get(name) else text
    return joined


def _joined_statements(columns: Columns, one: int, other: int, findings: Findings) -> list[list[Any]]:
    joined = {statement[0]: statement for statement in columns["statements"][one]}
    for statement in columns["statements"][other]:
        known = joined.get(statement[0])
        if known is None or (statement[1] and not known[1]):
            joined[statement[0]] = statement
        elif statement[1] and statement[1] != known[1]:
            joined[statement[0]] = [known[0], None, f"{known[2]}; {statement[2]}", ""]
            findings.add(
                "contradicting_degrees",
                Severity.WARNING,
                N_("The rows on {designation} state {adopted} as {one} and as {other}; no degree was recorded."),
                row=columns["row"][other],
                sheet=columns["sheet"][other],
                designation=columns["designation"][one],
                adopted=statement[0],
                one=known[1],
                other=statement[1],
            )
    return list(joined.values())


def _tell_missing_degree(columns: Columns, one: int, other: int, findings: Findings) -> None:
    """A row without a degree below one that has one: nobody can tell whether it counts for both."""
    has_degree = any(statement[1] for statement in columns["statements"][one])
    if has_degree and any(statement[1] is None for statement in columns["statements"][other]):
        findings.add(
            "no_degree",
            Severity.WARNING,
            N_("“{text}” has no degree in its own row, while the row above it has one; no degree was recorded."),
            row=columns["row"][other],
            sheet=columns["sheet"][other],
            text=columns["statements"][other][0][0],
        )


def _tell_continued(columns: Columns, one: int, other: int, findings: Findings, dropped: Iterable[str]) -> None:
    findings.add(
        CONTINUED,
        Severity.LEFT_OUT,
        N_("This row continues row {first} ({designation}); its content was added there."),
        row=columns["row"][other],
        sheet=columns["sheet"][other],
        first=columns["row"][one],
        designation=columns["designation"][one],
    )
    for name in dropped:
        findings.add(
            "not_joined",
            Severity.WARNING,
            N_("This row says “{text}”, unlike row {first}, which it continues; that was not read."),
            row=columns["row"][other],
            sheet=columns["sheet"][other],
            first=columns["row"][one],
            text=str(columns[name][other]),
        )


def drop(columns: Columns, indices: Iterable[int]) -> None:
    """Take rows out of all columns, in place."""
    gone = set(indices)
    if not gone:
        return
    kept = [index not in gone for index in range(len(columns["row"]))]
    for name, values in columns.items():
        columns[name] = list(compress(values, kept))
