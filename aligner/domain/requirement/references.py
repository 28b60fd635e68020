"""Texts that say nothing by themselves: "see Table 3", 按附录A, 待定.

The Table 3 of one standard is not that of the other, so two such texts are never equal, however alike they read. A
reference to a document by its number ("GB/T 228.1, Table 3") is the same for everybody and is none of these.
"""

import re
from typing import Final

from aligner.domain.text import N_

OWN_PART: Final = N_(
    "“{text}” refers to a part of its own standard. Write what is required there instead, so that it can be compared."
)
PLACEHOLDER: Final = N_("“{text}” is only a placeholder for a requirement that has not been settled yet.")

_NUMBER: Final = r"[A-Z]{0,2}\.?\d{1,4}(?:[.\-–]\d{1,4}){0,5}[a-z]?"
_CLAUSE: Final = r"\d{1,3}(?:\.\d{1,3}){1,5}"
_PLACE: Final = r"(?=\s{0,3}(?:$|[)）\]】,，.。;；、]|\s(?!\S{0,12}\d)[a-z]|[的条规要试测检进执中之所章节和及与]))"
"""What shows that 5.2 was a clause and not an amount: the end, a stop, or words that go on."""
_IN_CHINESE: Final = rf"""
    (?<![代仪手钟水电列报发外])表\s{{0,3}}(?:{_NUMBER}|[一二三四五六七八九十](?![级类]))
  | (?:附图|图)\s{{0,3}}{_NUMBER}
  | (?:附录|附件|附表)\s{{0,3}}[A-Z\d一二三四五六七八九十]
  | 第\s{{0,3}}(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}|[一二三四五六七八九十]{{1,3}})\s{{0,3}}[章节条款篇]
  | 公?式\s{{0,3}}[(（]\s{{0,3}}{_NUMBER}\s{{0,3}}[)）]
  | 同上|同左|同前|见上|如上|上述(?:规定|要求)
  | 本(?:标准|文件|部分)的?(?:规定|要求|\s{{0,3}}{_CLAUSE})
  | (?:见|按照?|依据?|根据|参[见照]|符合|满足|执行)\s{{0,3}}
        (?:{_CLAUSE}\.\d{{1,3}}|{_CLAUSE}{_PLACE}|\d{{1,3}}\s{{0,3}}[章节条款])
"""
_IN_ENGLISH: Final = rf"""
    \b(?:tables?|figs?\.?|figures?|annex(?:es)?|appendix|formula|equation)\s{{0,3}}[(]?(?:{_NUMBER}|[A-Z]\b)
  | \b(?:clauses?|sub-?clauses?|sections?|paragraphs?|chapters?)\s{{0,3}}\d
  | \b(?:see|refer\s{{1,3}}to|according\s{{1,3}}to|in\s{{1,3}}accordance\s{{1,3}}with|compl(?:y|ies)\s{{1,3}}with
        |conform(?:s|ing)?\s{{1,3}}to|as\s{{1,3}}per
        |as\s{{1,3}}(?:specified|given|stated|described|defined|required)\s{{1,3}}(?:in|by))
        \s{{1,3}}(?:{_CLAUSE}|\d{{1,3}}(?![\d.]))
  | \bper\s{{1,3}}(?:{_CLAUSE}\.\d{{1,3}}|{_CLAUSE}\s{{0,3}}$)
  | \b(?:see|as)\s{{1,3}}(?:above|below)\b | \bditto\b | \bidem\b
"""
_PART: Final = re.compile(f"{_IN_CHINESE}|{_IN_ENGLISH}", re.VERBOSE | re.IGNORECASE)
_DOCUMENT: Final = re.compile(
    r"(?<![A-Za-z])(?:GB|GJB|HB|JB|YY|SN|DB|T/[A-Z]{2,8}|ISO|IEC|ITU|EN|BS|DIN|NF|JIS|ASTM|ASME|ANSI|UL|IEEE|AS|NZS|SAE"
    r"|GOST|ГОСТ|KS|CNS|CIE|OIML|CISPR|Q/[A-Z]{2,8})(?![a-z])[A-Z/ \-]{0,12}\d"
)
_PLACEHOLDER: Final = re.compile(
    r"""
    [(（\[]?\s{0,3}(?:
        (?:暂未|尚未|暂|尚|另行?|有?待)(?:确定|规定|制定|定|补充?|研究|商榷|议|填写?|协调|验证)[中的]?
      | (?:正在)?考虑中|制定中|研究中|保留|预留|空缺|缺
      | t\.?\s?b\.?\s?[dcafns]\.?
      | to\s{1,3}be\s{1,3}(?:determined|defined|confirmed|decided|specified|agreed|announced|added|completed|developed
            |established|supplied|fixed)(?:\s{1,3}later)?
      | under\s{1,3}(?:consideration|development|study|discussion|review)
      | not\s{1,3}yet\s{1,3}(?:determined|defined|decided|specified|available|known)
      | pending|reserved|tentative|unknown
      | [?？]{1,9}|\.{2,9}|…{1,9}|[xX×*_]{2,9}
    )\s{0,3}[)）\]]?[.。]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_PLACEHOLDER: Final = 60


def says_nothing(text: str) -> str:
    """Why the text says nothing by itself, a sentence with a place {text}; "" when it does say something.

    Only for texts that were not understood as numbers.
    """
    if len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text.strip()):
        return PLACEHOLDER
    return OWN_PART if points_to_a_part(text) else ""


def points_to_a_part(text: str) -> bool:
    """Whether the text points to a table, figure, annex or clause of the standard that it stands in."""
    return _PART.search(text) is not None and _DOCUMENT.search(text) is None


def is_bare_clause(text: str) -> bool:
    """Whether the text is nothing but the number of a clause, as columns of test methods print it: 6.2.1."""
    return re.fullmatch(rf"\s{{0,9}}(?:\d{{1,2}}|{_CLAUSE})\s{{0,9}}", text) is not None
