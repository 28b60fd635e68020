"""The window on the screens that reviewers have, each in a program of its own."""

from pathlib import Path

import pytest

from aligner.i18n import LANGUAGES
from tests.gui.screens import SCREENS, Screen, Seen, look_on


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_window_fits_and_what_has_to_be_seen_is_in_sight(screen: Screen, made_project: Path) -> None:
    assert look_on(screen, made_project) == dict.fromkeys(LANGUAGES, Seen())
