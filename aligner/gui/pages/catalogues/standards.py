"""The standards of one level: searched, chosen by facets, each with its editions beside it."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.fields import BY_NAME, FIELDS, Kind, Status
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.models.columns import Column, Facet, itself, joined, natural, own_facets, plain
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.review import degree_meaning
from aligner.gui.words.values import day, further, relation_marks, status_marks
from aligner.i18n import Translator
from aligner.usecases.catalogues.browse import Listing, edition_chain, listing
from aligner.usecases.project.session import Session

SHOWN_FIRST = ("designation", "title", "title_en", "status", "published", "adopted", "degree", "ics", "committee")
"""The columns that are visible until the user chooses others, in this order."""

LEFT_OUT = {"fingerprint", "statements", "printed", "family"}
WIDTHS = {"designation": 160, "title": 280, "title_en": 220, "status": 110, "published": 125, "degree": 90, "ics": 110}
DATES = {field.name for field in FIELDS if field.kind is Kind.DATE}
LISTS = {field.name for field in FIELDS if field.kind in (Kind.DESIGNATIONS, Kind.ICS)}


class StandardsPart(QWidget):
    """Search and facets above, the table on the left, the chosen standard on the right."""

    counted = Signal(int)
    """How many standards there are."""

    def __init__(self, context: Context, level: Level) -> None:
        super().__init__()
        self._context = context
        self.translate = context.translate
        self._level = level
        self._listed: Listing | None = None
        translate = context.translate
        self._facets = standard_facets(translate)
        self.model = RowsModel(standard_columns(level, translate), self._facets, self)
        self.search = SearchBox(context, translate("Search numbers, titles, committees …"))
        self.count = label(style="muted")
        self.facets = FacetStrip(context, self.model, name=f"standards.{level.value}")
        self.view = RowsView(context, self.model, f"standards.{level.value}", translate(N_("Standards", "table")))
        self.detail = StandardDetail(context)
        self.search.search_in(self.model)
        self.facets.left.connect(self.view.setFocus)
        self.search.left_downwards.connect(self.view.setFocus)
        self.model.shown_changed.connect(self._show_count)
        self.view.current_changed.connect(self._show_standard)
        self.detail.link_chosen.connect(self.view.go_to)
        self._lay_out()
        self._show_count()

    def reload(self) -> None:
        """Read and prepare the standards beside the window, then show them."""
        if self._context.read(self._show, _prepared, self._level, self.model.columns, self._facets) is None:
            self.clear()

    def clear(self) -> None:
        """Show nothing; the current row is found again."""
        self._wanted = self._wanted or self.designation()
        self._listed = None
        self.model.set_table(Table({column.name: [] for column in self.model.columns}))

    def designation(self) -> str:
        """The chosen standard; "" when none is."""
        position = self.view.position()
        return str(self._listed.table["designation"][position]) if self._listed is not None and position >= 0 else ""

    def state(self) -> dict[str, Any]:
        """Search, facets, row and the split."""
        return {
            "search": self.search.text(),
            "facets": {name: sorted(kinds) for name, kinds in self.model.chosen.items()},
            "designation": self._wanted or self.designation(),
            "split": self._split.sizes(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` was; the row follows when the standards are there."""
        self.search.setText(str(state.get("search", "")))
        facets = state.get("facets", {})
        self.facets.set_chosen({str(name): frozenset(kinds) for name, kinds in facets.items()})
        self.model.set_filter(self.search.text())
        self._wanted = str(state.get("designation", ""))
        sizes = state.get("split")
        if isinstance(sizes, list) and len(sizes) == self._split.count() and all(isinstance(one, int) for one in sizes):
            self._split.setSizes(sizes)

    def go_to(self, designation: str) -> None:
        """Show this standard, whatever was searched before; it follows when the standards are there."""
        self.model.clear_filter()
        self._wanted = designation
        if self._listed is not None:
            self._go_to_wanted(self._listed)

    _wanted = ""

    def _show(self, prepared: tuple[Listing, Rows]) -> None:
        self._listed, rows = prepared
        self.model.set_rows(rows)
        known = {facet.name for facet in rows.facets}
        if not known.issuperset(self.model.chosen):  # by columns of another list
            self.facets.set_chosen({name: kinds for name, kinds in self.model.chosen.items() if name in known})
        self.counted.emit(len(rows))
        if self._wanted or self.view.position() < 0:
            self._go_to_wanted(self._listed)
        else:
            self._show_standard(self.view.position())

    def _go_to_wanted(self, listed: Listing) -> None:
        designations = listed.table["designation"]
        is_known = self._wanted in designations
        self.view.go_to(designations.index(self._wanted) if is_known else self.model.position(0))
        self._wanted = ""

    def _show_count(self) -> None:
        shown, there = self.model.rowCount(), len(self.model.rows)
        number = self.translate.number
        self.count.setText(self.translate("{shown} of {all}", shown=number(shown), all=number(there)))

    def _show_standard(self, position: int) -> None:
        self.detail.show_standard(self._listed, position)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        self.search.setMaximumWidth(380)
        above.addWidget(self.search, 1)
        above.addWidget(self.facets, 2)
        above.addWidget(self.count)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(10)
        self._split.addWidget(self.view)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([770, 390])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self._split, 1)


