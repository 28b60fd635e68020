import pytest

from aligner.domain.degree import Degree
from aligner.matching.scoring import degree


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (None, ("", degree.NO_BASIS)),
        (["ISO 1:2000", None, "ISO 1:2000", ""], ("", degree.NAMED)),
        (["ISO 1:2000", Degree.IDT, "ISO 1:2000, IDT", ""], ("IDT", degree.STATED)),
        (["ISO 1:2000", "NEQ", "neq ISO 1:2000", ""], ("NEQ", degree.STATED)),
        (["ISO 1:2000", "MOD", "eqv ISO 1:2000", "EQV"], ("MOD", degree.STATED_EQV)),
        (["ISO 1:2000", "NEQ", "ref ISO 1:2000", "REF"], ("NEQ", degree.STATED_REF)),
        (["ISO 1:2000", "IDT", "GB/T 1-2001/ISO 1:2000", ""], ("IDT", degree.DUAL_NUMBER)),
    ],
)
def test_a_degree_is_suggested_only_on_a_statement(statement: list[object] | None, expected: tuple[str, str]) -> None:
    assert degree.suggested(statement, "GB/T 1-2001/ISO 1:2000") == expected
