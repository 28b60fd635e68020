"""Tables of standards from a few plain values, as reading a catalogue would give them."""

from collections.abc import Mapping
from typing import Any

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.statement import parse_statements
from aligner.domain.standards.fields import COLUMN_NAMES, FIELDS, empty_value
from aligner.domain.standards.table import Table


def a_standard(text: str, **values: Any) -> dict[str, Any]:
    """Every field of one standard: in force unless told otherwise, the derived columns from its number."""
    row = {field.name: empty_value(field.kind) for field in FIELDS}
    row |= {"designation": text, "printed": text, "work": text, "family": text, "fingerprint": f"of {text}"}
    parsed = parse_designation(text)
    if isinstance(parsed, Designation):
        row |= {name: getattr(parsed, name) for name in ("work", "family", "publisher", "type", "year")}
        row |= {name: getattr(parsed, name) for name in ("is_supplement", "is_draft", "is_plan")}
        row |= {"designation": str(parsed), "understood": True}
    stated, _ = parse_statements(values.get("adopted", ""), values.get("degree", ""))
    row["statements"] = [[str(one.designation), one.degree, one.raw, one.legacy or ""] for one in stated]
    return row | {"status": "in_force"} | values


def a_table(*rows: Mapping[str, Any] | str) -> Table:
    """A table of these standards; a text stands for a standard in force with this number."""
    full = [a_standard(row) if isinstance(row, str) else row for row in rows]
    return Table.from_rows(COLUMN_NAMES, [row | {"row": number} for number, row in enumerate(full, 2)])
