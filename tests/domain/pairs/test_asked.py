"""Which national standards are asked for a review."""

from standards_tables import a_standard, a_table

from aligner.domain.pairs.asked import asked_rows


def test_plans_duplicates_and_supplements_are_not_asked_for() -> None:
    national = a_table(
        "GB/T 1-2019",
        a_standard("GB/T 1-2019", duplicate_of=2),
        a_standard("GB/T 1-2019/XG1-2021", is_supplement=True),
        a_standard("20241234-T-604", is_plan=True),
        "GB/T 2-2019",
    )
    assert asked_rows(national) == [0, 4]
