"""National standards by number: the row that a number means in the catalogues as they are now."""

from collections import defaultdict
from functools import cached_property

from aligner.domain.designation.binding import without_binding
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import NOT_IN_FORCE
from aligner.domain.standards.table import Table


class NationalNumbers:
    """Finds rows of a table of national standards by designation.

    A number that is printed differently now is still found: GB and GB/T of one number and year are the same standard
    (domain.md 5.2), and an undated number means the edition in force.
    """

    def __init__(self, national: Table) -> None:
        self._table = national
        self._read: dict[str, int | None] = {}

    @cached_property
    def listed(self) -> dict[str, int]:
        """The row of each designation as listed; of several the one that is no duplicate."""
        rows: dict[str, int] = {}
        duplicate_of = self._table["duplicate_of"]
        for row, designation in enumerate(self._table["designation"]):
            if designation not in rows or (duplicate_of[row] is None and duplicate_of[rows[designation]] is not None):
                rows[designation] = row
        return rows

    def row(self, designation: str) -> int | None:
        """The row that a designation means; None when no catalogue has it, or when it means several."""
        row = self.listed.get(designation)
        if row is not None:
            return row
        if designation not in self._read:
            rows = self.rows(designation)
            self._read[designation] = rows[0] if len(rows) == 1 else None
        return self._read[designation]

    def name(self, designation: str) -> str:
        """The designation under which the standard is listed now; the given one when it is not listed."""
        row = self.row(designation)
        return designation if row is None else str(self._table["designation"][row])

    def rows(self, designation: str) -> list[int]:
        """Every row that a designation may mean: the one listed, else those of its year, else those in force."""
        if designation in self.listed:
            return [self.listed[designation]]
        parsed = parse_designation(designation)
        if not isinstance(parsed, Designation):
            return []
        if str(parsed) in self.listed:
            return [self.listed[str(parsed)]]
        rows = self._by_work.get(without_binding(parsed.work), [])
        if parsed.year is not None:
            return [row for row in rows if self._table["year"][row] == parsed.year]
        return [row for row in rows if self._table["status"][row] not in NOT_IN_FORCE] or rows

    @cached_property
    def _by_work(self) -> dict[str, list[int]]:
        by_work: dict[str, list[int]] = defaultdict(list)
        for row, (work, duplicate) in enumerate(zip(self._table["work"], self._table["duplicate_of"], strict=True)):
            if duplicate is None:
                by_work[without_binding(work)].append(row)
        return dict(by_work)
