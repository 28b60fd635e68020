"""Columns of the report's tables around the rate: what each rule moved, committees, work plan, scenarios, verdicts."""

MOVED_COLUMNS = (
    "international",
    "title",
    "step",  # number of the rule on the way to the rate
    "rule",  # English, marked for translation
    "move",  # English, marked for translation: what became of the row
    "national",  # what it is paired with
    "degree",
)
"""One row for each row of the catalogues that a rule moved, in the order of the rules."""

MAPPING_COLUMNS = (
    "international_committee",
    "national_committee",  # "" for works that nothing is paired with
    "works",  # different works with a pair
    "of_works",  # all works of the international committee
    "adopted",
    "confirmed",  # pairs
    "stated",  # pairs
    "is_main",  # bool
)
"""One row for each international committee with each of its national ones (domain.md 6)."""

PLAN_COLUMNS = (
    "international",
    "title",
    "committee",
    "published",
    "applicable",  # an ApplicabilityVerdict
    "way",  # English, marked for translation: what is to be done
    "national",
    "effort",  # 1 to 10
    "gain",  # of the rate, 0..1
    "is_enough",  # bool: among the cheapest that reach the target together
    "scenarios",  # names of saved scenarios that hold it
)
"""One row for each applicable work that is not converted, best gain for the effort first (domain.md 8.10)."""

SCENARIO_COLUMNS = (
    "scenario",  # "" for today, ENOUGH for the cheapest works that reach the target, else a saved name
    "works",
    "effort",
    "numerator",
    "denominator",
    "rate",
    "gap",  # still missing to the target
)
ENOUGH = "enough"

AHEAD_COLUMNS = ("year", "applicable", "adoptions", "converted", "rate")
"""One row for each year until the target, expected denominators included (domain.md 8.10)."""

DOUBT_COLUMNS = (
    "international",
    "title",
    "committee",
    "applicable",  # an ApplicabilityVerdict
    "reason",
    "note",
    "reviewer",
    "at",
    "question",  # English, marked for translation
    "is_counted",  # bool: in the denominator all the same
)
"""One row for each applicability verdict that is open to question."""
