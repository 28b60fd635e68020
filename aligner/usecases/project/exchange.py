"""Give tables to other programs as CSV and JSON."""

import json
from pathlib import Path
from typing import Any

from aligner.domain.standards.table import Table
from aligner.reports.exchange.delimited import as_csv
from aligner.reports.exchange.target import ending, replacing

__all__ = ["as_text", "ending", "text_form", "write_text"]


def as_text(table: Table, form: str) -> str:
    """The table as "csv" (safe to open in a spreadsheet) or as "json", a list of objects."""
    if form == "csv":
        return as_csv(table)
    return json.dumps(list(table.rows()), ensure_ascii=False, indent=1, default=_plain) + "\n"


def text_form(target: Path) -> str:
    """ "csv" or "json", as the name of the file says. Raises AlignerError when it says neither."""
    return ending(target, (".csv", ".json"))[1:]


def write_text(text: str, target: Path) -> None:
    """Write UTF-8 text, CSV with the byte order mark that Excel needs. Raises AlignerError when that fails."""
    encoding = "utf-8-sig" if target.suffix.lower() == ".csv" else "utf-8"
    with replacing(target) as file:
        file.write(text.encode(encoding, errors="replace"))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)
