"""Cells of a spreadsheet below a line of headings, as rows of the table that is being filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.domain.errors import AlignerError
from aligner.readers.small_tables.comparisons import columns_in, of_both, read_comparison
from aligner.usecases.comparing.compare import judge_row
from aligner.usecases.comparing.entry import Form, Texts, is_of_pair
from aligner.usecases.project.session import Session

FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows by column; headings that no column has; how many rows spoke of another pair and were left out."""

    rows: tuple[Texts, ...]
    unknown: tuple[str, ...]
    others: int


def read_pasted(session: Session, form: Form, block: Sequence[Sequence[str]]) -> Pasted | None:
    """The rows below the headings, in whichever language and order; None when the first line is no line of headings."""
    headings = [cell.strip() for cell in block[0]]
    columns = columns_in(headings)
    named = [heading for heading in headings if heading]
    if len(columns) < FEWEST_HEADINGS or 2 * len(columns) < len(named) or not _says_something(columns):
        return None
    rows, others = [], 0
    for cells in block[1:]:
        texts = of_both({name: cells[place].strip() for name, place in columns.items() if place < len(cells)})
        if not any(texts.values()):
            continue
        clauses = _clauses(session, form, texts)
        if clauses is None:
            others += 1
        else:
            rows.append(_without_derived(form, clauses | _without_pair(texts)))
    unknown = [heading for place, heading in enumerate(headings) if heading and place not in columns.values()]
    return Pasted(tuple(rows), tuple(unknown), others)


def _says_something(columns: dict[str, int]) -> bool:
    """Whether there is more than the names of standards; a table of indicators has one of these."""
    return not {"indicator", "national_value", "international_value"}.isdisjoint(columns)


def _clauses(session: Session, form: Form, texts: dict[str, str]) -> dict[str, str] | None:
    """The clauses that stand behind the designations of a row; None when those are of another pair."""
    pair = {side: texts.get(side) or getattr(form, side) for side in ("national", "international")}
    row, _ = read_comparison(pair | {"indicator": "-"})
    if row is None or not is_of_pair(session, form, row):
        return None
    found = {"national_clause": row.national_side.clause, "international_clause": row.international_side.clause}
    return {column: clause for column, clause in found.items() if clause}


def _without_pair(texts: dict[str, str]) -> dict[str, str]:
    return {column: text for column, text in texts.items() if column not in ("national", "international")}


def _without_derived(form: Form, texts: dict[str, str]) -> dict[str, str]:
    """The texts without a verdict that follows from the values anyhow."""
    printed = texts.get("verdict", "")
    if printed:
        pair = {"national": form.national, "international": form.international}
        try:
            row, _ = read_comparison(texts | pair)
            judged = judge_row(row) if row is not None else None
        except AlignerError:
            judged = None
        if judged is not None and judged.judgement is not None and not judged.is_overridden:
            return texts | {"verdict": ""}
    return texts
