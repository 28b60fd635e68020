"""Two reviewers decided on the same standard without seeing each other's decisions: where they agree, and where not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

from aligner.domain.pairs.decision import CLOSING, Decision, Verdict
from aligner.domain.text import N_

Name = Callable[[Decision], str]
"""One name for the work that a decision is on, whatever it is called in it."""


class PairAnswer(StrEnum):
    """What one opinion comes to about one pair; degrees stand for themselves."""

    NONE = "none"  # no correspondence
    UNSURE = "unsure"


ANSWER_NAMES: Final[Mapping[PairAnswer, str]] = {
    PairAnswer.NONE: N_("no correspondence"),
    PairAnswer.UNSURE: N_("unsure"),
}


class Difference(StrEnum):
    """In what two reviewers differ, the gravest first."""

    SOME_OR_NONE = "some_or_none"  # one names a counterpart, the other none
    TARGET = "target"  # other counterparts
    DEGREE = "degree"
    COVERAGE = "coverage"
    UNSURE = "unsure"  # one of them left it open


DIFFERENCE_NAMES: Final[Mapping[Difference, str]] = {
    Difference.SOME_OR_NONE: N_("one names a counterpart, the other none"),
    Difference.TARGET: N_("different counterparts"),
    Difference.DEGREE: N_("different degrees"),
    Difference.COVERAGE: N_("different coverage"),
    Difference.UNSURE: N_("one of them is unsure"),
}


@dataclass(frozen=True, slots=True)
class Settlement:
    """The third act on a national standard on which two reviewers differed; it keeps both opinions for ever.

    What is decided in the end stands as any other decision. `at` is UTC, ISO 8601.
    """

    national: str
    first: tuple[Decision, ...]
    second: tuple[Decision, ...]
    reviewer: str = ""
    at: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The key of the journal's entries about it."""
        return (self.national, "")

    def renumbered(self, national: str) -> Self:
        """The same settlement about the national standard under this designation."""
        first, second = (tuple(one.renumbered(national) for one in side) for side in (self.first, self.second))
        return replace(self, national=national, first=first, second=second)

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return {
            "national": self.national,
            "first": [one.to_json() for one in self.first],
            "second": [one.to_json() for one in self.second],
            "reviewer": self.reviewer,
            "at": self.at,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The settlement that `to_json` gave."""
        return cls(
            values["national"],
            tuple(Decision.from_json(one) for one in values["first"]),
            tuple(Decision.from_json(one) for one in values["second"]),
            values.get("reviewer", ""),
            values.get("at", ""),
        )


@dataclass(frozen=True, slots=True)
class DoubleReview:
    """One national standard with what two reviewers said about it; `settlement` is None until a third act."""

    national: str
    first: tuple[Decision, ...]
    second: tuple[Decision, ...]
    settlement: Settlement | None = None

    def difference(self, name: Name) -> Difference | None:
        """In what they differ; None when they agree."""
        return difference(self.first, self.second, name)

    def is_open(self, name: Name) -> bool:
        """Whether they differ and nobody has settled it."""
        return self.settlement is None and self.difference(name) is not None


def difference(first: Sequence[Decision], second: Sequence[Decision], name: Name) -> Difference | None:
    """In what two opinions on one national standard differ; None when they agree as far as both say something."""
    pairs = judged_pairs(first, second, name)
    if all(one == other for _, one, other in pairs):
        one, other = _coverages(first, name), _coverages(second, name)
        return Difference.COVERAGE if any(one[work] != other[work] for work in one.keys() & other.keys()) else None
    if any(PairAnswer.UNSURE in {one, other} and one != other for _, one, other in pairs):
        return Difference.UNSURE
    targets = [{work for work, *said in pairs if said[side] != PairAnswer.NONE} for side in (0, 1)]
    if targets[0] == targets[1]:
        return Difference.DEGREE
    return Difference.TARGET if all(targets) else Difference.SOME_OR_NONE


def judged_pairs(first: Sequence[Decision], second: Sequence[Decision], name: Name) -> list[tuple[str, str, str]]:
    """The works that both opinions say something about, with what each says: a degree, or an PairAnswer.

    Whoever names a counterpart, or says that there is none, says of every other work that it is none. Where both say
    that there is none, that is one pair with the work "".
    """
    said = [_said(one, name) for one in (first, second)]
    settled = [_is_settled(one) for one in (first, second)]
    pairs = []
    for work in dict.fromkeys((*said[0], *said[1])):
        one, other = (
            of.get(work) or (PairAnswer.NONE if done else None) for of, done in zip(said, settled, strict=True)
        )
        if one is not None and other is not None:
            pairs.append((work, str(one), str(other)))
    if not pairs and all(settled):
        return [("", PairAnswer.NONE.value, PairAnswer.NONE.value)]
    return pairs


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree about pairs; `matrix` counts (first, second) categories.

    `kappa` is Cohen's kappa: the agreement beyond what chance would give, 1 for full agreement, None when there are no
    pairs or only one category, where it is not defined. `low` and `high` are its 95 % interval: that of the share,
    with the agreement by chance as it was found.
    """

    pairs: int
    agreed: int
    kappa: float | None
    low: float
    high: float
    matrix: dict[tuple[str, str], int]

    @property
    def share(self) -> float | None:
        """The share of pairs with the same answer; None without pairs."""
        return self.agreed / self.pairs if self.pairs else None


def agreement(answers: Iterable[tuple[str, str]]) -> Agreement:
    """Agreement over the answers of two reviewers about the same pairs (Cohen 1960)."""
    matrix: dict[tuple[str, str], int] = {}
    for answer in answers:
        matrix[answer] = matrix.get(answer, 0) + 1
    number = sum(matrix.values())
    agreed = sum(count for (one, other), count in matrix.items() if one == other)
    if not number:
        return Agreement(0, 0, None, -1.0, 1.0, matrix)
    firsts, seconds = _margin(matrix, 0), _margin(matrix, 1)
    observed = agreed / number
    by_chance = sum(count * seconds.get(category, 0) for category, count in firsts.items()) / number**2
    if by_chance == 1:
        return Agreement(number, agreed, None, -1.0, 1.0, matrix)
    kappa = (observed - by_chance) / (1 - by_chance)
    low, high = ((share - by_chance) / (1 - by_chance) for share in _wilson(agreed, number))
    return Agreement(number, agreed, kappa, max(-1.0, low), min(1.0, high), matrix)


def _wilson(agreed: int, number: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927): honest for few cases too."""
    z = 1.96
    middle = (agreed + z * z / 2) / (number + z * z)
    reach = z * (agreed * (number - agreed) / number + z * z / 4) ** 0.5 / (number + z * z)
    return middle - reach, middle + reach


def _margin(matrix: Mapping[tuple[str, str], int], side: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for answer, count in matrix.items():
        counts[answer[side]] = counts.get(answer[side], 0) + count
    return counts


def _said(decisions: Iterable[Decision], name: Name) -> dict[str, str]:
    """What is said of each work that is named."""
    said: dict[str, str] = {}
    for decision in decisions:
        if decision.verdict is Verdict.CONFIRMED:
            said[name(decision)] = str(decision.degree)
        elif decision.verdict is Verdict.UNSURE:
            said[name(decision)] = PairAnswer.UNSURE.value
        elif decision.verdict is Verdict.REJECTED:
            said[name(decision)] = PairAnswer.NONE.value
    return said


def _is_settled(decisions: Iterable[Decision]) -> bool:
    """Whether the opinion says which counterparts there are, or that there is none."""
    return any(one.verdict in CLOSING for one in decisions)


def _coverages(decisions: Iterable[Decision], name: Name) -> dict[str, str]:
    return {name(one): one.coverage.value for one in decisions if one.verdict is Verdict.CONFIRMED}
