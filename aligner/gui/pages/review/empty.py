"""What the review shows before there is anything to review."""

from PySide6.QtWidgets import QToolButton

from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.empty_state import EmptyState


def nothing_to_review(context: Context, button: QToolButton) -> EmptyState:
    """What has to be done first, with the button that does it."""
    translate = context.translate
    return EmptyState(
        context,
        "review",
        translate("Nothing to review yet"),
        translate(
            "Load a national and an international catalogue, then look for candidates: "
            "each national standard will wait here for a decision."
        ),
        button,
    )
