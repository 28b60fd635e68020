"""No text of ours is computed by a spreadsheet, and what was guarded is read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.cell_text import guarded, guarded_line, unguarded

HOSTILE = ["=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋A1", "－A1", "＠A1",
           "\0=1", "\u200b=1", "\u2066=1", "\u061c=1", "\u180e@A1",
           "\ud800=1", " =1", "'=1", "-" + "1+" * 20_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_could_be_computed_is_quoted(text: str) -> None:
    assert guarded(text).startswith("'")
    assert not set(guarded_line(text)) & set("\t\r\n\0")
    assert not guarded_line(text).startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("text", ["-1.5", "+3", "GB/T 1-2020", "<b>x</b>", "", "第1部分"])
def test_plain_texts_and_numbers_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="'=+-@＝\t\n\u200b 1a.", max_size=8))
def test_a_guarded_text_is_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
