"""A cell in which the number of a standard and what it adopts stand together: `GB/T 6-2010（≠ISO 6:2004）`."""

import re
from dataclasses import replace
from typing import Final

from aligner.domain.designation.cells import plain_cell
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.publishers import level_of
from aligner.domain.designation.scanning import numbers_in
from aligner.domain.pairs.statement import Statement, parse_statements, stated_by_number


def number_with_statement(text: str) -> tuple[Designation, tuple[Statement, ...]] | None:
    """The national number at the beginning and the international ones that it adopts by a degree in word or sign.

    None for every other text: without a degree between or behind the numbers, with other numbers, or with more words.
    """
    if not _DEGREE.search(text):
        return None
    plain = plain_cell(text)
    found = numbers_in(plain)
    numbers = [one.designation for one in found if isinstance(one.designation, Designation)]
    if len(numbers) < 2 or len(numbers) < len(found) or plain[: found[0].start].strip():
        return None
    own, *adopted = numbers
    if level_of(own.publisher) == "international" or any(level_of(one.publisher) != "international" for one in adopted):
        return None
    rest = plain[found[0].end :]
    statements, _ = parse_statements(rest, "")
    if [one.designation for one in statements] != adopted or _other_words(rest):
        return None
    return own, (*stated_by_number(own), *(replace(one, raw=text.strip()) for one in statements))


def _other_words(rest: str) -> bool:
    """Whether the text behind the number says more than degrees and the adopted numbers."""
    position, left = 0, []
    for one in numbers_in(rest):
        left.append(rest[position : one.start])
        position = one.end
    words = _DEGREE.sub(" ", " ".join([*left, rest[position:]]))
    return any(sign.isalnum() for sign in words)


_DEGREE: Final = re.compile(
    r"(?:等同|修改|非等效|不等效|等效|参照|参考)(?:采用|转化|于)?|[≡≠≈=＝]|\b(?:idt|mod|neq|eqv|ref|identical|modified|"
    r"not equivalent|equivalent)\b(?:\s+(?:to|with))?|和|与|及",
    re.IGNORECASE,
)
