"""What a title or a group heading says of every standard below it: a status, a degree, or nothing."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from aligner.domain.degree import parse_degree
from aligner.readers.cells.words import status_of_heading

_LONGEST: Final = 60  # letters; a longer text is prose
_ORDINALS: Final = (
    re.compile(r"[一二三四五六七八九十百]{1,4}(?:\s*[、.．,，]\s*|\s+)"),
    re.compile(r"[(（][一二三四五六七八九十百]{1,4}[)）]\s*"),
    re.compile(r"\d{1,2}\s*[、.．)）]?\s+|\d{1,2}\s*[、.．)）](?!\d)\s*"),
    re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.．]?\s*"),
    re.compile(r"[(（]\d{1,2}[)）]\s*"),
    re.compile(r"[IVXivx]{1,5}[.、)]\s+"),
    re.compile(r"[A-Za-z][.、)]\s+"),
    re.compile(r"第[一二三四五六七八九十\d]{1,3}[部分章节类篇组]+[:：、\s]*"),
    re.compile(r"附[件表录]\s*[A-Z\d一二三四五六七八九十]{0,2}\s*[:：、.．]?\s*|表\s*\d{1,2}\s*[:：、.．]?\s*"),
    re.compile(r"(?:part|section|table|annex|appendix)\s+[\dA-Z]{1,3}\s*[:.\-–—]?\s+", re.IGNORECASE),
)
_ASIDE: Final = re.compile(
    r"(?:截至|截止)?\s*(?:19|20)\d\d\s*年?\s*(?:度|底|末|版)?|[(（]?\s*(?:共|计|合计)?\s*\d{1,6}\s*[项条个件]\s*[)）]?|[(（]\s*\d{1,6}\s*[)）]"
)
_OF_ADOPTIONS: Final = re.compile(
    r"的?(?:国际|国外)?标准的?|的?(?:国家|我国|行业)标准|目录|清单|一览表?|\b(?:list of|standards?)\b"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A text above standards: the kind of its ordinal (None without one), the status and the degree it states.

    `status` and `degree` are "" where it states none; `degree` is the word as printed, for the reader of degrees.
    """

    text: str
    ordinal: int | None
    status: str = ""
    degree: str = ""

    @property
    def tells(self) -> bool:
        """Whether it says anything of the standards below."""
        return bool(self.status or self.degree)


def read_heading(text: str) -> Heading:
    """What this text says; it must say nothing else: `一、废止标准`, `2019年废止国家标准目录`, `Part A: Identical`.

    `拟废止`, `现行及废止` and `废止标准的处理` state nothing. (No published rule; our reading.)
    """
    whole = " ".join(text.split())
    if len(whole) > _LONGEST:
        return Heading(whole, None)
    ordinal, rest = _ordinal_of(whole)
    rest = _ASIDE.sub("", rest).strip(" :：。.")
    status = status_of_heading(rest) or ""
    return Heading(whole, ordinal, status, "" if status else _degree_in(rest))


def _ordinal_of(text: str) -> tuple[int | None, str]:
    for kind, ordinal in enumerate(_ORDINALS):
        if (found := ordinal.match(text)) and found.end() < len(text):
            return kind, text[found.end() :]
    return None, text


def _degree_in(text: str) -> str:
    """The words for a degree that are all the text says."""
    words = _OF_ADOPTIONS.sub("", unicodedata.normalize("NFKC", text)).strip(" :：()（）的")
    read = parse_degree(words) if 0 < len(words) <= len("not equivalent adoptions") else None
    is_bare = read is not None and bool(read.degree) and not any(map(str.isdigit, words))
    return words if is_bare and _says_nothing_else(words) else ""


def _says_nothing_else(words: str) -> bool:
    return _DEGREE_ALONE.fullmatch(words.casefold()) is not None


_DEGREE_ALONE: Final = re.compile(
    r"(?:等同|修改|非等效|等效|参照|不等效|非等同)(?:采用|转化)?(?:类|的)?(?:\(?(?:idt|mod|neq|eqv|ref)\)?)?"
    r"|(?:采用程度|一致性程度)?[:：]?\s*(?:idt|mod|neq|eqv)(?:类|采用)?"
    r"|(?:identical|modified|not equivalent|non-equivalent|equivalent)(?: adoptions?)?(?: \(?(?:idt|mod|neq)\)?)?"
    r"|идентичные|модифицированные|неэквивалентные|идентичный|модифицированный|неэквивалентный|一致|修正"
)
