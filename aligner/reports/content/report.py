"""What a report contains, as plain data: use-cases fill it, sheets only lay it out.

The tables hold codes ("confirmed", "Y", "outdated"), designations and titles; the sheets put codes into words of the
reader's language. Empty means "" or None; a cell that names several things holds a list of str.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aligner.domain.catalogue import Catalogue
from aligner.domain.change import Change
from aligner.domain.figures.indicator import KEY_INDICATOR_RATES, Indicator, Slice
from aligner.domain.figures.overview import Overview
from aligner.domain.problem import Problem
from aligner.domain.standards.table import Table
from aligner.reports.content.marks import CYCLE_MONTHS, NATIONAL_MARKS, TRACED_COLUMNS
from aligner.reports.content.outlook_columns import (
    AHEAD_COLUMNS,
    DOUBT_COLUMNS,
    MAPPING_COLUMNS,
    MOVED_COLUMNS,
    PLAN_COLUMNS,
    SCENARIO_COLUMNS,
)

WORK_COLUMNS = (
    "international",  # designation of the edition in force
    "title_en",
    "title_native",
    "type",
    "published",
    "stage",  # int 9060, or None
    "status",  # a Status
    "committee",  # owner committee of ISO or IEC
    "ics",
    "national_committee",
    "applicable",  # an ApplicabilityVerdict
    "applicability_reason",  # codes of REASONS joined by spaces
    "applicability_note",
    "converted",  # "yes" | "partial" | "no"
    "national",
    "national_title",
    "degree",  # "IDT", "MOD", "NEQ" or ""
    "adopted_edition",
    "edition_state",  # an EditionState, or ""
    "plan",  # plan number and, after it, its stage
    "plan_due",
    "note",
    "in_denominator",  # 1 when the work counts, else 0; the next five are never 1 without it
    "in_numerator",  # of the headline
    "in_current",  # of the rate net of outdated editions
    "in_amended",  # of the rate net of missed amendments, too
    "in_projected",  # of the projected rate
    "in_degrees",  # of the degrees: adopted as IDT or MOD, whatever the rules count
    "judged",  # 1 with a verdict on its applicability, else 0; in the denominator or not
    "counted_degree",  # the degree under which the distribution by work counts it, "" for no adoption or not counted
    "why",  # why it counts as it does: English, marked for translation
)
"""One row for each international work of the universe, those that are not applicable included."""

NATIONAL_COLUMNS = (
    "national",
    "title",
    "international",  # what it is paired with, "" when nothing
    "degree",
    "adopts",  # 1 when it is in the numerator of the adoption rate, else 0
    "why",  # English, marked for translation
    *(name for name in NATIONAL_MARKS.values() if name != "adopts"),
    CYCLE_MONTHS,
    "committee",  # the national one
    "ics",
)
"""One row for each national standard in force; marks of the figures over them as in `reports.content.marks`."""

COMMITTEE_COLUMNS = (
    "committee",
    "works",
    "applicable",
    "converted",
    "converted_idt",
    "converted_mod",
    "neq",
    "planned",
    "unconverted",
    "rate",
    "rate_current",
    "gap",
)
"""One row for each committee, counts of works; `rate` and `rate_current` 0..1, None when nothing is applicable."""

PAIR_COLUMNS = (
    "national",
    "national_title",
    "national_title_en",
    "international",  # the edition cited or decided on
    "work",
    "international_title",
    "degree",
    "coverage",  # a Coverage, or ""
    "joint",
    "adopted_edition",  # "" when it is unknown
    "edition_basis",  # an EditionBasis, or "" for what is no adoption
    "edition_state",
    "current_edition",
    "verdict",  # a Verdict, "declared" for what only the catalogue says, "" for what nobody decided
    "stale",  # bool: one of the two standards changed since the decision
    "reason",
    "note",
    "reviewer",
    "at",
    "score",  # 0..100 at the time, None when there was no candidate
    "band",
    "bulk",  # bool: accepted together with others
)
"""One row for each pair of standards that was decided or declared."""

GAP_COLUMNS = (
    "gap",  # "unconverted" | "partial" | "not_equivalent" | "planned" | "outdated" | "adopts withdrawn"
    "international",
    "title_en",
    "title_native",
    "committee",
    "national_committee",
    "ics",
    "published",
    "national",  # what adopts it now, or the best candidate
    "national_title",
    "score",
    "band",
    "plan",
    "way",  # English, marked for translation: what is to be done
    "note",
)
"""What is missing, in the order in which it should be done."""

OUTDATED_COLUMNS = (
    "national",
    "national_title",
    "national_committee",
    "degree",
    "adopted_edition",
    "adopted_published",
    "current_edition",
    "current_published",
    "edition_state",
    "age_months",  # since the current edition was published; None when nothing replaces the adopted one
    "note",
)
"""National standards that adopt an edition which is not the current one, oldest first."""


COMPARISON_COLUMNS = (
    "product",
    "indicator",
    "category",
    "is_key",  # bool
    "weight",
    "national",
    "national_clause",
    "national_value",  # as written, with its unit
    "national_understood",  # in one notation: ≤ 75 dB(A), [10; 20) mm
    "national_method",
    "international",
    "international_clause",
    "international_value",
    "international_understood",
    "international_method",
    "equivalence",  # an Equivalence, or ""
    "direction",  # a Direction, or ""
    "verdict",  # a ComparisonVerdict
    "is_boundary",  # bool: "≤" against "<"
    "is_overridden",  # bool: the reviewer says something else than what follows from the values
    "derived",  # why, as a sentence in the reader's language
    "reason",
    "note",
    "reviewer",
    "at",
)
"""One row for each compared key technical indicator (domain.md 1.6)."""

CONSISTENCY_COLUMNS = (
    "scope",  # MICRO, MACRO, or a national standard
    "title",
    "products",
    "E",
    "S",
    "L",
    "X",
    "N+",
    "I+",
    "equal",
    "not_below",
    "comparability",
    "coverage",
)
"""Sums over the key indicators, weights of verdicts and rates 0..1; counts None in the mean over products."""

MICRO, MACRO = "micro", "macro"
"""The scopes of the first two rows: all indicators pooled, and the mean of the products' rates."""


