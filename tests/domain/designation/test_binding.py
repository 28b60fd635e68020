"""The change of a prefix from mandatory to voluntary keeps the work (domain.md 5.2)."""

import pytest

from aligner.domain.designation.binding import either_binding, national_work


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GB/T 4706.1-2024", "GB 4706.1-2005"),
        ("GB 3001-2019", "GB/T 3001"),
        ("JB/T 1234-2019", "JB 1234-1999"),
    ],
)
def test_binding_does_not_make_another_work(one: str, other: str) -> None:
    assert national_work(one) == national_work(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GB/T 4706.1", "GB/T 4706.2"),
        ("GB/T 19001-2016", "JB/T 19001-2016"),
        ("GBZ 1-2010", "GB/Z 1-2010"),
        ("GB 1-2010", "GB/Z 1-2010"),
    ],
)
def test_other_numbers_bodies_and_types_are_other_works(one: str, other: str) -> None:
    assert national_work(one) != national_work(other)


@pytest.mark.parametrize(
    ("designation", "both"),
    [
        ("GB/T 3001-2019", ("GB/T 3001-2019", "GB 3001-2019")),
        ("GB 3001-2019", ("GB 3001-2019", "GB/T 3001-2019")),
        ("GB/Z 3001-2019", ("GB/Z 3001-2019",)),
        ("20241234-T-604", ("20241234-T-604",)),
    ],
)
def test_a_number_is_printed_with_either_binding(designation: str, both: tuple[str, ...]) -> None:
    assert either_binding(designation) == both
