"""The templates of key technical indicators that come with the program: plain TOML files, one a product group."""

from functools import cache
from typing import Any, Final

from aligner import paths
from aligner.domain.comparisons.comparison import Direction
from aligner.domain.comparisons.product_group import GroupIndicator, ProductGroup
from aligner.domain.toml import parse_toml

GROUPS: Final = (
    "household-appliances",
    "lighting",
    "cables",
    "batteries",
    "machinery",
    "steel-products",
    "building-materials",
    "plastic-pipes",
    "textiles",
    "toys",
    "food-contact",
    "management-systems",
)
"""The product groups in the order in which they are offered."""


@cache
def product_groups() -> tuple[ProductGroup, ...]:
    """All of them."""
    return tuple(_read(name) for name in GROUPS)


def _read(name: str) -> ProductGroup:
    file = paths.resources() / "templates" / f"{name}.toml"
    values: dict[str, Any] = parse_toml(file.read_text(encoding="utf-8"))
    return ProductGroup(**values | {"indicators": tuple(_indicator(one) for one in values["indicators"])})


def _indicator(values: dict[str, Any]) -> GroupIndicator:
    direction = values.get("direction")
    return GroupIndicator(**values | {"direction": Direction(direction) if direction else None})
