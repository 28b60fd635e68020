"""What one more reviewer says about a national standard, beside the decision and the second opinion."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from aligner.domain.pairs.decision import Decision


@dataclass(frozen=True, slots=True)
class FurtherOpinion:
    """Everything that this reviewer says about the standard, by work; there is one for each reviewer."""

    national: str
    reviewer: str
    decisions: tuple[Decision, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The key of the journal's entries about it."""
        return (self.national, self.reviewer)

    def renumbered(self, national: str) -> Self:
        """The same opinion on the national standard under this designation."""
        return replace(self, national=national, decisions=tuple(one.renumbered(national) for one in self.decisions))

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return {
            "national": self.national,
            "reviewer": self.reviewer,
            "decisions": [one.to_json() for one in self.decisions],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The opinion that `to_json` gave."""
        decisions = tuple(Decision.from_json(one) for one in values["decisions"])
        return cls(values["national"], values["reviewer"], decisions)
