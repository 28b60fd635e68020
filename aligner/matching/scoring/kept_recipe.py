"""The recipe that a project keeps, read by a program that may be older or newer than the one that wrote it."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from aligner.domain.pairs.candidate import Band
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.matching.features.registry import BY_NAME, shipped_weights
from aligner.matching.scoring.recipe import COUNTS, PRECISIONS, TEXTS, Precision, Recipe, shipped_recipe

UNREADABLE = N_(
    "The recipe that this project keeps cannot be read any more; candidates are found by the recipe that comes with "
    "the program."
)
IGNORED = N_("This program does not know what the project's recipe says about {names}; it is ignored.")
NEUTRAL = N_("The project's recipe was made without these features; they weigh 0: {names}.")
SHIPPED_VALUES = N_("The project's recipe gives no usable value for {names}; the values of the shipped recipe hold.")


@dataclass(frozen=True, slots=True)
class KeptRecipe:
    """A kept recipe as this program can use it, and what it makes of the rest, a sentence each."""

    recipe: Recipe
    findings: tuple[Finding, ...] = ()


def kept_recipe(text: str) -> KeptRecipe:
    """The recipe that `Recipe.to_toml` gave, perhaps of another program; never refused.

    A feature that it does not weigh is worth 0, what this program does not know is ignored, and where a value is
    missing or unusable that of the shipped recipe holds. Its measured precision goes with any change to its scores.
    """
    shipped = shipped_recipe()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return KeptRecipe(shipped, (Finding("recipe_unreadable", UNREADABLE),))
    weights = _table(values, "weights")
    kept = {name: value for name, value in values.items() if name in _NAMES and _is_usable(name, value)}
    weighed = {name: float(value) for name, value in weights.items() if name in BY_NAME and _is_number(value)}
    unknown = sorted(set(values) - _NAMES - {"weights", *PRECISIONS}) + sorted(set(weights) - set(BY_NAME))
    unusable = sorted((set(values) & _NAMES) - set(kept)) + sorted(_REQUIRED - set(values))
    unusable += sorted((set(weights) & set(BY_NAME)) - set(weighed))
    lacking = [feature.label for name, feature in BY_NAME.items() if weights and name not in weights]
    shipped_values = {name: getattr(shipped, name) for name in unusable if name in _NAMES}
    neutral = dict.fromkeys(BY_NAME, 0.0) if weights else shipped_weights()
    recipe = Recipe(
        **shipped_values
        | kept
        | {"weights": neutral | {name: shipped.weights[name] for name in unusable if name in BY_NAME} | weighed}
        | {table: _precision(_table(values, table)) for table in PRECISIONS}
    )
    recipe = recipe.unmeasured() if unknown or unusable else recipe
    findings = (_finding(*one) for one in ((IGNORED, unknown), (NEUTRAL, lacking), (SHIPPED_VALUES, unusable)))
    return KeptRecipe(recipe, tuple(one for one in findings if one is not None))


_NAMES = frozenset(field.name for field in fields(Recipe)) - {"weights", *PRECISIONS}
_REQUIRED = frozenset(field.name for field in fields(Recipe) if field.default is MISSING) & _NAMES


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = values.get(name)
    return table if isinstance(table, dict) else {}


def _is_usable(name: str, value: object) -> bool:
    if name in TEXTS:
        return isinstance(value, str)
    if name in COUNTS:
        return type(value) is int and value >= COUNTS[name]
    return _is_number(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _precision(bands: Mapping[str, Any]) -> dict[str, Precision]:
    """The figures of the bands that this program knows, where they are complete."""
    names = [field.name for field in fields(Precision)]
    return {
        band: Precision(**{name: figures[name] for name in names})
        for band, figures in bands.items()
        if band in list(Band) and isinstance(figures, dict) and all(_is_number(figures.get(name)) for name in names)
    }


def _finding(template: str, names: list[str]) -> Finding | None:
    return Finding("recipe_adapted", template, {"names": tuple(names)}) if names else None
