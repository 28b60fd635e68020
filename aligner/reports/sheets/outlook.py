"""What it takes to reach the target: work plan, scenarios, years ahead, and verdicts open to question."""

from aligner.domain.applicability import APPLICABILITY_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import in_words
from aligner.reports.content.outlook_columns import ENOUGH
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.conversion import reason_in_words
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

PLAN_COLUMNS = (
    Column("rank", N_("No."), Kind.INTEGER, 6, 8),
    Column("international", N_("International standard"), Kind.TEXT, 14, 24),
    Column("title", N_("Title"), Kind.TEXT, 20, 42),
    Column("committee", N_("Committee"), Kind.TEXT, 11, 18),
    Column("published", N_("Published"), Kind.DAY, 11, 12),
    Column("applicable", N_("Verdict"), Kind.MARK, 10, 13),
    Column("way", N_("Work to be done"), Kind.TEXT, 18, 30),
    Column("national", N_("National standards concerned"), Kind.TEXT, 14, 24),
    Column("effort", N_("Effort, 1 to 10"), Kind.INTEGER, 8, 10),
    Column("gain", N_("Gain"), Kind.GAIN, 8, 10),
    Column("is_enough", N_("Among the first needed to reach the target"), Kind.MARK, 10, 13),
    Column("scenarios", N_("Scenarios"), Kind.TEXT, 10, 18),
    Column("responsible", N_("Responsible"), Kind.TEXT, 12, 14),
    Column("due", N_("Due"), Kind.DAY, 10, 12),
)
"""The last two are for people to fill in."""
SCENARIO_COLUMNS = (
    Column("scenario", N_("Scenario"), Kind.TEXT, 30, 56),
    Column("works", N_("Works to convert"), Kind.INTEGER, 12, 14),
    Column("effort", N_("Total effort"), Kind.INTEGER, 11, 13),
    Column("numerator", N_("Numerator"), Kind.INTEGER, 11, 13),
    Column("denominator", N_("Denominator"), Kind.INTEGER, 11, 13),
    Column("rate", N_("Conversion rate"), Kind.RATIO, 12, 14),
    Column("gap", N_("Gap to target"), Kind.INTEGER, 12, 14),
)
AHEAD_COLUMNS = (
    Column("year", N_("Year"), Kind.MARK, 12, 14),
    Column("applicable", N_("Applicable, expected"), Kind.DECIMAL, 14, 18),
    Column("adoptions", N_("Adoptions in the year"), Kind.INTEGER, 14, 18),
    Column("converted", N_("Converted at year end"), Kind.INTEGER, 14, 18),
    Column("rate", N_("Conversion rate"), Kind.RATIO, 12, 14),
)
DOUBT_COLUMNS = (
    Column("international", N_("International standard"), Kind.TEXT, 14, 24),
    Column("title", N_("Title"), Kind.TEXT, 20, 46),
    Column("committee", N_("Committee"), Kind.TEXT, 11, 18),
    Column("applicable", N_("Verdict"), Kind.MARK, 10, 13),
    Column("because", N_("Reason"), Kind.TEXT, 14, 34),
    Column("question", N_("Why it is questionable"), Kind.TEXT, 20, 38),
    Column("counted", N_("Counts in the denominator"), Kind.MARK, 10, 13),
    Column("reviewer", N_("Reviewer"), Kind.TEXT, 10, 16),
    Column("at", N_("Time"), Kind.MOMENT, 18, 20),
)


def plan_rows(content: ReportContent, translate: Translator) -> Table:
    """The works in the order in which to take them up, with room to say who and until when."""
    plan = content.table("plan")
    if not len(plan):
        return Table({})
    kept = {column.name: plan[column.name] for column in PLAN_COLUMNS if column.name in plan.columns}
    return Table(
        kept
        | {
            "rank": list(range(1, len(plan) + 1)),
            "applicable": in_words(plan["applicable"], APPLICABILITY_NAMES, translate),
            "way": translated(plan["way"], translate),
            "is_enough": [translate("yes") if is_enough else "" for is_enough in plan["is_enough"]],
            "responsible": [""] * len(plan),
            "due": [""] * len(plan),
        }
    )


def scenario_rows(content: ReportContent, translate: Translator) -> Table:
    """Today, the least that reaches the target, and what was saved."""
    scenarios = content.table("scenarios")
    if not len(scenarios):
        return Table({})
    names = {"": translate("today"), ENOUGH: translate("the first works of the plan that reach the target")}
    return Table(
        {column.name: scenarios[column.name] for column in SCENARIO_COLUMNS}
        | {"scenario": [names.get(name, name) for name in scenarios["scenario"]]}
    )


def ahead_rows(content: ReportContent, _translate: Translator) -> Table:
    """The years as they come."""
    ahead = content.table("ahead")
    if not len(ahead):
        return Table({})
    return Table(
        {column.name: ahead[column.name] for column in AHEAD_COLUMNS} | {"year": list(map(str, ahead["year"]))}
    )


def doubt_rows(content: ReportContent, translate: Translator) -> Table:
    """The verdicts, the most questionable first."""
    doubts = content.table("doubts")
    if not len(doubts):
        return Table({})
    kept = {column.name: doubts[column.name] for column in DOUBT_COLUMNS if column.name in doubts.columns}
    return Table(
        kept
        | {
            "applicable": in_words(doubts["applicable"], APPLICABILITY_NAMES, translate),
            "because": [
                reason_in_words(codes, note, translate)
                for codes, note in zip(doubts["reason"], doubts["note"], strict=True)
            ],
            "question": translated(doubts["question"], translate),
            "counted": [translate("yes") if is_counted else translate("no") for is_counted in doubts["is_counted"]],
        }
    )


PLAN = Listing(
    id="plan",
    name=N_("Work plan"),
    title=N_("Work plan: what is not converted, the best gain for the effort first"),
    columns=PLAN_COLUMNS,
    rows=plan_rows,
    frozen=2,
)
SCENARIOS = Listing(
    id="scenarios",
    name=N_("Scenarios"),
    title=N_("Scenarios: the rate if more were converted"),
    columns=SCENARIO_COLUMNS,
    rows=scenario_rows,
)
AHEAD = Listing(
    id="ahead",
    name=N_("Years to the target"),
    title=N_("Year by year to the target: adoptions needed while the denominator grows"),
    columns=AHEAD_COLUMNS,
    rows=ahead_rows,
)
DOUBTS = Listing(
    id="doubts",
    name=N_("Questionable verdicts"),
    title=N_("Questionable applicability verdicts: what keeps works out of the denominator"),
    columns=DOUBT_COLUMNS,
    rows=doubt_rows,
)
