import pytest
from scipy.sparse import hstack

from aligner.domain.progress import Silent
from aligner.matching.texts.facets import english_facets, native_facets
from aligner.matching.texts.language import normalized
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
    bilingual = [(_words(own), english_facets(normalized(other)).words) for own, other in BILINGUAL]
    return learn(bilingual, [_words(title) for title in asked], Vocabulary.of(english), Silent())


def _words(title: str) -> tuple[str, ...]:
    return native_facets(normalized(title), "zh").words


def test_a_word_is_learnt_from_the_titles_it_stands_in() -> None:
    lexicon = a_lexicon("齿轮")
    taken = lexicon.translations(_words("齿轮 公差"))
    assert taken["gear"] in {"齿轮", "齿", "轮"}
    assert taken["tolerance"] in {"公差", "公", "差"}
    assert "rolling" not in taken


def test_a_native_title_is_nearest_to_its_translation() -> None:
    lexicon = a_lexicon("滑动轴承 术语")
    titles = [
        english_facets(normalized(title)).words for title in ("Gears - Tolerances", "Plain bearings - Vocabulary")
    ]
    own = lexicon.native_vectors([_words("滑动轴承 术语")])
    others = hstack([lexicon.english_vocabulary.vectors(titles), lexicon.english_words(titles)], format="csr")
    gears, bearings = (float(row_products(own, [0], others, [place])[0]) for place in (0, 1))
    assert bearings > 2 * gears


def test_words_written_alike_stand_for_themselves_although_never_learnt() -> None:
    lexicon = a_lexicon("USB 接口")
    assert lexicon.translations(_words("USB 接口"))["usb"] == "usb"


def test_nothing_is_learnt_from_nothing() -> None:
    lexicon = learn([], [("齿轮",)], Vocabulary.of([["gear"]]), Silent())
    assert lexicon.translations(("齿轮",)) == {}


@pytest.mark.parametrize(("language", "least"), [("zh", 1200), ("vi", 150)])
def test_shipped_terms_have_their_english_and_unknown_languages_have_none(language: str, least: int) -> None:
    terms = shipped_terms(language)
    assert len(terms) > least
    assert all(native and english.isascii() for native, english in terms)
    assert shipped_terms("xx") == []


@pytest.mark.parametrize("fragment", ["~コネク", "~ネクタ"])
def test_fragments_of_katakana_are_shown_without_their_mark(fragment: str) -> None:
    lexicon = learn([((fragment,), ("connector",))], [], Vocabulary.of([["connector"]]), Silent())
    assert lexicon.translations((fragment,)) == {"connector": fragment[1:]}


def test_a_lexicon_knows_how_much_of_a_title_it_can_translate() -> None:
    titles = [_words("滚动轴承 公差"), _words("滚动轴承 奶酪"), _words("奶酪")]
    known, half, nothing = a_lexicon("奶酪").knowledge(titles)
    assert known > half > nothing == 0
