"""What the commands do that take work of others in, or hand work out to them."""

from aligner.gui.commands.window import Window
from aligner.gui.dialogs.figures.export import ExportDialog
from aligner.gui.dialogs.review import hand_in
from aligner.gui.dialogs.review.merge import MergeDialog
from aligner.gui.dialogs.review.packs import PackDialog, UnpackDialog
from aligner.gui.surroundings.theme import Tone


def import_decisions(window: Window) -> None:
    """Open the dialog that takes decisions from a file."""
    _hand_in(window, hand_in.DECISIONS)


def import_applicability(window: Window) -> None:
    """Open the dialog that takes applicability verdicts from a file."""
    _hand_in(window, hand_in.APPLICABILITY)


def import_comparisons(window: Window) -> None:
    """Open the dialog that takes key indicators from a file."""
    _hand_in(window, hand_in.COMPARISONS)


def _hand_in(window: Window, kind: hand_in.HandInKind) -> None:
    dialog = hand_in.HandInDialog(window.context, window.widget(), kind)
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def write_pack(window: Window) -> None:
    """Open the dialog that writes a review pack."""
    dialog = PackDialog(window.context, window.widget())
    dialog.packed.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()


def read_pack(window: Window) -> None:
    """Open the dialog that reads a review pack."""
    dialog = UnpackDialog(window.context, window.widget())
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def merge_copy(window: Window) -> None:
    """Open the dialog that merges another copy of the project."""
    dialog = MergeDialog(window.context, window.widget())
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def export_rows(window: Window) -> None:
    """Open the dialog that writes rows for other programs."""
    dialog = ExportDialog(window.context, window.widget())
    dialog.exported.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
