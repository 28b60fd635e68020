"""Profile files as people save them."""

from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.i18n import translator
from aligner.indicators.counting.profiles import kept_profile, load_profile, read_profile

LATER = """name = "ours"
of = "a later program"
[rules]
strict_target = true
edition = "of the moon"
count_drafts = true
"""


def test_the_mark_that_editors_on_windows_write_is_no_part_of_a_profile(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "ours"\n[rules]\nstrict_target = true\n', encoding="utf-8-sig")
    assert read_profile(file).rules.strict_target


def test_a_kept_profile_of_another_version_counts_by_what_is_known_here_and_names_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(LATER, encoding="utf-8")
    profile = kept_profile(file)
    assert (profile.name, profile.rules.strict_target, profile.rules.edition) == ("ours", True, "any")
    (finding,) = profile.findings()
    assert "count_drafts, edition" in translator("en").sentence(finding)


def test_only_what_the_user_keeps_is_read_so_and_what_is_handed_in_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aligner.paths.user_config", lambda: tmp_path)
    kept, handed_in = tmp_path / "profiles" / "ours.toml", tmp_path / "ours.toml"
    kept.parent.mkdir()
    for file in (kept, handed_in):
        file.write_text(LATER.replace('of = "a later program"\n', ""), encoding="utf-8")
    assert load_profile(str(kept)).ignored
    with pytest.raises(AlignerError):
        load_profile(str(handed_in))
