"""What two copies say about one national standard, joined: what differs becomes a difference between two reviewers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aligner.domain.change import Subject
from aligner.domain.joining.state import NEVER, Rank, State, Values, rank, text_of, three_way
from aligner.domain.pairs.decision import Decision, confirmed_beside_none
from aligner.domain.pairs.double_review import Difference, Settlement, difference
from aligner.domain.pairs.further_opinion import FurtherOpinion

SUBJECTS = frozenset({Subject.DECISION, Subject.SECOND_OPINION, Subject.FURTHER_OPINION, Subject.SETTLEMENT})
"""What is joined for one national standard at a time."""

Words = dict[str, Decision]
"""What is said about one national standard, by work."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the copies say differently: `first` counts until somebody settles it, the others are kept beside it.

    `key` is that of the decision, the applicability verdict or the comparison. `difference` is None where only the
    words differ, as for applicability and comparisons.
    """

    subject: Subject
    key: tuple[str, str]
    first: str
    others: tuple[str, ...]
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """What holds about one standard, work or pair in the end, and what is left to settle."""

    state: State
    dispute: Dispute | None = None


def joined_opinions(base: State, one: State, other: State) -> JoinedPart:
    """The opinions on one national standard, known by one number or two (`GB` and `GB/T`); the same in either order.

    What only one copy changed is taken. Where both did and the changes go together, both are taken. Where they do
    not, the earlier one holds and the other is kept as an opinion beside it; what one person said twice, they said
    last.
    """
    alike, state = three_way(base, one, other)
    if alike:
        return JoinedPart(state)
    together = _together(base, one, other)
    return JoinedPart(together) if together is not None else _beside_each_other(base, one, other)


def _together(base: State, one: State, other: State) -> State | None:
    """Both changes, when they go together; None when they do not."""
    state: State = {}
    for key in base.keys() | one.keys() | other.keys():
        alike, values = three_way(base.get(key), one.get(key), other.get(key))
        if not alike:
            return None
        if values is not None:
            state[key] = values
    seconds = _decisions(state, Subject.SECOND_OPINION)
    is_split = len({key[1] for key in state}) > 1 or len({said.reviewer for said in seconds}) > 1
    if is_split or any(map(confirmed_beside_none, (_decisions(state, Subject.DECISION), seconds))):
        return None
    here, there = _changed(base, one), _changed(base, other)
    persons = {said.reviewer for said in (*here, *there)}
    return state if len(persons) == 1 or difference(here, there, _work) is None else None


def _changed(base: State, side: State) -> list[Decision]:
    changed = {key: values for key, values in side.items() if base.get(key) != values}
    return _decisions(changed, Subject.DECISION)


def _decisions(state: State, subject: Subject) -> list[Decision]:
    return [Decision.from_json(dict(values)) for key, values in sorted(state.items()) if key[0] is subject]


def _work(decision: Decision) -> str:
    return decision.work


@dataclass(frozen=True, slots=True)
class _Side:
    """What one copy says about the standard, under one number."""

    decisions: Words
    opinions: Mapping[str, Words]
    """What everybody else says, by reviewer."""

    def text(self) -> str:
        said = [_text(one) for one in self.decisions.values()]
        return text_of([sorted(said), sorted(map(_text, _all_of(self.opinions)))])


def _beside_each_other(base: State, one: State, other: State) -> JoinedPart:
    name = _number(base, one, other)
    before = _side(base, name)
    stays, gives_way = sorted((_side(one, name), _side(other, name)), key=lambda side: _began(side, before))
    decisions, aside = _joined_decisions(before, stays, gives_way)
    said = _joined_opinions(before, (stays, gives_way), aside)
    first = sorted({one.reviewer for one in decisions.values()})
    kinds = {
        reviewer: kind
        for reviewer, words in sorted(said.items())
        if words != before.opinions.get(reviewer)
        and (kind := difference(list(decisions.values()), list(words.values()), _work)) is not None
    }
    settled = _settlement(base, one, other)
    if settled is not None and kinds:  # it has not seen these
        heard = {*first, *said}
        for earlier in Settlement.from_json(settled).renumbered(name).first:
            if earlier.reviewer not in heard:
                said.setdefault(earlier.reviewer, {})[earlier.work] = earlier
        settled = None
    state: State = {(Subject.DECISION, *one.key): one.to_json() for one in decisions.values()}
    state |= _places(name, said, first, _second_of(base))
    if settled is not None:
        state[Subject.SETTLEMENT, name, ""] = Settlement.from_json(settled).renumbered(name).to_json()
    if not kinds:
        return JoinedPart(state)
    gravest = min(kinds.values(), key=list(Difference).index)
    return JoinedPart(state, Dispute(Subject.DECISION, (name, ""), ", ".join(first), tuple(kinds), gravest))


def _number(*states: State) -> str:
    """The number that was used last: the newer list has it."""
    numbered = [(rank(values)[:1], key[1]) for state in states for key, values in state.items() if "at" in values]
    numbered += [(("",), key[1]) for state in states for key in state]
    return max(numbered)[1]


def _side(state: State, name: str) -> _Side:
    opinions: dict[str, Words] = {}
    for key, values in sorted(state.items(), key=text_of):
        if key[0] is Subject.FURTHER_OPINION:
            further = FurtherOpinion.from_json(values).renumbered(name)
            _take(opinions.setdefault(further.reviewer, {}), further.decisions)
    for said in _decisions(state, Subject.SECOND_OPINION):
        _take(opinions.setdefault(said.reviewer, {}), [said.renumbered(name)])
    decisions: Words = {}
    for said in sorted((one.renumbered(name) for one in _decisions(state, Subject.DECISION)), key=_rank):
        for work, covered in list(decisions.items()):  # they can go against each other under two numbers only
            if work == said.work or confirmed_beside_none([covered, said]):
                del decisions[work]
                if covered.reviewer != said.reviewer:
                    _take(opinions.setdefault(covered.reviewer, {}), [covered])
        decisions[said.work] = said
    return _Side(decisions, opinions)


def _take(words: Words, said: Iterable[Decision]) -> None:
    """What is said later about one work counts."""
    for decision in said:
        words[decision.work] = max(words.get(decision.work, decision), decision, key=_rank)


def _began(side: _Side, base: _Side) -> tuple[Rank, str]:
    """When this copy began to say something else."""
    changed = (_rank(said) for work, said in side.decisions.items() if base.decisions.get(work) != said)
    return min(changed, default=(NEVER, "", "")), side.text()


def _joined_decisions(base: _Side, stays: _Side, gives_way: _Side) -> tuple[Words, dict[str, Words]]:
    """The decisions that hold, and by reviewer those that are kept beside them."""
    decisions = dict(stays.decisions)
    for work, said in base.decisions.items():
        if work not in gives_way.decisions and decisions.get(work) == said:
            del decisions[work]  # taken back there, untouched here
    persons = {said.reviewer for said in decisions.values()}
    aside: dict[str, Words] = {}
    for work, said in sorted(gives_way.decisions.items()):
        if said in (decisions.get(work), base.decisions.get(work)):
            continue
        if said.reviewer in persons:
            fitting = _with(decisions, said)
            if fitting is not None:
                decisions = fitting
                continue
        aside.setdefault(said.reviewer, {})[work] = said
    return decisions, aside


def _with(decisions: Words, said: Decision) -> Words | None:
    """The decisions after a word of one of their reviewers; None when it goes against what another of them says."""
    there = decisions.get(said.work)
    if there is not None and there.reviewer != said.reviewer:
        return None
    own = {work: one for work, one in decisions.items() if one.reviewer == said.reviewer}
    joined = {work: one for work, one in decisions.items() if one.reviewer != said.reviewer}
    joined |= _coherent([*own.values(), said])
    return None if confirmed_beside_none(joined.values()) else joined


def _coherent(said: Iterable[Decision]) -> Words:
    """One person's words, of two about one work the later; of a counterpart and "no counterpart", too."""
    words: Words = {}
    for decision in sorted(said, key=_rank):
        words[decision.work] = decision
        if confirmed_beside_none(words.values()):
            none = words.pop("")
            if none is decision:
                words = {work: one for work, one in words.items() if not confirmed_beside_none([one, none])}
                words[""] = none
    return words


