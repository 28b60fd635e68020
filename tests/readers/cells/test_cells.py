"""What single cells say."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.readers.cells.cells import (
    ics_of,
    integer_of,
    is_blank,
    lines_of,
    stage_of,
    text_of,
    title_of,
    value_of,
    words_of,
)

CELLS = st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.booleans(), st.none(), st.dates(), st.times())


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" GB/T\u00a01 \u200b", "GB/T 1"),
        ("a\nb", "a b"),
        ("\ufeffid", "id"),
        ("sol\u00advent", "solvent"),
        (19001.0, "19001"),
        (4706.1, "4706.1"),
        (date(2016, 12, 30), "2016-12-30"),
        (datetime(2016, 12, 30), "2016-12-30"),  # noqa: DTZ001 - no time of day
        (time(8), "08:00:00"),
        (timedelta(1), "1 day, 0:00:00"),
        (None, ""),
        (7, "7"),
    ],
)
def test_a_cell_is_one_line_of_text(cell: object, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("<p>Safety of <b>toys</b></p>", "Safety of toys"),
        ("<p>a</p><ul><li>b</li></ul>", "a b"),
        ("Tools &amp; dies", "Tools & dies"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("Ｑｕａｌｉｔｙ", "Quality"),
        ("通则①", "通则"),
        ("Gauges *", "Gauges"),
        ("H<sub>2</sub>O", "H2O"),
        ("", ""),
        ("=cmd()", "=cmd()"),
    ],
)
def test_a_title_has_no_markup_marks_or_full_width(cell: object, title: str) -> None:
    assert title_of(cell) == title


@pytest.mark.parametrize("cell", ["", "无", "—", "-", "/", "N/A", "none", "無", None])
def test_cells_that_say_none_are_empty(cell: object) -> None:
    assert value_of(cell) == ""


def test_texts_keep_their_full_width_and_powers() -> None:
    assert value_of("10² m，ＴＣ") == "10² m，ＴＣ"


def test_line_breaks_part_the_numbers_of_a_cell() -> None:
    assert lines_of("ISO 1:2000\n\n ISO 2:2001 ") == "ISO 1:2000\nISO 2:2001"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        (49.14, ["49.140"]),
        (3.12, ["03.120"]),
        (1.04, ["01.040"]),
        (35.0, ["35"]),
        ("['49.140', '03.100.01']", ["49.140", "03.100.01"]),
        ("01.040.91, 91.010.30", ["01.040.91", "91.010.30"]),
        ("ICS 03.120.10", ["03.120.10"]),
        ("０３．１２０．１０；１３．０２０", ["03.120.10", "13.020"]),
        ("03.120.10；03.120.10", ["03.120.10"]),
        ("", []),
        ("[]", []),
        ("3.100.1", ["03.100.10"]),
    ],
)
def test_ics_codes_are_padded_text(cell: object, codes: list[str]) -> None:
    assert ics_of(cell) == (codes, "")


def test_what_is_no_ics_code_is_told_and_the_name_of_a_code_is_not() -> None:
    assert ics_of("03.120.10 abc") == (["03.120.10"], "")
    assert ics_of("abc") == ([], "abc")
    assert ics_of("03.120.10, 3.14159") == (["03.120.10"], "3.14159")


@pytest.mark.parametrize(
    ("cell", "stage"),
    [(9060.0, 9060), ("90.60", 9060), (90.6, 9060), ("9599", 9599), ("", None), ("现行", None), (60.0, 6000)],
)
def test_stages_have_four_digits(cell: object, stage: int | None) -> None:
    assert stage_of(cell) == stage


@pytest.mark.parametrize(
    ("cell", "number"), [(2.0, 2), ("2.1", 2), ("Ed. 3", 3), ("", None), ("x", None), (float("inf"), None)]
)
def test_editions_are_whole_numbers(cell: object, number: int | None) -> None:
    assert integer_of(cell) == number


def test_lists_of_languages_are_words() -> None:
    assert words_of("['en', 'fr']") == "en, fr"


@settings(max_examples=200, deadline=None)
@given(CELLS)
def test_no_cell_is_too_odd(cell: object) -> None:
    for function in (text_of, title_of, value_of, lines_of, words_of):
        assert isinstance(function(cell), str)
    codes, strange = ics_of(cell)
    assert isinstance(codes, list)
    assert isinstance(strange, str)
    stage_of(cell)
    integer_of(cell)


@pytest.mark.parametrize("number", [0, 1, 9, 10, 11, 19, 20, 99, 100, 101, 999])
def test_an_integer_of_any_length_is_read_in_every_form_it_is_printed_in(number: int) -> None:
    forms = (number, float(number), str(number), f"{number}.0", f" {number} ")
    assert [integer_of(form) for form in forms] == [number] * len(forms)


def test_a_character_is_blank_when_nothing_of_it_is_seen() -> None:
    assert [code for code in range(0x10000) if is_blank(chr(code)) is bool(text_of(chr(code)))] == []
