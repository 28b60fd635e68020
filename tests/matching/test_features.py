from typing import Any

import numpy as np
import pytest
from standards_tables import a_standard, a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.features.registry import FEATURES
from aligner.matching.sides.index import build_index
from aligner.matching.sides.pairs import Pairs

from .small_catalogues import titled


def a_pair(national: dict[str, Any], international: dict[str, Any]) -> Pairs:
    """The pair of these two standards as the first and only one."""
    table = a_table(international)
    index = build_index(a_table(national), table, build_works(table), Silent())
    zero = np.zeros(1, dtype=np.int32)
    title = index.internationals.latest_title[zero]
    near = index.pairs(zero, 5, 5, 1)
    cosine = near.cosine if len(near) else np.zeros(1, dtype=np.float32)
    return Pairs(index.nationals, index.internationals, zero, zero, title, cosine, cosine * 0, zero - 1)


def measured(name: str, national: dict[str, Any], international: dict[str, Any]) -> tuple[float, tuple[str, str]]:
    """Value of a feature for a pair of standards, and the two texts behind it."""
    feature = next(feature for feature in FEATURES if feature.name == name)
    pair = a_pair(national, international)
    return float(feature.measure(pair)[0]), feature.texts(pair, 0)


def gears(designation: str = "GB/T 1-2010", **values: Any) -> dict[str, Any]:
    return titled(designation, values.pop("title", "Gears"), published=values.pop("published", "2010-01"), **values)


def iso_gears(designation: str = "ISO 5:2005", **values: Any) -> dict[str, Any]:
    return gears(designation, **{"published": "2005-01"} | values)


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        (["21.200.10"], ["21.200.10"], 1.0),
        (["21.200.10"], ["21.200.20"], 0.7),
        (["21.200"], ["21.100"], 0.4),
        (["21.200"], ["25.040"], 0.0),
        (["25.040", "21.200"], ["21.200"], 1.0),
        ([], ["21.200"], 0.75),
    ],
)
def test_ics_is_compared_at_three_depths(ours: list[str], theirs: list[str], value: float) -> None:
    measure, texts = measured("ICS", gears(ics=ours), iso_gears(ics=theirs))
    assert measure == pytest.approx(value)
    assert texts == (", ".join(ours), ", ".join(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("Gears - Part 2: Teeth", "Gears - Part 2: Teeth", 1.0),
        ("Gears - Part 2: Teeth", "Gears - Part 3: Teeth", 0.0),
        ("Gears - Part 2: Teeth", "Gears - Part 2-43: Teeth", 0.4),
        ("Gears - Part 2: Teeth", "Gears - Teeth", 0.4),
        ("Gears", "Gears", 0.5),
    ],
)
def test_parts_agree_differ_or_are_nested(ours: str, theirs: str, value: float) -> None:
    assert measured("part", gears(title=ours), iso_gears(title=theirs))[0] == pytest.approx(value)


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("Test Kc", "Test Kc", 1.0),
        ("Test Kc", "Test Kd", 0.0),
        ("Sheets of 2 mm and 5 mm", "Sheets of 2 mm and 6 mm", 0.4 / 3),
        ("Sheets of 2 mm", "Sheets", 0.0),
        ("Sheets", "Sheets", 0.5),
    ],
)
def test_numbers_and_letters_in_titles_are_compared(ours: str, theirs: str, value: float) -> None:
    assert measured("numbers in the title", gears(title=ours), iso_gears(title=theirs))[0] == pytest.approx(value)


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("GB/T 21940.11-2010", "ISO 21940-11:2005", 1.0),
        ("GB/T 21940.12-2010", "ISO 21940-11:2005", 0.0),
        ("GB/T 2108-2010", "ISO 2108:2005", 0.75),
        ("GB/T 2109-2010", "ISO 2108:2005", 0.5),
    ],
)
def test_equal_numbers_are_a_hint_and_other_parts_of_a_long_number_a_contradiction(
    ours: str, theirs: str, value: float
) -> None:
    assert measured("numbers", gears(ours), iso_gears(theirs))[0] == pytest.approx(value, abs=1e-3)


def test_equal_numbers_say_nothing_when_the_titles_share_no_word() -> None:
    value, texts = measured("numbers", gears("GB/T 21940-2010", title="Tea"), iso_gears("ISO 21940:2005"))
    assert value == pytest.approx(0.5)
    assert texts == ("GB/T 21940", "ISO 21940")


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [("GB/T 1-2010", "ISO 5:2005", 1.0), ("GB/Z 1-2010", "ISO/TR 5:2005", 0.5), ("GB/T 1-2010", "ISO/TR 5:2005", 0.0)],
)
def test_the_kind_of_document_should_fit(ours: str, theirs: str, value: float) -> None:
    assert measured("document type", gears(ours), iso_gears(theirs))[0] == pytest.approx(value)


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [("2010-01", "2009-12", 1.0), ("2010-01", "2011-01", 0.5), ("2010", "2015", 0.0), ("", "2015", 1.0)],
)
def test_a_work_must_have_existed(ours: str, theirs: str, value: float) -> None:
    assert measured("dates", gears(published=ours), iso_gears(published=theirs))[0] == pytest.approx(value, abs=0.05)


def test_scopes_are_compared_without_their_own_numbers() -> None:
    ours = "GB/T 1-2010 specifies the accuracy of cylindrical involute gears."
    theirs = "ISO 5:2005 specifies the accuracy of cylindrical involute gears."
    value, texts = measured("scope", gears(scope=ours), iso_gears(scope=theirs))
    assert value == pytest.approx(1.0)
    assert texts == (ours, theirs)
    assert measured("scope", gears(scope="本标准规定了齿轮"), iso_gears(scope=theirs))[0] == pytest.approx(0.3)


def test_titles_without_a_word_in_common_are_not_alike() -> None:
    assert measured("title", gears(title="Tea"), iso_gears())[0] < 0.3
    assert measured("title", gears(), iso_gears())[0] == pytest.approx(1.0)
    assert measured("title", a_standard("GB/T 1-2010", title="齿轮"), iso_gears())[0] == 0.0


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_knows_nothing_of_standards_without_any_text(feature: Any) -> None:
    pair = a_pair(a_standard("GB/T 1-2010"), a_standard("ISO 5:2005"))
    assert float(feature.measure(pair)[0]) == pytest.approx(feature.neutral)


def test_committees_mirror_each_other_as_the_statements_show() -> None:
    theirs = a_table(
        *(iso_gears(f"ISO {n}:2005", committee=f"ISO/TC 60/SC {n}") for n in range(1, 7)),
        iso_gears("ISO 70:2005", committee="ISO/TC 70"),
    )
    stating = [gears(f"GB/T {n}-2010", committee="SAC/TC 52", adopted=f"ISO {n}:2005") for n in range(1, 6)]
    silent = gears("GB/T 9-2010", committee="SAC/TC 52")
    index = build_index(a_table(*stating, silent), theirs, build_works(theirs), Silent())
    pairs = index.pairs(np.asarray([5], dtype=np.int32), 10, 10, 1)
    feature = next(feature for feature in FEATURES if feature.name == "committee")
    values = {feature.texts(pairs, place)[1]: value for place, value in enumerate(feature.measure(pairs).tolist())}
    assert values["ISO/TC 60/SC 6"] == 1.0
    assert values["ISO/TC 70"] == 0.0
