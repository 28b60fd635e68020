"""Problems of a file as a table: where, what, how bad."""

from collections.abc import Sequence

from aligner.domain.problem import Problem, Severity
from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet, itself
from aligner.gui.words.values import severity_marks
from aligner.i18n import Translator


def problem_columns(translate: Translator) -> tuple[Column, ...]:
    """Columns of `problem_table`."""
    return (
        Column(
            "severity",
            translate("Severity"),
            badge=severity_marks(translate),
            key=list(Severity).index,
            width=120,
            is_searched=False,
        ),
        Column("row", translate("Row"), is_right=True, width=70, tip=translate("The number the spreadsheet shows")),
        Column("column", translate("Column"), width=120),
        Column("sentence", translate("What was found"), width=620),
    )


def problem_facets(translate: Translator) -> tuple[Facet, ...]:
    """Ways to choose among problems."""
    marks = severity_marks(translate)
    return (
        Facet("severity", translate("Severity"), itself, lambda kind: marks(Severity(kind)).text),
        Facet("column", translate("Column"), itself),
    )


def problem_table(problems: Sequence[Problem], translate: Translator) -> Table:
    """One row for each problem, its sentence in the user's language."""
    return Table(
        {
            "severity": [problem.severity for problem in problems],
            "row": [problem.row for problem in problems],
            "column": [problem.column for problem in problems],
            "sentence": [translate.sentence(problem) for problem in problems],
        }
    )
