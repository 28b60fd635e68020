from pathlib import Path

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import COLUMNS, Band
from aligner.domain.standards.table import Table
from aligner.domain.works.work import build_works
from aligner.matching.learning.evaluate import evaluate, read_saved, saved, wilson

WORKS = build_works(
    a_table(
        a_standard("ISO 1:2000"),
        a_standard("ISO 2:2000"),
        a_standard("ISO 3:2000", status="withdrawn", replaced_by=["ISO 31-1:2005", "ISO 31-2:2005"]),
        a_standard("ISO 31-1:2005"),
        a_standard("ISO 31-2:2005"),
    )
)


def proposals(*rows: tuple[str, str, int, Band]) -> Table:
    names = ("national", "work", "rank", "band")
    return Table.from_rows(COLUMNS, [dict(zip(names, row, strict=True)) for row in rows])


CANDIDATES = proposals(
    ("GB 1", "ISO 1", 1, Band.STRONG),
    ("GB 2", "ISO 1", 1, Band.PROBABLE),
    ("GB 2", "ISO 2", 2, Band.WEAK),
    ("GB 3", "ISO 31-1", 1, Band.STRONG),
)
TRUTH = [("GB 1", "ISO 1"), ("GB 2", "ISO 2:2000"), ("GB 3", "ISO 3"), ("GB 4", "ISO 1"), ("GB 5", "ISO 999")]


def test_ranks_are_counted_by_work_over_editions_and_replacement() -> None:
    result = evaluate(CANDIDATES, TRUTH, WORKS)
    assert (result.n, result.recall[1].numerator, result.recall[3].numerator) == (5, 2, 3)
    assert result.mean_reciprocal_rank == pytest.approx((1 + 0.5 + 1) / 5)
    assert (result.precision[Band.STRONG].value, result.precision[Band.PROBABLE].value) == (1.0, 0.0)
    assert result.strong.numerator == 2
    assert result.unknown == ("ISO 999",)


def test_a_saved_evaluation_tells_what_became_better_and_worse_and_names_no_case(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(saved(evaluate(CANDIDATES, TRUTH, WORKS)), encoding="utf-8")
    now = proposals(("GB 1", "ISO 2", 1, Band.WEAK), ("GB 2", "ISO 2", 1, Band.STRONG), ("GB 3", "ISO 3", 1, Band.WEAK))
    result = evaluate(now, TRUTH, WORKS, baseline=before)
    assert [(case.national, case.before, case.now) for case in result.better] == [("GB 2", 2, 1)]
    assert [(case.national, case.before, case.now) for case in result.worse] == [("GB 1", 1, 0)]
    assert "GB" not in before.read_text(encoding="utf-8")
    assert len(read_saved(before)) == len(TRUTH)


def test_no_pairs_and_no_candidates_are_no_error() -> None:
    nothing = evaluate(proposals(), [], WORKS)
    assert (nothing.n, nothing.recall[1].value, nothing.mean_reciprocal_rank) == (0, None, 0.0)
    assert evaluate(proposals(), TRUTH, WORKS).recall[20].value == 0.0


@pytest.mark.parametrize("text", ["{", "[]", '{"ranks": 3}', '{"ranks": {"a": "b"}}', ""])
def test_another_file_is_no_baseline(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AlignerError, match=r"other\.json"):
        evaluate(CANDIDATES, TRUTH, WORKS, baseline=file)


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (8, 10, 0.4902, 0.9433)]
)
def test_the_interval_is_wilsons(numerator: int, denominator: int, low: float, high: float) -> None:
    share = wilson(numerator, denominator)
    assert (share.low, share.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_without_cases_the_interval_is_everything() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)
