"""Numbers shortened to what sets them apart from the one before: `-2` in `ISO 683-1, -2`, `.2` in `GB/T 1234.1、.2`."""

import re
from dataclasses import replace
from typing import Final

from aligner.domain.designation.designation import Designation

_DASH: Final = r"[-‐‑–—−]"
_YEAR: Final = rf"(?:\s?(?::|{_DASH}|\s)\s?(?P<year>(?:19|20)\d\d))?(?!\d)"
_PART: Final = re.compile(rf"[-.]?(?P<part>\d{{1,3}}(?:-\d{{1,3}})*|[A-Z]\d\d){_YEAR}")
_NUMBER: Final = re.compile(rf"(?P<number>\d{{3,6}})(?P<part>(?:[-.]\d{{1,3}})*){_YEAR}")
_LOOKS_LIKE_YEAR: Final = re.compile(r"(?:19|20)\d\d")

SHORT: Final = (
    rf"(?:{_DASH}?(?:\d{{1,6}}(?:[-.]\d{{1,3}})*|[A-Z]\d\d)|\.\d{{1,3}})"
    rf"(?:\s?(?::|{_DASH}|\s)\s?(?:19|20)\d\d)?(?=\s*(?:$|[,;、/&()\[【和及与等修非]|and\b|IDT\b|MOD\b|NEQ\b|EQV\b))"
)
"""What a shortened number looks like, up to the end of its text or the next of its kind."""


def sibling(before: Designation, short: str) -> Designation | None:
    """The number that a short text stands for after this one; None when it stands for none.

    A part takes the place of as many segments at the end of the part before it: `-3` after `IEC 61000-4-2` is
    `IEC 61000-4-3`, `-2-6` after `IEC 60335-1` is `IEC 60335-2-6`. A number of at least three digits takes the place
    of the whole number: `14001` after `ISO 9001`. (No published rule; this is how committees write it.)
    """
    if before.adopts is not None or before.stage is not None or before.joint is not None:
        return None
    bare = Designation(before.publisher, before.number, before.part, type=before.type)
    if (match := _NUMBER.fullmatch(short)) and _is_whole(before, match):
        return _dated(replace(bare, number=match["number"], part=match["part"][1:] or None), match)
    if before.part is not None and (match := _PART.fullmatch(short)):
        return _dated(replace(bare, part=_with_tail(before.part, match["part"])), match)
    return None


def with_year_of(undated: Designation, following: Designation) -> Designation:
    """The number with the year that closes its list of parts: both of `GB/T 1234.1、.2—2010` are of 2010."""
    is_list_of_parts = undated.family == following.family and undated.part is not None
    if undated.year is None and is_list_of_parts and not undated.supplements:
        return replace(undated, year=following.year)
    return undated


def _is_whole(before: Designation, match: re.Match[str]) -> bool:
    """Whether the short text is a number of its own, and neither a part nor a year."""
    if not before.number.isdecimal() or (not match["part"] and _LOOKS_LIKE_YEAR.fullmatch(match["number"])):
        return False
    repeats = match["number"] == before.number and match["part"]
    return before.part is None or bool(repeats) or len(match["number"]) > 3


def _with_tail(part: str, tail: str) -> str:
    segments = part.split("-")
    return "-".join([*segments[: max(0, len(segments) - tail.count("-") - 1)], tail])


def _dated(designation: Designation, match: re.Match[str]) -> Designation:
    return replace(designation, year=int(match["year"])) if match["year"] else designation


def parts_between(first: Designation, last: str) -> tuple[Designation, ...] | None:
    """The numbers of a range of parts, `ISO 4126-1` to `3`, with the year that closes it; None when it is none.

    The end may repeat the number (`4126-3`) or only its last segment; letters keep theirs (`A01` to `A06`).
    """
    repeated = next((one for one in (f"{first.number}.", f"{first.number}-") if last.startswith(one)), "")
    match = _RANGE_END.fullmatch(last.removeprefix(repeated)) or _RANGE_END.fullmatch(last)
    if match is None or first.part is None or first.supplements or first.adopts is not None:
        return None
    head, _, begin = first.part.rpartition("-")
    start, end = _SEGMENT.fullmatch(begin), _SEGMENT.fullmatch(match["part"].rpartition("-")[2])
    if start is None or end is None or start[1] != end[1] or not 0 <= int(end[2]) - int(start[2]) < _MOST_PARTS:
        return None
    year = int(match["year"]) if match["year"] else first.year
    width = len(start[2]) if start[2].startswith("0") else 0
    segments = (f"{start[1]}{value:0{width}d}" for value in range(int(start[2]), int(end[2]) + 1))
    return tuple(replace(first, part=f"{head}-{one}" if head else one, year=year) for one in segments)


_RANGE_END: Final = re.compile(rf"[-.]?(?P<part>[A-Z]?\d{{1,3}}(?:-[A-Z]?\d{{1,3}})*){_YEAR}")
_SEGMENT: Final = re.compile(r"([A-Z]?)(\d{1,3})")
_MOST_PARTS: Final = 100
