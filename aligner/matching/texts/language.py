"""The language of each title: by its script, by its little words, and where these are silent by its neighbours.

Never one language for a whole project: a catalogue may hold titles in several.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from functools import cache
from typing import Final

ENGLISH, FRENCH, CHINESE, JAPANESE, VIETNAMESE = "en", "fr", "zh", "ja", "vi"
UNKNOWN = ""

_SCRIPTS: Final = (
    (JAPANESE, re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")),
    ("ko", re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7af]")),
    (CHINESE, re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    ("uk", re.compile(r"[іїєґ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]{3}")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
"""Languages told by their letters, the more particular ones first."""

_LETTERS: Final[dict[str, frozenset[str]]] = {
    VIETNAMESE: frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    "pl": frozenset("ąćęłńśźż"),
    "cs": frozenset("ěřů"),
    "tr": frozenset("ğış"),
    "de": frozenset("äß"),
    FRENCH: frozenset("çèêœ"),
    "es": frozenset("ñ¿"),
    "pt": frozenset("ãõ"),
}
"""Letters that are frequent in one language with Latin letters and not in English."""

_LITTLE_WORDS: Final = {
    ENGLISH: "in the of and for to with by from at as or using used under test tests testing method methods "
    "determination requirements general specification measurement vocabulary safety part guidelines systems "
    "products",
    FRENCH: "de la en l d du des les le et pour sur aux au dans avec une un par partie essais méthode méthodes "
    "détermination dosage exigences générales spécifications mesure vocabulaire sécurité lignes directrices "
    "systèmes produits",
    "de": "in der das und für von mit zur zum bei dem im auf durch teil prüfung prüfverfahren bestimmung verfahren "
    "anforderungen allgemeine festlegungen messung begriffe sicherheit leitfaden systeme",
    "es": "de la en del las los y el una parte ensayos método métodos determinación requisitos generales "
    "especificaciones medición vocabulario seguridad directrices sistemas productos",
    "pt": "de em da dos das do uma parte ensaios método determinação requisitos gerais especificações medição "
    "segurança diretrizes sistemas produtos",
    "it": "la in della dei delle degli di il gli parte prove metodo metodi determinazione requisiti generali "
    "specifiche misurazione vocabolario sicurezza sistemi prodotti",
    "nl": "de en in van het voor en met een deel beproevingsmethoden bepaling eisen algemene veiligheid systemen",
    "pl": "oraz dla część metody badania oznaczanie wymagania ogólne bezpieczeństwo",
    "tr": "ve için bölüm deney yöntemi tayini genel kurallar güvenlik özellikler",
    VIETNAMESE: "và cho phần phương pháp thử xác định yêu cầu chung kỹ thuật an toàn",
    "id": "dan untuk bagian cara uji penentuan persyaratan umum keselamatan",
}
"""Words that many titles of a language have; one of several languages counts for each of them."""

_WORD = re.compile(r"[^\W\d_]+")


def normalized(text: str) -> str:
    """Case folded, every dash a hyphen, blanks single: the form in which equal titles are equal."""
    return " ".join(text.translate(_DASHES).casefold().split())


_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))


def is_latin(text: str) -> bool:
    """Whether the text can be compared letter by letter with English: it has letters, and they are Latin."""
    return any(letter.isalpha() for letter in text) and _by_script(text) == UNKNOWN


def certain_language(text: str) -> str:
    """The language of a normalized title, UNKNOWN where its words do not tell; Han alone may be Chinese or Japanese."""
    script = _by_script(text)
    if script == CHINESE:
        return UNKNOWN
    return script or _by_words(text)


def languages_of(titles: Sequence[str], groups: Sequence[Hashable]) -> list[str]:
    """The language of each normalized title; `groups` holds what each title's neighbours share, such as the publisher.

    A title that does not tell itself follows most of its neighbours in the same script; without any it is Chinese or
    English. An empty title has none.
    """
    certain = [certain_language(title) for title in titles]
    around: dict[tuple[Hashable, bool], Counter[str]] = defaultdict(Counter)
    is_han = [not language and _by_script(title) == CHINESE for language, title in zip(certain, titles, strict=True)]
    for language, group in zip(certain, groups, strict=True):
        if language:
            around[group, language in _HAN_LANGUAGES][language] += 1
    for han, group in zip(is_han, groups, strict=True):
        around[group, True][CHINESE] += han
    usual = {key: _most(counts) for key, counts in around.items()}
    return [
        language or (usual.get((group, han)) or (CHINESE if han else ENGLISH) if title else UNKNOWN)
        for language, title, group, han in zip(certain, titles, groups, is_han, strict=True)
    ]


_HAN_LANGUAGES: Final = frozenset((CHINESE, JAPANESE))
_TELLING_SHARE = 0.2
"""From this share of kana titles on, those of Han alone are Japanese: many Japanese titles are."""


def _most(counts: Counter[str]) -> str:
    """What the neighbours are; a fifth of Japanese ones beside those of Han alone suffices."""
    if counts[JAPANESE] > _TELLING_SHARE * counts.total():
        return JAPANESE
    latin = [(count, language) for language, count in counts.items() if count and language not in _SCRIPT_NAMES]
    return CHINESE if counts[CHINESE] else max(latin, default=(0, ENGLISH))[1]


_SCRIPT_NAMES: Final = frozenset(name for name, _ in _SCRIPTS)


def _by_script(text: str) -> str:
    """The language that the letters alone show; CHINESE for Han, UNKNOWN for Latin letters."""
    if text.isascii():
        return UNKNOWN
    return next((language for language, letters in _SCRIPTS if letters.search(text)), UNKNOWN)


def _by_words(text: str) -> str:
    """The language with Latin letters that most words and letters speak for; UNKNOWN when none or two do."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    votes: Counter[str] = Counter()
    for word in words:
        votes.update(_spoken(word))
        if not word.isascii():
            votes.update(language for language, letters in _LETTERS.items() if not letters.isdisjoint(word))
    if not votes:
        return UNKNOWN
    (best, most), *others = votes.most_common(2)
    return UNKNOWN if others and others[0][1] == most else best


@cache
def _spoken(word: str) -> tuple[str, ...]:
    """The languages of which this is a little word."""
    return tuple(language for language, words in _little_words().items() if word in words)


@cache
def _little_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _LITTLE_WORDS.items()}
