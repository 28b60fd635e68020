"""What a feature is: a value in 0..1 for each pair, what that is worth, and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass

from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values


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
    by_texts: Callable[[float, str, str], str] | None = None
    """Instead of the two before: what is said of a value and the two texts behind it."""
    cap: Cap | None = None
    is_fitted: bool = True
    """Whether learning from decisions may change its weight."""

    def clause(self, value: float, contribution: float, national: str, international: str) -> str:
        """What is said of a pair with this value and texts, which added so many points to its score."""
        if self.by_texts is not None:
            return self.by_texts(value, national, international)
        return self.speaks_for if contribution > 0 else self.speaks_against
