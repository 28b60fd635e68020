"""What a reviewer has chosen to see: scores or none, a second review without the first. Remembered for next time."""

from aligner.gui.preferences import Preferences
from aligner.gui.window import Window
from aligner.usecases.double_review import Sight

SCORES, SECOND = "review.scores", "review.second"
HIDDEN, BLIND = "hidden", "blind"
"""Names of preferences, and what stands there when they are chosen."""


def sight_of(preferences: Preferences) -> Sight:
    """What is seen by what was chosen."""
    return Sight(scores=preferences.text(SCORES) != HIDDEN, is_second=preferences.text(SECOND) == BLIND)


def turn_scores(window: Window) -> None:
    """Hide the scores, or show them again."""
    _turn(window, SCORES, HIDDEN)


def turn_second(window: Window) -> None:
    """Begin to give second opinions, or go back to one's own decisions."""
    _turn(window, SECOND, BLIND)


def are_scores_hidden(window: Window) -> bool:
    """Whether scores are hidden."""
    return not sight_of(window.context.preferences).shows_scores


def is_second(window: Window) -> bool:
    """Whether second opinions are given."""
    return sight_of(window.context.preferences).is_second


def has_choice_of_scores(window: Window) -> bool:
    """Whether scores can be shown or hidden: a second review never shows them."""
    return not is_second(window)


def _turn(window: Window, name: str, value: str) -> None:
    preferences = window.context.preferences
    preferences.set(name, "" if preferences.text(name) == value else value)
    preferences.save()
    window.rebuild()
