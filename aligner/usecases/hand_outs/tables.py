"""The tables of a report and of exports, each by the id of its sheet: a new one is a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from aligner.domain.standards.table import Table
from aligner.i18n import Translator
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.waterfall import Step, waterfall
from aligner.usecases.figures.measure import Judged
from aligner.usecases.figures.scenario import Outlook, outlook_of
from aligner.usecases.hand_outs import comparisons, flags, gaps, outlook, pairs, traced, works
from aligner.usecases.project.session import Session


@dataclass(frozen=True)
class CountedProject:
    """What the tables are made from: a project as it is counted on a day under counting rules."""

    session: Session
    counting: Counting
    known: Judged
    translate: Translator
    """For the few sentences that a table cannot leave to its sheet."""
    with_saved: bool = True
    """Whether saved scenarios are told: they are of today, not of a day gone by."""

    @cached_property
    def steps(self) -> list[Step]:
        """The rules on the way to the rate, one after the other."""
        return waterfall(self.counting)

    @cached_property
    def outlook(self) -> Outlook:
        """The worklist with the candidates of the last matching run."""
        return outlook_of(self.session, self.counting)


TABLES: Final[Mapping[str, Callable[[CountedProject], Table]]] = {
    "works": lambda of: works.works_table(of.counting),
    "nationals": lambda of: works.nationals_table(of.counting),
    "traced": lambda of: traced.traced_table(of.counting),
    "committees": lambda of: works.committees_table(of.counting),
    "mapping": lambda of: outlook.mapping_table(of.counting),
    "moved": lambda of: outlook.moved_table(of.counting, of.steps),
    "pairs": lambda of: pairs.pairs_table(of.session, of.counting, of.known),
    "comparisons": lambda of: comparisons.comparisons_table(
        of.known.comparisons, of.translate, strict_operator=of.counting.rules.strict_operator
    ),
    "consistency": lambda of: comparisons.consistency_table(
        of.session, of.known.comparisons, strict_operator=of.counting.rules.strict_operator
    ),
    "gaps": lambda of: gaps.gaps_table(of.outlook),
    "outdated": lambda of: gaps.outdated_table(of.counting),
    "flags": lambda of: flags.flags_table(of.counting),
    "plan": lambda of: outlook.plan_table(of.session, of.outlook, with_saved=of.with_saved),
    "scenarios": lambda of: outlook.scenarios_table(of.session, of.outlook, with_saved=of.with_saved),
    "ahead": lambda of: outlook.ahead_table(of.outlook),
    "doubts": lambda of: outlook.doubts_table(of.outlook),
}
