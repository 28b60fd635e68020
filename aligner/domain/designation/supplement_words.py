"""Amendments and corrigenda that a word or a bracket joins to the number: `ISO 4:2002 及 Amd 1:2004`."""

import re
from typing import Final


def plain_supplements(text: str) -> str:
    """The text with such supplements written behind the number: `ISO 4:2002/Amd 1:2004`.

    `(含 Amd 1:2004)`, `& Cor 1:2004`, `和修改单1:2004` and `Amendment 1 (2005)` are those of the number before them.
    """
    return _JOINED.sub(_plain, text) if _NAMED.search(text) else text


def named_supplement(text: str) -> str:
    """The first supplement that a text names, with its number: what no number has taken is left over."""
    found = _NUMBERED.search(text)
    return found[0] if found else ""


def _plain(found: re.Match[str]) -> str:
    kind = "Cor" if found["kind"][0] in "CcКк勘技" else "Amd"
    year = found["year"] or found["bracketed"]
    return f"/{kind} {found['number']}" + (f":{year}" if year else "")


_KIND: Final = (
    r"(?:Amd|Amend(?:ment)?|Corr?|Corrigend(?:um|a)|Technical Corrigendum"
    r"|修正案|修改单|技术勘误|勘误|Изменение|Поправка)"
)
_NAMED: Final = re.compile(_KIND, re.IGNORECASE)
_WORD: Final = (
    r"(?:&|and|with|incl(?:uding|udes|\.)?|plus|及其|以及|及|和|与|並びに|及び|包括|包含|含|加|und|u\.|mit|et|avec|и|с)"
)
_JOINED: Final = re.compile(
    rf"(?<=[\d)])\s*(?:(?:[,，、;；]\s*)?[(（]\s*{_WORD}?\s*|[、;；]\s*|(?:[,，]\s*)?{_WORD}\s*"
    rf"|[,，]?\s*(?=Amendment|Corrigendum|修正案|技术勘误|勘误)"
    rf"|[,，]?\s*(?={_KIND}\s?\.?\s*(?:No\.?\s*)?\d{{1,2}}\s*[(（]\s*(?:19|20)\d\d\s*[)）]))"
    rf"(?:其|the\s)?(?P<kind>{_KIND})\s?\.?\s*(?:No\.?\s*)?(?P<number>\d{{1,2}})(?!\d)"
    rf"\s*(?:[:：\-]\s*(?P<year>(?:19|20)\d\d)|[(（]\s*(?P<bracketed>(?:19|20)\d\d)\s*[)）])?(?:\s*[)）](?![^(（]*[)）]))?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(rf"{_KIND}\s?\.?\s*(?:No\.?\s*)?\d{{1,2}}(?!\d)(?:[:：]\s*\d{{4}})?", re.IGNORECASE)
