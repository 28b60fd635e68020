"""Repeats hostile pieces of text until a cell is full: no parser may take more steps for a character of a long one.

Run: python -m tests.campaigns.slow [--rounds 600] [--seed 1] [--seconds 3600] [--resume FILE]

A round is one shape: one to four pieces, repeated, sometimes with a beginning or an end of its own. Every parser of
cells reads it with 1,024 and with 32,767 characters, the most that a cell of a workbook can hold. Steps are counted,
not seconds; patterns that look back and forth inside are found by the processor time, which has a wide bound.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from aligner.comparing.judge import judge
from aligner.domain import degree
from aligner.domain.comparisons.comparison import Side
from aligner.domain.designation.number_cell import read_number_cell
from aligner.domain.designation.parser import parse_designation, parse_designations
from aligner.domain.pairs.prose import statements_in
from aligner.domain.pairs.statement import parse_statements
from aligner.domain.requirement.conditions import read_condition
from aligner.domain.requirement.reading import read_requirement
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import ics_of, lines_of, stage_of, text_of, title_of, value_of
from aligner.readers.cells.dated_status import dated_status
from aligner.readers.cells.heading_words import read_heading
from aligner.readers.cells.numbers import describe, related_of
from aligner.readers.cells.words import status_of, status_of_validity
from aligner.readers.rows.titles import parted
from tests.counted_steps import counted, modules_of

from .campaign import run

SHORT, LONG = 1_024, 32_767
MOST_TIMES = 3
FREE = 60
"""Steps for a character that a long text may take in any case: a short one may be refused at its first sign."""

MOST_SECONDS = 4.0
"""Of the processor, for one parser and a long text, without any counting."""

PACKAGES = ("aligner.domain.", "aligner.comparing.", "aligner.readers.")
CALENDAR = Calendar(date(2026, 1, 1), 1900)
PARSERS: dict[str, Callable[[str], Any]] = {
    "designation": parse_designation,
    "designations": parse_designations,
    "number cell": read_number_cell,
    "described number": describe,
    "related numbers": related_of,
    "statements": lambda text: parse_statements(text, text),
    "prose": statements_in,
    "degree": degree.parse_degree,
    "degrees": lambda text: degree.parse_degrees(text, 3),
    "requirement": lambda text: read_requirement(text, "mm"),
    "judgement": lambda text: judge("indicator", Side(text, "mm"), Side(f"{text} ", text[:80])),
    "condition": read_condition,
    "date": CALENDAR.read,
    "dated status": lambda text: dated_status(text, CALENDAR),
    "status": status_of,
    "validity": status_of_validity,
    "heading": read_heading,
    "cell": lambda text: (text_of(text), lines_of(text), value_of(text), title_of(text)),
    "ics and stage": lambda text: (ics_of(text), stage_of(text)),
    "two titles": parted,
}
PIECES = (
    *("ISO ", "ISO 1 ", "ISO 1, ", "ISO 1/", "ISO 1(", "ISO 1-1,2,", "ISO 1-1~", "ISO 9001\n", "ISO 9001:2015 IDT;"),
    *("ISO 1 and 2 ", "|ISO 5", "GB/T ", "GB/T 1.1、.2", "BS EN ", "ISO/", "T/AA", "ГОСТ Р ", "ISO 9001:2015 idt "),
    *(
        "(",
        ")",
        "[(",
        "[1,",
        "《",
        "》",
        "、",
        ";",
        "\n",
        "~",
        "-1,",
        "A-",
        "1",
        "1.1",
        "1;",
        "①",
        "A",
        "а ",
        "ABCDEFG ",
    ),
    *("IDT ", "IDT(?)", "IDT或", "IDT,", "MOD identical ", "modified ", "editorial ", "not ", "不", "非", "被", "代替"),
    *("第", "除", "由", "superseded by ", "part ", "? ", "≠", "=", "withdrawn ", "即将废止", "no longer ", "ne "),
    *("1 000 ", "1,000", "≤ 5 mm ", "≤ 5; ", "5 ± ", "±", "()", "10²", "1/2 ", "1 1/2 ", "½", "3×", "x", "⁺⁰·", "-"),
    *("and ", " or ", "to ", "mm", "mm·", "N/", "%", "t ≤ 16: ", "表", "表 ", "见 5.", "Table ", "see 5.", "当", "时"),
    *(
        "at 23 ",
        "不大于",
        "shall not exceed ",
        "偏差",
        " ",
        "\t",
        "。",
        "Ab",
        "ＡＢ",
        "pH",
        "dB(A) ",
        "n=5,",
        "1 (1 ± ",
    ),
    *(
        "2020-01-01",
        "2020年",
        "1月",
        "令和2年",
        "Jan ",
        "01.02.2020 ",
        "until ",
        "from ",
        "起实施",
        "/",
        " / ",
        "质量 ",
    ),
    *(
        "Quality ",
        "01.040",
        "ICS ",
        "60.60 ",
        "\u200b",
        "\u3000",
        "\u0301",
        "\u202e",
        "😀",
        "İ",
        "ﬃ",
        "<b>",
        "&",
        "'",
        '"',
    ),
)


def main() -> None:
    """Play the rounds."""
    run("slow inputs", play, 600, sys.argv[1:])


def play(_: int, dice: random.Random) -> str:
    """One shape, read by every parser."""
    lead = dice.choice(PIECES) if dice.random() < 0.3 else ""
    piece = "".join(dice.choice(PIECES) for _ in range(dice.choice((1, 1, 2, 2, 3, 4))))
    tail = dice.choice(PIECES) if dice.random() < 0.3 else ""
    short, long = ((lead + piece * length)[: length - len(tail)] + tail for length in (SHORT, LONG))
    shape = f"{lead!r} {piece!r} {tail!r}"
    for name, parser in PARSERS.items():
        _forget()
        begun = time.process_time()
        parser(long)
        if time.process_time() - begun > MOST_SECONDS:
            return f"!{name} is slow: {shape}"
        few, many = steps(parser, short) / SHORT, steps(parser, long) / LONG
        if many > MOST_TIMES * few + FREE:
            return f"!{name} takes {many:.0f} steps for a character instead of {few:.0f}: {shape}"
    return "in proportion"


def steps(parser: Callable[[str], Any], text: str) -> int:
    """How many steps a parser takes for a text that it has not read before."""
    _forget()
    with counted(modules_of(*PACKAGES)) as taken:
        parser(text)
    return taken.number


def _forget() -> None:
    """Nothing read before may help."""
    for module in modules_of(*PACKAGES):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


if __name__ == "__main__":
    main()
