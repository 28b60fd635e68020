"""Profile files as people save them."""

from pathlib import Path

from aligner.indicators.counting.profiles import read_profile


def test_the_mark_that_editors_on_windows_write_is_no_part_of_a_profile(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "ours"\n[rules]\nstrict_target = true\n', encoding="utf-8-sig")
    assert read_profile(file).rules.strict_target
