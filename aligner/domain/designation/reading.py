"""The general way from text to designation: made plain, unwrapped from outside in, read by a body's grammar."""

import re
from dataclasses import replace
from typing import Final

from aligner.domain.designation.bodies.asian import chinese, japanese, korean
from aligner.domain.designation.bodies.foreign import foreign
from aligner.domain.designation.bodies.iec import special_document
from aligner.domain.designation.bodies.international import international
from aligner.domain.designation.bodies.national import adoption, other_national
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.spelling import normalized

_LONGEST: Final = 250
_LONGEST_CELL: Final = 2000
_MOST_WRAPPINGS: Final = 3
_DIGIT: Final = re.compile(r"\d")
_GRAMMARS: Final = (international, chinese, japanese, korean, adoption, special_document, foreign, other_national)

_DEGREE_FIRST: Final = re.compile(
    r"(?:IDT|MOD|NEQ|EQV|REF|等同采用|修改采用|等效采用|非等效采用|等同|修改|等效|非等效|参照采用|参照)[: ]*",
    re.IGNORECASE,
)
_DEGREE: Final = "IDT|MOD|NEQ|EQV|REF"
_DEGREE_LAST: Final = re.compile(
    rf"[ ,;]*\(?(?:{_DEGREE}|等同采用|修改采用|等效采用|非等效采用|等同|修改|等效|非等效)\)?$", re.IGNORECASE
)
_PARENTHESIS: Final = re.compile(rf" ?\(([^()]+?)(?:[, ]+({_DEGREE})|\(({_DEGREE})\))?\)$", re.IGNORECASE)
_REMARK: Final = re.compile(rf"(?!(?:{_DEGREE})$)[A-Z]{{3,6}}(?: [A-Z0-9 ]{{1,20}})?")
_GERMAN_TWIN: Final = re.compile(r"\((VDE \d{3,5}(?:-\d{1,4}){0,3})\)(:\d{4}(?:-\d\d)?)$")
"""The VDE number that DIN prints before the year: `DIN EN 60335-1 (VDE 0700-1):2012-10`."""
_DUAL: Final = re.compile(
    r"(?:/|[ ,]*\b(?:idt|IDT)[ :]*)(?=(?:ISO|IEC|CISPR|ITU-[TR]|IWA|EN)[ /]?(?:[A-Za-z]{1,5}[/ ])*\d)"
)


def read_designation(text: str) -> Designation | NotUnderstood:
    """The designation a text is, or why it is none; never raises."""
    if len(text) > _LONGEST_CELL:
        return NotUnderstood(text, "too_long")
    plain = _GERMAN_TWIN.sub(r"\2 (\1)", normalized(text))
    if not plain:
        return NotUnderstood(text, "empty")
    if len(plain) > _LONGEST:
        return NotUnderstood(text, "too_long")
    if not _DIGIT.search(plain) and " DIR " not in plain:
        return NotUnderstood(text, "no_number")
    return _read_plain(plain, _MOST_WRAPPINGS) or NotUnderstood(text, "unknown_form")


def _read_plain(plain: str, depth: int) -> Designation | None:
    """Read plain text, taking off up to `depth` wrappings (joint and dual numbers, remarks, degrees)."""
    if (designation := _read_core(plain)) is not None or depth == 0:
        return designation
    for unwrap in (_read_joint, _read_dual, _read_remark, _read_beside_degree):
        if (designation := unwrap(plain, depth - 1)) is not None:
            return designation
    return None


def _read_core(plain: str) -> Designation | None:
    for grammar in _GRAMMARS:
        if (designation := grammar(plain)) is not None:
            return designation
    return None


def _read_joint(plain: str, depth: int) -> Designation | None:
    first, bar, second = plain.partition("|")
    if not bar:
        return None
    left, right = _read_plain(first.strip(), depth), _read_plain(second.strip(), depth)
    if left is None or right is None or left.joint or left.adopts or not _are_twins(left, right):
        return None
    return replace(left, joint=str(right))


def _are_twins(left: Designation, right: Designation) -> bool:
    """Whether two numbers can name one text: those of two organisations, not two of ISO and IEC."""
    return ("ISO" in left.publisher or "IEC" in left.publisher) != (
        "ISO" in right.publisher or "IEC" in right.publisher
    )


def _read_dual(plain: str, depth: int) -> Designation | None:
    match = _DUAL.search(plain, 4)
    if match is None:
        return None
    national, adopted = _read_plain(plain[: match.start()], depth), _read_plain(plain[match.end() :], depth)
    if national is None or adopted is None or national.level == "international" or national.adopts is not None:
        return None
    return replace(national, adopts=adopted)


def _read_remark(plain: str, depth: int) -> Designation | None:
    """A designation with something in parentheses: the adopted number, a joint number, a national remark."""
    match = _PARENTHESIS.search(plain)
    if match is None or match.start() == 0:
        return None
    main = _read_plain(plain[: match.start()], depth)
    if main is None or main.note is not None:
        return None
    inner = _read_plain(match[1], depth)
    degree = (match[2] or match[3] or "").upper()
    if inner is None and (several := _several(match[1])):
        return replace(main, note=f"{several}, {degree}" if degree else several)
    if inner is None:
        return replace(main, note=match[1]) if _REMARK.fullmatch(match[1]) else None
    if degree == "IDT" and main.adopts is None and main.level != "international":
        return replace(main, adopts=inner)
    if not degree and main.joint is None and main.level == inner.level == "international":
        return replace(main, joint=str(inner))
    return replace(main, note=f"{inner}, {degree}" if degree else str(inner))


def _several(text: str) -> str | None:
    """The designations of a list in brackets as printed, `ISO 1701-1:2004, ISO 1701-2:2004`; None when it is none."""
    read = [_read_core(part.strip()) for part in re.split(r"[,;、]", text)]
    whole = [str(one) for one in read if one is not None]
    return ", ".join(whole) if len(whole) == len(read) > 1 else None


def _read_beside_degree(plain: str, depth: int) -> Designation | None:
    """A designation with a degree of correspondence before or after it, which is left to statements."""
    match = _DEGREE_LAST.search(plain) or _DEGREE_FIRST.match(plain)
    if match is None:
        return None
    rest = (plain[: match.start()] + plain[match.end() :]).strip()
    return _read_plain(rest, depth) if rest else None
