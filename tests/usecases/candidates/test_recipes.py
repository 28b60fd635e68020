from datetime import date
from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.i18n import translator
from aligner.usecases.candidates.recipes import by_hand, forget, keep, look_at, save, shipped_recipe
from aligner.usecases.project.opening import new_project

DAY = date(2026, 3, 1)


def test_a_project_follows_the_program_until_it_has_a_recipe_of_its_own(tmp_path: Path) -> None:
    shipped = shipped_recipe()
    ours = by_hand(shipped, {"floor": 20}, dict(shipped.weights), "secretary", DAY)
    with new_project(str(tmp_path / "a.aligner"), "secretary") as session:
        assert look_at(session).is_shipped
        assert keep(session, ours).recipe == ours
        assert not look_at(session).is_shipped
        assert keep(session, shipped).is_shipped
        keep(session, ours)
        forget(session)
        assert look_at(session).recipe == shipped


def test_a_recipe_set_by_hand_says_who_set_it_in_both_languages() -> None:
    shipped = shipped_recipe()
    once = by_hand(shipped, {}, dict(shipped.weights) | {"ICS": 3}, "secretary", DAY)
    twice = by_hand(once, {"top_n": 3}, dict(once.weights), "secretary", DAY)
    assert twice.name == "titles (by hand)"
    assert "secretary" in twice.basis(translator("en").language)
    assert "secretary 设定" in twice.basis("zh")
    assert twice.precision == {}


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="is a folder"):
        save(shipped_recipe(), tmp_path)
