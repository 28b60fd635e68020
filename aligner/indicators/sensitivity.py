"""The conversion rate under every profile, and step by step from the raw quotient (domain.md 8.2, 8.13)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from aligner.domain.applicability import Applicability
from aligner.domain.counting import CountingRules
from aligner.domain.decision import Decision
from aligner.domain.indicator import Indicator
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.domain.work import Works, build_works
from aligner.indicators.count import count, gather
from aligner.indicators.measure import measured
from aligner.indicators.profiles import PROFILES, Profile, load_profile

RATE = "conversion_rate"
ALL_TYPES = ("IS", "TS", "PAS", "TR", "GUIDE", "IWA", "ISP", "R", "TTA", "DATA", "SRD")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall: the rate after this rule, and what the rule changed (ratio, 0 for the first)."""

    label: str
    rate: Indicator
    change: float | None


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
    case = _Case(national, international, decisions, at, works or build_works(international), build_works(national))
    profiles = [load_profile(name) for name in PROFILES]
    return [(profile, case.rate(profile.rules, applicability)) for profile in profiles]


def waterfall(
    national: Table,
    international: Table,
    decisions: Sequence[Decision],
    applicability: Sequence[Applicability],
    rules: CountingRules,
    at: date,
    *,
    works: Works | None = None,
) -> list[Step]:
    """Why the number is what it is: from the widest reading to the headline, one rule after the other.

    It starts with every document in force of every type, whatever its verdict, and with NEQ and plans counted, and
    takes on the given rules step by step. The order matters for the single steps, not for the ends.
    """
    case = _Case(national, international, decisions, at, works or build_works(international), build_works(national))
    widest = replace(
        rules,
        types=tuple(dict.fromkeys((*rules.types, *ALL_TYPES))),
        degrees=("IDT", "MOD", "NEQ"),
        edition="any",
        count_plans=True,
        undetermined="applicable",
        deferred="applicable",
    )
    staged: list[tuple[str, list[Applicability], CountingRules]] = [
        (N_("every document in force, NEQ and plans counted"), [], widest)
    ]
    verdicts = list(applicability)
    staged.append((N_("documents judged not applicable left out"), verdicts, widest))
    for label, change in (
        (N_("only the document types that count"), {"types": rules.types}),
        (
            N_("works without a verdict as the rules say"),
            {"undetermined": rules.undetermined, "deferred": rules.deferred},
        ),
        (N_("only the degrees that count"), {"degrees": rules.degrees}),
        (N_("plans as the rules say"), {"count_plans": rules.count_plans}),
        (N_("only the editions that count"), {"edition": rules.edition}),
    ):
        staged.append((label, verdicts, replace(staged[-1][2], **change)))
    steps: list[Step] = []
    for label, said, chosen in staged:
        rate = case.rate(chosen, said)
        before = steps[-1].rate.value if steps else rate.value
        change_of_rate = None if rate.value is None or before is None else rate.value - before
        steps.append(Step(label, rate, change_of_rate))
    return steps


@dataclass(frozen=True)
class _Case:
    """What stays the same while rules and verdicts vary."""

    national: Table
    international: Table
    decisions: Sequence[Decision]
    at: date
    works: Works
    national_works: Works

    def rate(self, rules: CountingRules, applicability: Sequence[Applicability]) -> Indicator:
        inputs = gather(
            self.national,
            self.international,
            self.decisions,
            applicability,
            rules,
            works=self.works,
            national_works=self.national_works,
        )
        return measured(count(inputs, self.at), ids=[RATE])[0]
