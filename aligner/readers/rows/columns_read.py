"""Reads the cells of a block column by column, each by the kind of its field."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from aligner.domain.problem import Severity
from aligner.domain.standards.fields import BY_NAME, Kind, empty_value
from aligner.domain.text import N_
from aligner.readers.cells.calendar import AMBIGUOUS, NOT_A_DATE, SUSPICIOUS
from aligner.readers.cells.cells import (
    Cell,
    Memo,
    ics_of,
    integer_of,
    lines_of,
    stage_of,
    text_of,
    title_of,
    value_of,
    words_of,
)
from aligner.readers.cells.dated_status import dated_status
from aligner.readers.findings import Findings
from aligner.readers.rows.plan import Plan

_TEXTS: Final = {"adopted": lines_of, "degree": lines_of, "adopted_flag": text_of, "languages": words_of}


class ColumnsRead:
    """The values of each field for the standards of a block."""

    def __init__(self, cells: Sequence[Sequence[Cell]], numbers: list[int], plan: Plan, findings: Findings) -> None:
        self._cells, self._numbers, self._plan, self._findings = cells, numbers, plan, findings
        self.said_with_status: dict[int, dict[str, Any]] = {}
        """The dates that a cell of the status column says with the status, by the position of its row."""

    def read(self, name: str) -> list[Any]:
        """The values of this field; its empty value in every row when no column holds it."""
        kind = BY_NAME[name].kind
        position = self._plan.columns.get(name)
        if name == "extra":
            return self._extra()
        if position is None or kind in (Kind.DESIGNATIONS, Kind.STATEMENTS) or position >= len(self._cells):
            empty = "" if kind is Kind.STATUS else empty_value(kind)  # "" lets dates and number tell the status
            return [empty] * len(self._numbers)
        return self._of_kind(name, kind, self._cells[position])

    def _of_kind(self, name: str, kind: Kind, cells: Sequence[Cell]) -> list[Any]:
        match kind:
            case Kind.TITLE:
                return list(map(title_of, cells))
            case Kind.DATE:
                return self._dates(name, cells)
            case Kind.ICS:
                return self._checked(name, cells, ics_of, N_("“{text}” is not an ICS code."))
            case Kind.STATUS:
                return self._statuses(name, cells)
            case Kind.STAGE:
                return self._stages(name, cells)
            case Kind.INTEGER:
                return Memo(integer_of).over(cells)
            case _:
                return Memo(_TEXTS.get(name, value_of)).over(cells)

    def _extra(self) -> list[dict[str, str]]:
        """The columns of the user's own, as texts by heading, without those that say nothing."""
        extra = [
            (heading, Memo(value_of).over(self._cells[at]))
            for at, heading in self._plan.extra.items()
            if at < len(self._cells)
        ]
        if not extra:
            return [{}] * len(self._numbers)
        names = [heading for heading, _ in extra]
        return [
            {name: text for name, text in zip(names, texts, strict=True) if text}
            for texts in zip(*(texts for _, texts in extra), strict=True)
        ]

    def _checked(
        self, name: str, cells: Sequence[Cell], function: Callable[[Cell], tuple[Any, str]], sentence: str
    ) -> list[Any]:
        """Values of a function that also tells what it could not use."""
        memo = Memo(function)
        values = [value for value, _ in memo.over(cells)]
        if any(strange for _, strange in memo.values()):
            for number, cell in zip(self._numbers, cells, strict=True):
                if strange := memo[cell][1]:
                    self._warn(f"not_{name}", sentence, number, name, strange)
        return values

    def _dates(self, name: str, cells: Sequence[Cell]) -> list[str]:
        memo = Memo(self._plan.calendar.read)
        values = [value for value, _ in memo.over(cells)]
        if any(trouble for _, trouble in memo.values()):
            for number, cell in zip(self._numbers, cells, strict=True):
                if trouble := memo[cell][1]:
                    self._warn(trouble, _DATE_SENTENCES[trouble], number, name, text_of(cell))
        return values

    def _statuses(self, name: str, cells: Sequence[Cell]) -> list[str]:
        memo = Memo(lambda cell: dated_status(text_of(cell), self._plan.calendar))
        values = []
        for index, read in enumerate(memo.over(cells)):
            values.append("" if read is None else read.status)
            if read is not None and (read.withdrawn or read.effective):
                self.said_with_status[index] = {"withdrawn": read.withdrawn, "effective": read.effective}
            elif read is None and (text := value_of(cells[index])):
                values[index] = empty_value(Kind.STATUS)
                sentence = N_("Unknown status “{text}”; the standard counts as having an unknown status.")
                self._warn("unknown_status", sentence, self._numbers[index], name, text)
        return values

    def _stages(self, name: str, cells: Sequence[Cell]) -> list[int | None]:
        values = Memo(stage_of).over(cells)
        for index, value in enumerate(values):
            if value is None and (text := value_of(cells[index])):
                self._warn("not_stage", N_("“{text}” is not a stage code."), self._numbers[index], name, text)
        return values

    def _warn(self, code: str, sentence: str, number: int, name: str, text: str) -> None:
        self._findings.add(
            code, Severity.WARNING, sentence, row=number, column=self._plan.headings.get(name, ""), text=text
        )


_DATE_SENTENCES: Final = {
    NOT_A_DATE: N_("“{text}” was not understood as a date and left empty."),
    SUSPICIOUS: N_("The date “{text}” is impossible and was left empty."),
    AMBIGUOUS: N_("The date “{text}” can be read in two ways; only its year was used."),
}
