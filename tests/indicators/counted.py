"""The worked example counted under given rules, with further decisions and verdicts."""

from typing import Any

from aligner.domain.applicability import Applicability
from aligner.domain.counting import CountingRules
from aligner.domain.pairs.decision import Decision
from aligner.indicators.counting.count import Counting, count, gather

from .worked_example import AT, applicability, decisions, international_table, national_table


def a_counting(more: tuple[Decision, ...] = (), verdicts: tuple[Applicability, ...] = (), **rules: Any) -> Counting:
    """The counting of the example on its day."""
    inputs = gather(
        national_table(),
        international_table(),
        [*decisions(), *more],
        [*applicability(), *verdicts],
        CountingRules(**rules),
    )
    return count(inputs, AT)
