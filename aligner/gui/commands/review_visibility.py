"""Commands by which a reviewer chooses what to see."""

from aligner.gui.commands.window import Window
from aligner.gui.surroundings.visibility import BLIND, HIDDEN, SCORES, SECOND, visibility_of


def turn_scores(window: Window) -> None:
    """Hide the scores, or show them again."""
    _turn(window, SCORES, HIDDEN)


def turn_second(window: Window) -> None:
    """Begin to give second opinions, or go back to one's own decisions."""
    _turn(window, SECOND, BLIND)


def are_scores_hidden(window: Window) -> bool:
    """Whether scores are hidden."""
    return not visibility_of(window.context.preferences).shows_scores


def is_second(window: Window) -> bool:
    """Whether second opinions are given."""
    return visibility_of(window.context.preferences).is_second


def has_choice_of_scores(window: Window) -> bool:
    """Whether scores can be shown or hidden: a second review never shows them."""
    return not is_second(window)


def _turn(window: Window, name: str, value: str) -> None:
    preferences = window.context.preferences
    preferences.set(name, "" if preferences.text(name) == value else value)
    preferences.save()
    window.rebuild()
