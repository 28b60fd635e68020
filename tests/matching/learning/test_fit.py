from dataclasses import replace

import pytest
from standards_tables import a_table

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.learning.fit import LEAST_PAIRS, Fit, fit
from aligner.matching.scoring.recipe import Recipe, shipped_recipe

from ..small_catalogues import TODAY, titled

SIBLINGS = 70
INTERNATIONAL = a_table(
    *(
        titled(f"IEC {70000 + n}-{part}:2000", f"Connectors - Part {part}: Type {n} housing", published="2000-01")
        for n in range(1, SIBLINGS + 1)
        for part in (1, 2)
    )
)
WORKS = build_works(INTERNATIONAL)
NATIONAL = a_table(
    *(
        titled(f"GB/T {100 + n}.2-2005", f"Connectors - Part 2: Type {n} housing for use", published="2005-01")
        for n in range(1, SIBLINGS + 1)
    )
)
VERDICTS = [(f"GB/T {100 + n}.2-2005", f"IEC {70000 + n}-2", True) for n in range(1, SIBLINGS + 1)]


def fitted(recipe: Recipe, verdicts: list[tuple[str, str, bool]]) -> Fit:
    return fit(NATIONAL, INTERNATIONAL, verdicts, recipe, Silent(), works=WORKS, at=TODAY)


def test_a_weight_that_is_missing_is_found_from_the_decisions() -> None:
    recipe = shipped_recipe()
    blind = replace(recipe, weights=dict(recipe.weights) | {"part": 0.0, "title": 20.0, "numbers in the title": 0.0})
    found = fitted(blind, VERDICTS)
    assert found.is_better
    assert found.pairs == SIBLINGS
    assert found.recipe.weights["part"] > 0
    assert found.changed["part"] == (0.0, found.recipe.weights["part"])
    assert found.recipe.date == TODAY.isoformat()
    assert f"{SIBLINGS} confirmed" in found.recipe.basis("en")
    assert f"已确认 {SIBLINGS} 对" in found.recipe.basis("zh")
    assert found.recipe.precision == {}


def test_no_weight_turns_against_its_sense() -> None:
    wrong = [(national, work.replace("-2", "-1"), True) for national, work, _ in VERDICTS]
    assert all(weight >= 0 for weight in fitted(shipped_recipe(), wrong).recipe.weights.values())


def test_a_feature_that_speaks_against_every_decision_ends_at_no_weight() -> None:
    wrong = [(national, work.replace("-2", "-1"), True) for national, work, _ in VERDICTS]
    recipe = shipped_recipe()
    light = replace(recipe, weights=dict(recipe.weights) | {"part": 1.0, "numbers in the title": 1.0})
    weights = fitted(light, wrong).recipe.weights
    assert weights["part"] == 0


def test_statements_keep_their_weight() -> None:
    assert "statement" not in fitted(shipped_recipe(), VERDICTS).changed


def test_too_few_decisions_are_refused_in_a_sentence() -> None:
    few = [(national, work, index < LEAST_PAIRS - 1) for index, (national, work, _) in enumerate(VERDICTS)]
    with pytest.raises(AlignerError, match=str(LEAST_PAIRS - 1)):
        fitted(shipped_recipe(), few)


def test_a_recipe_is_written_as_it_is_read() -> None:
    recipe = shipped_recipe()
    assert Recipe.from_toml(recipe.to_toml(), "copy") == recipe
