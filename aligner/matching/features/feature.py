"""What a feature is: a value in 0..1 for each pair, what that is worth, and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aligner.domain.text import N_
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

ONLY_NATIONAL: Final = N_("only the national title has “{national}”")
ONLY_INTERNATIONAL: Final = N_("only the international title has “{international}”")


@dataclass(frozen=True, slots=True)
class Cap:
    """Why a pair for which the feature has a low value is kept out of the strong band."""

    code: str
    """Kept with the candidate."""
    words: str
    at_most: float = 0.0
    """The highest value that keeps it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One kind of evidence. Everything that is particular to it stands in its file."""

    name: str
    """Kept in recipes and with each candidate's evidence; never changes."""
    label: str
    """What it is called on screen."""
    weight: float
    """Points of 100 that the value 1 is worth against the neutral value, in the recipe that comes with the program."""
    neutral: float
    """The value where nothing is known: there the feature adds nothing to the score."""
    measure: Callable[[Pairs], Values]
    """One value in 0..1 for each pair."""
    texts: Callable[[Pairs, int], tuple[str, str]]
    """The national and the international text of one pair behind its value."""
    speaks_for: str = ""
    """What is said of a pair for which it speaks; may name {national} and {international}. "": nothing."""
    speaks_against: str = ""
    """What is said of a pair against which it speaks."""
    only_national: str = ""
    """What is said instead where the international side has no text; "" where that cannot be."""
    only_international: str = ""
    """What is said instead where the national side has no text."""
    by_texts: Callable[[float, str, str], str] | None = None
    """Instead of the two before: what is said of a value and the two texts behind it."""
    cap: Cap | None = None
    is_fitted: bool = True
    """Whether learning from decisions may change its weight."""

    def clause(self, value: float, contribution: float, national: str, international: str) -> str:
        """What is said of a pair with this value and texts, which added so many points to its score."""
        if self.by_texts is not None:
            return self.by_texts(value, national, international)
        if contribution > 0:
            return self.speaks_for
        if national and not international and self.only_national:
            return self.only_national
        if international and not national and self.only_international:
            return self.only_international
        return self.speaks_against
