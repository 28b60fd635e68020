"""Tables as comma-separated text that a spreadsheet can open without running any of it."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from aligner.domain.cell_text import field
from aligner.domain.figures.indicator import Indicator
from aligner.domain.standards.table import Table
from aligner.reports.exchange.target import replacing

INDICATOR_COLUMNS = (
    "id",
    "name",
    "key",
    "label",
    "value",
    "numerator",
    "denominator",
    "unit",
    "low",
    "high",
)


def as_csv(table: Table) -> str:
    """The table with its heading line; lines end with CR LF as RFC 4180 has it."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([field(name) for name in table.columns])
    for values in zip(*table.columns.values(), strict=True):
        writer.writerow([_field(value) for value in values])
    return text.getvalue()


def write_csv(table: Table, target: Path, *, byte_order_mark: bool = True) -> None:
    """Write the table as UTF-8; Excel needs the byte order mark to see that it is. Raises AlignerError."""
    with replacing(target) as file:
        file.write(as_csv(table).encode("utf-8-sig" if byte_order_mark else "utf-8", errors="replace"))


def indicators_table(indicators: tuple[Indicator, ...]) -> Table:
    """One row for each figure, followed by one for each slice of its breakdown, whose key and label are then filled."""
    return Table.from_rows(INDICATOR_COLUMNS, _indicator_rows(indicators))


def _indicator_rows(indicators: tuple[Indicator, ...]) -> Iterator[dict[str, Any]]:
    for each in indicators:
        shared = {"id": each.id, "name": each.name, "unit": each.unit}
        yield shared | {
            "value": each.value,
            "numerator": each.numerator,
            "denominator": each.denominator,
            "low": each.low,
            "high": each.high,
        }
        for part in each.breakdown:
            yield shared | {
                "key": part.key,
                "label": part.label,
                "unit": part.unit or each.unit,
                "value": part.value,
                "numerator": part.numerator,
                "denominator": part.denominator,
            }


def _field(value: Any) -> str:
    """One value as text: nothing for None, yes/no as true/false, several things joined by "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if isinstance(value, list | tuple):
        return field("; ".join(_plain(item) for item in value))
    return field(str(value))


def _plain(value: Any) -> str:
    """A thing inside a list; a list in it, such as a piece of evidence, becomes "a: b: c"."""
    return ": ".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
