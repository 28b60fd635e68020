import pytest

from aligner.matching.texts.words import folded, scope_words, words_of


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


def test_native_words_are_han_pairs_phrases_katakana_and_latin_runs() -> None:
    words = words_of("転がり軸受のコネクタ usb", "ja")
    assert {"軸受", "軸", "コネクタ", "usb"} <= set(words)
    assert "のための" not in words_of("試験のための装置", "ja")


def test_a_russian_word_is_known_by_its_beginning_whatever_its_ending() -> None:
    assert set(words_of("электрических", "ru")) & set(words_of("электрические", "ru"))


@pytest.mark.parametrize(("one", "other"), [("méthodes", "methode"), ("générales", "GENERALE".casefold())])
def test_french_words_are_compared_without_accents_and_plural(one: str, other: str) -> None:
    assert words_of(one, "fr") == words_of(other, "fr")


def test_a_scope_is_read_without_its_own_number() -> None:
    assert scope_words("ISO 281:2007 specifies loads") == scope_words("This part of ISO 281 specifies loads")
    assert scope_words("規定する") == ()
