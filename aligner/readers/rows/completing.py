"""What can only be told when all rows are read: status, identifiers resolved, duplicates, fingerprints."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final

from aligner.domain.problem import Severity
from aligner.domain.standards.fields import COLUMN_NAMES, FIELDS, LIST_KINDS, STATUS_NAMES, Status
from aligner.domain.text import N_
from aligner.readers.cells.cells import Memo
from aligner.readers.cells.words import status_of_heading
from aligner.readers.findings import Findings
from aligner.readers.rows.headed import Said
from aligner.readers.rows.joining import CONTINUED, differing, drop, join, join_continued, states_more
from aligner.readers.rows.plan import Plan

_ORDER: Final = {
    Status.IN_FORCE: 0,
    Status.UPCOMING: 1,
    Status.SUPERSEDED: 2,
    Status.WITHDRAWN: 3,
    Status.UNKNOWN: 4,
    Status.DRAFT: 5,
    Status.PLAN: 6,
    Status.DELETED: 7,
}
_OF_A_LIST: Final = frozenset({Status.WITHDRAWN, Status.SUPERSEDED, Status.UPCOMING})
"""What a heading or the name of a sheet may say of all its standards."""

STATUS_TOLD: Final = ("status_of_heading", "status_of_sheet")
"""The problems that tell it."""

_IDENTIFYING: Final = tuple(field.name for field in FIELDS if field.identifying)
_LISTS: Final = frozenset(field.name for field in FIELDS if field.kind in LIST_KINDS)


@dataclass(frozen=True, slots=True)
class Finished:
    """How many rows were joined to others, and how many are duplicates that do not count."""

    joined: int
    duplicates: int


def finish(columns: dict[str, list[Any]], plan: Plan, findings: Findings) -> Finished:
    """Complete the columns in place, in the order of COLUMN_NAMES; `plan` is that of the largest block."""
    _resolve(columns, findings, plan)
    joined = join_continued(columns, findings)
    columns["status"] = _statuses(columns, plan, findings)
    _tell_degrees(columns, findings)
    repeated, duplicates = _mark_duplicates(columns, plan, findings)
    columns["fingerprint"] = _fingerprints(columns)
    ordered = {name: columns[name] for name in COLUMN_NAMES}
    columns.clear()
    columns.update(ordered)
    return Finished(joined + repeated, duplicates)


def _resolve(columns: dict[str, list[Any]], findings: Findings, plan: Plan) -> None:
    """Identifiers of replaced standards become designations of the same file; others stay as "id:123"."""
    known = dict(zip(columns["source_id"], columns["designation"], strict=True))
    for name in ("replaces", "replaced_by"):
        all_ids = columns.pop(f"{name}_ids")
        values = columns[name]
        for index, ids in enumerate(all_ids):
            if ids:
                values[index] = [known.get(one) or f"id:{one}" for one in ids]
                missing = [one for one in ids if one not in known]
                if missing:
                    findings.add(
                        "unresolved_identifier",
                        Severity.NOTE,
                        N_("No row of this file has the identifier {text}; the replacement is kept as an identifier."),
                        row=columns["row"][index],
                        sheet=columns["sheet"][index],
                        column=plan.headings.get(name, ""),
                        text=", ".join(missing),
                    )


def _statuses(columns: dict[str, list[Any]], plan: Plan, findings: Findings) -> list[str]:
    """The status as printed, else by the stage (domain.md 4.1), by headings above or the sheet's name, by dates."""
    today = plan.calendar.today.isoformat()
    printed = columns["status"]
    wanted = ("sheet", "said_above", "stage", "is_plan", "is_draft", "withdrawn", "effective", "published", "year")
    rest = zip(*(columns[name] for name in wanted), strict=True)
    by_stage = Memo(_by_stage)
    by_sheet = Memo(status_of_heading)
    taken: Counter[tuple[str, str, str]] = Counter()

    def by_heading(sheet: str, said: Said) -> str:
        """What holds for every standard here; in force needs no saying, and plans and drafts have numbers."""
        status = said[0] or by_sheet[sheet]
        if status not in _OF_A_LIST:
            return ""
        taken[sheet, said[1], status] += 1
        return str(status)

    statuses = [
        status or (by_stage[one[2]] if one[2] is not None else by_heading(one[0], one[1]) or _by_dates(one[3:], today))
        for status, one in zip(printed, rest, strict=True)
    ]
    _tell_taken(taken, findings)
    return statuses


def _tell_taken(taken: Counter[tuple[str, str, str]], findings: Findings) -> None:
    """Say of which headings and sheets the words were taken for the status of standards that have none of their own."""
    for (sheet, heading, status), count in taken.items():
        findings.add(
            STATUS_TOLD[not heading],
            Severity.WARNING,
            N_("No status is given for the standards under “{text}”; by these words they count as {detail} ({count}).")
            if heading
            else N_("No status is given on this sheet; by its name its standards count as {detail} ({count})."),
            sheet=sheet,
            count=count,
            detail=STATUS_NAMES[Status(status)],
            text=heading,
        )


