import pytest

from aligner.matching.texts.languages import (
    english_facets,
    folded,
    is_english,
    is_native,
    native_facets,
    normalized,
    scope_words,
)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("fibres", "fiber"),
        ("centre", "center"),
        ("aluminium", "aluminum"),
        ("standardisation", "standardization"),
        ("anaesthetic", "anesthetic"),
        ("sulphur", "sulfur"),
        ("batteries", "battery"),
        ("programme", "program"),
    ],
)
def test_spellings_and_plurals_of_a_word_are_one_word(british: str, american: str) -> None:
    assert folded(british) == folded(american)


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Tests - Part 2-43: Test Kd", "2-43"),
        ("Part 2: Section 7", "2-7"),
        ("Procedures Part 2. Section 7: Cold", "2-7"),
        ("Colour fastness - Part C06: Laundering", "c06"),
        ("Data – Part II: Model", "2"),
        ("Requirements for spare parts", ""),
        ("Parts of machines", ""),
    ],
)
def test_a_part_is_known_in_every_notation(title: str, part: str) -> None:
    assert english_facets(normalized(title)).part == part


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("塑料 生物基含量 第2部分：测定", "2"),
        ("信息技术 第一部分：体系结构", "1"),
        ("信息技术 第十二部分：体系结构", "12"),
        ("電気機器の安全―第2-80部：ファン", "2-80"),
        ("环境试验", ""),
    ],
)
def test_a_part_is_known_in_chinese_and_japanese(title: str, part: str) -> None:
    assert native_facets(normalized(title)).part == part


def test_numbers_and_test_letters_are_particulars_and_the_part_is_none() -> None:
    facets = english_facets(normalized("Part 2-42: Test Kc: 1,5 mm sheet of type 2"))
    assert facets.particulars == {"kc", "1.5", "2"}


def test_words_that_turn_the_meaning_are_noticed() -> None:
    assert english_facets("guidance to test kc").turning == {"guidance"}
    assert english_facets("test kc").turning == frozenset()


def test_a_title_is_english_only_without_other_scripts() -> None:
    assert is_english("Solder")
    assert not is_english("焊料 Sn-Pb")
    assert not is_english("Припой")
    assert not is_english("100")
    assert is_native("焊料 Sn-Pb")


def test_native_words_are_han_pairs_phrases_katakana_and_latin_runs() -> None:
    words = native_facets(normalized("転がり軸受のコネクタ USB")).words
    assert {"軸受", "軸", "コネクタ", "usb"} <= set(words)
    assert "のための" not in native_facets("試験のための装置").words


def test_a_scope_is_read_without_its_own_number() -> None:
    assert scope_words("ISO 281:2007 specifies loads") == scope_words("This part of ISO 281 specifies loads")
    assert scope_words("規定する") == ()
