"""Statements of adoption inside titles and remarks: `Hexagon screws (ISO 4017:2011, MOD)`, `等同采用ISO 9001:2015`."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from aligner.domain.designation.cells import words_beside
from aligner.domain.pairs.statement import LEFT_OVER, REPLACED, Statement, Untaken, parse_statements


@dataclass(frozen=True, slots=True)
class InProse:
    """What a title or a remark states about adoption."""

    statements: tuple[Statement, ...]
    untaken: tuple[Untaken, ...]
    """Degrees that the text leaves open, and numbers that it says are not adopted."""
    rest: str
    """The text without its statements: the title that is compared."""


def statements_in(text: str) -> InProse:
    """The statements of a text that is written for readers.

    Only a number with a degree or an adoption beside it states something; a title may name any other standard.
    What is in brackets is taken first, then each sentence.
    """
    plain = unicodedata.normalize("NFKC", text[:_LONGEST])
    statements: list[Statement] = []
    untaken: list[Untaken] = []
    for match in _BRACKETS.finditer(plain):
        stated, left = _stated(match[1])
        statements += stated
        untaken += left
    rest = _BRACKETS.sub(lambda match: " " if any(_stated(match[1])) else match[0], plain)
    sentences = []
    for sentence in _SENTENCES.split(rest):
        stated, left = _stated(sentence)
        statements += stated
        untaken += left
        sentences.append(words_beside(sentence) if stated or left else sentence.strip())
    if not statements and not untaken:
        return InProse((), (), text)
    words = " ".join(sentence for sentence in sentences if sentence)
    return InProse(tuple(dict.fromkeys(statements)), tuple(dict.fromkeys(untaken)), " ".join(words.split()))


def _stated(text: str) -> tuple[list[Statement], list[Untaken]]:
    """The statements of a short text that have a degree; all of them when it says that they are adopted."""
    if not _DIGIT.search(text) or not _STATING.search(text):
        return [], []
    statements, untaken = parse_statements(text)
    adopts = _ADOPTS.search(text) is not None
    taken = [one for one in statements if one.designation.level in _ADOPTED_LEVELS and (one.degree or adopts)]
    told = [one for one in untaken if one.reason not in _TOLD_ELSEWHERE]
    return taken, told if taken or statements or not adopts else []


_LONGEST: Final = 2000
_DIGIT: Final = re.compile(r"\d")
_BRACKETS: Final = re.compile(r"[(\[【]([^()\[\]【】]{3,200})[)\]】]")
_SENTENCES: Final = re.compile(r"[。;；\n\r]+|\.(?= |$)")
_ADOPTS: Final = re.compile(r"采用|採用|(?<![A-Za-z])adopt", re.IGNORECASE)
_STATING: Final = re.compile(
    r"(?<![A-Za-z])(?:IDT|MOD|NEQ|EQV|REF|identical (?:to|with)|modified from|equivalent to|adopt\w*)(?![A-Za-z])"
    r"|采用|採用|一致性程度|等同于|(?<![а-яё])(?:ИДТ|МОД|НЭК|НЕЭ|идентич[а-я]+)|[≡≠]",
    re.IGNORECASE,
)
"""Words that speak of adoption and of nothing else; a title may hold "modified" or "equivalent" for itself."""

_ADOPTED_LEVELS: Final = frozenset({"international", "regional"})
_TOLD_ELSEWHERE: Final = frozenset({REPLACED, LEFT_OVER, "unknown_form", "no_number", "empty", "too_long"})
