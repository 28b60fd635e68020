"""Text on a page of PDF: lines, cuts and fonts."""

from io import BytesIO
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligner.reports.pdf.file import PdfFile
from aligner.reports.pdf.fonts import STANDARD, chosen_faces, faces
from aligner.reports.pdf.page import INNER, Sheet

SIZE = 9.0


def a_sheet(language: str = "zh") -> Sheet:
    return Sheet(PdfFile(BytesIO(), "page", language, faces()))


@example("11DDD ）", 40)
@given(st.text(alphabet="ab 标准，。（IDT）-1", max_size=80), st.integers(40, 300))
@settings(max_examples=100, deadline=None)
def test_no_line_is_wider_than_its_place_and_no_sign_is_lost(text: str, width: int) -> None:
    sheet = a_sheet()
    lines = sheet.wrapped(text, SIZE, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(sheet.width(line, SIZE) <= width for line in lines if " " in line)


def test_a_line_does_not_begin_with_a_closing_mark() -> None:
    lines = a_sheet().wrapped("国际标准转化率。" * 20, SIZE, 100)
    assert len(lines) > 5
    assert not [line for line in lines if line.startswith("。")]


def test_a_text_that_is_too_wide_is_cut_with_a_mark() -> None:
    sheet = a_sheet("en")
    cut = sheet.shortened("Earth-moving machinery " * 9, SIZE, 120)
    assert cut.endswith("…")
    assert sheet.width(cut, SIZE) <= 120
    assert sheet.shortened("short", SIZE, 120) == "short"


def test_control_characters_of_a_file_do_not_reach_the_page() -> None:
    assert a_sheet().shortened("a\x00b\nc", SIZE, INNER) == "ab c"


def test_without_a_chinese_font_readers_take_their_own(tmp_path: Path) -> None:
    faces = chosen_faces([tmp_path])
    assert (faces.body, faces.is_embedded) == (STANDARD, False)


def test_a_font_that_cannot_be_embedded_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "simsun.ttc").write_bytes(b"no font at all")
    assert chosen_faces([tmp_path]).body == STANDARD
