"""Short texts read as statements: which term stands in them, and whether it is affirmed, denied, weakened or open.

A word is never taken for what it says by itself: `不一致`, `not identical` and `基本一致` hold "identical" and deny or
weaken it. No rule for this was found published; these are our decisions (domain rules, 11.4).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from aligner.domain.words import modifiers

UNEQUAL: Final = "\ue000"
"""Stands for `≠`, which NFKC would take apart into `=` and a stroke."""


class Doubt(StrEnum):
    """Why a term is not affirmed."""

    NEGATED = "negated"
    NO_LONGER = "no_longer"
    FORMERLY = "formerly"
    NOT_YET = "not_yet"
    HEDGED = "hedged"
    UNSURE = "unsure"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Said:
    """One term of a text: its key, what keeps it from being affirmed, and where it stands."""

    term: str
    doubt: Doubt | None
    start: int
    end: int
    in_brackets: bool = False
    is_alone: bool = False
    """Whether nothing else stands in its brackets."""
    after_or: bool = False
    """Whether "or" stands between it and the term before it."""


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one field of words; made by `vocabulary`."""

    expression: str
    keys: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds terms and marks. Compiled when the first text is read: that takes as long as loading ten modules."""
        return re.compile(self.expression, re.DOTALL)


def vocabulary(terms: Iterable[tuple[str, str]]) -> Vocabulary:
    """A vocabulary of (key, pattern); where several match, the one that comes first is meant.

    Keys that begin with `-` stand for words that hold a term and are none (`修改单`); they are read over. What doubts
    one that begins with `+` doubts the term after it, too: `not adopted as identical`.
    """
    keys, groups = [], []
    for place, (key, pattern) in enumerate(terms):
        keys.append(key)
        groups.append(f"(?P<t{place}>{pattern})")
    marks = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _MARKS)
    return Vocabulary("|".join((_SIGNS, *groups, marks)), tuple(keys))


def folded(text: str) -> str:
    """The text as the patterns expect it: NFKC, casefolded."""
    return unicodedata.normalize("NFKC", text.replace("≠", UNEQUAL)).casefold()


def said(text: str, words: Vocabulary) -> tuple[Said, ...]:
    """The terms of a text in their order; places count in `folded(text)`."""
    found: list[Said] = []
    for clause in _clauses(_tokens(folded(text), words)):
        read = _read_clause(clause)
        if found and not read and (doubt := _own_doubt(clause)):
            found[-1] = replace(found[-1], doubt=found[-1].doubt or doubt)
        found += read
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    start: int
    end: int
    key: str = ""
    depth: int = 0


_SIGNS: Final = r"(?P<open>[(\[{<【〔「『])|(?P<close>[)\]}>】〕」』])|(?P<break>[;,、。,!\n\r]|\.(?= |$)|--|[—–])"
_MARKS: Final = (
    ("no_longer", modifiers.NO_LONGER),
    ("unsure", modifiers.UNSURE),
    ("asked", modifiers.ASKED),
    ("not_yet", modifiers.NOT_YET),
    ("formerly", modifiers.FORMERLY),
    ("number_word", modifiers.NUMBER_WORD),
    ("strong_not", modifiers.STRONG_NOT),
    ("not_before", modifiers.NOT_BEFORE),
    ("hedged", modifiers.HEDGE),
    ("not", modifiers.NOT),
    ("or", modifiers.OR),
    ("blank", " +"),
    ("filler", modifiers.FILLER),
    ("other", r"[a-zà-ÿ]+|[а-яё]+|."),
)
_DOUBTS: Final = {
    "no_longer": Doubt.NO_LONGER,
    "unsure": Doubt.UNSURE,
    "asked": Doubt.ASKED,
    "not_yet": Doubt.NOT_YET,
    "formerly": Doubt.FORMERLY,
    "hedged": Doubt.HEDGED,
}
_NEAR: Final = 8
"""How many characters may stand between a Chinese "not" and the term that it denies; blanks end its reach."""

_SAYING_NOTHING: Final = frozenset({"filler", "blank", "number_word"})


def _tokens(text: str, words: Vocabulary) -> list[_Token]:
    tokens: list[_Token] = []
    depth = 0
    for match in words.pattern.finditer(text):
        kind = match.lastgroup or "other"
        key = words.keys[int(kind[1:])] if kind[0] == "t" and kind[1:].isdecimal() else ""
        depth += kind == "open"
        tokens.append(_Token("term" if key else kind, match.start(), match.end(), key, depth))
        depth -= kind == "close" and depth > 0
    return tokens


def _clauses(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """The tokens between separators; what stands in brackets makes clauses of its own, after the one around it."""
    clauses: list[list[_Token]] = []
    around: dict[int, list[_Token]] = {}
    for token in tokens:
        if token.kind in ("open", "close"):
            ended = around.pop(token.depth, None) if token.kind == "close" else None
            if ended:
                clauses.append(ended)
            continue
        if token.kind == "break":
            if ended := around.pop(token.depth, None):
                clauses.append(ended)
            continue
        around.setdefault(token.depth, []).append(token)
    clauses += around.values()
    return sorted(clauses, key=lambda clause: clause[0].start)


def _read_clause(clause: Sequence[_Token]) -> list[Said]:
    """The terms of one clause, each with the doubt that the words before it cast on it, or those after the last."""
    found: list[Said] = []
    waiting: list[_Token] = []
    alone = sum(token.kind not in _SAYING_NOTHING for token in clause) == 1
    for token in clause:
        if token.kind == "term":
            if token.key.startswith("-"):
                continue
            doubt = _doubt_before(waiting, token.start)
            after_or = any(one.kind == "or" for one in waiting)
            inside = token.depth > 0
            found.append(Said(token.key.lstrip("+"), doubt, token.start, token.end, inside, inside and alone, after_or))
            waiting = waiting if token.key.startswith("+") and doubt else []
        elif token.kind == "not_before" and found:
            found[-1] = replace(found[-1], doubt=found[-1].doubt or Doubt.NEGATED)
        elif token.kind not in ("filler", "number_word"):
            waiting.append(token)
    if found and (doubt := _doubt_after(waiting)):
        found[-1] = replace(found[-1], doubt=found[-1].doubt or doubt)
    return _as_alternatives(found)


def _as_alternatives(found: list[Said]) -> list[Said]:
    """Terms joined by "or" share what doubts one of them: neither of `not IDT or MOD` is affirmed."""
    for place in range(1, len(found)):
        if found[place].after_or and found[place].doubt is None and found[place - 1].doubt is not None:
            found[place] = replace(found[place], doubt=found[place - 1].doubt)
    return found


def _doubt_before(waiting: Sequence[_Token], start: int) -> Doubt | None:
    between, parted = 0, False
    for token in reversed(waiting):
        if token.kind == "blank":
            parted = True
        elif token.kind in ("strong_not", "not"):
            is_near = start - token.end <= _NEAR and not parted
            if token.kind == "strong_not" or between == 0 or is_near:
                return Doubt.NEGATED
        elif token.kind in _DOUBTS:
            if token.kind in ("no_longer", "hedged") and _denied(waiting, token):
                return Doubt.NEGATED
            return _DOUBTS[token.kind]
        else:
            between += 1
    return None


def _denied(waiting: Sequence[_Token], hedge: _Token) -> bool:
    """Whether a "not" stands before the hedge: `not partly identical` denies, it does not weaken."""
    return any(token.kind in ("strong_not", "not") and token.end <= hedge.start for token in waiting)


def _doubt_after(waiting: Sequence[_Token]) -> Doubt | None:
    """What doubts the last term of a clause from behind: `IDT?`, `identical in part`, `IDT: no`."""
    waiting = [token for token in waiting if token.kind != "blank"]
    for token in waiting:
        if token.kind in ("asked", "unsure", "hedged", "not_yet", "no_longer"):
            return _DOUBTS[token.kind]
    is_answer = len(waiting) == 1 and waiting[0].kind in ("not", "strong_not")
    return Doubt.NEGATED if is_answer else None


def _own_doubt(clause: Sequence[_Token]) -> Doubt | None:
    """What a clause without a term says about the term before it: `IDT (?)`, `等同（部分）`, `MOD, to be confirmed`.

    In brackets it must say nothing else: other remarks in brackets change nothing.
    """
    kinds = [token.kind for token in clause if token.kind not in _SAYING_NOTHING]
    doubts = [_DOUBTS[kind] for kind in kinds if kind in _DOUBTS]
    if not doubts or (len(doubts) < len(kinds) and (clause[0].depth > 0 or not set(kinds) & {"asked", "unsure"})):
        return None
    return doubts[0]
