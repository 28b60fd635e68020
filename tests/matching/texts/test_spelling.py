import pytest

from aligner.matching.texts.spelling import respelled

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
