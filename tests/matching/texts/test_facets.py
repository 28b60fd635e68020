import pytest

from aligner.matching.texts.facets import Facets, english_facets, native_facets
from aligner.matching.texts.language import normalized


def native(title: str, language: str) -> Facets:
    return native_facets(normalized(title), language)


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
    assert native(title, "zh").part == part


def test_numbers_and_test_letters_are_particulars_and_the_part_is_none() -> None:
    facets = english_facets(normalized("Part 2-42: Test Kc: 1,5 mm sheet of type 2"))
    assert facets.particulars == {"kc", "1.5", "2"}


def test_words_that_turn_the_meaning_are_noticed() -> None:
    assert english_facets("guidance to test kc").turning == {"guidance"}
    assert english_facets("test kc").turning == frozenset()


@pytest.mark.parametrize(
    ("title", "language", "part"),
    [
        ("Изделия медицинские. Часть 5. Исследования", "ru", "5"),
        ("Sicherheit von Maschinen - Teil 1: Leitsätze", "de", "1"),
        ("Optique - Partie 11: Instruments", "fr", "11"),
        ("Condensateurs - Partie II: Essais", "fr", "2"),
        ("Vật liệu dệt - Phần X12: Độ bền màu", "vi", "x12"),
        ("텍스타일 － 제X12부: 마찰", "ko", "x12"),
        ("전자기적합성 － 제4-2부: 시험", "ko", "4-2"),
        ("Partition walls", "fr", ""),
    ],
)
def test_a_part_is_known_in_other_languages(title: str, language: str, part: str) -> None:
    assert native(title, language).part == part


@pytest.mark.parametrize(
    ("title", "language", "letters"),
    [
        ("环境试验 试验Kc：接触点和连接件的二氧化硫试验", "zh", {"kc"}),
        ("环境试验 试验Cab：恒定湿热试验", "zh", {"cab"}),
        ("環境試験 試験Kc", "ja", {"kc"}),
        ("六角头螺栓 C级", "zh", {"c"}),
        ("1型六角螺母", "zh", {"1"}),
        ("Испытания на воздействие. Испытание Кс: Двуокись серы", "ru", {"kc"}),
        ("Umgebungsprüfungen - Prüfung Kc: Schwefeldioxid", "de", {"kc"}),
        ("Une méthode d'essai pour la méthode de dosage", "fr", set()),
        ("塑料 长度 1 000 mm 和 64,0 mm", "zh", {"1000", "64"}),
    ],
)
def test_numbers_and_test_letters_are_read_in_every_language(title: str, language: str, letters: set[str]) -> None:
    assert native(title, language).particulars == letters


@pytest.mark.parametrize(
    "title",
    [
        "Tests of timber",
        "Method of test for paper",
        "Test for a component",
        "Method to determine the type of oil",
        "Test a component of the system",
        "Form in which data are given",
    ],
)
def test_a_little_word_is_no_test_letter(title: str) -> None:
    assert english_facets(normalized(title)).particulars == frozenset()


@pytest.mark.parametrize(
    ("title", "letters"),
    [("Tests - Test A: Cold", {"a"}), ("Test Cab: Damp heat", {"cab"}), ("Nuts, style 1", {"1"}), ("Type A", {"a"})],
)
def test_test_letters_and_styles_are_read(title: str, letters: set[str]) -> None:
    assert english_facets(normalized(title)).particulars == letters


def test_one_number_is_one_particular_however_it_is_written() -> None:
    spellings = ("sheets of 1 000 mm", "sheets of 1000 mm", "sheets of 1000,0 mm", "sheets of 1000.0 mm")
    assert {english_facets(text).particulars for text in spellings} == {frozenset({"1000"})}


def test_guide_guidance_and_guidelines_turn_the_meaning_alike() -> None:
    assert english_facets("guide to test kc").turning == english_facets("guidelines for test kc").turning


def test_traditional_and_simplified_titles_have_the_same_facets() -> None:
    assert native("電工電子產品環境試驗 第2部分：試驗方法 試驗Kc", "zh") == native(
        "电工电子产品环境试验 第2部分：试验方法 试验Kc", "zh"
    )
