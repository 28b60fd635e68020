"""Finds the numbers in running text: where each begins, how far it reaches, and the shortened ones after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from aligner.domain.degree import parse_degree
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.publishers import (
    ENGINEERING_CODES,
    GB_CODES,
    INDUSTRY_CODES,
    INTERNATIONAL,
    NATIONAL,
    REGIONAL,
)
from aligner.domain.designation.reading import read_designation
from aligner.domain.designation.siblings import SHORT, parts_between, sibling, with_year_of

RANGE: Final = "range"
"""The text names the first and the last of several standards; which lie between them cannot be told."""


@dataclass(frozen=True, slots=True)
class Found:
    """One number of a text, or what stands in the place of one, with its place."""

    designation: Designation | NotUnderstood
    start: int
    end: int


def numbers_in(text: str) -> list[Found]:
    """The numbers of one line of plain text in their order; shortened ones and ranges of parts written out."""
    found: list[Found] = []
    whole = list(_whole_numbers(text))
    for one, following in pairwise([*whole, None]):
        if one is None:
            continue
        if found and (joined := _range_to(text, found[-1], one)):
            found[-1:] = joined
        else:
            found.append(one)
        _take_shortened(text, found, following.start if following else len(text))
    return found


def _whole_numbers(text: str) -> Iterator[Found]:
    """The numbers that name their body, each as long as it can be read."""
    heads = [match.start() for match in _HEAD.finditer(text)]
    position = 0
    for place, start in enumerate(heads):
        if start < position:
            continue
        following = heads[place + 1] if place + 1 < len(heads) else len(text)
        one = _longest(text, start, min(following, start + _LONGEST))
        if one is None:
            continue
        for further in heads[place + 1 : place + 3]:
            one = _with_other_name(text, one, further)
        yield one
        position = one.end


def _longest(text: str, start: int, limit: int) -> Found | None:
    """The longest designation that begins here."""
    for match in _PROSE.finditer(text, start, limit):
        if match[0].lower() not in _WORDS_OF_NUMBERS:
            limit = match.start()
            break
    limit = _before_stray_bracket(text, start, limit)
    ends = [match.start() for match, _ in zip(_CUT.finditer(text, start, limit), range(_MOST_CUTS), strict=False)]
    if len(ends) < _MOST_CUTS:
        ends.append(limit)
    for end in reversed(ends):
        if end > start and (read := _read(text[start:end])) is not None:
            return Found(read, start, start + len(text[start:end].rstrip(" \t,:.-/|+")))
    return None


def _before_stray_bracket(text: str, start: int, limit: int) -> int:
    """Where the first bracket closes that was opened before the start; the limit when none does."""
    depth = 0
    for match in _BRACKET.finditer(text, start, limit):
        depth += 1 if match[0] in "([【" else -1
        if depth < 0:
            return match.start()
    return limit


def _with_other_name(text: str, one: Found, further: int) -> Found:
    """The number with the one that stands behind it as its other name: `ISO 5537|IDF 26`, `GB/T 1/ISO 2`."""
    gap = text[one.end : further]
    if further < one.end or not _CONNECTOR.fullmatch(gap):
        return one
    second = _longest(text, further, further + _LONGEST)
    if second is None:
        return one
    end = second.end
    if "(" in gap:
        closing = _CLOSING.match(text, end)
        if closing is None:
            return one
        end = closing.end()
    read = _read(text[one.start : end])
    return one if read is None else Found(read, one.start, end)


def _take_shortened(text: str, found: list[Found], limit: int) -> None:
    """Add the shortened numbers and the ranges that follow the last number, up to where the next whole one begins."""
    run = [len(found) - 1]
    position = found[-1].end
    if match := _RANGE.match(text, position, limit):
        position = match.end()
        first = _known(found[-1])
        parts = parts_between(first, match["last"]) if first else None
        if parts is None:
            found[-1] = Found(NotUnderstood(text[found[-1].start : position], RANGE), found[-1].start, position)
            return
        found[-1:] = [Found(part, found[-1].start, position) for part in parts]
        run = list(range(len(found) - len(parts), len(found)))
    for match in _LIST.finditer(text, position, limit):
        if match.start() < position:
            continue
        last, short = _known(found[run[-1]]), match["short"]
        read = sibling(last, short) if last and _is_only_degree(text[position : match.start()]) else None
        position = match.end() + len(short)
        found.append(Found(read or NotUnderstood(short.strip(_EDGES), "unknown_form"), match.end(), position))
        if read is not None:
            run.append(len(found) - 1)
            if read.is_dated:
                _date(found, run)
                run = run[-1:]


def _date(found: list[Found], run: list[int]) -> None:
    """Give the year that closes a list of parts to all of them."""
    last = _known(found[run[-1]])
    for place in run[:-1]:
        undated = _known(found[place])
        if undated is not None and last is not None:
            found[place] = Found(with_year_of(undated, last), found[place].start, found[place].end)


def _range_to(text: str, first: Found, last: Found) -> list[Found] | None:
    """A range whose both ends name their body; None when the two numbers stand for themselves."""
    if not _RANGE_SIGN.fullmatch(text, first.end, last.start):
        return None
    one, other = _known(first), _known(last)
    parts = None
    if one and other and other.part and (one.publisher, one.number) == (other.publisher, other.number):
        parts = parts_between(one, other.part + (f":{other.year}" if other.year else ""))
    if parts is None:
        return [Found(NotUnderstood(text[first.start : last.end], RANGE), first.start, last.end)]
    return [Found(part, first.start, last.end) for part in parts]


def _known(one: Found) -> Designation | None:
    return one.designation if isinstance(one.designation, Designation) else None


def _is_only_degree(text: str) -> bool:
    """Whether nothing, or nothing but a degree, stands between two numbers of a list."""
    plain = text.strip(_EDGES)
    return not plain or (len(plain) < _LONGEST_DEGREE and parse_degree(plain) is not None)


@lru_cache(maxsize=4096)
def _read(text: str) -> Designation | None:
    read = read_designation(text)
    return read if isinstance(read, Designation) else None


_EDGES: Final = " \t,，:.。()[]【】-—–/+"
_LONGEST: Final = 250
_LONGEST_DEGREE: Final = 40
_MOST_CUTS: Final = 12
BODIES: Final = "|".join(
    sorted(
        map(re.escape, INTERNATIONAL | REGIONAL | NATIONAL | GB_CODES | INDUSTRY_CODES | ENGINEERING_CODES),
        key=len,
        reverse=True,
    )
)
_HEAD: Final = re.compile(
    rf"(?<![A-Za-zА-Яа-яЁё0-9])"
    rf"(?:(?:Guides? |Directives? |Руководств[оа] |РУКОВОДСТВО |F?pr)?"
    rf"(?:{BODIES}|JIS|CEI|AWI IWA|CD IWA|[TQ]/[A-Z0-9]{{2,20}}|DB\d{{2,6}}|DBJ\d{{0,2}}"
    rf"|ГОСТ|ИСО|МЭК|СИСПР|МСЭ-Т|СТБ|СТ РК|ПНСТ|ДСТУ|СНиП|СП|РД|РМГ|ОСТ)(?![a-zа-яё])"
    rf"|(?i:iso|iec|cispr|gb)(?![A-Za-z]))"
    rf"(?:[ /-]{{1,2}}(?:[A-ZА-Я]{{1,7}}(?![A-Za-zА-Яа-яё])|Guide|Directives?|Rec\.?|Recommendation|Std\.?))"
    rf"{{0,5}}(?:[A-Z]{{1,2}}(?=\d))?[ /:.-]{{0,3}}(?=(?:[A-Z](?:[ .-]|(?=\d)))?[ ]?\d|DIR |[A-Z]{{1,3}}\.\d)"
)
_PROSE: Final = re.compile(
    r"[;\n《》〈〉「」『』“”\"?]|[\u3040-\u30ff\u4e00-\u9fff]+|[A-Za-zА-Яа-яà-ÿЁё]*[a-zа-яà-ÿё]{3,}"
    r"|(?<![A-Za-z])(?:IDT|MOD|NEQ|EQV|REF|idt|mod|neq|eqv|ref)(?![A-Za-z])|[≡≈≠≒=~]| (?:to|bis|до|по|and|und) "
)
_WORDS_OF_NUMBERS: Final = frozenset(
    [
        *["guide", "guides", "part", "parts", "pts", "teil", "teile", "partie", "amendment", "amend"],
        *["amd", "corrigendum", "corr", "cor", "addendum", "add", "supplement", "suppl", "edition"],
        *["edn", "section", "sect", "sec", "series", "directives", "directive", "consolidated"],
        *["version", "rec", "recommendation", "std", "stan", "fpr", "reaffirmed", "reviewed", "explanation"],
        *["часть", "изменение", "поправка", "издание", "年", "版"],
        *["年版", "第", "部分", "号修改单", "修改单", "所有部分", "全部", "全部分"],
        *["系列", "追補", "正誤票", "年局部修订", "局部修订", "年修订", "all"],
    ]
)
"""Words that belong to a number; any other ends it."""

_CUT: Final = re.compile(r"[ ,、(\[【|/]|-(?=[A-Za-z])")
_BRACKET: Final = re.compile(r"[()\[\]【】]")
_CONNECTOR: Final = re.compile(r"\s*(?:[/|]|[(]|[ ,]\s*idt[ :]*)\s*", re.IGNORECASE)
_CLOSING: Final = re.compile(r"\s*\)")
_RANGE_SIGN: Final = re.compile(r"\s*(?:~|至|到|to|through|bis|\.{2,3}|…|до|по)\s*")
_RANGE: Final = re.compile(
    r"\s*(?:~|至|到|to(?![a-z])|through|bis|\.{2,3}|…|до|по)\s*-?(?P<last>\.?[0-9A-Z][0-9A-Z.-]*(?:\s?:\s?(?:19|20)\d\d)?)"
)
_LIST: Final = re.compile(
    rf"\s*(?:[,，&+、]|和|以及|及其?|与|或|(?<![A-Za-z])(?:and|und|et|or)(?![A-Za-z])|(?<![а-я])(?:и|или)(?![а-я])"
    rf"|/(?=\s*(?:\D|\d{{3}}))(?!\s*(?:19|20)\d\d(?!\d)))\s*(?=(?P<short>{SHORT}))"
)
