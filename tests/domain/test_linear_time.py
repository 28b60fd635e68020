"""Reading takes time in proportion to the length of a cell, whatever it holds: in calls and copied characters."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from aligner.domain import degree
from aligner.domain.designation import scanning
from aligner.domain.designation.number_cell import read_number_cell
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.prose import statements_in
from aligner.domain.pairs.statement import parse_statements
from aligner.readers.cells.words import status_of

SHAPES = [
    *["ISO ", "ISO 1 ", "ISO 1, ", "ISO 1/", "ISO 1(", "ISO 1-1,2,", "ISO 1-1~", "ISO 9001\n", "ISO 9001:2015 IDT;"],
    *["ISO 1 and 2 ", "|ISO 5", "GB/T ", "GB/T 1.1、.2", "BS EN ", "ISO/", "T/AA", "ГОСТ Р ", "ISO 9001:2015 idt "],
    *["(", ")", "[(", "《", "、", ";", "\n", "~", "-1,", "A-", "1", "1.1", "1;", "①", "A", "а ", "ABCDEFG ", "Abc "],
    *["IDT ", "IDT(?)", "IDT或", "IDT,", "MOD identical ", "modified ", "editorial ", "not ", "不", "非", "被", "代替"],
    *["第", "除", "由", "superseded by ", "part ", "? ", "≠", "=", "withdrawn ", "即将废止", "no longer ", "ne "],
]
READERS: list[Callable[[str], Any]] = [
    lambda text: parse_statements(text, text),
    parse_designation,
    read_number_cell,
    statements_in,
    degree.parse_degree,
    lambda text: degree.parse_degrees(text, 3),
    status_of,
]


def steps(read: Callable[[str], Any], text: str) -> int:
    """How many calls are made while this text is read, and how many characters are in the texts cut for them.

    A text that is handed on whole costs nothing; each new one counts with its length, once.
    """
    degree._parse.cache_clear()
    scanning._read.cache_clear()
    count = 0
    seen: dict[int, object] = {id(text): text}

    def note(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        if event == "call":
            names = frame.f_code.co_varnames[: frame.f_code.co_argcount]
            count += 1
            for value in (frame.f_locals.get(name) for name in names):
                if isinstance(value, str) and id(value) not in seen:
                    seen[id(value)] = value  # kept, so that no other text gets its address
                    count += len(value)
        elif event == "c_call":
            count += 1

    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_cell_takes_no_more_steps_for_each_character_than_a_short_one(shape: str) -> None:
    for read in READERS:
        short, long = ((shape * (length // len(shape) + 1))[:length] for length in (512, 4096))
        few, many = steps(read, short) / len(short), steps(read, long) / len(long)
        assert many <= 3 * few + 50, (read, few, many)
