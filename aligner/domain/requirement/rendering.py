"""A requirement as it was understood, in one notation: ≤ 75 dB(A), [10; 20) mm, 5; 10; 15 mm."""

from aligner.domain.requirement.numbers import decimal_text
from aligner.domain.requirement.requirement import Bound, Requirement, Shape


def understood(requirement: Requirement) -> str:
    """What was read from the text, to be shown beside it; "" when it is nothing or words.

    A square bracket belongs to the range, a round one does not. Read again, the text means the same.
    """
    low, high = requirement.low, requirement.high
    match requirement.shape:
        case Shape.VALUE if low is not None:
            return _amount(low)
        case Shape.LIMIT if high is not None:
            return f"{'≤' if high.is_closed else '<'} {_amount(high)}"
        case Shape.LIMIT if low is not None:
            return f"{'≥' if low.is_closed else '>'} {_amount(low)}"
        case Shape.RANGE if low is not None and high is not None:
            brackets = ("[" if low.is_closed else "(", "]" if high.is_closed else ")")
            return _listed((low, high), brackets)
        case Shape.DIMENSIONS:
            return " × ".join(map(_amount, requirement.items))
        case Shape.LIST if requirement.items:
            return _listed(requirement.items)
        case Shape.LIST:
            return "; ".join(requirement.words)
    return ""


def _amount(bound: Bound) -> str:
    return f"{decimal_text(bound.value)} {bound.unit}".strip()


def _listed(bounds: tuple[Bound, ...], brackets: tuple[str, str] = ("", "")) -> str:
    """Several amounts; a unit that all of them have stands once, at the end."""
    units = {bound.unit for bound in bounds}
    opening, closing = brackets
    if len(units) == 1:
        numbers = "; ".join(decimal_text(bound.value) for bound in bounds)
        return f"{opening}{numbers}{closing} {units.pop()}".strip()
    return f"{opening}{'; '.join(map(_amount, bounds))}{closing}"