class StandardDetail(QFrame):
    """One standard in words, and the chain of editions it belongs to."""

    link_chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self.translate = context, context.translate
        self.setObjectName("card")
        self.setMinimumWidth(260)
        self.designation = selectable(style="heading")
        self.title = selectable()
        self.title_en = selectable(style="muted")
        self.further = selectable(style="muted")
        self.chain_title = label(self.translate("Editions"), "heading")
        self.chain = RowsModel(self._chain_columns(), parent=self)
        self.chain_view = RowsView(context, self.chain, "chain", self.translate("Editions"))
        self.chain_view.setMinimumHeight(110)
        self.chain_view.chosen.connect(self._follow)
        self._rows: list[int] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for part in (self.designation, self.title, self.title_en, self.further):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.chain_title)
        column.addWidget(self.chain_view, 1)
        self.show_standard(None, -1)

    def show_standard(self, listed: Listing | None, position: int) -> None:
        """Show the standard at this position, or that none is chosen."""
        is_chosen = listed is not None and 0 <= position < len(listed.table)
        for part in (self.title, self.title_en, self.further, self.chain_title, self.chain_view):
            part.setVisible(is_chosen)
        if listed is None or not is_chosen:
            self.designation.setText(self.translate("Choose a standard to see its editions."))
            return
        self.designation.setText(listed.table["designation"][position])
        self.title.setText(listed.table["title"][position])
        english = listed.table["title_en"][position]
        self.title_en.setText(english)
        self.title_en.setVisible(bool(english) and english != self.title.text())
        lines = further(listed.table["extra"][position], self.translate)
        self.further.setText("\n".join(lines))
        self.further.setVisible(bool(lines))
        links = edition_chain(listed, position, self._context.today())
        self._rows = [link.row for link in links]
        self.chain.set_table(
            Table(
                {
                    "relation": [link.relation for link in links],
                    "designation": [link.designation for link in links],
                    "published": [link.published for link in links],
                }
            )
        )

    def _follow(self, position: int) -> None:
        self.link_chosen.emit(self._rows[position])

    def _chain_columns(self) -> tuple[Column, ...]:
        translate = self.translate
        return (
            Column("designation", translate("Standard"), width=118),
            Column(
                "relation", translate(N_("Place", "among the editions")), badge=relation_marks(translate), width=134
            ),
            Column("published", translate("Published"), show=lambda text: day(text, translate), width=102),
        )


def standard_columns(level: Level, translate: Translator) -> tuple[Column, ...]:
    """One column for each field of a standard; those of the other level's catalogues are hidden at first."""
    shown = [name for name in SHOWN_FIRST if level is Level.NATIONAL or name not in ("title_en", "adopted", "degree")]
    names = [*shown, *(field.name for field in FIELDS if field.name not in LEFT_OUT and field.name not in shown)]
    return tuple(_column(name, translate, is_hidden=name not in shown) for name in names)


def standard_facets(translate: Translator) -> tuple[Facet, ...]:
    """Status, document type, ICS field, committee."""
    marks = status_marks(translate)
    return (
        Facet(
            "status",
            translate("Status"),
            itself,
            lambda kind: marks(Status(kind)).text if kind else "",
            lambda kind: marks(Status(kind)).meaning if kind else "",
        ),
        Facet("type", translate("Document type"), itself),
        Facet("ics", translate("ICS field"), _ics_fields),
        Facet("committee", translate("Committee"), itself),
    )


def _column(name: str, translate: Translator, *, is_hidden: bool) -> Column:
    text = translate(BY_NAME[name].label)
    width = WIDTHS.get(name, 140)
    if name == "status":
        return Column(name, text, badge=status_marks(translate), width=width, is_hidden=is_hidden, is_searched=False)
    if name == "degree":
        meaning = partial(degree_meaning, translate=translate)
        return Column(name, text, width=width, is_hidden=is_hidden, is_searched=not is_hidden, meaning=meaning)
    if name in DATES:
        return Column(
            name,
            text,
            show=lambda value: day(value or "", translate),
            width=width,
            is_hidden=is_hidden,
            is_searched=False,
        )
    if name in LISTS:
        return Column(name, text, show=joined, key=joined, width=width, is_hidden=is_hidden, is_searched=not is_hidden)
    if BY_NAME[name].kind is Kind.MAPPING:
        lines = partial(_on_one_line, translate=translate)
        return Column(name, text, show=lines, key=lines, width=width, is_hidden=is_hidden)
    if BY_NAME[name].kind is Kind.FLAG:
        return Column(
            name, text, show=lambda value: translate("yes") if value else "", is_hidden=is_hidden, is_searched=False
        )
    is_number = BY_NAME[name].kind in (Kind.INTEGER, Kind.STAGE)
    key = natural if name in ("designation", "work", "adopted") else None
    return Column(
        name, text, show=plain, key=key, width=width, is_right=is_number, is_hidden=is_hidden, is_searched=not is_hidden
    )


def _on_one_line(columns: Mapping[str, str] | None, translate: Translator) -> str:
    """Further columns in one cell: "Remark: under revision; In charge: Wang"."""
    return translate("; ").join(further(columns or {}, translate))


def _ics_fields(codes: Any) -> Iterable[str]:
    """The fields (first two digits) of the ICS codes of a standard; "" when it has none."""
    return dict.fromkeys(code[:2] for code in codes) if codes else ("",)


def _prepared(
    session: Session, level: Level, columns: tuple[Column, ...], facets: tuple[Facet, ...]
) -> tuple[Listing, Rows]:
    """The standards with all that searching and sorting them needs; for a thread of its own."""
    listed = listing(session, level)
    rows = Rows(listed.table, columns, (*facets, *own_facets(listed.table["extra"])))
    rows.prepare()
    return listed, rows
