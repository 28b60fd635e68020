"""The rows of the table of candidates."""

from datetime import date
from typing import Any

import numpy as np

from aligner.domain.pairs.candidate import COLUMNS
from aligner.domain.works.cited import cited_works
from aligner.domain.works.work import Works
from aligner.matching.scoring import degree
from aligner.matching.scoring.band import bands, caps
from aligner.matching.scoring.editions import presumed_editions, stated_edition
from aligner.matching.scoring.evidence import evidence
from aligner.matching.scoring.rank import Ranking
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.scoring.score import Scores
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.titles import NONE


class CandidateRows:
    """Collects the candidates of one run, chunk by chunk, in the columns of domain.candidate."""

    def __init__(self, recipe: Recipe, works: Works, at: date) -> None:
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self._recipe, self._works, self._at = recipe, works, at
        self._presumed = presumed_editions(works, at)

    def add(self, pairs: Pairs, scores: Scores, ranking: Ranking) -> None:
        """The candidates of a ranking; `pairs` and `scores` are those it has chosen."""
        table, row_of = pairs.nationals.table, pairs.nationals.documents.row
        rows = row_of[pairs.national].tolist()
        work_positions = pairs.internationals.work[pairs.work].tolist()
        unpublished = np.array([not self._works.works[position].editions for position in work_positions], dtype=bool)
        capped = caps(pairs, scores, unpublished)
        stated, translated = pairs.statement != NONE, pairs.is_translated
        self.columns["national"] += [table["designation"][row] for row in rows]
        self.columns["work"] += [self._works.works[position].key for position in work_positions]
        self.columns["rank"] += ranking.rank.tolist()
        self.columns["score"] += [round(value, 1) for value in scores.total.tolist()]
        self.columns["margin"] += [round(value, 1) for value in ranking.margin.tolist()]
        self.columns["band"] += bands(ranking, scores.points, stated, translated, pairs.is_meant, capped, self._recipe)
        self.columns["evidence"] += evidence(pairs, scores, self._recipe)
        self.columns["caps"] += [list(codes) for codes in capped]
        self._add_editions(pairs, rows, work_positions)

    def _add_editions(self, pairs: Pairs, rows: list[int], work_positions: list[int]) -> None:
        """Degree, edition and its state: stated ones, else what is presumed."""
        table = pairs.nationals.table
        dates, stated, names = table["published"], table["statements"], table["designation"]
        for row, position, place in zip(rows, work_positions, pairs.statement.tolist(), strict=True):
            statement = stated[row][place] if place != NONE else None
            suggestion, basis = degree.suggested(statement, names[row])
            if statement is None:
                edition, state = self._presumed(position, dates[row])
            else:
                cited = self._cited(statement[0], position)
                edition, state = stated_edition(self._works, cited, dates[row], self._at)
            self.columns["suggested_degree"].append(suggestion)
            self.columns["degree_basis"].append(basis)
            self.columns["international"].append(edition)
            self.columns["edition_state"].append(state)

    def _cited(self, stated: str, position: int) -> str:
        """The number under which a statement names this work: that of the part where it names all parts."""
        return next((one.text for one in cited_works(self._works, stated) if one.work == position), stated)
