import pytest

from aligner.matching.texts.spelling import LONG, SHORTEST, respelled

KNOWN = dict.fromkeys(["switchgear", "fastener", "wrist", "watch", "steel", "determination"], 0)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (("fastner",), ("fastener",)),
        (("detremination",), ("determination",)),
        (("wristwatch",), ("wrist", "watch")),
        (("steal",), ("steel",)),
        (("stearin",), ()),
        (("gear",), ()),
        (("steel",), ()),
        (("zzzzz", "2108"), ()),
    ],
)
def test_another_spelling_is_added_to_the_words(text: tuple[str, ...], added: tuple[str, ...]) -> None:
    assert respelled([text], KNOWN) == [(*text, *added)]


@pytest.mark.parametrize(("length", "allowed"), [(SHORTEST, 1), (LONG - 1, 1), (LONG, 2), (LONG + 4, 2)])
@pytest.mark.parametrize("wrong", [1, 2, 3])
def test_a_word_differs_by_one_letter_and_a_long_one_by_two(length: int, allowed: int, wrong: int) -> None:
    word = "abcdefghijklmnop"[:length]
    known = word[: length - wrong] + "z" * wrong
    assert respelled([(word,)], {known: 0}) == [(word, known) if wrong <= allowed else (word,)]


@pytest.mark.parametrize("length", [LONG - 1, LONG])
def test_a_letter_too_many_or_too_few_is_a_letter_that_differs(length: int) -> None:
    word = "abcdefghijklmnop"[:length]
    for known in (word + "z", word[:-1]):
        assert respelled([(word,)], {known: 0}) == [(word, known)]
    twice_more, twice_less = word + "zz", word[:-2]
    for known in (twice_more, twice_less):
        assert respelled([(word,)], {known: 0}) == [(word, known) if length == LONG else (word,)]
