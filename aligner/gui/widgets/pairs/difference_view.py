"""Two texts side by side; what only one of them says is underlined and coloured."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from aligner.domain.text_difference import TextPiece, are_in_one_script, text_difference
from aligner.gui.surroundings.context import Context


class TextPane(QTextEdit):
    """One text, to read and to select; as high as its text, up to `most_lines`."""

    def __init__(self, context: Context, name: str, most_lines: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._name = name
        self._most_lines = most_lines
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_pieces(self, pieces: tuple[TextPiece, ...], highlight: str) -> None:
        """Show a text in pieces; those that are not common stand out in `highlight`, a colour."""
        plain, marked = QTextCharFormat(), QTextCharFormat()
        marked.setBackground(QColor(highlight))
        marked.setFontUnderline(True)
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, plain if piece.is_common else marked)
        only = "; ".join(piece.text.strip() for piece in pieces if not piece.is_common and piece.text.strip())
        self.setAccessibleDescription(self._context.translate("Only here: {text}", text=only) if only else "")

    def show_text(self, text: str) -> None:
        """Show a text as it is."""
        self.show_pieces((TextPiece(text, is_common=True),) if text else (), "")

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = int(self.document().size().height()) + 12
        self.setFixedHeight(max(line + 16, min(wanted, line * self._most_lines + 16)))


class DifferenceView(QWidget):
    """The same field of two standards, side by side."""

    def __init__(
        self, context: Context, left_name: str, right_name: str, most_lines: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self.left = TextPane(context, left_name, most_lines)
        self.right = TextPane(context, right_name, most_lines)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        for pane in (self.left, self.right):
            beside.addWidget(pane, 1, Qt.AlignmentFlag.AlignTop)

    def show_texts(self, left: str, right: str, *, marked: bool = True) -> None:
        """Show both texts, with their difference marked unless it is not wanted, nothing is common to them, or they are
        in different languages."""
        difference = text_difference(left, right)
        can_be_compared = marked and are_in_one_script(left, right)
        if can_be_compared and any(piece.is_common and _has_letters(piece.text) for piece in difference.left):
            self.left.show_pieces(difference.left, self._theme.only_left)
            self.right.show_pieces(difference.right, self._theme.only_right)
        else:
            self.left.show_text(left)
            self.right.show_text(right)


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