COLUMNS_OF = {
    "works": WORK_COLUMNS,
    "nationals": NATIONAL_COLUMNS,
    "traced": TRACED_COLUMNS,
    "committees": COMMITTEE_COLUMNS,
    "mapping": MAPPING_COLUMNS,
    "moved": MOVED_COLUMNS,
    "plan": PLAN_COLUMNS,
    "scenarios": SCENARIO_COLUMNS,
    "ahead": AHEAD_COLUMNS,
    "doubts": DOUBT_COLUMNS,
    "pairs": PAIR_COLUMNS,
    "gaps": GAP_COLUMNS,
    "outdated": OUTDATED_COLUMNS,
    "comparisons": COMPARISON_COLUMNS,
    "consistency": CONSISTENCY_COLUMNS,
}
"""The columns that a table of this name has at least."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule as the summary prints it; both texts English, marked for translation, or plain values."""

    label: str
    value: str
    is_changed: bool = False  # differs from the profile that was shipped


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The conversion rate under one of the profiles."""

    profile: str
    title: str
    value: float | None
    numerator: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """The quotient after one rule on the way from all rows to the headline, and how many rows the rule moved."""

    label: str  # English, marked for translation
    numerator: int
    denominator: int
    rate: float | None
    change: float | None
    left_out: int = 0
    not_converted: int = 0
    converted: int = 0


@dataclass(frozen=True, slots=True)
class KeptState:
    """The snapshot that a report was made from; `drifts` names the figures that come out otherwise than then."""

    name: str
    taken_at: str
    drifts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Indicators split by one dimension: for each indicator id the slices; keys are the same thing in all of them.

    Five indicators at the most fit a printed page.
    """

    dimension: str  # "ics" | "committee" | "year"
    slices: Mapping[str, tuple[Slice, ...]]


@dataclass(frozen=True)
class ReportContent:
    """Everything a report says. Raises ValueError when a table lacks one of its columns.

    `as_of` is the reference date of the figures, `generated_at` UTC in ISO 8601; it also becomes the creation date in
    the file, so that the same content gives the same bytes. `target` is 0..1, None when the profile has none.
    `organization` is who files the report, "" when that is to be filled in by hand.
    """

    project: str
    as_of: str
    generated_at: str
    program_version: str
    profile: str
    profile_title: str
    target: float | None
    rules: tuple[Rule, ...]
    catalogues: tuple[Catalogue, ...]
    journal_count: int
    journal_head: str
    indicators: tuple[Indicator, ...]
    profile_titles: Mapping[str, str] = field(default_factory=dict)  # by language, for what holds more than one
    organization: str = ""
    paper: str = "A4"  # or "A3", on which sheets of many columns print more of them
    decided_until: str = ""
    snapshot: KeptState | None = None
    unit: str = "part"  # what the rules count: works one by one, families of them, or national standards
    target_basis_points: int = 0
    strict_target: bool = False
    sensitivity: tuple[Sensitivity, ...] = ()
    waterfall: tuple[WaterfallStep, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    """The rows behind the figures by the id of their sheet; a table that is not there is empty."""
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    overview: Overview | None = None  # None where the form of the report shows no charts of it

    def __post_init__(self) -> None:
        for name, columns in COLUMNS_OF.items():
            missing = set(columns) - set(self.table(name).columns)
            if len(self.table(name)) and missing:
                raise ValueError(f"the table of {name} lacks {', '.join(sorted(missing))}")

    @property
    def counts_works(self) -> bool:
        """Whether the rules count works one by one, not families or national standards."""
        return self.unit == "part"

    def table(self, name: str) -> Table:
        """The table of this name; empty when there is none."""
        return self.tables.get(name, Table({}))

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The figure of this name, None when it was not computed."""
        return next((each for each in self.indicators if each.id == indicator_id), None)

    def figures(self, names: Sequence[str]) -> list[Indicator]:
        """The figures of these names that were computed, in this order; of key indicators the headline first."""
        rates = (each for each in self.indicators if each.id in KEY_INDICATOR_RATES and each.id in names)
        found = (next(rates, None) if name in KEY_INDICATOR_RATES else self.indicator(name) for name in names)
        return [each for each in found if each is not None]
