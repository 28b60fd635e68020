"""Record key technical indicators of pairs, side by side, each with the verdict that follows (domain.md 8.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from aligner.comparing.judge import judge
from aligner.domain.catalogue import Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.clock import stamp
from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, ComparedPair, Comparison, Judgement
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity, problem_of
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.readers.small_tables.comparisons import NOTHING_LEFT_OUT, ComparisonRow, LeftOut, read_comparisons
from aligner.usecases.project.changed import NOTHING_CHANGED, Changed, Part, changed
from aligner.usecases.project.journal_rows import JournalRows
from aligner.usecases.project.lookup import NationalLookup, find_international
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.hand_in import OnConflict, conflict, is_of_another

Pairs = dict[tuple[str, str], ComparedPair]


def compare_file(
    session: Session,
    path: Path,
    progress: Progress,
    left_out: LeftOut = NOTHING_LEFT_OUT,
    *,
    on_conflict: OnConflict = OnConflict.LIST,
    preview: bool = False,
) -> Recorded:
    """Record the indicators of a csv or xlsx file; rows that cannot be taken are reported, the others are kept.

    `left_out` says what rows may leave empty because a template knows it (`comparison_templates.left_out_by`).
    `on_conflict` is LIST or REPLACE: there are no second opinions on indicators. With `preview` nothing is recorded.
    """
    rows, problems = read_comparisons(path, progress, left_out)
    recorded = compare(session, rows, file=path.name, progress=progress, on_conflict=on_conflict, preview=preview)
    return replace(recorded, problems=[*problems, *recorded.problems])


def compare(
    session: Session,
    rows: Sequence[ComparisonRow],
    *,
    file: str = "",
    progress: Progress | None = None,
    on_conflict: OnConflict = OnConflict.REPLACE,
    preview: bool = False,
) -> Recorded:
    """Record indicators as one step of the session's reviewer; one undo takes all of them back.

    An indicator that its pair has already is brought up to date, the pair's other indicators stay as they are.
    """
    standing = pairs_by_key(session)
    judged = {one.pair + one.name: one for pair in standing.values() for one in pair.indicators}
    others = judged if on_conflict is OnConflict.LIST else None
    taken, problems = _taken(session, rows, file, progress, others)
    after = {key: _merged(standing.get(key), indicators) for key, indicators in taken.items()}
    wanted = sum(map(len, taken.values()))
    return _record(session, standing, after, problems, wanted, preview=preview)


def set_comparison(
    session: Session, national: str, international: str, rows: Sequence[ComparisonRow]
) -> tuple[Change | None, Changed]:
    """Make these the only indicators of a pair, in this order; without rows the pair is not compared any more.

    Raises AlignerError, and records nothing, when a row cannot be taken.
    """
    resolver = _ComparisonMaker(session)
    key = resolver.key(national, international)
    standing = pairs_by_key(session)
    taken, problems = _taken(session, rows, "", None, None)
    for problem in problems:
        if problem.severity is Severity.LEFT_OUT:
            raise AlignerError(problem.template, **problem.values)
    if set(taken) - {key}:
        raise AlignerError(N_("The rows are about a pair other than {national} – {international}."), **_names(key))
    before = {one.name: one for one in standing[key].indicators} if key in standing else {}
    indicators = [_kept(before.get(one.name), one) for one in taken.get(key, {}).values()]
    after = ComparedPair(*key, tuple(indicators)) if indicators else None
    recorded = _record(session, standing, {key: after}, problems, len(indicators))
    return recorded.change, recorded.changed


def judge_row(row: ComparisonRow) -> Comparison:
    """What a row says, with the verdict that follows, its designations as written; nothing is looked up or stored.

    Raises AlignerError when neither side has a requirement, or a verdict is overridden without a reason.
    """
    sides = row.national_side, row.international_side
    judgement = judge(row.indicator, *sides, equivalence=row.equivalence, direction=row.direction)
    verdict = row.verdict or (judgement.verdict if judgement else None)
    if verdict is None:
        raise AlignerError(N_("“{indicator}” has no requirement on either side."), indicator=row.indicator)
    if judgement and verdict is not judgement.verdict and not (judgement.is_open or row.reason or row.note):
        raise _without_reason(row, judgement)
    return Comparison(
        national=row.national,
        work=row.international,
        indicator=row.indicator,
        verdict=verdict,
        is_key=row.is_key,
        weight=row.weight,
        international=row.international,
        product=row.product,
        category=row.category,
        national_side=row.national_side,
        international_side=row.international_side,
        equivalence=row.equivalence,
        direction=row.direction,
        judgement=judgement,
        reason=row.reason,
        note=row.note,
    )


def comparisons(session: Session) -> list[Comparison]:
    """Every compared indicator, by pair."""
    return [indicator for pair in pairs_by_key(session).values() for indicator in pair.indicators]


def pairs_by_key(session: Session) -> Pairs:
    """The compared pairs by national designation and work."""
    return session.compared_by_key()


def why(comparison: Comparison, translate: Translator) -> str:
    """How the verdict follows from the values, as a sentence; "" when a reviewer judged what they leave open."""
    judgement = comparison.judgement
    if judgement is None or (judgement.is_open and comparison.is_overridden):
        return ""
    return translate(judgement.template, **judgement.values)


def _taken(
    session: Session,
    rows: Iterable[ComparisonRow],
    file: str,
    progress: Progress | None,
    others: dict[tuple[str, str, str, str], Comparison] | None,
) -> tuple[dict[tuple[str, str], dict[tuple[str, str], Comparison]], list[Problem]]:
    """The indicators that can be recorded, by pair and name, and what was found about the others.

    What stands among `others`, by pair and name, is not overruled by another reviewer; with None anything is.
    """
    resolver = _ComparisonMaker(session)
    taken: dict[tuple[str, str], dict[tuple[str, str], Comparison]] = {}
    problems: list[Problem] = []
    listed = list(rows)
    for done, row in enumerate(listed):
        if progress is not None:
            progress.step(done, len(listed), N_("Comparing indicators"))
        try:
            comparison = resolver.resolve(row)
        except AlignerError as error:
            problems.append(problem_of(error, "comparison_not_taken", file=file, row=row.row))
            continue
        before = None if others is None else others.get(comparison.pair + comparison.name)
        if before is not None and is_of_another(before, comparison.reviewer) and not _agree(before, comparison):
            problems.append(
                conflict(
                    f"“{comparison.indicator}”", before, (COMPARISON_VERDICT_NAMES[before.verdict],), file, row.row
                )
            )
            continue
        problems += _findings(comparison, row, file)
        indicators = taken.setdefault(comparison.pair, {})
        if comparison.name in indicators:
            problems.append(_twice(comparison, row, file))
        indicators[comparison.name] = comparison
        if others is not None:
            others[comparison.pair + comparison.name] = comparison
    return taken, problems


class _ComparisonMaker:
    """Turns rows of a form into comparisons of standards of the catalogues."""

    def __init__(self, session: Session) -> None:
        self._reviewer = session.reviewer
        self._at = stamp(session.now())
        self._works = session.works()
        self._lookup = session.derived(NationalLookup)
        self._national = session.standards(Level.NATIONAL)

    def key(self, national: str, international: str) -> tuple[str, str]:
        """The pair that is meant. Raises AlignerError when a standard is unknown."""
        designation = str(self._national["designation"][self._lookup.find(national)])
        return designation, find_international(self._works, international).name

    def resolve(self, row: ComparisonRow) -> Comparison:
        """The comparison of this row with its verdict. Raises AlignerError when it cannot be taken."""
        national, work = self.key(row.national, row.international)
        return replace(
            judge_row(row),
            national=national,
            work=work,
            international=find_international(self._works, row.international).international,
            reviewer=row.reviewer or self._reviewer,
            at=row.at or self._at,
        )


def _without_reason(row: ComparisonRow, judgement: Judgement) -> AlignerError:
    return AlignerError(
        N_("“{indicator}” is judged “{verdict}”, but “{derived}” follows from its values. Give the reason."),
        indicator=row.indicator,
        verdict=row.verdict or "",
        derived=judgement.verdict.value,
    )


def _merged(standing: ComparedPair | None, wanted: dict[tuple[str, str], Comparison]) -> ComparedPair:
    """The pair with the wanted indicators in the place of those of the same name, new ones behind them."""
    before = {one.name: one for one in standing.indicators} if standing else {}
    indicators = before | {name: _kept(before.get(name), one) for name, one in wanted.items()}
    first = next(iter(indicators.values()))
    return ComparedPair(first.national, first.work, tuple(indicators.values()))


def _agree(one: Comparison, other: Comparison) -> bool:
    """Whether both say the same of an indicator, whoever said it when and however the program judges it by now."""
    return replace(one, judgement=None).says_the_same(replace(other, judgement=None))


def _kept(before: Comparison | None, after: Comparison) -> Comparison:
    """The earlier one when it says the same: who said so first stays on record."""
    return before if before is not None and before.says_the_same(after) else after


def _record(
    session: Session,
    standing: Pairs,
    after: Mapping[tuple[str, str], ComparedPair | None],
    problems: list[Problem],
    wanted: int,
    *,
    preview: bool = False,
) -> Recorded:
    rows_of = JournalRows(session, Subject.COMPARISON, session.recorded.compared())
    changes: list[RowChange] = []
    taken = 0
    for key, pair in after.items():
        before = standing.get(key)
        if pair == before:
            continue
        known = set(map(id, before.indicators)) if before else set()
        taken += sum(id(one) not in known for one in pair.indicators) if pair else 0
        changes += rows_of.put(key, pair)
    if preview:
        return Recorded(taken, wanted - taken, problems, None, NOTHING_CHANGED)
    change = session.store.writing().append(session.reviewer, Action.COMPARE, changes) if changes else None
    keys = tuple(row.key for row in changes)
    return Recorded(taken, wanted - taken, problems, change, changed(Part.COMPARISONS, keys=keys))


def _findings(comparison: Comparison, row: ComparisonRow, file: str) -> list[Problem]:
    """What a reviewer should look at: an indicator that nobody has judged yet."""
    judgement = comparison.judgement
    if judgement is None or not judgement.is_open or row.verdict is not None:
        return []
    return [
        Problem("not_judged", Severity.WARNING, judgement.template, judgement.values, file=file, row=row.row),
        Problem(
            "to_be_judged",
            Severity.WARNING,
            N_("“{indicator}” counts as incomparable until a reviewer writes a verdict."),
            {"indicator": row.indicator},
            file=file,
            row=row.row,
        ),
    ]


def _twice(comparison: Comparison, row: ComparisonRow, file: str) -> Problem:
    return Problem(
        "compared_twice",
        Severity.WARNING,
        N_("“{indicator}” of {national} and {international} occurs twice in this file; the later row was used."),
        {"indicator": comparison.indicator} | _names(comparison.pair),
        file=file,
        row=row.row,
    )


def _names(key: tuple[str, str]) -> dict[str, str]:
    return {"national": key[0], "international": key[1]}
