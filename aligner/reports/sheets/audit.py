"""The journal: who changed what and when, before and after, with the hash that chains the entries."""

from collections.abc import Iterator, Mapping
from typing import Any

from aligner.domain.applicability import APPLICABILITY_NAMES
from aligner.domain.change import ACTION_NAMES, SUBJECT_NAMES, Change, RowChange, Subject
from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, ComparedPair, Comparison
from aligner.domain.pairs.decision import COVERAGE_NAMES, VERDICT_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import deviation_in_words, in_word
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.conversion import reason_in_words
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("id", N_("Entry"), Kind.INTEGER, 8, 10),
    Column("at", N_("Time"), Kind.MOMENT, 19, 19),
    Column("told_by_order", N_("Time by order of entries"), Kind.MOMENT, 19, 19),
    Column("reviewer", N_("Reviewer"), Kind.TEXT, 10, 16),
    Column("action", N_("Action"), Kind.MARK, 9, 14),
    Column("subject", N_("Subject"), Kind.MARK, 9, 14),
    Column("national", N_("National standard"), Kind.TEXT, 14, 20),
    Column("work", N_("Work"), Kind.TEXT, 12, 18),
    Column("before", N_("Before"), Kind.TEXT, 14, 36),
    Column("after", N_("After"), Kind.TEXT, 14, 36),
    Column("undoes", N_("Reverses entry"), Kind.INTEGER, 9, 11),
    Column("hash", N_("Hash"), Kind.TEXT, 12, 34),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """One row for each changed row; a step that changed many has as many rows with the same entry number."""
    return Table.from_rows(
        [column.name for column in COLUMNS],
        (row for change in content.changes for row in _rows_of(change, translate)),
    )


def _rows_of(change: Change, translate: Translator) -> Iterator[dict[str, Any]]:
    for each in change.rows:
        is_applicability = each.subject in (Subject.APPLICABILITY, Subject.OTHER_APPLICABILITY)
        national = "" if is_applicability or each.subject is Subject.JOINED_FILE else each.key[0]
        is_of_one = each.subject is Subject.FURTHER_OPINION  # the reviewer, where others have the work
        yield {
            "id": change.id,
            "at": change.at,
            "told_by_order": change.told_by_order or None,
            "reviewer": change.reviewer,
            "action": translate(ACTION_NAMES[change.action]),
            "subject": translate(SUBJECT_NAMES[each.subject]),
            "national": national,
            "work": each.key[0] if is_applicability else "" if is_of_one else each.key[1],
            "before": _state(each, each.before, translate),
            "after": _state(each, each.after, translate),
            "undoes": change.undoes,
            "hash": change.hash,
        }


def _state(row: RowChange, values: dict[str, Any] | None, translate: Translator) -> str:
    """One side of a change in a line; nothing when there was no such row."""
    if values is None:
        return ""
    match row.subject:
        case Subject.DECISION | Subject.SECOND_OPINION:
            pieces = _decision(values, translate)
        case Subject.APPLICABILITY:
            verdict = str(values.get("verdict", ""))
            reason = reason_in_words(values.get("reason", ""), values.get("note", ""), translate)
            pieces = [in_word(verdict, APPLICABILITY_NAMES, translate), reason]
        case Subject.COMPARISON:
            pieces = [_comparison(one, translate) for one in ComparedPair.from_json(values).indicators]
        case Subject.SETTLEMENT:
            pieces = [_opinions(values[side], translate) for side in ("first", "second")]
        case Subject.FURTHER_OPINION:
            pieces = [_opinions(values["decisions"], translate)]
        case Subject.OTHER_APPLICABILITY:
            pieces = [_others(each, APPLICABILITY_NAMES, translate) for each in values["others"]]
        case Subject.OTHER_COMPARISON:
            pieces = [_comparison(Comparison.from_json(each), translate) for each in values["others"]]
        case Subject.JOINED_FILE | Subject.JOINED_ENTRY:
            pieces = [values.get("file", ""), f"SHA-256 {values.get('sha256') or values.get('hash')}"]
    return " · ".join(piece for piece in pieces if piece)


def _others(values: dict[str, Any], names: Mapping[Any, str], translate: Translator) -> str:
    """What somebody else said about the applicability of a work."""
    reason = reason_in_words(values.get("reason", ""), values.get("note", ""), translate)
    said = (in_word(str(values.get("verdict", "")), names, translate), reason)
    return f"{values.get('reviewer', '')}: {', '.join(piece for piece in said if piece)}"


def _comparison(one: Comparison, translate: Translator) -> str:
    """An indicator with both requirements, the verdict and the reviewer's reason."""
    sides = (one.national_side, one.international_side)
    values = " – ".join(" ".join(part for part in (side.value, side.unit) if part) for side in sides)
    pieces = [
        values if any(side.value for side in sides) else "",
        translate(COMPARISON_VERDICT_NAMES[one.verdict]),
        one.reason,
    ]
    return f"{one.indicator}: {', '.join(piece for piece in pieces if piece)}"


def _opinions(decisions: list[dict[str, Any]], translate: Translator) -> str:
    """All that one of two reviewers said about a standard."""
    said = (", ".join(piece for piece in _decision(values, translate) if piece) for values in decisions)
    reviewers = dict.fromkeys(str(values.get("reviewer", "")) for values in decisions)
    return f"{', '.join(reviewers)}: {'; '.join(said)}"


def _decision(values: dict[str, Any], translate: Translator) -> list[str]:
    verdict, coverage = str(values.get("verdict", "")), str(values.get("coverage", ""))
    joint = values.get("joint", "")
    covered = "" if coverage == "full" else in_word(coverage, COVERAGE_NAMES, translate)
    return [
        in_word(verdict, VERDICT_NAMES, translate),
        values.get("degree") or "",
        translate("{coverage}: {group}", coverage=covered, group=joint) if joint else covered,
        values.get("international", ""),
        deviation_in_words(str(values.get("reason") or ""), translate),
        values.get("note", ""),
    ]


SHEET = Listing(
    id="audit",
    name=N_("Audit"),
    title=N_("Audit: the journal of decisions"),
    columns=COLUMNS,
    rows=rows,
    frozen=2,
)
