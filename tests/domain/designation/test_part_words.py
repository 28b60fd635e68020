"""Parts named in words mean the same as parts written as signs, in every language of the lists."""

import pytest

from aligner.domain.designation.cells import split_cell
from aligner.domain.designation.part_words import plain_parts

WHOLE = [
    "(all parts)", "（所有部分）", "（各部分）", "各部分", "系列标准", "系列国际标准", "（共7部分）", "（全ての部）",
    "（すべての部）", "シリーズ", "(toutes les parties)", "série", "(alle Teile)", "(все части)", "(모든 부)",
    "(todas las partes)", "series of standards", ", all parts", "family of standards",
]  # fmt: skip


def numbers(cell: str) -> list[str]:
    return [str(piece.designation) for piece in split_cell(cell)]


@pytest.mark.parametrize("words", WHOLE)
@pytest.mark.parametrize("number", ["ISO 2602", "IEC 61076", "GB/T 5276"])
def test_all_parts_are_meant_in_whatever_words(number: str, words: str) -> None:
    assert numbers(f"{number} {words}") == [f"{number} (all parts)"]
    assert numbers(f"{number}{words}, IDT") == [f"{number} (all parts)"]


@pytest.mark.parametrize(
    "words",
    ["(parts 2-4)", "parts 2 to 4", "第2部分～第4部分", "第2~4部分", "（第二至第四部分）", "Teile 2 bis 4", "части 2-4",
     "（第2、3、4部分）", "第2部分、第3部分和第4部分"],
)  # fmt: skip
def test_several_parts_in_words_are_those_parts(words: str) -> None:
    assert numbers(f"ISO 2602 {words}") == ["ISO 2602-2", "ISO 2602-3", "ISO 2602-4"]
    assert numbers(f"GB/T 5276{words}") == ["GB/T 5276.2", "GB/T 5276.3", "GB/T 5276.4"]


def test_a_range_may_repeat_a_short_number() -> None:
    assert numbers("GB/T 1.1～1.3") == ["GB/T 1.1", "GB/T 1.2", "GB/T 1.3"]
    assert numbers("IEC 60335-2-3~2-5") == ["IEC 60335-2-3", "IEC 60335-2-4", "IEC 60335-2-5"]


@pytest.mark.parametrize("text", ["ISO 2602-1-3", "ISO 2602 Part 1-3", "ISO 2602:2019 wholly adopted", "GB/T 5276.1"])
def test_one_part_stays_one(text: str) -> None:
    assert len(numbers(text)) == 1
    assert "all parts" not in plain_parts(text)
