"""The time that a requirement takes grows with its length and no faster: steps are counted, not seconds.

A step is a line of Python run in the parsers, or a character handed to one of their patterns.
"""

import re

import pytest
from counted_steps import counted

from aligner.comparing import cases as judged_cases
from aligner.comparing import conditions as sameness
from aligner.comparing import judge as judging
from aligner.comparing import measures, units
from aligner.comparing.judge import judge
from aligner.domain.comparisons.comparison import Side
from aligner.domain.requirement import cases, conditions, numbers, reading, references, tokens
from aligner.domain.requirement import units as unit_shapes
from aligner.domain.requirement.conditions import read_condition

MODULES = (
    cases, conditions, numbers, reading, references, tokens, unit_shapes,
    judged_cases, sameness, judging, measures, units,
)  # fmt: skip
SHORT, LONG = 1024, 32_767
MOST_TIMES_SLOWER = 3
PIECES = (
    *(
        "1",
        "1 000 ",
        "1,000",
        "1.5",
        "≤ 5 mm ",
        "≤ 5; ",
        "5 ± ",
        "±",
        "(",
        ")",
        "()",
        "[1,",
        "10²",
        "1/2 ",
        "1 1/2 ",
        "½",
    ),
    *(
        "½",
        "3×",
        "x",
        "⁺⁰·",
        "-",
        "~",
        "、",
        ", ",
        "and ",
        " or ",
        "to ",
        "mm",
        "mm·",
        "N/",
        "%",
        "t ≤ 16: ",
        "表",
        "表 ",
    ),
    *("见 5.", "Table ", "see 5.", "GB/T ", "ISO 1 ", "当", "时", "at 23 ", "不大于", "shall not exceed ", "偏差", " "),
    *("\n", "。", "A", "Ab", "ＡＢ", "pH", "dB(A) ", "n=5,", "1 (1 ± "),
)


def steps_for(text: str) -> int:
    with counted(MODULES) as steps:
        judge("indicator", Side(text, "mm"), Side(f"{text} ", text[:80]))
        read_condition(text)
    return steps.number


@pytest.mark.parametrize("lead", ["", "≤ 5 mm ", "t ≤ 16: "])
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_requirement_takes_no_more_steps_for_a_character_than_a_short_one(piece: str, lead: str) -> None:
    short, long = ((lead + piece * length)[:length] for length in (SHORT, LONG))
    assert steps_for(long) / LONG <= MOST_TIMES_SLOWER * steps_for(short) / SHORT


def test_no_pattern_looks_back_and_forth_over_a_long_text() -> None:
    """What long texts are still searched for has bounded repetitions only, so that one pass is enough."""
    for pattern in (references._PART, references._DOCUMENT, judging._BLANKS_BESIDE_SIGNS):
        source = re.sub(r"\[[^\]]*\]|\\.", "", pattern.pattern)
        assert not re.search(r"(?<![{\\])[*+](?![^(]*\))", source.replace("\n", " "))
