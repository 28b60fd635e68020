"""What two copies say about the applicability of one work, and about the indicators of one pair, joined.

There are no second opinions on these: what differs is kept beside what counts until somebody settles it.
"""

from collections.abc import Sequence
from typing import Any

from aligner.domain.change import Subject
from aligner.domain.joining.opinions import Dispute, JoinedPart
from aligner.domain.joining.state import Key, Rank, State, Values, rank, text_of, three_way

OTHERS = {Subject.APPLICABILITY: Subject.OTHER_APPLICABILITY, Subject.COMPARISON: Subject.OTHER_COMPARISON}
"""Where the words of other copies are kept."""


def joined_applicability(base: State, one: State, other: State) -> JoinedPart:
    """The verdicts on one work; the same in either order. The earlier one counts until it is settled."""
    return _joined(Subject.APPLICABILITY, base, one, other)


def joined_comparisons(base: State, one: State, other: State) -> JoinedPart:
    """The compared indicators of one pair, each by itself; the same in either order."""
    return _joined(Subject.COMPARISON, base, one, other)


def _joined(subject: Subject, base: State, one: State, other: State) -> JoinedPart:
    alike, state = three_way(base, one, other)
    if alike:
        return JoinedPart(state)
    first, second = next(iter({key[1:] for state in (base, one, other) for key in state}))
    key, kept = (subject, first, second), (OTHERS[subject], first, second)
    before, here, there = [_words(subject, state.get(key)) for state in (base, one, other)]
    words: dict[str, Values] = {}
    others = _others(state.get(kept) for state in (one, other))
    for name in _order(before, here, there):
        alike, word = three_way(before.get(name), here.get(name), there.get(name))
        said = sorted((each for each in (here.get(name), there.get(name)) if each is not None), key=rank)
        if not alike and len(said) == 2 and _is_one_person(said):
            word = said[1]
        elif not alike:
            word = said[0]
            others += [each for each in said[1:] if _substance(each) != _substance(word)]
        if word is not None:
            words[name] = word
    counted = {_substance(word) for word in words.values()}
    unsettled = sorted({text_of(each): each for each in others if _substance(each) not in counted}.values(), key=rank)
    state = {} if not words else {key: _whole(subject, key, list(words.values()))}
    if not unsettled or not words:
        return JoinedPart(state)
    state[kept] = {"others": unsettled}
    persons = tuple(sorted({str(each.get("reviewer", "")) for each in unsettled}))
    counting = ", ".join(sorted({str(word.get("reviewer", "")) for word in words.values()}))
    return JoinedPart(state, Dispute(subject, (first, second), counting, persons))


def _words(subject: Subject, values: Values | None) -> dict[str, Values]:
    """The single verdicts by name: that on a work has none, those on indicators have that of product and indicator."""
    if values is None:
        return {}
    if subject is Subject.APPLICABILITY:
        return {"": values}
    return {
        text_of([str(each.get(name, "")).casefold() for name in ("product", "indicator")]): each
        for each in values["indicators"]
    }


def _whole(subject: Subject, key: Key, words: Sequence[Values]) -> Values:
    if subject is Subject.APPLICABILITY:
        return words[0]
    return {"national": key[1], "work": key[2], "indicators": list(words)}


def _order(base: dict[str, Values], *sides: dict[str, Values]) -> list[str]:
    """The names in the order of the copy that changed first, then those of the other."""

    def began(side: dict[str, Values]) -> tuple[Rank, str]:
        changed = (rank(word) for name, word in side.items() if base.get(name) != word)
        return min(changed, default=rank(None)), text_of(list(side.items()))

    return list(dict.fromkeys(name for side in sorted(sides, key=began) for name in side))


def _others(kept: Any) -> list[Values]:
    return [each for values in kept if values is not None for each in values["others"]]


def _is_one_person(said: Sequence[Values]) -> bool:
    return len({each.get("reviewer", "") for each in said}) == 1


def _substance(values: Values) -> str:
    """What is said, whoever said it when."""
    return text_of({name: value for name, value in values.items() if name not in ("reviewer", "at")})
