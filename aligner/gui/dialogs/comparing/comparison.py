"""The key technical indicators of a pair, filled in as in a spreadsheet: each row is judged while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QMessageBox, QToolButton, QWidget

from aligner.domain.errors import AlignerError
from aligner.gui.dialogs.comparing.files import ComparisonFiles
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Badge
from aligner.gui.models.comparison_columns import RATES, rate_text, reason_text, understood_text
from aligner.gui.models.comparison_rows import ComparisonModel
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.widgets.tables.entry_view import EntryView
from aligner.usecases.comparing import entry
from aligner.usecases.comparing.entry import Form
from aligner.usecases.comparing.paste import Pasted, read_pasted

SIZE = (1310, 640)
"""Fits a screen of 1366 x 768."""


class ComparisonDialog(Dialog):
    """Nothing is stored before Save; then the whole table is one step of the journal."""

    saved = Signal()
    """The table was stored."""

    def __init__(self, context: Context, parent: QWidget | None, form: Form) -> None:
        translate = context.translate
        pair = f"{form.national} – {form.international}"
        names = " – ".join(dict.fromkeys(title for title in form.titles if title))
        super().__init__(context, parent, translate("Key technical indicators"), f"{pair}\n{names}".strip())
        self.form = form
        self.is_writable = context.can_write
        self.model = ComparisonModel(
            entry.new_row(form), translate, context.theme, is_writable=self.is_writable, parent=self
        )
        self.model.set_rows(form.rows)
        self.files = ComparisonFiles(context, self, form, self.model, self._hint)
        self.view = EntryView(
            context,
            self.model,
            translate("Key technical indicators"),
            lambda block: context.do(read_pasted, form, block),
            is_writable=self.is_writable,
        )
        self.reason = selectable()
        self.understood = selectable(style="muted")
        self.hint = BadgeLabel(context, wraps=True)
        self.rates = {name: label() for name in RATES}
        self._lay_out()
        self._add_buttons()
        self.view.headed.connect(self._tell_pasted)
        self.model.judged.connect(self._show_judgement)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_judgement())
        context.complained.connect(self._show_complaint)
        context.read(self._is_warm, entry.warm)
        self.view.go_to(0)
        self.view.setFocus()
        self._show_judgement()
        self.resize(*SIZE)

    def is_changed(self) -> bool:
        """Whether there is something that is not stored."""
        return self.is_writable and self.model.rows() != [dict(row) for row in self.form.rows]

    def save(self) -> None:
        """Store the table and close; a row that cannot be stored becomes the current one instead."""
        self._finish_typing()
        wrong = self.model.first_incomplete()
        if wrong >= 0:
            self.view.go_to(wrong)
            self.view.setFocus()
            self._hint(self.translate("This row cannot be saved yet. What is missing is shown below."), Tone.BAD)
            return
        unfilled = self.model.unfilled()
        if unfilled:
            self._ask_about_unfilled(len(unfilled))
        elif not self.is_changed():
            self.accept()
        elif self.context.do(entry.save_form, self.form, self.model.rows()) is not None:
            self.saved.emit()
            self.accept()

    def reject(self) -> None:
        """Close; when there is something that is not stored, ask first."""
        self._finish_typing()
        if not self.is_changed():
            super().reject()
            return
        translate = self.translate
        box = self._question(translate("The table was changed. Save it?"))
        save = box.addButton(translate("Save"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(translate("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(translate("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        save.clicked.connect(self.save)
        leave.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        """Close and forget what is not stored."""
        self.done(QDialog.DialogCode.Rejected)

    def _ask_about_unfilled(self, number: int) -> None:
        """Rows of a template in which nothing was entered are not stored; nobody shall lose them unasked."""
        translate = self.translate
        text = translate.plural(
            "{number} indicator has no requirement on either side and would not be stored.",
            "{number} indicators have no requirement on either side and would not be stored.",
            number,
        )
        box = self._question(text)
        save = box.addButton(translate("Save the rest"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        save.clicked.connect(self._save_without_unfilled)
        box.open()

    def _save_without_unfilled(self) -> None:
        self.model.remove_rows(self.model.unfilled())
        self.save()

    def _question(self, text: str) -> QMessageBox:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.translate("Key technical indicators"))
        box.setText(text)
        return box

    # helpers

    def _is_warm(self, _nothing: None) -> None:
        """Judging is quick from now on."""

    def _tell_pasted(self, pasted: Pasted) -> None:
        """Say that columns were found by their headings, and what was left out."""
        translate = self.translate
        sentences = [
            translate.plural(
                "{number} row was pasted by its headings.",
                "{number} rows were pasted by their headings.",
                len(pasted.rows),
            )
        ]
        if pasted.unknown:
            sentences.append(
                translate("Columns not recognized: {columns}.", columns=translate(", ").join(pasted.unknown))
            )
        if pasted.others:
            sentences.append(
                translate.plural(
                    "{number} row is about another pair and was left out.",
                    "{number} rows are about another pair and were left out.",
                    pasted.others,
                )
            )
        self._hint(" ".join(sentences), Tone.ATTENTION if len(sentences) > 1 else Tone.GOOD)

    def _show_complaint(self, error: AlignerError) -> None:
        self._hint(self.translate.sentence(error), Tone.BAD)

    def _hint(self, text: str, tone: Tone) -> None:
        icon = {Tone.GOOD: "success", Tone.BAD: "error"}.get(tone, "warning")
        self.hint.show_badge(Badge(icon, text, tone))

    def _show_judgement(self) -> None:
        """Say what follows for the current row, and the rates of all."""
        entered = self.model.entered(self.view.currentIndex().row())
        self.reason.setText(reason_text(entered, self.translate))
        self.understood.setText(understood_text(entered, self.translate))
        for rate in entry.rates(self.model.all_entered()):
            self.rates[rate.name].setText(rate_text(rate, self.translate))
            self.rates[rate.name].setAccessibleName(
                f"{self.translate(RATES[rate.name])}: {self.rates[rate.name].text()}"
            )

    def _finish_typing(self) -> None:
        """What stands in an open editor is entered."""
        self.view.setFocus()

    def _lay_out(self) -> None:
        self.hint.show_badge(None)
        self.reason.setMinimumHeight(2 * self.fontMetrics().height() + 4)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.reason.setAccessibleName(self.translate("Why this verdict"))
        above = QHBoxLayout()
        above.setSpacing(8)
        for button in self._menu_buttons():
            above.addWidget(button)
        above.addSpacing(12)
        keys = self.translate(
            "Enter down · Tab right · F2 edit · Delete empty · Ctrl+C, X, V, Z, Y · Ctrl+Plus, Ctrl+Minus rows · "
            "Ctrl+Tab leave the table"
        )
        above.addWidget(label(keys, "muted", wraps=True), 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        for name, value in self.rates.items():
            below.addWidget(label(self.translate(RATES[name]), "muted"))
            value.setObjectName("heading")
            below.addWidget(value)
            below.addSpacing(18)
        below.addStretch(1)
        self.body.addLayout(above)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.understood)
        self.body.addLayout(below)
        self.body.addWidget(self.hint)

    def _add_buttons(self) -> None:
        translate = self.translate
        if not self.is_writable:
            self.add_close_button()
            return
        self.add_button(translate("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(translate("Save"), primary=True)
        self.save_button.setShortcut(QKeySequence.StandardKey.Save)
        self.save_button.clicked.connect(self.save)

    def _menu_buttons(self) -> list[QToolButton]:
        translate = self.translate
        self.template_menu = self.files.template_menu()
        return [
            self._menu_button(translate("Edit rows"), "columns", self._row_menu()),
            self._menu_button(translate("File"), "document", self.files.file_menu()),
            self._menu_button(translate("Template"), "sample", self.template_menu),
        ]

    def _row_menu(self) -> QMenu:
        translate = self.translate
        menu = QMenu(self)
        insert = menu.addAction(translate("Insert a row above"), self.view.insert_row)
        remove = menu.addAction(translate("Delete the selected rows"), self.view.remove_rows)
        for action in (insert, remove):
            action.setEnabled(self.is_writable)
        menu.addSeparator()
        menu.addAction(translate("Copy"), self.view.copy)
        menu.addAction(translate("Copy with headings"), lambda: self.view.copy(with_headings=True))
        menu.addAction(translate("Paste"), self.view.paste).setEnabled(self.is_writable)
        menu.addSeparator()
        menu.addAction(translate("Undo"), self.model.undo).setEnabled(self.is_writable)
        menu.addAction(translate("Redo"), self.model.redo).setEnabled(self.is_writable)
        return menu

    def _menu_button(self, text: str, icon: str, menu: QMenu) -> QToolButton:
        theme = self.context.theme
        button = QToolButton()
        button.setObjectName("button")
        button.setText(text)
        button.setAccessibleName(text)
        button.setIcon(icons.icon(icon, theme.text, theme.border, theme.base))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMenu(menu)
        return button
