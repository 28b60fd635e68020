"""How candidates are found: what each piece of evidence weighs, where the bands begin, how often they were right."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import BAND_NAMES
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.candidates.recipe_form import RecipeForm
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.i18n import Translator
from aligner.usecases.candidates import learn as learning
from aligner.usecases.candidates import recipes
from aligner.usecases.candidates.learn import Fit
from aligner.usecases.candidates.recipes import LABELS, Precision, Recipe, RecipeInUse

SUFFIX = "toml"


class RecipeDialog(Dialog):
    """Shows the recipe of the project and lets it be changed; nothing is used before a button says so."""

    match_wanted = Signal()
    """Find candidates anew, with what is kept now."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("How candidates are found"),
            translate(
                "A pair gains points for what agrees and loses points for what differs. The points "
                "and limits are listed here; after changing them, measure whether the candidates "
                "have become better."
            ),
        )
        self.shown: Recipe = recipes.shipped_recipe()
        self.source = label(style="heading", wraps=True)
        self.precision = label(style="muted", wraps=True)
        self.form = RecipeForm(translate, self.shown)
        self.outcome = label(wraps=True)
        self.form.edited.connect(self._show_source)
        self._fill()
        self._add_buttons()
        self.outcome.hide()
        in_use = context.do(recipes.look_at)
        if in_use is not None:
            self._show(in_use)
        self.resize(900, 690)
        self.form.first().setFocus()

    def recipe(self) -> Recipe:
        """What the fields say now."""
        return recipes.by_hand(
            self.shown, self.form.limits(), self.form.weights(), self.context.reviewer, self.context.today()
        )

    def use(self) -> None:
        """Keep what is shown as the project's own recipe, and find candidates by it."""
        if self.context.do(recipes.keep, self.recipe()) is not None:
            self.accept()
            self.match_wanted.emit()

    def show_shipped(self) -> None:
        """Show the recipe that comes with the program."""
        self._take(recipes.shipped_recipe())

    def open_file(self) -> None:
        """Ask for a recipe file and show it."""
        files.ask_recipe(self.context, self, self.read)

    def read(self, path: Path) -> None:
        """Show the recipe in this file."""
        try:
            self._take(recipes.read_recipe(path))
        except AlignerError as error:
            self._tell(self.translate.sentence(error))

    def save_file(self) -> None:
        """Ask for a place and write what is shown there."""
        files.ask_target(self.context, self, Path(f"recipe.{SUFFIX}"), (SUFFIX,), self.write)

    def write(self, path: Path) -> None:
        """Write what is shown into this file."""
        try:
            self._tell(self.translate("Wrote {file}.", file=recipes.save(self.recipe(), path)))
        except AlignerError as error:
            self._tell(self.translate.sentence(error))

    def learn(self) -> None:
        """Find weights anew on the project's decisions, beside the window, and say what that changes."""
        self._work(True)
        self._tell(self.translate("Finding new weights from the decisions in this project …"))
        job = self.context.run(N_("Learning from the decisions"), learning.learn)
        job.finished.connect(self._show_fit)
        job.failed.connect(self._show_failure)
        job.cancelled.connect(self._show_stopped)
        job.ended.connect(self._rest)
        self.rejected.connect(job.cancel)

    def _work(self, going_on: bool) -> None:
        for button in (*self.choices, self.use_button):
            button.setEnabled(not going_on and (button not in self.writing or self.context.can_write))

    def _rest(self) -> None:
        self._work(False)

    def _show_stopped(self) -> None:
        self._tell(self.translate("Stopped; the recipe is unchanged."))

    def _show_failure(self, error: Exception) -> None:
        """The window tells every fault; what the user can mend is also told here, where it was asked for."""
        self._tell(self.translate.sentence(error) if isinstance(error, AlignerError) else "")

    def _show_fit(self, fit: Fit) -> None:
        in_use = self.context.do(recipes.look_at)
        if in_use is not None:
            self._show(in_use)
        self._tell(fit_text(fit, self.translate))

    def _show(self, in_use: RecipeInUse) -> None:
        self._take(in_use.recipe)
        self._tell(" ".join(map(self.translate.sentence, in_use.findings)))

    def _take(self, recipe: Recipe) -> None:
        self.shown = recipe
        self.form.show_recipe(recipe)
        self._show_source()
        self._tell("")

    def _show_source(self) -> None:
        recipe, translate = self.recipe(), self.translate
        self.source.setText(
            translate(
                "Recipe {name} of {day}, found on {data}",
                name=recipe.name,
                day=recipe.date,
                data=recipe.basis(translate.language),
            )
        )
        self.precision.setText(precision_text(recipe, translate))

    def _tell(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def _fill(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setAccessibleName(self.translate("Weights and limits"))
        for part in (self.source, self.precision):
            self.body.addWidget(part)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.outcome)

    def _add_buttons(self) -> None:
        translate = self.translate
        line = QHBoxLayout()
        line.setSpacing(8)
        learn = self._choice(translate("Learn from the decisions"), self.learn, line)
        self.choices = (
            learn,
            self._choice(translate("Shipped recipe"), self.show_shipped, line),
            self._choice(translate("Open…"), self.open_file, line),
            self._choice(translate("Save as…"), self.save_file, line),
        )
        line.addStretch(1)
        self.body.addLayout(line)
        close = self.add_button(translate("Close"))
        close.clicked.connect(self.reject)
        self.use_button = self.add_button(translate("Find candidates with it"), primary=True)
        self.use_button.clicked.connect(self.use)
        self.writing = (learn, self.use_button)
        self._work(False)

    def _choice(self, text: str, act: Callable[[], None], line: QHBoxLayout) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        line.addWidget(button)
        return button


def precision_text(recipe: Recipe, translate: Translator) -> str:
    """How often the first candidates of each band were right."""
    if not recipe.precision:
        return translate("The accuracy of its candidates has not been measured.")
    lines = (
        (N_("Correct first candidates: {parts}"), recipe.precision),
        (N_("Titles in another language, by their words: {parts}"), recipe.translated_precision),
        (N_("Titles in another language, mostly by their meaning: {parts}"), recipe.meaning_precision),
    )
    return "\n".join(translate(text, parts=_measured(known, translate)) for text, known in lines if known)


def _measured(precision: Mapping[str, Precision], translate: Translator) -> str:
    """What is known of each band, one after another."""
    return translate("; ").join(
        translate(
            "{band} {share} ({low} to {high}, {pairs} pairs)",
            band=translate(BAND_NAMES[band]),
            share=translate.percent(known.value),
            low=translate.percent(known.low),
            high=translate.percent(known.high),
            pairs=translate.number(known.pairs),
        )
        for band, known in ((band, precision.get(band)) for band in BAND_NAMES)
        if known is not None
    )


def fit_text(fit: Fit, translate: Translator) -> str:
    """What learning found, and whether it is used."""
    if not fit.is_better:
        return translate("The learnt weights rank unseen pairs worse; the recipe is unchanged.")
    weights = translate("; ").join(
        translate(
            "{name} {before} → {after}",
            name=translate(LABELS[name]),
            before=translate.number(before, 1),
            after=translate.number(after, 1),
        )
        for name, (before, after) in fit.changed.items()
    )
    return translate(
        "Learnt from {pairs} confirmed pairs; this project uses it from now on. Correct first "
        "candidates of unseen pairs: {before} before, {after} now. Weights: {weights}",
        pairs=translate.number(fit.pairs),
        before=translate.percent(fit.before.value),
        after=translate.percent(fit.after.value),
        weights=weights or "–",
    )
