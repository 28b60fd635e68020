"""What a project keeps stays readable: a recipe of another version of the program is used as far as it is known."""

import json
import tomllib
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.i18n import translator
from aligner.matching.features.registry import BY_NAME
from aligner.matching.scoring.kept_recipe import kept_recipe
from aligner.matching.scoring.recipe import Recipe, shipped_recipe

TEXT = shipped_recipe().to_toml()


def test_what_this_program_kept_comes_back_whole_and_without_a_word() -> None:
    kept = kept_recipe(TEXT)
    assert (kept.recipe, kept.findings) == (shipped_recipe(), ())


@pytest.mark.parametrize("feature", BY_NAME)
def test_a_recipe_of_before_a_feature_weighs_it_0_and_says_so(feature: str) -> None:
    older = replace(shipped_recipe(), weights={name: 7.0 for name in BY_NAME if name != feature})
    kept = kept_recipe(older.to_toml())
    assert kept.recipe.weights == dict.fromkeys(BY_NAME, 7.0) | {feature: 0}
    assert kept.recipe.precision == older.precision, "its scores are what they were"
    (finding,) = kept.findings
    for language in ("en", "zh"):
        translate = translator(language)
        assert translate(BY_NAME[feature].label) in translate.sentence(finding)


def test_what_a_newer_program_added_is_ignored_and_named() -> None:
    newer = TEXT.replace("[weights]", 'shape = "round"\n\n[weights]\n"moon phase" = 9', 1)
    kept = kept_recipe(newer)
    assert kept.recipe == shipped_recipe().unmeasured(), "measured with a feature that is not there"
    (finding,) = kept.findings
    assert "shape, moon phase" in translator("en").sentence(finding)


def test_a_missing_or_unusable_value_is_that_of_the_shipped_recipe() -> None:
    broken = TEXT.replace("base =", "# base =", 1).replace("top_n = 10", "top_n = 0", 1)
    kept = kept_recipe(broken)
    assert (kept.recipe.base, kept.recipe.top_n) == (shipped_recipe().base, shipped_recipe().top_n)
    (finding,) = kept.findings
    assert "top_n, base" in translator("en").sentence(finding)


def test_a_recipe_that_is_none_any_more_gives_way_to_the_shipped_one() -> None:
    kept = kept_recipe("[weights")
    assert kept.recipe == shipped_recipe()
    assert "cannot be read" in translator("en").sentence(kept.findings[0])


_NAMES = [field.name for field in fields(Recipe)] + ["later"]
_VALUES = st.sampled_from([-5, 0, 3, 0.5, float("nan"), float("inf"), True, "", "x", [1], {"title": "x"}, {"title": 9}])


@given(st.dictionaries(st.sampled_from(_NAMES), _VALUES), st.sets(st.sampled_from(_NAMES)))
def test_no_kept_recipe_locks_anybody_out(changed: dict[str, Any], gone: set[str]) -> None:
    values = {name: value for name, value in (tomllib.loads(TEXT) | changed).items() if name not in gone}
    recipe = kept_recipe(_toml(values)).recipe
    assert Recipe.from_toml(recipe.to_toml(), "again") == recipe


def _toml(values: dict[str, Any]) -> str:
    return "\n".join(f"{name} = {_value(value)}" for name, value in values.items())


def _value(value: Any) -> str:
    """As TOML writes it: like JSON, but for tables."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {_value(one)}" for name, one in value.items()) + "}"
    return str(value) if isinstance(value, float) else json.dumps(value)
