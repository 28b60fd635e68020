from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring.recipe import Recipe, read_recipe, shipped_recipe

TEXT = shipped_recipe().to_toml()


def test_the_shipped_recipe_gives_every_feature_its_own_weight() -> None:
    assert shipped_recipe().weights == {feature.name: feature.weight for feature in FEATURES}


def test_a_recipe_reads_back_as_it_was_written() -> None:
    assert Recipe.from_toml(TEXT, "mine.toml") == shipped_recipe()


def test_a_recipe_without_a_table_of_weights_has_those_of_the_features() -> None:
    head, _, rest = TEXT.partition("[weights]")
    bare = Recipe.from_toml(head + rest[rest.index("[precision") :], "mine.toml")
    assert bare == shipped_recipe()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("top_n =", "topn =", "topn"),
        ("base =", "# base =", "base"),
        ("base = 5", 'base = "five"', "five"),
        ("base = 5", "base = nan", "nan"),
        ('"title" = 77', '"title" = true', "weights.title"),
        ("top_n = 10", "top_n = 0", "at least 1"),
        ("works = 20", "works = 2.5", "works"),
        ('"title" = 77', '"titel" = 77', "titel"),
        ("[weights]", "[weights", "mine.toml"),
    ],
)
def test_an_unclear_recipe_is_refused_in_a_sentence(old: str, new: str, told: str) -> None:
    assert old in TEXT
    with pytest.raises(AlignerError, match=told):
        Recipe.from_toml(TEXT.replace(old, new, 1), "mine.toml")


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        ("[precision.sure]\nvalue = 1", "sure"),
        ("[precision.strong]\nvalue = 1", r"precision\.strong\.low"),
        ("[precision.strong]\nvalue = 1\nlow = 1\nhigh = 1\npairs = 'x'", r"precision\.strong\.pairs"),
    ],
)
def test_unclear_precision_is_refused(precision: str, told: str) -> None:
    head, _, _ = TEXT.partition("[precision")
    with pytest.raises(AlignerError, match=told):
        Recipe.from_toml(head + precision, "mine.toml")


def test_a_recipe_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match=r"none\.toml"):
        read_recipe(tmp_path / "none.toml")


def test_what_a_recipe_was_found_on_is_told_in_the_users_language() -> None:
    recipe = shipped_recipe()
    assert "known pairs" in recipe.basis("en")
    assert "已知对应关系" in recipe.basis("zh")
    mine = Recipe.from_toml(TEXT.replace("found_on_zh", "# found_on_zh"), "mine.toml")
    assert mine.basis("zh") == mine.basis("en")
