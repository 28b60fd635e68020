"""The edition a national standard cites, against the current one of the same work (domain.md 5.3)."""

from dataclasses import dataclass, replace
from datetime import date

from aligner.domain.counting import DEFAULT_RULES, CountingRules
from aligner.domain.dates import first_day, months_between
from aligner.domain.designation.designation import Designation
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.works.work import Edition, Works, supplement_marks

OUTDATING_SUPPLEMENTS = frozenset({"Amd", "Cor", "Add", "Suppl"})
"""Interpretation sheets explain the text and leave it as it is."""


@dataclass(frozen=True, slots=True)
class Currency:
    """How a cited edition stands on a day.

    `state` is None when no catalogue lists the work. `cited` is the edition found for the citation, `current` the one
    in force, of a successor where the work itself was split or merged. `age_months` is the time since `current` was
    published, for cited editions that it replaced. `missed` are the designations of amendments and corrigenda of the
    current edition that came after the national standard and are not cited.
    """

    state: EditionState | None
    cited: Edition | None = None
    current: Edition | None = None
    age_months: float | None = None
    missed: tuple[str, ...] = ()


def edition_state(
    works: Works,
    cited: Designation,
    national_published: str,
    at: date,
    grace_months: int | None = None,
    *,
    rules: CountingRules = DEFAULT_RULES,
) -> Currency:
    """The state of a citation on the day `at`; `grace_months` stands above that of the rules.

    An older edition that is still in force beside a newer one is outdated, and so is one whose work was split or
    merged: what it says is said elsewhere now (our decision). Without the date of the national standard no amendment
    counts as missed.
    """
    if grace_months is not None:
        rules = replace(rules, grace_months=grace_months)
    position = works.position(cited)
    if position is None:
        return Currency(None)
    work = works.works[position]
    current = works.current(work, at, rules)
    if cited.year is None and not cited.is_draft:
        return Currency(EditionState.UNDATED, None, current)
    found = None if cited.is_draft and not cited.supplements else works.find_edition(cited)
    if _is_ahead(cited, found, work.editions, at):
        return Currency(EditionState.AHEAD, found, current)
    if current is None:
        return _replaced_elsewhere(works, position, found, at, rules)
    if found is None or found.key != current.key:
        return _outdated(found, current, at, rules)
    contained = {(one.type, one.number) for one in cited.supplements}
    missed = tuple(
        works.designations[row]
        for row in found.supplements  # a consolidated edition has only those that are not merged into it
        if _is_missed(works, row, contained, national_published, at)
    )
    state = EditionState.AMENDMENT_OUTDATED if missed else EditionState.CURRENT
    return Currency(state, found, current, missed=missed)


def _is_ahead(cited: Designation, found: Edition | None, editions: tuple[Edition, ...], at: date) -> bool:
    """Whether the citation is later than everything that was published on the day."""
    if found is not None:
        published = first_day(found.published)
        return published is not None and published > at
    known = [one for one in editions if (first_day(one.published) or date.max) <= at]
    if cited.year is None:
        return not known
    return all(int(one.published[:4]) < cited.year for one in known)


def _replaced_elsewhere(works: Works, position: int, found: Edition | None, at: date, rules: CountingRules) -> Currency:
    """The state when nothing of the work is in force: replaced by other works, or withdrawn without successor."""
    editions = (works.current(works.works[one], at, rules) for one in works.all_successors(position))
    all_successors = [one for one in editions if one is not None]
    if not all_successors:
        return Currency(EditionState.WITHDRAWN, found)
    newest = max(all_successors, key=lambda one: one.published)
    return _outdated(found, newest, at, rules)


def _outdated(found: Edition | None, current: Edition, at: date, rules: CountingRules) -> Currency:
    published = first_day(current.published)
    age = None if published is None else months_between(published, at)
    in_grace = age is not None and age <= rules.grace_months
    return Currency(EditionState.GRACE if in_grace else EditionState.OUTDATED, found, current, age)


def _is_missed(
    works: Works, row: int, contained: set[tuple[str, str | None]], national_published: str, at: date
) -> bool:
    """Whether this supplement came after the national standard and is not cited with the base."""
    limit, published = first_day(national_published), first_day(works.published[row])
    if limit is None or published is None or not limit < published <= at:
        return False
    marks = supplement_marks(works.designations[row])
    return bool(marks) and marks[-1][0] in OUTDATING_SUPPLEMENTS and not contained.issuperset(marks)
