"""Numbers as standards print them: decimal comma, blanks between thousands, powers of ten. Always exact."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from aligner.domain.text import N_

AMBIGUOUS: Final = N_(
    "The comma in “{text}” can be a decimal or a thousands separator; write a point or a space instead."
)
MOST_DIGITS: Final = 60
"""A longer number is no requirement; exact arithmetic on it would only cost time."""
MOST_EXPONENT: Final = 60

_BLANK: Final = " \u00a0\u2002-\u200a\u202f"
_SIGN: Final = r"[+\-\u2212\u2013]"
_SUPERSCRIPTS: Final = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_EXPONENT: Final = rf"(?:(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?:\^|\*\*)[({{]?(?P<caret>{_SIGN}?\d+)[)}}]?)"
_NUMBER: Final = re.compile(
    rf"""
    (?P<sign>{_SIGN}[{_BLANK}]?)?
    (?:
        (?P<power>10{_EXPONENT.replace("raised", "raised_alone").replace("caret", "caret_alone")})
      | (?P<digits>
            \d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?!\d)                    # 10 000, 1 234.567 8
            (?:[.,]\d{{3}}(?:[{_BLANK}]\d{{3}})*[{_BLANK}]\d{{1,3}}(?!\d)|[.,]\d+)?
          | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![,\d])                # 1,234,567.8
          | \d+[.,]\d{{3}}(?:[{_BLANK}]\d{{3}})+(?!\d)               # 0,123 456
          | \d+(?:\.\d+|,\d+)?
          | \.\d+
        )
        (?:
            [{_BLANK}]?[×xX·*⋅][{_BLANK}]?10{_EXPONENT}
          | [eE](?P<e>{_SIGN}?\d{{1,3}})(?![\d.])
        )?
    )
    """,
    re.VERBOSE,
)
_FRACTION: Final = re.compile(
    rf"(?:(?P<whole>\d+)(?:[{_BLANK}]|-(?=\d{{1,2}}/\d)))?(?P<above>\d{{1,2}})/(?P<below>\d{{1,6}})(?![\d.,]|/\d)"
)
_OF_AN_INCH: Final = frozenset({2, 4, 8, 16, 32, 64})
_VULGAR: Final = re.compile(r"(\d?)[ ]?([¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_WRITTEN_OUT: Final = dict(
    zip(
        "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        "1/4 1/2 3/4 1/7 1/9 1/10 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(),  # noqa: SIM905
        strict=True,
    )
)
_BARE_LIST: Final = re.compile(r"(?<![\d,.])\d+(?:,\d+){2,}(?![\d,.])")
_THOUSANDS: Final = re.compile(r"\d{1,2}(?:,\d{3}){2,}")
_MAYBE_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2},\d{3}")
_SOME_THOUSANDS: Final = re.compile(r"(?<![\d.,])([1-9]\d{0,2}),(\d{3})(?![\d.,])")


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number and where its text ends; `doubt` says why its value cannot be told, "" when it can."""

    value: Fraction
    end: int
    is_signed: bool
    doubt: str = ""


def read_number(text: str, start: int, *, may_be_signed: bool) -> ReadNumber | None:
    """The number that begins here, as long as it goes; None when none does."""
    fraction = _FRACTION.match(text, start)
    if fraction and (share := _share(fraction)) is not None:
        return ReadNumber(share, fraction.end(), is_signed=False)
    match = _NUMBER.match(text, start)
    if match is None or (match["sign"] and not may_be_signed) or len(match[0]) > MOST_DIGITS:
        return None
    exponent = _exponent(match)
    if abs(exponent) > MOST_EXPONENT:
        return None
    digits = match["digits"] or "1"
    value = Fraction(_plain(digits)) * Fraction(10) ** exponent
    is_negative = bool(match["sign"]) and match["sign"].strip(_BLANK) != "+"
    doubt = AMBIGUOUS if _MAYBE_THOUSANDS.fullmatch(digits) else ""
    return ReadNumber(-value if is_negative else value, match.end(), bool(match["sign"]), doubt)


def both_readings(text: str) -> tuple[str, str] | None:
    """The text with a comma that can be either read as a decimal sign, and with it parting thousands; else None."""
    if not _SOME_THOUSANDS.search(text):
        return None
    return _SOME_THOUSANDS.sub(r"\1.\2", text), _SOME_THOUSANDS.sub(r"\1\2", text)


def with_plain_fractions(text: str) -> str:
    """The text with 1½ written as 1 1/2."""
    return _VULGAR.sub(lambda found: f"{found[1]}{' ' if found[1] else ''}{_WRITTEN_OUT[found[2]]}", text)


def part_bare_lists(text: str) -> str:
    """The text with the commas of 5,10,15 written as 、 so that none of them is taken for a decimal sign."""
    return _BARE_LIST.sub(
        lambda found: found[0] if _THOUSANDS.fullmatch(found[0]) else found[0].replace(",", "、"), text
    )


def decimal_text(value: Fraction) -> str:
    """The number in figures: exact when it ends, else with ten digits."""
    if value.denominator == 1:
        return str(value.numerator)
    twos_and_fives = value.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return f"{float(value):.10g}"
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    scaled = abs(int(value * 10**digits))
    text = str(scaled).rjust(digits + 1, "0")
    return f"{'-' if value < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def _share(found: re.Match[str]) -> Fraction | None:
    """1/2, 1 1/2, 1/1000 and 3/1000; None where a stroke parts two numbers, as in 220/380 and 60/40."""
    above, below = int(found["above"]), int(found["below"])
    is_share = below in _OF_AN_INCH or above == 1 or (above < 10 and below >= 1000 and set(found["below"][1:]) == {"0"})
    if found["whole"]:
        is_share = below <= max(_OF_AN_INCH)
    return Fraction(above, below) + int(found["whole"] or 0) if is_share and 0 < above < below else None


def _exponent(match: re.Match[str]) -> int:
    raised = match["raised"] or match["raised_alone"]
    if raised:
        return int(raised.translate(_SUPERSCRIPTS))
    written = match["caret"] or match["caret_alone"] or match["e"] or "0"
    return int(written.replace("\u2212", "-").replace("\u2013", "-"))


def _plain(digits: str) -> str:
    """Figures as Python reads them: no blanks, a point for the decimal sign."""
    closed = re.sub(f"[{_BLANK}]", "", digits)
    if closed.count(",") > 1 or ("," in closed and "." in closed):
        return closed.replace(",", "")
    return closed.replace(",", ".")
