"""A proposed pair as one row of a table."""

from dataclasses import asdict

from aligner.domain.pairs.candidate import COLUMNS, Band, Candidate, Evidence, candidate_from
from aligner.domain.standards.table import Table

PAIR = Candidate(
    national="GB/T 1-2019",
    international="ISO 1:2017",
    work="ISO 1",
    rank=1,
    score=88.5,
    margin=12.0,
    band=Band.STRONG,
    suggested_degree="IDT",
    degree_basis="stated",
    edition_state="current",
    evidence=(Evidence("title", 0.9, 40.0, "齿轮 术语", "Gears - Vocabulary"),),
    caps=("part",),
)


def test_a_candidate_is_what_its_row_says() -> None:
    row = asdict(PAIR) | {"evidence": [["title", 0.9, 40.0, "齿轮 术语", "Gears - Vocabulary"]], "caps": ["part"]}
    table = Table.from_rows(COLUMNS, [row])
    assert candidate_from(table.row(0)) == PAIR
