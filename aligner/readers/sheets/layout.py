"""What a workbook holds besides its values, in formats of which calamine does not tell it: xlsb and ods."""

from dataclasses import dataclass, field

from aligner.readers.sheets.hidden import Hidden
from aligner.readers.sheets.sheet import Merged


@dataclass(slots=True)
class Layout:
    """Of one sheet: merged ranges, hidden rows, cells with errors, formulas without a value; places are 0-based."""

    merged: list[Merged] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)

    def hidden(self) -> Hidden:
        """The same as `hidden_in` tells it of an xlsx file."""
        return (
            len(self.hidden_rows),
            min(self.hidden_rows, default=0),
            0,
            len(self.errors),
            place_of(*self.errors[0]) if self.errors else "",
            len(self.formulas),
            place_of(*self.formulas[0]) if self.formulas else "",
        )


def place_of(row: int, column: int) -> str:
    """The name a spreadsheet gives a cell, from its 0-based place: "B3"."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return f"{name}{row + 1}"
