"""Numbers of standards where there is little room: the year stays, since it tells one edition from another."""

import re
from bisect import bisect_left
from collections.abc import Callable

DOTS = "…"

_YEAR = re.compile(r"[-:—–\uff1a](?:19|20)\d\d(?!\d)")
"""The year of a number, with the sign before it."""


def shortened_number(text: str, fits: Callable[[str], bool]) -> str:
    """The number if it fits, else without some of what precedes its year: "GB/T 190…-2016".

    Of several numbers, and of one with supplements, it is the last year that stays. Without a year the end is left out.
    """
    if not text or fits(text):
        return text
    years = [found.start() for found in _YEAR.finditer(text)]
    head, tail = (text[: years[-1]], text[years[-1] :]) if years else (text, "")
    too_long = bisect_left(range(len(head) + 1), True, key=lambda kept: not fits(head[:kept].rstrip() + DOTS + tail))
    return head[: max(too_long - 1, 0)].rstrip() + DOTS + tail
