import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.matching.texts.language import certain_language, is_latin, languages_of, normalized


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Rolling bearings - Determination of the dynamic load ratings", "en"),
        ("Determination of pour point", "en"),
        ("Roulements - Charges dynamiques de base et durée nominale", "fr"),
        ("Wälzlager - Dynamische Tragzahlen und nominelle Lebensdauer", "de"),
        ("Подшипники качения", "ru"),
        ("Вальниці кочення", "uk"),
        ("구름 베어링", "ko"),
        ("転がり軸受", "ja"),
        ("Ổ lăn - Tải trọng động danh định", "vi"),
        ("Rodamientos - Métodos de ensayo de las cargas", "es"),
        ("Rolamentos - Determinação dos requisitos gerais", "pt"),
        ("Cuscinetti volventi - Metodo di prova dei carichi", "it"),
        ("ตลับลูกปืน", "th"),
        ("滚动轴承", ""),
        ("Rubber", ""),
        ("", ""),
    ],
)
def test_a_title_tells_its_language_by_letters_and_little_words(title: str, language: str) -> None:
    assert certain_language(normalized(title)) == language


def test_titles_of_han_alone_are_japanese_among_japanese_ones_and_else_chinese() -> None:
    titles = ["転がり軸受", "環境試験方法", "环境试验方法", "滚动轴承", "滚动轴承 术语"]
    origins = ["JIS", "JIS", "GB", "GB", "GB"]
    assert languages_of(titles, origins) == ["ja", "ja", "zh", "zh", "zh"]


@given(st.lists(st.sampled_from(["転がり軸受", "環境試験方法", "Подшипники"]), max_size=4))
def test_titles_of_another_origin_never_change_a_language(others: list[str]) -> None:
    own = ["环境试验方法", "滚动轴承"]
    found = languages_of([*own, *others], ["GB", "GB", *["other"] * len(others)])
    assert found[:2] == ["zh", "zh"]


def test_a_title_without_little_words_follows_its_neighbours() -> None:
    titles = ["schrauben", "begriffe für die prüfung von schrauben", "rubber"]
    assert languages_of(titles, ["DIN", "DIN", "BS"]) == ["de", "de", "en"]


def test_an_empty_title_has_no_language() -> None:
    assert languages_of(["", "rubber"], ["BS", "BS"]) == ["", "en"]


def test_latin_are_texts_with_letters_of_no_other_script() -> None:
    assert is_latin("Solder")
    assert not is_latin("焊料 Sn-Pb")
    assert not is_latin("Припой")
    assert not is_latin("100")
