"""The key technical indicators of one pair as a table that is being filled in: judged row by row, stored at the end.

A row is its texts by column, as in a hand-in (COMPARISON_COLUMNS). Its column `verdict` holds only what a reviewer
says instead of the verdict that follows from the values; empty, the derived one counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from aligner.comparing.cases import judged_cases
from aligner.domain.catalogue import Level
from aligner.domain.change import Change
from aligner.domain.comparisons.comparison import ComparedPair, Comparison, JudgedCase, Judgement
from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.decision import Verdict
from aligner.domain.problem import Problem, problem_of
from aligner.domain.progress import Progress
from aligner.domain.requirement.cases import understood_text
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Sentence, Translator
from aligner.indicators.figures.tally import RATES, tally
from aligner.readers.small_tables.comparisons import ComparisonRow, code_of, read_comparison, read_comparisons
from aligner.usecases.comparing.compare import judge_row, pairs_by_key, set_comparison
from aligner.usecases.comparing.forms import COMPARISON_COLUMNS, empty_row, write_comparisons
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.lookup import NationalLookup, find_international
from aligner.usecases.project.session import Session
from aligner.usecases.review.pair import titles

Texts = Mapping[str, str]

UNASKED = frozenset({"national", "international", "key", "weight", "verdict"})
"""Columns that are filled before anybody has entered anything, or that say nothing alone."""


@dataclass(frozen=True, slots=True)
class Form:
    """A pair with the rows that stand in the project; `national` and `international` as they are to be printed."""

    national: str
    international: str
    work: str
    titles: tuple[str, str]
    rows: tuple[Texts, ...]
    standing: ComparedPair | None


@dataclass(frozen=True, slots=True)
class Entered:
    """What a row says: `comparison` when it can be stored, else the `complaint`; `derived` follows from its values.

    `cases` are its requirements under different conditions one by one; none when it has only one without a condition.
    `is_unfilled` says that it is an indicator, of a template for instance, without anything entered on either side.
    """

    comparison: Comparison | None
    derived: Judgement | None
    complaint: Sentence | None
    understood: tuple[str, str]
    cases: tuple[JudgedCase, ...] = ()
    is_unfilled: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """One of RATES over the entered rows: sums of weights."""

    name: str
    above: float
    below: float

    @property
    def value(self) -> float | None:
        """0..1; None when there is nothing to divide by."""
        return self.above / self.below if self.below else None


def comparable_pairs(session: Session, level: Level, designation: str) -> list[tuple[str, str]]:
    """The pairs of a standard or work that can be compared: confirmed, or compared already; printed designations."""
    found: dict[tuple[str, str], str] = {}
    place = 0 if level is Level.NATIONAL else 1
    name = designation if level is Level.NATIONAL else _work_of(session, designation)
    for key, decision in session.decisions_by_key().items():
        if key[place] == name and decision.work and decision.verdict is Verdict.CONFIRMED:
            found[key] = decision.international
    for key, pair in session.compared_by_key().items():
        if key[place] == name:
            found.setdefault(key, pair.indicators[0].international or pair.work)
    return [(national, international) for (national, _), international in found.items()]


def open_form(session: Session, national: str, international: str) -> Form:
    """The table of a pair as it stands now. Raises AlignerError when a catalogue does not have a standard."""
    row = session.derived(NationalLookup).find(national)
    name = str(session.standards(Level.NATIONAL)["designation"][row])
    work = find_international(session.works(), international)
    standing = pairs_by_key(session).get((name, work.name))
    rows = tuple(_texts(one) for one in standing.indicators) if standing else ()
    return Form(name, work.international, work.name, titles(session, name, work.international), rows, standing)


def new_row(form: Form) -> dict[str, str]:
    """A row of this pair without anything entered."""
    return empty_row(form.national, form.international, IndicatorTemplate(""))


def template_rows(form: Form, template: Iterable[IndicatorTemplate]) -> list[dict[str, str]]:
    """The indicators of a template, their values to be filled in."""
    return [empty_row(form.national, form.international, one) for one in template]


def templates_of(rows: Iterable[Texts]) -> list[IndicatorTemplate]:
    """What another product can take over of the rows that name an indicator and make sense."""
    read = (read_comparison(row)[0] for row in rows if not is_blank(row))
    return [_template(row) for row in read if row is not None]


def is_blank(row: Texts) -> bool:
    """Whether nothing was entered."""
    return not any(text.strip() for column, text in row.items() if column not in UNASKED)


def entered_text(column: str, text: str) -> str:
    """A text as it is kept: words that mean the same become one code, in whichever language they were written."""
    return code_of(column, " ".join(text.split()))


def judge_rows(rows: Sequence[Texts]) -> list[Entered | None]:
    """What each row says; None for blank ones. Nothing is stored."""
    seen: set[tuple[str, str]] = set()
    judged: list[Entered | None] = []
    for row in rows:
        entered = None if is_blank(row) else _judged(tuple(row.items()))
        if entered is not None and entered.comparison is not None:
            name = entered.comparison.name
            entered = _twice(entered) if name in seen else entered
            seen.add(name)
        judged.append(entered)
    return judged


def rates(rows: Iterable[Entered | None]) -> list[Rate]:
    """The four rates of the key indicators among these rows (domain.md 8.6) with both sides of their lines."""
    amounts = tally(one.comparison for one in rows if one is not None and one.comparison is not None).amounts
    return [
        Rate(name, *(sum(amounts.get(verdict, 0) for verdict in verdicts) for verdicts in sides))
        for name, sides in RATES.items()
    ]


def save_form(session: Session, form: Form, rows: Sequence[Texts]) -> tuple[Change | None, Changed]:
    """Make these the only indicators of the pair, as one step of the journal.

    Raises AlignerError, and records nothing, when a row cannot be taken or someone else stored the pair meanwhile.
    """
    now = pairs_by_key(session).get((form.national, form.work))
    if now != form.standing:
        raise Conflict(
            N_("{reviewer} has compared {national} in the meantime. Export your table, then open the pair again."),
            reviewer=now.indicators[-1].reviewer if now else "–",
            national=form.national,
        )
    read: list[ComparisonRow] = []
    for row, entered in zip(rows, judge_rows(rows), strict=True):
        if entered is not None and entered.complaint is not None:
            raise AlignerError(entered.complaint.template, **entered.complaint.values)
        taken = None if entered is None else read_comparison(row)[0]
        read += [taken] if taken is not None else []
    return set_comparison(session, form.national, form.international, read)


def import_rows(
    session: Session, form: Form, path: Path, progress: Progress
) -> tuple[list[dict[str, str]], list[Problem]]:
    """The rows of a csv or xlsx file that speak of this pair, and what was found about the others."""
    read, problems = read_comparisons(path, progress)
    rows = []
    for one in read:
        try:
            if _key(session, one) == (form.national, form.work):
                rows.append(_texts(one) | {"national": form.national, "international": form.international})
                continue
            raise AlignerError(
                N_("Row {row} is about another pair: {national} – {international}."),
                row=one.row,
                national=one.national,
                international=one.international,
            )
        except AlignerError as error:
            problems.append(problem_of(error, "another_pair", file=path.name, row=one.row))
    return rows, problems


def is_of_pair(session: Session, form: Form, row: ComparisonRow) -> bool:
    """Whether the row speaks of the pair of the form."""
    try:
        return _key(session, row) == (form.national, form.work)
    except AlignerError:
        return False


def export_rows(rows: Sequence[Texts], path: Path, translate: Translator) -> None:
    """Write the rows as a hand-in (xlsx or csv), each with the verdict that counts. Raises AlignerError."""
    listed = []
    for row, entered in zip(rows, judge_rows(rows), strict=True):
        verdict = entered.comparison.verdict.value if entered is not None and entered.comparison else row["verdict"]
        listed += [dict(row) | {"verdict": verdict}] if entered is not None else []
    write_comparisons(Table.from_rows(COMPARISON_COLUMNS, listed), path, translate)


def warm(_session: Session) -> None:
    """Make ready what judging needs: the library of units takes half a second to load."""
    _judged((("national", "-"), ("international", "-"), ("indicator", "-"), ("national_value", "1 mm"),
             ("international_value", "1 m")))  # fmt: skip


@lru_cache(maxsize=2048)
def _judged(cells: tuple[tuple[str, str], ...]) -> Entered:
    row, problems = read_comparison(dict(cells))
    if row is None:
        return Entered(None, None, problems[0], ("", ""))
    sides = row.national_side, row.international_side
    read = understood_text(sides[0].value, sides[0].unit), understood_text(sides[1].value, sides[1].unit)
    cases = tuple(judged_cases(row.indicator, *sides, direction=row.direction)) if any(read) else ()
    derived = _or_none(lambda: judge_row(replace(row, verdict=None)).judgement)
    try:
        return Entered(judge_row(row), derived, None, read, cases)
    except AlignerError as error:
        is_unfilled = not any((sides[0].value, sides[1].value, row.verdict, row.reason, row.note))
        return Entered(None, derived, problem_of(error, "not_taken"), read, cases, is_unfilled)


def _or_none(derive: Callable[[], Judgement | None]) -> Judgement | None:
    try:
        return derive()
    except AlignerError:
        return None


def _twice(entered: Entered) -> Entered:
    name = entered.comparison.indicator if entered.comparison else ""
    error = AlignerError(N_("“{indicator}” occurs twice in this table."), indicator=name)
    return replace(entered, comparison=None, complaint=problem_of(error, "entered_twice"))


def _template(one: Comparison | ComparisonRow) -> IndicatorTemplate:
    return IndicatorTemplate(
        indicator=one.indicator,
        is_key=one.is_key,
        weight=one.weight,
        category=one.category,
        national_unit=one.national_side.unit,
        national_method=one.national_side.method,
        international_unit=one.international_side.unit,
        international_method=one.international_side.method,
        equivalence=one.equivalence,
        direction=one.direction,
    )


def _key(session: Session, row: ComparisonRow) -> tuple[str, str]:
    position = session.derived(NationalLookup).find(row.national)
    work = find_international(session.works(), row.international).name
    return str(session.standards(Level.NATIONAL)["designation"][position]), work


def _work_of(session: Session, designation: str) -> str:
    try:
        return find_international(session.works(), designation).name
    except AlignerError:
        return designation


def _texts(one: Comparison | ComparisonRow) -> dict[str, str]:
    """The texts of a stored or handed-in indicator; a verdict only where the values say another one."""
    if isinstance(one, Comparison):
        says_otherwise = one.is_overridden or one.judgement is None
    else:
        derived = _or_none(lambda: judge_row(replace(one, verdict=None)).judgement)
        says_otherwise = derived is None or one.verdict is not derived.verdict
    row = empty_row(one.national, one.international, _template(one))
    return row | {
        "product": one.product,
        "national_value": one.national_side.value,
        "national_clause": one.national_side.clause,
        "international_value": one.international_side.value,
        "international_clause": one.international_side.clause,
        "verdict": one.verdict.value if one.verdict and says_otherwise else "",
        "reason": one.reason,
        "note": one.note,
    }
