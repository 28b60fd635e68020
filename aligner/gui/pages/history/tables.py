"""The journal, one step of it, and the decisions of a day as tables."""

from collections.abc import Sequence

from aligner.domain.change import ACTION_NAMES, Action, Change
from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES, EditionBasis
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet, itself, natural
from aligner.gui.words.changes import pair_text, time_column, times_of, values_text
from aligner.gui.words.values import action_marks, moment, verdict_marks
from aligner.i18n import Translator

DECISION_FIELDS = ("national", "international", "verdict", "degree", "edition", "basis", "reviewer", "at", "note")


def journal_columns(translate: Translator) -> tuple[Column, ...]:
    """Columns of `journal_table`."""
    return (
        Column("id", translate("No."), is_right=True, width=60, is_searched=False),
        time_column(translate, 175),
        Column("reviewer", translate("Reviewer"), width=110),
        Column("action", translate("Step"), badge=action_marks(translate), width=150),
        Column("what", translate("What"), width=220),
    )


def journal_facets(translate: Translator) -> tuple[Facet, ...]:
    """Ways to choose among steps."""
    return (
        Facet("action", translate("Step"), itself, lambda kind: translate(ACTION_NAMES[Action(kind)])),
        Facet("reviewer", translate("Reviewer"), itself),
    )


def journal_table(changes: Sequence[Change], translate: Translator) -> Table:
    """One row for each step."""
    return Table(
        {
            "id": [one.id for one in changes],
            "at": [times_of(one) for one in changes],
            "reviewer": [one.reviewer for one in changes],
            "action": [one.action for one in changes],
            "what": [what_changed(one, translate) for one in changes],
        }
    )


def what_changed(change: Change, translate: Translator) -> str:
    """The pair of a single step, or how many rows it touched."""
    if len(change.rows) == 1:
        return pair_text(change.rows[0])
    return translate.plural("{number} row", "{number} rows", len(change.rows))


def change_columns(translate: Translator) -> tuple[Column, ...]:
    """Columns of `change_table`."""
    return (
        Column("key", translate("Subject"), key=natural, width=178),
        Column("before", translate("Before"), width=118),
        Column("after", translate("After"), width=80),
    )


def change_table(change: Change, translate: Translator) -> Table:
    """One row for each row that the step changed."""
    return Table(
        {
            "key": [pair_text(row) for row in change.rows],
            "before": [values_text(row, row.before, translate) for row in change.rows],
            "after": [values_text(row, row.after, translate) for row in change.rows],
        }
    )


def decision_columns(translate: Translator) -> tuple[Column, ...]:
    """Columns of `decisions_table`."""
    return (
        Column("national", translate("National standard"), key=natural, width=190),
        Column("international", translate("International standard"), key=natural, width=190),
        Column("verdict", translate("Verdict"), badge=verdict_marks(translate), width=150),
        Column("degree", translate("Degree"), width=80),
        Column("edition", translate("Adopted edition"), key=natural, width=150),
        Column("basis", translate("Basis of the edition"), show=lambda basis: _basis(basis, translate), width=120),
        Column("reviewer", translate("Reviewer"), width=120),
        Column("at", translate("Time"), show=lambda at: moment(at, translate), width=160),
        Column("note", translate("Note"), width=220),
    )


def decisions_table(decisions: Sequence[Decision]) -> Table:
    """One row for each decision."""
    return Table({name: [getattr(one, name) for one in decisions] for name in DECISION_FIELDS})


def _basis(basis: EditionBasis | None, translate: Translator) -> str:
    return translate(EDITION_BASIS_NAMES[basis]) if basis else ""
