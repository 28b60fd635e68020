"""Tells apart which rows of a block are standards, which continue one, and which are none."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from aligner.domain.designation.number_cell import NumberCell, read_number_cell
from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.readers.aliases import fold
from aligner.readers.blocks.asides import (
    are_column_numbers,
    is_ordinal,
    is_ruler,
    is_total_or_note,
    looks_like_number,
)
from aligner.readers.cells.cells import Cell, is_blank, lines_of, text_of
from aligner.readers.cells.numbers import describe, statements_of
from aligner.readers.columns.content_tests import is_title
from aligner.readers.findings import Findings
from aligner.readers.rows.headed import Above, Said
from aligner.readers.rows.plan import Plan
from aligner.readers.rows.several import row_of

STATING: Final = ("adopted", "degree", "adopted_title", "replaces", "replaced_by")
"""What the rows below a standard may say of it."""

_YEARED: Final = re.compile(r"\d\s*[-–—:：(（]\s*(?:19|20)?\d\d(?!\d)")


class Standards:
    """The rows of a block that are standards, with what their numbers tell and which of them continue another."""

    def __init__(self, plan: Plan, above: Above, findings: Findings) -> None:
        self.rows: list[Sequence[Cell]] = []
        self.numbers: list[int] = []
        self.described: list[tuple[Any, ...]] = []
        self.heads: list[int | None] = []
        self.found: dict[int, dict[str, Any]] = {}  # what the cell with the number says besides, by position
        self.said_above: list[Said] = []
        self.left_out: Counter[str] = Counter()
        self.further = self.blank = 0
        self._plan, self._above, self._findings = plan, above, findings
        self._head: int | None = None
        self._after_gap = self._in_other_table = False
        self._stating = {at for name in STATING for at in plan.places(name)}

    def take(self, row: Sequence[Cell], number: int, described: tuple[Any, ...]) -> None:
        """The next row."""
        if number in self._plan.repeated:
            self._leave(_HEADING, row, number)
        elif number in self._plan.across:
            self._take_across(row, number)
        elif described[2]:
            self._take_number(row, number, described)
        elif all(map(is_blank, row)):
            self.blank += 1
            self._after_gap, self._in_other_table = True, False
            return
        else:
            self._take_other(row, number, described)
        self._after_gap = False

    def _take_across(self, row: Sequence[Cell], number: int) -> None:
        text = self._texts(row)[0]
        if is_total_or_note(text):
            self._leave(_TOTAL, row, number)
        else:
            self._leave_group(row, number)

    def _take_number(self, row: Sequence[Cell], number: int, described: tuple[Any, ...]) -> None:
        if self._in_other_table and not self._looks_like_the_others(row):
            self._leave(_OTHER_TABLE, row, number)
            return
        self._in_other_table = False
        is_below = number in self._plan.below and self._head is not None
        self._keep(row, number, described, self._head if is_below else None)

    def _looks_like_the_others(self, row: Sequence[Cell]) -> bool:
        title = self._plan.columns.get("title", self._plan.columns.get("title_en"))
        return title is None or is_title(row[title])

    def _keep(self, row: Sequence[Cell], number: int, described: tuple[Any, ...], head: int | None = None) -> None:
        self.rows.append(row)
        self.numbers.append(number)
        self.described.append(described)
        self.heads.append(head)
        self.said_above.append(self._above.said)
        if head is None:
            self._head = len(self.rows) - 1

    def _take_other(self, row: Sequence[Cell], number: int, described: tuple[Any, ...]) -> None:
        texts = self._texts(row)
        printed = described[1]
        said = [text for text in texts if not is_ordinal(text)] or texts
        if not printed and (instead := self._plan_number(row)):
            self._keep(row, number, instead)
        elif is_total_or_note(texts[0]) or is_total_or_note(said[0]) or is_total_or_note(printed):
            self._leave(_TOTAL, row, number)
        elif self._repeats_headings(texts):
            self._leave(_HEADING, row, number)
        elif are_column_numbers(texts) or is_ruler(texts):
            self._leave(_COLUMN_NUMBERS, row, number)
        elif not printed:
            self._take_without_number(row, number, said)
        elif self._take_several(row, number, printed):
            self._in_other_table = False
        else:
            self._take_strange(row, number, described, texts, said)

    def _repeats_headings(self, texts: list[str]) -> bool:
        known = self._plan.heading_texts
        return len(texts) > 1 and sum(fold(text) in known for text in texts) * 2 > len(texts)

    def _plan_number(self, row: Sequence[Cell]) -> tuple[Any, ...] | None:
        """A project that has no number yet stands under its plan number."""
        position = self._plan.columns.get("plan_no")
        instead = describe(row[position]) if position is not None and position < len(row) else None
        return instead if instead and instead[2] else None

    def _take_without_number(self, row: Sequence[Cell], number: int, said: list[str]) -> None:
        if self._continues(row):
            assert self._head is not None  # noqa: S101 - else it continues nothing
            head = self._head
            self._keep(row, number, self.described[head], head)
        elif len(said) == 1:
            self._leave_group(row, number)
        else:
            self._head = None
            self._leave(_NO_NUMBER, row, number, self._plan.headings.get("designation", ""))

    def _continues(self, row: Sequence[Cell]) -> bool:
        """Whether the row has nothing besides what belongs to the standard above it."""
        if self._head is None:
            return False
        filled = [at for at, cell in enumerate(self._plan.own(row)) if not is_blank(cell)]
        open_to_all = self._stating | self._plan.serial | set(self._plan.remarks)
        above = self.rows[self._head]
        if not all(at in open_to_all or text_of(row[at]) == text_of(above[at]) for at in filled):
            return False
        adopted = self._plan.places("adopted")
        if any(at in filled for at in adopted):
            if adopted < self._plan.places("designation"):  # a list of the adopted ones: this one has no counterpart
                return False
            return bool(statements_of(lines_of(row[self._plan.columns["adopted"]]), "")[0])
        return any(at in self._stating or at in self._plan.remarks for at in filled)

    def _take_several(self, row: Sequence[Cell], number: int, printed: str) -> bool:
        """Whether the cell holds numbers with more text, and each was taken as a standard of its own."""
        cell = lines_of(row[self._plan.number])
        if not any(map(str.isdigit, printed)):
            return False
        read = read_number_cell(cell)
        if not read.numbers:
            return False
        for place, standard in enumerate(read.numbers):
            own = row if len(read.numbers) == 1 else row_of(row, place, len(read.numbers), self._plan)
            self._keep(own, number, describe(str(standard)))
            self._note_besides(len(self.rows) - 1, read, place)
        self.further += len(read.numbers) - 1
        if read.rest:
            self._findings.add(
                "number_left_over",
                Severity.WARNING,
                N_("“{text}” in the cell with the number was not read."),
                row=number,
                column=self._plan.headings.get("designation", ""),
                text=read.rest,
            )
        return True

    def _note_besides(self, place: int, read: NumberCell, which: int) -> None:
        """Keep the title and the replaced numbers that stand in the cell with the number."""
        title = read.title if len(read.numbers) == 1 else ""
        replaced = [str(one) for one in read.replaced]
        own = {"title": title, "replaces": replaced if which == len(read.numbers) - 1 else []}
        self.found[place] = {name: value for name, value in own.items() if value}

    def _take_strange(
        self, row: Sequence[Cell], number: int, described: tuple[Any, ...], texts: list[str], said: list[str]
    ) -> None:
        printed = described[1]
        is_alone = len(said) == 1
        if is_alone and not (
            looks_like_number(printed) and (_YEARED.search(printed) or "title" not in self._plan.columns)
        ):
            self._leave_group(row, number)
        elif (looks_like_number(printed) and not self._in_other_table) or self._is_in_series(row):
            self._findings.add(
                "number_not_understood",
                Severity.WARNING,
                N_("The number “{text}” was not understood; the standard was kept with the number as printed."),
                row=number,
                column=self._plan.headings.get("designation", ""),
                text=printed,
            )
            self._keep(row, number, described)
        else:
            is_heading = len(texts) > 1 and not any(map(str.isdigit, "".join(texts)))
            self._in_other_table = self._in_other_table or (is_heading and self._after_gap)
            self._leave(_OTHER_TABLE if self._in_other_table else _NO_STANDARD, row, number)

    def _is_in_series(self, row: Sequence[Cell]) -> bool:
        """Whether the row has a running number and a title, as every standard of the list has."""
        title = self._plan.columns.get("title", self._plan.columns.get("title_en"))
        is_counted = any(text_of(row[at]).isdigit() for at in self._plan.serial)
        return is_counted and title is not None and is_title(row[title])

    def _texts(self, row: Sequence[Cell]) -> list[str]:
        return [text for text in map(text_of, self._plan.own(row)) if text]

    def _leave_group(self, row: Sequence[Cell], number: int) -> None:
        self._above.pass_heading(" ".join(self._texts(row)))
        self._leave(_GROUP, row, number)

    def _leave(self, why: tuple[str, str], row: Sequence[Cell], number: int, column: str = "") -> None:
        code, sentence = why
        self.left_out[code] += 1
        text = " ".join(self._texts(row))
        self._findings.add(code, Severity.LEFT_OUT, sentence, row=number, column=column, text=text)


_HEADING: Final = ("repeated_heading", N_("This row repeats the headings: “{text}”."))
_COLUMN_NUMBERS: Final = ("repeated_heading", N_("This row only numbers or separates the columns: “{text}”."))
_TOTAL: Final = ("total_or_note", N_("This row is a total or a note, not a standard: “{text}”."))
_GROUP: Final = (
    "group_heading",
    N_("This row has a single text and no standard number; it was read as a group heading: “{text}”."),
)
_NO_NUMBER: Final = (
    "no_number",
    N_("This row has no standard number, so it cannot be compared; add the number if it is a standard: “{text}”."),
)
_NO_STANDARD: Final = (
    "no_standard",
    N_("This row has no standard number where the others have one; it was not read as a standard: “{text}”."),
)
_OTHER_TABLE: Final = (
    "other_table",
    N_("This row belongs to a small table below the list, not to the list: “{text}”."),
)
