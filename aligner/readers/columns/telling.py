"""What is said about the choice of a column."""

from collections.abc import Sequence

from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.readers.columns.choice import Columns, label_of
from aligner.readers.findings import Findings


def tell_others(findings: Findings, name: str, taken: str, others: Sequence[str]) -> None:
    """Say that one of several columns was taken for a field."""
    findings.add(
        "several_columns",
        Severity.WARNING,
        N_(
            "Several columns could be the {field}: “{taken}” was used, and {others} was kept as a "
            "further column; name another one with --columns if this is wrong."
        ),
        column=taken,
        taken=taken,
        field=label_of(name),
        others=", ".join(others),
    )


def tell_odd_content(findings: Findings, columns: Columns, name: str, column: int, share: float) -> None:
    """Say that few cells of a chosen column look like its field."""
    findings.add(
        "odd_content",
        Severity.WARNING,
        N_("Only {share} % of the cells in this column look like a {field} (“{text}” does not); check the mapping."),
        column=columns.header.headings[column],
        field=label_of(name),
        share=int(share * 100),
        text=columns.odd_cell(name, column),
    )


def tell_by_content(findings: Findings, columns: Columns, name: str, column: int) -> None:
    """Say that a column was taken for what its cells hold."""
    findings.add(
        "mapping_by_content",
        Severity.WARNING,
        N_("This column was used as the {field} because of what its cells contain; its heading does not say so."),
        column=columns.header.headings[column] or "?",
        field=label_of(name),
    )


def tell_body(findings: Findings, columns: Columns, column: int, body: str) -> None:
    """Say that numbers got the body that only their heading names."""
    findings.add(
        "body_in_heading",
        Severity.NOTE,
        N_("Numbers in this column name no body; “{body}” of its heading was put before them."),
        column=columns.header.headings[column],
        body=body,
    )
