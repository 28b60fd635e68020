"""A key technical indicator of a pair, judged side by side (domain.md 8.6)."""

from dataclasses import dataclass
from enum import StrEnum

from aligner.domain.text import N_


class ComparisonVerdict(StrEnum):
    """How the national requirement stands to the international one."""

    EQUAL = "E"
    STRICTER = "S"
    LOOSER = "L"
    INCOMPARABLE = "X"
    NATIONAL_ONLY = "N+"
    INTERNATIONAL_ONLY = "I+"


VERDICT_NAMES: dict[ComparisonVerdict, str] = {
    ComparisonVerdict.EQUAL: N_("equal"),
    ComparisonVerdict.STRICTER: N_("stricter"),
    ComparisonVerdict.LOOSER: N_("looser"),
    ComparisonVerdict.INCOMPARABLE: N_("incomparable"),
    ComparisonVerdict.NATIONAL_ONLY: N_("national only"),
    ComparisonVerdict.INTERNATIONAL_ONLY: N_("international only"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator of the pair (`national`, `work`), designations as in a decision; `weight` is 1 unless given."""

    national: str
    work: str
    indicator: str
    verdict: ComparisonVerdict
    is_key: bool = True
    weight: float = 1.0

    @property
    def pair(self) -> tuple[str, str]:
        """The pair that was compared."""
        return (self.national, self.work)
