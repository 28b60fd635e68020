"""What a reviewer has chosen to see: scores or none, a second review without the first. Remembered for next time."""

from aligner.gui.surroundings.preferences import Preferences
from aligner.usecases.review.double_review import Visibility

SCORES, SECOND = "review.scores", "review.second"
HIDDEN, BLIND = "hidden", "blind"
"""Names of preferences, and what stands there when they are chosen."""


def visibility_of(preferences: Preferences) -> Visibility:
    """What is seen by what was chosen."""
    return Visibility(scores=preferences.text(SCORES) != HIDDEN, is_second=preferences.text(SECOND) == BLIND)