def _joined_opinions(base: _Side, sides: tuple[_Side, _Side], aside: Mapping[str, Words]) -> dict[str, Words]:
    """What everybody says beside the decisions, by reviewer."""
    joined: dict[str, Words] = {}
    one, other = sides
    for reviewer in one.opinions.keys() | other.opinions.keys() | aside.keys():
        before = base.opinions.get(reviewer, {})
        here, there = one.opinions.get(reviewer, {}), other.opinions.get(reviewer, {})
        said = list(aside.get(reviewer, {}).values())
        for work in before.keys() | here.keys() | there.keys():
            alike, word = three_way(before.get(work), here.get(work), there.get(work))
            words = [word] if alike else [here.get(work), there.get(work)]
            said += [each for each in words if each is not None]
        if said:
            joined[reviewer] = _coherent(said)
    return joined


def _second_of(base: State) -> str:
    """Who has been the second reviewer so far; "" when nobody was."""
    return next((said.reviewer for said in _decisions(base, Subject.SECOND_OPINION)), "")


def _places(name: str, opinions: Mapping[str, Words], first: list[str], second: str) -> State:
    """The second opinion and the further ones: whoever spoke first is the second reviewer."""
    free = sorted((reviewer for reviewer in opinions if reviewer not in first), key=lambda one: _spoke(opinions[one]))
    second = second if second in free else next(iter(free), "")
    state: State = {}
    for reviewer, words in opinions.items():
        if reviewer == second:
            state |= {(Subject.SECOND_OPINION, *said.key): said.to_json() for said in words.values()}
        else:
            further = FurtherOpinion(name, reviewer, tuple(said for _, said in sorted(words.items())))
            state[Subject.FURTHER_OPINION, name, reviewer] = further.to_json()
    return state


def _settlement(base: State, one: State, other: State) -> Values | None:
    """The settlement, of two the later."""
    before, here, there = (_settled(state) for state in (base, one, other))
    alike, values = three_way(before, here, there)
    found: Values | None = values if alike else max((each for each in (here, there) if each is not None), key=rank)
    return found


def _settled(state: State) -> Values | None:
    found = [values for key, values in sorted(state.items()) if key[0] is Subject.SETTLEMENT]
    return max(found, key=rank, default=None)


def _spoke(words: Words) -> Rank:
    return min(map(_rank, words.values()))


def _all_of(opinions: Mapping[str, Words]) -> Iterator[Decision]:
    for words in opinions.values():
        yield from words.values()


def _rank(said: Decision) -> Rank:
    return (said.at or NEVER, said.reviewer, _text(said))


def _text(said: Decision) -> str:
    return text_of(said.to_json())
