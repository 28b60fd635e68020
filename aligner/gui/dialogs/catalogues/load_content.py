"""The third step of loading: how many standards, what was found on the way, what it changes."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from aligner.domain.catalogue import CatalogueDifference
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.problems import problem_columns, problem_facets, problem_table
from aligner.i18n import Translator
from aligner.usecases.catalogues.accounts import NOTHING_OF, READ_OF, became_of, missing_words, rows_read
from aligner.usecases.catalogues.load import Loaded, Reading, Staged

FIGURES = (
    ("standards", N_("standards", "read from a file")),
    ("left_out", N_("rows left out")),
    ("duplicates", N_("duplicates")),
    ("not_understood", N_("numbers not understood")),
    ("legacy", N_("legacy marks translated")),
)
KINDS = (
    ("added", N_("added")),
    ("changed", N_("changed")),
    ("gone", N_("gone")),
    ("stale", N_("decisions to look at again")),
)


class ContentStep(QWidget):
    """Figures above, below them the problems and, for a newer list, the difference."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.translate = context.translate
        self.figures = {name: label(style="figure") for name, _ in FIGURES}
        self.about = label(style="muted", wraps=True)
        self.accounts = label(wraps=True)
        self.problems = RowsModel(problem_columns(context.translate), problem_facets(context.translate), self)
        self.problem_view = RowsView(context, self.problems, "load.problems", context.translate("Problems"))
        self.difference = RowsModel(self._difference_columns(), parent=self)
        self.difference_view = RowsView(context, self.difference, "load.difference", context.translate("Difference"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self._problems_part(), context.translate("Problems"))
        self.tabs.addTab(self._part(self.difference_view), context.translate("Difference"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._figures_card())
        column.addWidget(self.accounts)
        column.addWidget(self.about)
        column.addWidget(self.tabs, 1)

    def show_staged(self, staged: Staged, catalogue: str) -> None:
        """Show what was read and is not stored yet; `catalogue` is the file it brings up to date, "" for none."""
        reading = staged.reading
        numbers = (
            len(reading.table),
            reading.rows_left_out,
            reading.duplicates,
            reading.not_understood,
            reading.legacy_marks,
        )
        for (name, _), number in zip(FIGURES, numbers, strict=True):
            self.figures[name].setText(self.translate.number(number))
        self.problems.set_table(problem_table(reading.problems, self.translate))
        self.tabs.setTabText(0, self._counted(N_("Problems"), len(reading.problems)))
        self._show_difference(staged.difference, [])
        self.accounts.setText(accounts_text(reading, self.translate))
        self.about.setText(
            self.translate(
                "This is a newer list of “{catalogue}”. Decisions stay; nothing is stored yet.", catalogue=catalogue
            )
            if staged.update
            else self.translate("This is a new catalogue. Nothing is stored yet.")
        )

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what is stored now."""
        self._show_difference(loaded.difference, [decision.national for decision in loaded.stale])
        stale = self.translate.plural(
            "{number} decision is based on a standard that was changed or removed; it is listed under Difference.",
            (
                "{number} decisions are based on standards that were changed or removed; they are listed "
                "under Difference."
            ),
            len(loaded.stale),
        )
        self.about.setText(stale if loaded.stale else self.translate("All earlier decisions are unchanged."))

    def _show_difference(self, difference: CatalogueDifference | None, stale: list[str]) -> None:
        found = difference or CatalogueDifference()
        listed = [(kind, one) for kind, names in zip(
            (text for _, text in KINDS), (found.added, found.changed, found.gone, stale), strict=True
        ) for one in names]  # fmt: skip
        self.difference.set_table(
            Table({"kind": [self.translate(kind) for kind, _ in listed], "designation": [one for _, one in listed]})
        )
        self.tabs.setTabText(1, self._counted(N_("Difference"), len(listed)))
        self.tabs.setTabVisible(1, bool(difference is not None or stale))

    def _counted(self, text: str, number: int) -> str:
        return f"{self.translate(text)} ({self.translate.number(number)})"

    def _difference_columns(self) -> tuple[Column, ...]:
        translate = self.translate
        return (
            Column("kind", translate("What"), width=240),
            Column("designation", translate("Standard number"), key=natural, width=260),
        )

    def _figures_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 10, 16, 10)
        for column, (name, text) in enumerate(FIGURES):
            grid.addWidget(self.figures[name], 0, column)
            grid.addWidget(label(self.translate(text), "muted", wraps=True), 1, column)
            grid.setColumnStretch(column, 1)
        return card

    def _problems_part(self) -> QWidget:
        copy = QPushButton(self.translate("Copy all"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy_problems)
        line = QHBoxLayout()
        line.addWidget(FacetStrip(self._context, self.problems), 1)
        line.addWidget(copy)
        return self._part(self.problem_view, line)

    def copy_problems(self) -> None:
        """Put every listed problem on the clipboard."""
        self.problem_view.clearSelection()
        self.problem_view.copy()

    def _part(self, view: RowsView, above: QHBoxLayout | None = None) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 0)
        if above is not None:
            column.addLayout(above)
        column.addWidget(view)
        return part


def accounts_text(reading: Reading, translate: Translator) -> str:
    """What became of every row of the file, in one or two sentences; first what the list says nothing of."""
    others = [
        translate("{kind}: {number}", kind=translate(became_of(name)), number=translate.number(count))
        for name, count in reading.accounts.items()
        if name not in {"standards", "continued_row"} and count
    ]
    numbers = {"number": translate.number(rows_read(reading)), "all": translate.number(reading.rows_in_file)}
    sentences = [translate(READ_OF, **numbers)]
    if others:
        sentences.append(translate("The others are {kinds}.", kinds=translate("; ").join(others)))
    if reading.missing:
        missing = translate(", ").join(map(translate, missing_words(reading)))
        sentences.insert(0, translate(NOTHING_OF, fields=missing))
    return "\n".join(sentences)
