"""The rate under every profile, and the steps that lead to it."""

from pathlib import Path

import pytest

from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.indicators.counting.profiles import PROFILES, load_profile
from aligner.indicators.sensitivity import sensitivity

from .worked_example import AT, applicability, decisions, international_table, national_table


def test_the_rate_under_the_five_profiles() -> None:
    found = sensitivity(national_table(), international_table(), decisions(), applicability(), AT)
    assert {profile.name: f"{rate.numerator}/{rate.denominator}" for profile, rate in found} == {
        "outline-85": "6/9",
        "strict-current": "4/9",
        "lenient": "8/8",
        "all-deliverables": "6/10",
        "industry-inclusive": "6/9",
    }


def test_the_default_profile_is_the_default_of_every_rule() -> None:
    assert load_profile().rules == CountingRules()


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_are_described_in_both_languages(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert all([profile.title_en, profile.title_zh, profile.description_en, profile.description_zh])


def test_a_profile_of_ones_own_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "部门.toml"
    file.write_text('title_zh = "本部门"\n[rules]\ntypes = ["IS", "TS"]\n', encoding="utf-8")
    profile = load_profile(str(file))
    assert (profile.name, profile.title_zh, profile.rules.types) == ("部门", "本部门", ("IS", "TS"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[rules]\nedtion = 'any'", "“edtion” is not a counting rule"),
        ("edition = 'any'", "an unknown entry “edition”"),
        ("rules = 1", "must be a table"),
        ("[rules", "cannot be read"),
    ],
)
def test_a_wrong_profile_is_refused_with_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AlignerError, match=sentence):
        load_profile(str(file))


def test_a_missing_profile_names_those_that_exist() -> None:
    with pytest.raises(AlignerError, match=r"no profile “outline”.*outline-85, strict-current"):
        load_profile("outline")
