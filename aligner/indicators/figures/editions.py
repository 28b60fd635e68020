"""How far a figure rests on presumed editions, and what it is without them (domain.md 11.1)."""

from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.figures.figure import Value, share_of

PRESUMED = N_("of these, based on editions presumed by date")
AS_STATED = N_("with stated editions only")


def edition_lines(presumed: int, whole: int, unit: str, as_stated: Value) -> tuple[Slice, ...]:
    """How many of the `whole` rest on a presumed edition, and where any do, the value over the others."""
    lines = [Slice("edition/presumed", PRESUMED, share_of(presumed, whole), presumed, whole, "ratio")]
    return (*lines, Slice("edition/stated", AS_STATED, *as_stated, unit)) if presumed else tuple(lines)
