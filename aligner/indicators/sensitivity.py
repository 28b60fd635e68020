"""The conversion rate under every profile (domain.md 8.13)."""

from collections.abc import Sequence
from datetime import date

from aligner.domain.applicability import Applicability
from aligner.domain.figures.indicator import Indicator
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works, build_works
from aligner.indicators.counting.count import count, gather
from aligner.indicators.counting.profiles import PROFILES, Profile, load_profile
from aligner.indicators.measure import measured

RATE = "conversion_rate"


def sensitivity(
    national: Table,
    international: Table,
    decisions: Sequence[Decision],
    applicability: Sequence[Applicability],
    at: date,
    *,
    works: Works | None = None,
) -> list[tuple[Profile, Indicator]]:
    """The conversion rate under each profile that comes with the program: the honest answer to "is it 85 %?"."""
    works, national_works = works or build_works(international), build_works(national)
    rates = []
    for profile in map(load_profile, PROFILES):
        inputs = gather(
            national,
            international,
            decisions,
            applicability,
            profile.rules,
            works=works,
            national_works=national_works,
        )
        rates.append((profile, measured(count(inputs, at), ids=[RATE])[0]))
    return rates
