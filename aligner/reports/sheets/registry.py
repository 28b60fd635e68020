"""The sheets behind the summary, in their order: a new one is a line here."""

from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets import (
    alignment,
    audit,
    breakdown,
    committees,
    comparison,
    conversion,
    flags,
    gaps,
    mapping,
    nationals,
    outdated,
    outlook,
    problems,
    steps,
    traced,
)
from aligner.reports.sheets.listing import Listing


def listings(content: ReportContent, translate: Translator) -> list[Listing]:
    """Every sheet that holds one table."""
    return [
        conversion.SHEET,
        steps.SHEET,
        steps.MOVED,
        committees.SHEET,
        mapping.SHEET,
        *breakdown.listings(content, translate),
        alignment.SHEET,
        nationals.SHEET,
        traced.SHEET,
        *comparison.listings(content),
        gaps.SHEET,
        outdated.SHEET,
        flags.SHEET,
        outlook.PLAN,
        outlook.SCENARIOS,
        outlook.AHEAD,
        outlook.DOUBTS,
        problems.SHEET,
        audit.SHEET,
    ]
