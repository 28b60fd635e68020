"""Damages lists of standards in their bytes, zip members, cells and texts: each is read whole or refused by a sentence.

Run: python -m tests.campaigns.fuzz [--rounds 2000] [--seed 1] [--seconds 3600] [--resume FILE]
"""

import json
import random
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from aligner.domain.progress import Silent
from aligner.readers.catalogue import ReadRequest, read_catalogue
from tests.catalogue_files import NATIONAL_HEADINGS, write_csv, write_workbook

from .campaign import run

ROWS: Final = 30
DAY: Final = date(2026, 1, 1)
HOSTILE: Final = (
    "\x00",
    "\u2028",
    "\ufeff",
    "\ud7ff",
    '"',
    "'",
    ",",
    "\n",
    "{",
    "]",
    "&",
    "<",
    "=1+1",
    "1e999",
    "9" * 400,
)


def main() -> None:
    """Play the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        run("fuzz", Fuzzing(Path(folder)).play, 2000)


class Fuzzing:
    """A folder for the damaged lists, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def play(self, _: int, dice: random.Random) -> str:
        """Write one list, damage it and read it."""
        kind = dice.choice(sorted(KINDS))
        path, numbers = KINDS[kind](self._folder, dice)
        try:
            reading = read_catalogue(ReadRequest(path, Level.NATIONAL, DAY), Silent())
        except AlignerError:
            return "refused"
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the campaign looks for
            return f"!fault after {kind}: {type(fault).__name__}"
        if sum(reading.accounts.values()) != reading.rows_in_file:
            return f"!rows unaccounted for after {kind}"
        lost = numbers - set(reading.table["designation"])
        if lost and not any(problem.severity is not Severity.NOTE for problem in reading.problems):
            return f"!silent loss after {kind}"
        return "told" if lost else "whole"


def _rows() -> list[list[str]]:
    return [
        [f"GB/T {5000 + at}-2019", f"标准 {at}", "2019-05-17", "现行", f"ISO {900 + at}:2017", "IDT"]
        for at in range(ROWS)
    ]


def _numbers() -> set[str]:
    return {row[0] for row in _rows()}


def _changed(content: bytes, dice: random.Random) -> bytes:
    """The bytes with some turned over, left out or doubled."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(changed))
        end = at + dice.randint(1, 16)
        changed[at:end] = dice.choice((b"", dice.randbytes(4), changed[at:end] * 2))
        changed = changed or bytearray(b"\x00")
    return bytes(changed)


def _bytes(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    path = write_workbook(folder / "bytes.xlsx", NATIONAL_HEADINGS, _rows())
    path.write_bytes(_changed(path.read_bytes(), dice))
    return path, _seen_by_openpyxl(path)


def _seen_by_openpyxl(path: Path) -> set[str]:
    """The numbers of the list that openpyxl still finds in a damaged workbook; none when it cannot open it."""
    try:
        with closing(load_workbook(path, data_only=True)) as workbook:
            cells = {str(cell) for sheet in workbook.worksheets for row in sheet.values for cell in row}
    except Exception:  # noqa: BLE001 - what openpyxl raises over damaged files is of every class
        return set()
    return cells & _numbers()


def _members(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    """A workbook with one member whose XML is damaged within a sound archive."""
    path = write_workbook(folder / "members.xlsx", NATIONAL_HEADINGS, _rows())
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    chosen = dice.choice(sorted(members))
    members[chosen] = _changed(members[chosen], dice)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path, _seen_by_openpyxl(path)


def _hostile(dice: random.Random) -> list[list[str]]:
    """The rows with a hostile text in a few cells that hold no number."""
    rows = _rows()
    for _ in range(dice.randint(1, 6)):
        row = dice.choice(rows)
        column = dice.randrange(1, len(row))
        row[column] = dice.choice(("", row[column])) + dice.choice(HOSTILE)
    return rows


def _csv(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    return write_csv(folder / "cells.csv", NATIONAL_HEADINGS, _hostile(dice)), _numbers()


def _csv_bytes(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    path = write_csv(folder / "bytes.csv", NATIONAL_HEADINGS, _rows())
    path.write_bytes(_changed(path.read_bytes(), dice))
    return path, set()


def _json(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    path = folder / "records.json"
    records = [dict(zip(NATIONAL_HEADINGS, row, strict=True)) for row in _hostile(dice)]
    path.write_text(json.dumps(records, ensure_ascii=dice.random() < 0.5), encoding="utf-8")
    return path, _numbers()


def _json_bytes(folder: Path, dice: random.Random) -> tuple[Path, set[str]]:
    path, _ = _json(folder, dice)
    path.write_bytes(_changed(path.read_bytes(), dice))
    return path, set()


KINDS: Final[dict[str, Callable[[Path, random.Random], tuple[Path, set[str]]]]] = {
    "bytes": _bytes,
    "members": _members,
    "csv": _csv,
    "csv bytes": _csv_bytes,
    "json": _json,
    "json bytes": _json_bytes,
}


if __name__ == "__main__":
    main()