def _tell_degrees(columns: dict[str, list[Any]], findings: Findings) -> None:
    """Say of which headings the words were taken for the degree of statements that have none of their own."""
    taken = Counter(
        (sheet, *told) for sheet, told in zip(columns["sheet"], columns["degree_above"], strict=True) if told
    )
    for (sheet, heading, degree), count in taken.items():
        findings.add(
            "degree_of_heading",
            Severity.WARNING,
            N_("No degree is given for adoptions under “{text}”; by these words it is {degree} ({count})."),
            sheet=sheet,
            count=count,
            degree=degree,
            text=heading,
        )


def _by_stage(stage: int) -> str:
    if stage % 100 == 98:
        return Status.DELETED.value
    if stage < 6060:
        return Status.DRAFT.value
    return Status.IN_FORCE.value if stage < 9599 else Status.WITHDRAWN.value


def _by_dates(one: tuple[Any, ...], today: str) -> str:
    is_plan, is_draft, withdrawn, effective, published, year = one
    if is_plan:
        return Status.PLAN.value
    if is_draft:
        return Status.DRAFT.value
    if withdrawn and withdrawn <= today:
        return Status.WITHDRAWN.value
    if effective > today[: len(effective)]:
        return Status.UPCOMING.value
    return Status.IN_FORCE.value if published or year else Status.UNKNOWN.value


def _mark_duplicates(columns: dict[str, list[Any]], plan: Plan, findings: Findings) -> tuple[int, int]:
    """Of rows with one number, one counts: published before planned, in force before others, then the first.

    What the others state is added to it; those that agree with it and state more are joined, the rest are its
    duplicates. A plan whose number stands in the plan column of a published standard is that standard's duplicate.
    Returns the number of rows joined, and of duplicates.
    """
    rows = columns["row"]
    marks: list[int | None] = [None] * len(rows)
    joined = []
    for index, winner in _lesser(columns).items():
        is_more = (
            states_more(columns, winner, index) and columns["designation"][index] == columns["designation"][winner]
        )
        agrees = not differing(columns, winner, index)
        if is_more:
            join(columns, winner, index, findings)
        if is_more and agrees:
            joined.append(index)
        else:
            marks[index] = rows[winner]
        _tell_repeated(columns, index, winner, plan, findings, is_more=is_more, agrees=agrees)
    columns["duplicate_of"] = marks
    drop(columns, joined)
    return len(joined), sum(mark is not None for mark in marks)


def _tell_repeated(
    columns: dict[str, list[Any]],
    index: int,
    winner: int,
    plan: Plan,
    findings: Findings,
    *,
    is_more: bool,
    agrees: bool,
) -> None:
    is_joined = is_more and agrees
    sentence = N_("{designation} is listed again; row {other} counts, this one does not.")
    if is_joined:
        sentence = N_("{designation} is listed again; the additional content of this row was added to row {other}.")
    elif is_more:
        sentence = N_(
            "{designation} is listed again with different content; row {other} counts, and what this "
            "row states about other standards was added there."
        )
    findings.add(
        CONTINUED if is_joined else "duplicate",
        Severity.LEFT_OUT if is_joined else Severity.WARNING,
        sentence,
        row=columns["row"][index],
        sheet=columns["sheet"][index],
        column=plan.headings.get("designation", ""),
        designation=columns["designation"][index],
        other=columns["row"][winner],
    )


def _lesser(columns: dict[str, list[Any]]) -> dict[int, int]:
    """The position of each duplicate with that of the row that counts."""
    designations = columns["designation"]
    lesser: dict[int, int] = {}

    def worth(index: int) -> tuple[bool, int, int]:
        return (columns["is_plan"][index], _ORDER[Status(columns["status"][index])], index)

    if len(set(designations)) < len(designations):
        often = {designation for designation, count in Counter(designations).items() if count > 1}
        same: dict[str, list[int]] = defaultdict(list)
        for index, designation in enumerate(designations):
            if designation in often:
                same[designation].append(index)
        for indices in same.values():
            winner = min(indices, key=worth)
            lesser |= {index: winner for index in indices if index != winner}
    if any(columns["is_plan"]):
        by_plan = {
            plan_no: index
            for index, plan_no in enumerate(columns["plan_no"])
            if plan_no and not columns["is_plan"][index] and index not in lesser
        }
        for index, designation in enumerate(designations):
            if columns["is_plan"][index] and designation in by_plan:
                lesser[index] = by_plan[designation]
    return lesser


def _fingerprints(columns: dict[str, list[Any]]) -> list[str]:
    """A short hash over the identifying fields: when it differs, decisions on the standard are stale."""
    texts = [list(map("\x1e".join, columns[name])) if name in _LISTS else columns[name] for name in _IDENTIFYING]
    digest = hashlib.blake2b
    return [
        digest("\x1f".join(values).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        for values in zip(*texts, strict=True)
    ]
