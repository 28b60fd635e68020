import pytest

from aligner.domain.progress import Silent
from aligner.matching.texts.languages import english_facets, native_facets, normalized
from aligner.matching.texts.lexicon import Lexicon, learn, shipped_terms
from aligner.matching.texts.vectors import Vocabulary, row_products

BILINGUAL = [
    ("滚动轴承 额定动载荷", "Rolling bearings - Dynamic load ratings"),
    ("滚动轴承 公差", "Rolling bearings - Tolerances"),
    ("滑动轴承 公差", "Plain bearings - Tolerances"),
    ("齿轮 公差", "Gears - Tolerances"),
    ("齿轮 术语", "Gears - Vocabulary"),
]


def a_lexicon(*asked: str) -> Lexicon:
    english = [english_facets(normalized(title)).words for _, title in BILINGUAL] + [("usb", "part 2")]
    bilingual = [(native_facets(own).words, english_facets(normalized(other)).words) for own, other in BILINGUAL]
    return learn(
        bilingual, [native_facets(normalized(title)).words for title in asked], Vocabulary.of(english), Silent()
    )


def test_a_word_is_learnt_from_the_titles_it_stands_in() -> None:
    lexicon = a_lexicon("齿轮")
    taken = lexicon.translations(native_facets("齿轮 公差").words)
    assert taken["gear"] in {"齿轮", "齿", "轮"}
    assert taken["tolerance"] in {"公差", "公", "差"}
    assert "rolling" not in taken


def test_a_native_title_is_nearest_to_its_translation() -> None:
    lexicon = a_lexicon("滑动轴承 术语")
    titles = [
        english_facets(normalized(title)).words for title in ("Gears - Tolerances", "Plain bearings - Vocabulary")
    ]
    own = lexicon.native_vectors([native_facets("滑动轴承 术语").words])
    others = lexicon.english_vectors(titles, lexicon.english_vocabulary.vectors(titles))
    gears, bearings = (float(row_products(own, [0], others, [place])[0]) for place in (0, 1))
    assert bearings > 2 * gears


def test_words_written_alike_stand_for_themselves_although_never_learnt() -> None:
    lexicon = a_lexicon("USB 接口")
    assert lexicon.translations(native_facets(normalized("USB 接口")).words)["usb"] == "usb"


def test_nothing_is_learnt_from_nothing() -> None:
    lexicon = learn([], [("齿轮",)], Vocabulary.of([["gear"]]), Silent())
    assert lexicon.translations(("齿轮",)) == {}


def test_shipped_terms_are_chinese_and_english_and_unknown_languages_have_none() -> None:
    terms = shipped_terms("zh")
    assert len(terms) > 1000
    assert all(native and english.isascii() for native, english in terms)
    assert shipped_terms("xx") == []


@pytest.mark.parametrize("fragment", ["~コネク", "~ネクタ"])
def test_fragments_of_katakana_are_shown_without_their_mark(fragment: str) -> None:
    lexicon = learn([((fragment,), ("connector",))], [], Vocabulary.of([["connector"]]), Silent())
    assert lexicon.translations((fragment,)) == {"connector": fragment[1:]}
