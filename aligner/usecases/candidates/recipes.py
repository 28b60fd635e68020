"""The recipe by which a project's candidates are found: the shipped one, or one that the project keeps as its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.i18n import translator
from aligner.matching.scoring.explain import LABELS
from aligner.matching.scoring.kept_recipe import KeptRecipe, kept_recipe
from aligner.matching.scoring.recipe import COUNTS, Precision, Recipe, read_recipe, shipped_recipe
from aligner.reports.exchange.target import replacing
from aligner.usecases.project.session import Session

__all__ = ["COUNTS", "LABELS", "LIMITS", "Precision", "Recipe", "RecipeInUse", "read_recipe", "shipped_recipe"]

KEPT: Final = "recipe"
"""The project keeps its own recipe under this name, as TOML."""

LIMITS: Final[Mapping[str, str]] = {
    "strong_score": N_("Minimum score for “strong”"),
    "strong_margin": N_("Minimum lead over the next one for “strong”"),
    "translated_strong_score": N_("Minimum score for “strong”, translated titles"),
    "meaning_strong_margin": N_("Minimum lead over the next one for “strong”, titles compared by their meaning"),
    "probable_score": N_("Minimum score for “probable”"),
    "translated_probable_score": N_("Minimum score for “probable”, translated titles"),
    "ambiguous_margin": N_("Ambiguous if the lead over the next one is smaller"),
    "floor": N_("Below this score only the best three are kept"),
    "top_n": N_("Candidates kept for each national standard"),
    "titles": N_("Titles compared for each national title"),
    "works": N_("Works scored for each national standard"),
}
"""The limits of a recipe that a user may set, and what they are called."""

HAND: Final = " (by hand)"
"""Ends the name of a recipe that somebody changed."""

SET_BY: Final = N_("weights and limits set by {reviewer}; the accuracy of their candidates has not been measured")


@dataclass(frozen=True, slots=True)
class RecipeInUse:
    """The recipe of the next matching, and whether it is the shipped one.

    `findings` tell what of a recipe that another program wrote is ignored or neutral here.
    """

    recipe: Recipe
    is_shipped: bool
    findings: tuple[Finding, ...] = ()


def recipe_in_use(session: Session, recipe_file: Path | None = None) -> Recipe:
    """The recipe in this file, else the one that the project keeps as its own, else the shipped one.

    A file is refused when anything in it is unclear (AlignerError); what a project keeps is always usable.
    """
    return read_recipe(recipe_file) if recipe_file is not None else look_at(session).recipe


def look_at(session: Session) -> RecipeInUse:
    """The recipe of the next matching."""
    kept = session.store.setting(KEPT)
    read = kept_recipe(str(kept)) if kept else KeptRecipe(shipped_recipe())
    return RecipeInUse(read.recipe, not kept, read.findings)


def keep(session: Session, recipe: Recipe) -> RecipeInUse:
    """Use this recipe from the next matching on. The shipped one is not copied: the project follows the program."""
    if recipe == shipped_recipe():
        forget(session)
    else:
        session.store.writing().save_setting(KEPT, recipe.to_toml())
    return look_at(session)


def forget(session: Session) -> None:
    """Go back to the shipped recipe."""
    session.store.writing().save_setting(KEPT, None)


def by_hand(
    recipe: Recipe, limits: Mapping[str, float], weights: Mapping[str, float], reviewer: str, at: date
) -> Recipe:
    """The recipe with the limits and weights that somebody set; the recipe itself when nothing is different.

    It is named and dated with the day `at`, and says nothing of a precision: nobody measured it.
    """
    if weights == dict(recipe.weights) and all(getattr(recipe, name) == value for name, value in limits.items()):
        return recipe
    values: dict[str, Any] = dict(limits)
    return replace(
        recipe.unmeasured(),
        **values,
        weights=dict(weights),
        name=recipe.name.removesuffix(HAND) + HAND,
        date=at.isoformat(),
        found_on=SET_BY.format(reviewer=reviewer),
        found_on_zh=translator("zh")(SET_BY, reviewer=reviewer),
    )


def save(recipe: Recipe, target: Path) -> Path:
    """Write the recipe as a file, for `aligner match --recipe` or another project; gives the file.

    Raises AlignerError when it cannot be written.
    """
    with replacing(target) as file:
        file.write(recipe.to_toml().encode())
    return target
