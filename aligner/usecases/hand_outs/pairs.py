"""The rows of the report's sheet of alignment pairs: everything decided, and what only a catalogue states."""

from collections.abc import Iterator, Mapping
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.adopted import AdoptedEdition, EditionBasis, is_dated, published_of
from aligner.domain.pairs.currency import Currency, edition_state
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.standards.table import Table
from aligner.domain.works.cited import cited_works
from aligner.indicators.counting.count import Counting
from aligner.reports.content.report import PAIR_COLUMNS
from aligner.usecases.figures.measure import Judged
from aligner.usecases.project.session import Session

DECLARED = "declared"
"""The verdict shown for a pair that the national catalogue states and nobody decided."""


def pairs_table(session: Session, counting: Counting, known: Judged) -> Table:
    """One row for each decided pair, then one for each stated pair without a decision; columns PAIR_COLUMNS."""
    pairs = _Pairs(session, counting, known)
    return Table.from_rows(PAIR_COLUMNS, [*pairs.decided(known.decisions), *pairs.declared()])


class _Pairs:
    """What is looked up for every pair."""

    def __init__(self, session: Session, counting: Counting, known: Judged) -> None:
        self._counting = counting
        self._works = counting.inputs.works
        self._national = session.standards(Level.NATIONAL)
        self._international = session.standards(Level.INTERNATIONAL)
        self._listed = counting.inputs.catalogued.listed
        self._decided = {(self._listed.national_row(one), self._listed.work(one)) for one in known.decisions}
        self._scores = self._candidate_scores(session)

    def _candidate_scores(self, session: Session) -> Mapping[tuple[str, int | None], tuple[float, str]]:
        names = ("national", "work", "score", "band")
        candidates = session.store.candidates(columns=names)
        positions = {work: self._works.position(work) for work in set(candidates["work"])}
        return {
            (national, positions[work]): (score, band)
            for national, work, score, band in zip(*(candidates[name] for name in names), strict=True)
        }

    def decided(self, decisions: list[Decision]) -> Iterator[dict[str, Any]]:
        """A row for each decision."""
        for one in decisions:
            adopted = self._listed.adopted(one) if one.verdict is Verdict.CONFIRMED else None
            yield self._pair(self._listed.national_name(one), one.international, one.work, adopted) | {
                "work": one.work,
                "degree": one.degree.value if one.degree else "",
                "coverage": one.coverage.value if one.verdict is Verdict.CONFIRMED else "",
                "joint": one.joint,
                "verdict": one.verdict.value,
                "stale": self._listed.is_stale(one),
                "reason": one.reason,
                "note": one.note,
                "reviewer": one.reviewer,
                "at": one.at,
                "bulk": one.bulk,
            }

    def declared(self) -> Iterator[dict[str, Any]]:
        """A row for each statement on which nobody decided."""
        for national, row in self._listed.numbers.listed.items():
            if self._national["duplicate_of"][row] is not None:
                continue
            for text, work, degree in self._stated(row):
                if (row, work) not in self._decided:
                    basis = EditionBasis.STATED if is_dated(text) else EditionBasis.UNKNOWN
                    adopted = AdoptedEdition(text if basis is EditionBasis.STATED else "", basis)
                    yield self._pair(national, text, text, adopted) | {
                        "work": "" if work is None else self._works.works[work].key,
                        "degree": degree or "",
                        "coverage": Coverage.FULL.value if degree else "",
                        "joint": "",
                        "verdict": DECLARED,
                        "stale": False,
                        "reason": "",
                        "note": "",
                        "reviewer": "",
                        "at": "",
                        "bulk": False,
                    }

    def _stated(self, row: int) -> Iterator[tuple[str, int | None, str | None]]:
        """Number, work and degree of each statement; one on all parts once for each part that the lists have."""
        for text, degree, _, _ in self._national["statements"][row]:
            works = cited_works(self._works, text)
            yield from ((one.text, one.work, degree) for one in works)
            if not works:
                yield text, None, degree

    def _pair(self, national: str, international: str, work: str, adopted: AdoptedEdition | None) -> dict[str, Any]:
        row = self._listed.numbers.row(national)
        currency = self._currency((adopted.designation or work) if adopted else international, row)
        shown = currency.cited or currency.current
        score, band = self._scores.get((national, self._works.position(international)), (None, ""))
        return {
            "national": national,
            "national_title": "" if row is None else self._national["title"][row],
            "national_title_en": "" if row is None else self._national["title_en"][row],
            "international": international,
            "international_title": self._title(shown.row) if shown else "",
            "adopted_edition": adopted.designation if adopted else "",
            "edition_basis": adopted.basis.value if adopted else "",
            "edition_state": currency.state.value if currency.state else "",
            "current_edition": currency.current.designation if currency.current else "",
            "score": score,
            "band": band,
        }

    def _title(self, row: int) -> str:
        return str(self._international["title_en"][row] or self._international["title"][row])

    def _currency(self, international: str, row: int | None) -> Currency:
        cited = parse_designation(international)
        if not isinstance(cited, Designation):
            return Currency(None)
        published = "" if row is None else published_of(self._national, row)
        return edition_state(self._works, cited, published, self._counting.at, rules=self._counting.rules)
