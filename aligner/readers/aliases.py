"""Which field a heading means: the spellings of resources/columns/aliases.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from aligner import paths
from aligner.domain.catalogue import Level
from aligner.domain.designation.columns import named_body
from aligner.domain.designation.publishers import level_of

EXACT: Final = 5
GROUPED: Final = 4
PARTLY: Final = 3
CONTAINED: Final = 2
GENERIC: Final = 1
"""A word such as "code" or "name", which means a field only when the cells below it agree."""

_INSIGNIFICANT: Final = re.compile("[\\s_*＊:：\u00ad\u200b-\u200f\ufeff]+")
_IN_BRACKETS: Final = re.compile(r"[(\[【（].*?[)\]】）]")
_NATIVE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff・]+")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z .,/_-]+")
_ADOPTION_ONLY: Final = frozenset({"adopted", "adopted_title", "degree", "adopted_flag"})


@dataclass(frozen=True, slots=True)
class Guess:
    """The field a heading probably means; a lower `rank` is the commoner spelling."""

    field: str
    strength: int
    rank: int


@dataclass(frozen=True)
class Aliases:
    """The spellings of one level, folded: heading to (field, rank); `english` and `native` name languages of titles."""

    exact: dict[str, tuple[str, int]]
    long: tuple[tuple[str, str, int], ...]  # (spelling, field, rank), those that say most first
    generic: dict[str, tuple[str, int]]
    groups: frozenset[str]
    becomes: dict[str, str]
    english: frozenset[str]
    native: frozenset[str]
    numbers: frozenset[str]  # what follows the name of a body in the heading of its numbers; "" among them
    titles: frozenset[str]  # the same for its titles
    is_international: bool
    known: dict[str, Guess | None] = field(default_factory=dict)  # what was guessed before

    def guess(self, heading: str) -> Guess | None:
        """The field of a single heading; None when no spelling fits."""
        if heading not in self.known:
            self.known[heading] = self._guess(heading)
        return self.known[heading]

    def _guess(self, heading: str) -> Guess | None:
        folded = fold(heading)
        if folded in self.exact:
            return Guess(self.exact[folded][0], EXACT, self.exact[folded][1])
        normal = unicodedata.normalize("NFKC", heading)
        bare = _IN_BRACKETS.sub("", normal)
        if of_body := self._guess_of_body(bare):
            return of_body
        pieces = ("".join(_NATIVE.findall(bare)), bare, " ".join(_LATIN.findall(bare)))
        for piece in map(fold, pieces):
            if piece in self.exact:
                return Guess(self.exact[piece][0], PARTLY, self.exact[piece][1])
        for spelling, name, rank in self.long:
            if spelling in folded:
                return Guess(name, CONTAINED, rank)
        if folded in self.generic:
            return Guess(self.generic[folded][0], GENERIC, self.generic[folded][1])
        return None

    def _guess_of_body(self, heading: str) -> Guess | None:
        """ "IEC No.", "GB/T编号", "JIS", "ISO标准名称": numbers or titles of that body, own ones or adopted ones."""
        body, rest = named_body(heading)
        named = "number" if fold(rest) in self.numbers else "title" if fold(rest) in self.titles else ""
        level = level_of(body) if body and named else "regional"
        if level == "regional" or (self.is_international and level != "international"):
            return None
        is_adopted = level == "international" and not self.is_international
        fields = ("adopted", "adopted_title") if is_adopted else ("designation", "title")
        return Guess(fields[named == "title"], PARTLY if fold(rest) else GENERIC, 0)

    def guess_under(self, group: str, heading: str) -> Guess | None:
        """The field of a heading under a merged one: "采标情况" over "标准号 | 程度", "标准名称" over "中文"."""
        below = self.guess(heading)
        if fold(group) in self.groups:
            name = self.becomes.get(below.field if below else "", below.field if below else "")
            if (below is None or below.strength == GENERIC) and fold(heading) in self.becomes:
                name = self.becomes[fold(heading)]
            return Guess(name, GROUPED, 0) if name else None
        above = self.guess(group)
        if above is not None and above.field in ("title", "title_en") and fold(heading) in self.english | self.native:
            return Guess("title_en" if fold(heading) in self.english else "title", GROUPED, 0)
        options = [guess for guess in (self.guess(f"{group} {heading}"), below, self.guess(heading + group)) if guess]
        return max(options, key=lambda guess: guess.strength, default=above)


def fold(heading: str) -> str:
    """A heading without what does not matter: case, blanks, line breaks, stars, colons, full width."""
    return _INSIGNIFICANT.sub("", unicodedata.normalize("NFKC", heading)).casefold()


@cache
def aliases_of(level: Level) -> Aliases:
    """The spellings for a catalogue of this level."""
    content = _content()
    exact: dict[str, tuple[str, int]] = {}
    tables = [content["international"], content["fields"]] if level is Level.INTERNATIONAL else [content["fields"]]
    for table in tables:
        for name, spellings in table.items():
            if level is Level.INTERNATIONAL and name in _ADOPTION_ONLY:
                continue
            for rank, spelling in enumerate(spellings):
                exact.setdefault(fold(spelling), (name, rank))
    generic = {
        fold(spelling): (name, rank)
        for name, spellings in content["generic"].items()
        for rank, spelling in enumerate(spellings)
    }
    adoption = content["groups"]["adoption"] if level is Level.NATIONAL else {"headings": [], "becomes": {}}
    becomes = dict(adoption["becomes"]) | {fold(word): "adopted" for word in adoption.get("extra", [])}
    long = sorted(
        ((spelling, *target) for spelling, target in exact.items() if _weight(spelling) >= 9),
        key=lambda entry: -_weight(entry[0]),
    )
    languages = content["groups"]["languages"]
    return Aliases(
        exact,
        tuple(long),
        generic,
        frozenset(map(fold, adoption["headings"])),
        becomes,
        frozenset(map(fold, languages["english"])),
        frozenset(map(fold, languages["native"])),
        frozenset(map(fold, ["", *content["words"]["number_of_a_body"]])),
        frozenset(map(fold, content["words"]["title_of_a_body"])),
        level is Level.INTERNATIONAL,
    )


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of this list in the table `words`: headings of running serials, of remarks ..."""
    return frozenset(map(fold, _content()["words"][name]))


@cache
def pieces(kind: str) -> dict[str, int]:
    """Folded headings of columns with a piece of a number (prefix, part, year), with their ranks."""
    return {fold(spelling): rank for rank, spelling in enumerate(_content()["pieces"][kind])}


@cache
def small_table(name: str) -> dict[str, dict[str, int]]:
    """Folded headings of a small table (decisions, applicability, truth) with their ranks, by column."""
    return {
        column: {fold(spelling): rank for rank, spelling in enumerate(spellings)}
        for column, spellings in _content()[name].items()
    }


def columns_among(headings: Sequence[str], known: dict[str, dict[str, int]]) -> dict[str, int]:
    """Where each column of a small table stands: its commonest spelling first, no heading for two columns."""
    columns: dict[str, int] = {}
    folded = [fold(heading) for heading in headings]
    for name, spellings in known.items():
        options = [
            (spellings[heading], at)
            for at, heading in enumerate(folded)
            if heading in spellings and at not in columns.values()
        ]
        if options:
            columns[name] = min(options)[1]
    return columns


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "columns" / "aliases.toml").read_text(encoding="utf-8"))


def _weight(spelling: str) -> int:
    """How much a spelling says: one ideograph counts as three letters."""
    return sum(1 if character < "\u2e80" else 3 for character in spelling)
