"""The key technical indicators of a pair side by side, and how the national ones stand (domain.md 1.6, 8.6)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from aligner.domain.text import N_


class ComparisonVerdict(StrEnum):
    """How the national requirement stands to the international one."""

    EQUAL = "E"
    STRICTER = "S"
    LOOSER = "L"
    INCOMPARABLE = "X"
    NATIONAL_ONLY = "N+"
    INTERNATIONAL_ONLY = "I+"


COMPARISON_VERDICT_NAMES: Final[Mapping[ComparisonVerdict, str]] = {
    ComparisonVerdict.EQUAL: N_("equal"),
    ComparisonVerdict.STRICTER: N_("stricter"),
    ComparisonVerdict.LOOSER: N_("looser"),
    ComparisonVerdict.INCOMPARABLE: N_("incomparable"),
    ComparisonVerdict.NATIONAL_ONLY: N_("national only"),
    ComparisonVerdict.INTERNATIONAL_ONLY: N_("international only"),
}


class Equivalence(StrEnum):
    """How the two test methods stand to each other."""

    SAME = "same"
    EQUIVALENT = "equivalent"
    DIFFERENT = "different"


EQUIVALENCE_NAMES: Final[Mapping[Equivalence, str]] = {
    Equivalence.SAME: N_("same"),
    Equivalence.EQUIVALENT: N_("equivalent"),
    Equivalence.DIFFERENT: N_("different"),
}


class Direction(StrEnum):
    """Which way a requirement becomes stricter."""

    LOWER = "lower"
    HIGHER = "higher"
    NARROWER = "narrower"
    WIDER = "wider"  # what a product has to withstand: -40～70 ℃ asks more than -25～55 ℃
    QUALITATIVE = "qualitative"


DIRECTION_NAMES: Final[Mapping[Direction, str]] = {
    Direction.LOWER: N_("lower is stricter"),
    Direction.HIGHER: N_("higher is stricter"),
    Direction.NARROWER: N_("narrower is stricter"),
    Direction.WIDER: N_("wider is stricter"),
    Direction.QUALITATIVE: N_("qualitative"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows from the two requirements, and why.

    `template` is an English sentence with named places (the key of its translation) that `values` fills. `strictly` is
    the verdict when "≤ 75" and "< 75" are told apart, where that is another one (the boundary cases E* of domain.md
    8.6). `is_open` says that a reviewer has to judge: INCOMPARABLE stands until then.
    """

    verdict: ComparisonVerdict
    template: str
    values: Mapping[str, str] = field(default_factory=dict)
    strictly: ComparisonVerdict | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """One case of an indicator; a side is "" when it does not have it, and there is no judgement then."""

    condition: str
    national: str
    international: str
    judgement: Judgement | None = None

    @property
    def verdict(self) -> ComparisonVerdict:
        """What is judged of the case, or which standard has it."""
        if self.judgement is not None:
            return self.judgement.verdict
        return ComparisonVerdict.NATIONAL_ONLY if self.national else ComparisonVerdict.INTERNATIONAL_ONLY


@dataclass(frozen=True, slots=True)
class Side:
    """One standard's requirement as written: value, unit beside it, test method, clause."""

    value: str = ""
    unit: str = ""
    method: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator of the pair (`national`, `work`), designations as in a decision; `weight` is 1 unless given.

    `verdict` is what counts: the reviewer's where it differs from the derived one of `judgement`, and `reason` says why
    then. `international` is the edition that was compared, `product` what the indicator is one of, when a standard has
    several. `at` is UTC, ISO 8601.
    """

    national: str
    work: str
    indicator: str
    verdict: ComparisonVerdict
    is_key: bool = True
    weight: float = 1.0
    international: str = ""
    product: str = ""
    category: str = ""
    national_side: Side = Side()
    international_side: Side = Side()
    equivalence: Equivalence | None = None
    direction: Direction | None = None
    judgement: Judgement | None = None
    reason: str = ""
    note: str = ""
    reviewer: str = ""
    at: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The pair that was compared."""
        return (self.national, self.work)

    @property
    def name(self) -> tuple[str, str]:
        """What tells the indicators of one pair apart."""
        return (self.product.casefold(), self.indicator.casefold())

    @property
    def is_overridden(self) -> bool:
        """Whether the reviewer says something else than what was derived."""
        return self.judgement is not None and self.verdict is not self.judgement.verdict

    @property
    def is_boundary(self) -> bool:
        """Whether the verdict would be another one if the operators were told apart strictly (E*)."""
        return self.judgement is not None and self.judgement.strictly is not None and not self.is_overridden

    def counted(self, *, strict_operator: bool) -> ComparisonVerdict:
        """The verdict under a profile that tells "≤" from "<" or does not."""
        if strict_operator and self.is_boundary and self.judgement and self.judgement.strictly:
            return self.judgement.strictly
        return self.verdict

    def says_the_same(self, other: "Comparison") -> bool:
        """Whether they differ only in who said it when."""
        return replace(self, reviewer="", at="") == replace(other, reviewer="", at="")

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The comparison that `to_json` gave; fields of a later program that this one does not know are ignored."""
        known = _known(cls, values)
        return cls(
            **known
            | {
                "verdict": ComparisonVerdict(values["verdict"]),
                "national_side": Side(**_known(Side, values.get("national_side", {}))),
                "international_side": Side(**_known(Side, values.get("international_side", {}))),
                "equivalence": Equivalence(values["equivalence"]) if values.get("equivalence") else None,
                "direction": Direction(values["direction"]) if values.get("direction") else None,
                "judgement": _judgement(values.get("judgement")),
            }
        )


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """All compared indicators of one pair, in their order: what one step of the journal writes."""

    national: str
    work: str
    indicators: tuple[Comparison, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The pair."""
        return (self.national, self.work)

    def renumbered(self, national: str) -> Self:
        """The same comparison of the national standard under this designation."""
        return replace(
            self, national=national, indicators=tuple(replace(one, national=national) for one in self.indicators)
        )

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return {
            "national": self.national,
            "work": self.work,
            "indicators": [indicator.to_json() for indicator in self.indicators],
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The pair that `to_json` gave."""
        indicators = tuple(Comparison.from_json(one) for one in values["indicators"])
        return cls(str(values["national"]), str(values["work"]), indicators)


def _known(made: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in made.__dataclass_fields__ if name in values}


def _judgement(values: dict[str, Any] | None) -> Judgement | None:
    if values is None:
        return None
    strictly = values.get("strictly")
    return Judgement(
        **_known(Judgement, values)
        | {
            "verdict": ComparisonVerdict(values["verdict"]),
            "strictly": ComparisonVerdict(strictly) if strictly else None,
        }
    )
