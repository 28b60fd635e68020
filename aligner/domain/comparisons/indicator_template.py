"""An indicator without its values: what a template of a product group says, and what a project keeps as its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from math import isfinite
from typing import Any, Final, Self

from aligner.domain.comparisons.comparison import Comparison, Direction, Equivalence


@dataclass(frozen=True, slots=True)
class IndicatorTemplate:
    """An indicator without its values, as the products of one group share it."""

    indicator: str
    is_key: bool = True
    weight: float = 1.0
    product: str = ""
    category: str = ""
    national_unit: str = ""
    national_method: str = ""
    international_unit: str = ""
    international_method: str = ""
    equivalence: Equivalence | None = None
    direction: Direction | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values, as a project remembers them."""
        return asdict(self)

    @classmethod
    def from_kept(cls, values: Mapping[str, Any]) -> tuple[Self, tuple[str, ...]]:
        """The template that some program kept, and the names of the entries that this one ignores: never refused.

        `indicator` is "" when it has no name.
        """
        known = {name: made for name, value in values.items() if (made := _usable(name, value)) is not _IGNORED}
        return cls(**{"indicator": ""} | known), tuple(sorted(set(values) - set(known)))

    @classmethod
    def of(cls, comparison: Comparison) -> Self:
        """What another product of the same group can take over from this indicator."""
        national, international = comparison.national_side, comparison.international_side
        return cls(
            indicator=comparison.indicator,
            is_key=comparison.is_key,
            weight=comparison.weight,
            category=comparison.category,
            national_unit=national.unit,
            national_method=national.method,
            international_unit=international.unit,
            international_method=international.method,
            equivalence=comparison.equivalence,
            direction=comparison.direction,
        )


_IGNORED: Final = object()
_CHOICES: Final[Mapping[str, type[StrEnum]]] = {"equivalence": Equivalence, "direction": Direction}


def _usable(name: str, value: Any) -> Any:
    """The value of an entry as this program understands it, else _IGNORED."""
    if name in _CHOICES:
        kind = _CHOICES[name]
        return None if value in (None, "") else kind(value) if value in list(kind) else _IGNORED
    if name == "weight":
        return value if type(value) in (int, float) and isfinite(value) else _IGNORED
    is_known = name in IndicatorTemplate.__dataclass_fields__
    return value if is_known and isinstance(value, bool if name == "is_key" else str) else _IGNORED
