"""The national side on a day: which standards are in force, and which plans are under way (domain.md 8.1)."""

from dataclasses import dataclass
from datetime import date

from aligner.domain.counting import CountingRules
from aligner.domain.designation.publishers import level_of
from aligner.domain.standards.fields import Status
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works


@dataclass(frozen=True)
class Nationals:
    """Rows of the national table, each standard once."""

    in_force: frozenset[int]
    """Standards that count on the day."""
    plans: frozenset[int]
    """Projects under way on the day."""
    base_of: dict[int, int]
    """The row of the standard that a row speaks of: a duplicate's or an amendment's base, else itself."""


def nationals_at(table: Table, works: Works, at: date, rules: CountingRules) -> Nationals:
    """The national standards and plans that count on this day.

    In force: published and not withdrawn, upcoming ones when the rules count them. Which codes are national standards
    is a rule, too. Amendments (修改单) never count alone; a number nobody understood counts, so that it is not lost.
    """
    in_force: set[int] = set()
    base_of: dict[int, int] = {}
    for work in works.works:
        for edition in work.editions:
            for row in (edition.row, *edition.variants, *edition.supplements):
                base_of[row] = edition.row
            if (
                edition.is_in_force(at, rules)
                and is_counted_body(table["publisher"][edition.row], rules)
                and (rules.count_upcoming or not is_upcoming(table, edition.row, at))
            ):
                in_force.add(edition.row)
    return Nationals(frozenset(in_force), _plans_at(table, in_force, at), base_of)


def is_counted_body(publisher: str, rules: CountingRules) -> bool:
    """Whether the rules count the standards of this body as national ones."""
    return publisher not in rules.national_left_out and level_of(publisher) in rules.national_levels


def is_upcoming(table: Table, row: int, at: date) -> bool:
    """Published, not yet effective: by its effective date, else as the catalogue says."""
    effective = table["effective"][row]
    return bool(effective > at.isoformat() if effective else table["status"][row] == Status.UPCOMING)


def _plans_at(table: Table, in_force: set[int], at: date) -> frozenset[int]:
    """Plans issued by this day whose standard is not yet published: publication wins over plan (domain.md 4.4)."""
    realised = {table["plan_no"][row] for row in in_force} - {""}
    day = at.isoformat()
    return frozenset(
        row
        for row, (status, is_plan) in enumerate(zip(table["status"], table["is_plan"], strict=True))
        if (is_plan or status == Status.PLAN)
        and status != Status.DELETED
        and table["duplicate_of"][row] is None
        and table["plan_issued"][row] <= day
        and table["designation"][row] not in realised
        and (not table["plan_no"][row] or table["plan_no"][row] not in realised)
    )
