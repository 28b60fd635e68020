import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation


def number(text: str) -> Designation:
    designation = parse_designation(text)
    assert isinstance(designation, Designation), text
    return designation


@pytest.mark.parametrize(
    ("text", "work", "family", "edition"),
    [
        ("ISO 1002-1:2018/Amd 1:2022", "ISO 1002-1", "ISO 1002", "ISO 1002-1:2018"),
        ("ISO/IEC TR 10000-1:1998", "ISO/IEC TR 10000-1", "ISO/IEC TR 10000", "ISO/IEC TR 10000-1:1998"),
        ("IEC 60335-1:2010+AMD1:2013+AMD2:2016 CSV", "IEC 60335-1", "IEC 60335", "IEC 60335-1:2010"),
        ("IEC 60335-1:2020 RLV", "IEC 60335-1", "IEC 60335", "IEC 60335-1:2020"),
        ("IEC 60335-1 ed 6.2", "IEC 60335-1", "IEC 60335", "IEC 60335-1"),
        ("ISO 9001:2015(E)", "ISO 9001", "ISO 9001", "ISO 9001:2015"),
        ("ISO/DIS 12345.2", "ISO 12345", "ISO 12345", "ISO/DIS 12345"),
        ("ISO/CD TS 9", "ISO/TS 9", "ISO/TS 9", "ISO/CD TS 9"),
        ("ISO/DTS 11353", "ISO/TS 11353", "ISO/TS 11353", "ISO/DTS 11353"),
        ("ISO 9001:2015/DAM 1", "ISO 9001", "ISO 9001", "ISO 9001:2015"),
        ("CD IWA 37-3", "IWA 37-3", "IWA 37", "CD IWA 37-3"),
        ("IEC 60061-1D:1972", "IEC 60061-1", "IEC 60061", "IEC 60061-1:1972"),
        ("IEC 335-1:1991", "IEC 60335-1", "IEC 60335", "IEC 60335-1:1991"),
        ("IEC 335-1", "IEC 60335-1", "IEC 60335", "IEC 60335-1"),
        ("IEC 112:2017", "IEC 112", "IEC 112", "IEC 112:2017"),
        ("IEC/ISO 31010:2009", "IEC 31010", "IEC 31010", "IEC 31010:2009"),
        ("ISO/IEC Guide 98-3-SP1:2008", "ISO/IEC Guide 98-3", "ISO/IEC Guide 98", "ISO/IEC Guide 98-3"),
        ("GB/T 20000.2-2009", "GB/T 20000.2", "GB/T 20000", "GB/T 20000.2-2009"),
        ("GB/T 19001-2016/ISO 9001:2015", "GB/T 19001", "GB/T 19001", "GB/T 19001-2016"),
        ("GB 50016-2014(2018年版)", "GB 50016", "GB 50016", "GB 50016-2014"),
        ("DB11/501-2017", "DB11/501", "DB11/501", "DB11/501-2017"),
        ("JIS C 5101-10-1:1999/AMENDMENT 1:2006", "JIS C 5101-10-1", "JIS C 5101", "JIS C 5101-10-1:1999"),
        ("TR R 0001:2000", "TR R 0001", "TR R 0001", "TR R 0001:2000"),
        ("IS 302 (Part 2/Sec 26):2014", "IS 302 (Part 2/Sec 26)", "IS 302", "IS 302 (Part 2/Sec 26):2014"),
        ("ITU-R BT.601-7 (03/2011)", "ITU-R BT.601", "ITU-R BT.601", "ITU-R BT.601 (03/2011)"),
        ("BS EN ISO 9001:2015", "BS EN ISO 9001", "BS EN ISO 9001", "BS EN ISO 9001:2015"),
        ("86A/2178/CD", "86A/2178", "86A/2178", "86A/2178/CD"),
        ("20241234-T-604", "20241234-T-604", "20241234-T-604", "20241234-T-604"),
        ("urn:iso:std:iso-iec:29341:-11-10:stage-90.20", "ISO/IEC 29341-11-10", "ISO/IEC 29341", "ISO/IEC 29341-11-10"),
    ],
)
def test_levels_of_identity(text: str, work: str, family: str, edition: str) -> None:
    designation = number(text)
    assert (designation.work, designation.family, designation.edition_key) == (work, family, edition)


def test_editions_are_the_same_whatever_is_added() -> None:
    assert number("IEC 60335-1:2010+AMD1:2013 CSV").edition_key == number("IEC 60335-1:2010").edition_key
    assert number("ISO 9001:2015(E)").edition_key == number("ISO 9001:2015/Amd 1:2024").edition_key


def test_a_draft_is_not_the_edition_of_its_year() -> None:
    assert number("ISO/DIS 9001:2014").edition_key != number("ISO 9001:2014").edition_key


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        ("ISO 9001:2015", "dated"),
        ("ISO 9001", ""),
        ("ISO/DIS 9001", "draft"),
        ("ISO 9001:2015/Amd 1:2024", "dated supplement"),
        ("ISO 9001:2015/DAM 1", "dated draft supplement"),
        ("IEC 60335-1:2010+AMD1:2013 CSV", "dated consolidated"),
        ("IEC 60335-1:2010 CSV", "dated consolidated"),
        ("IEC 60335-1:2001+AMD1:2004 CSV/COR1:2005", "dated supplement consolidated"),
        ("IEC 60335-1 ED6.2", "consolidated"),
        ("IEC 60335-1 ED6.0", ""),
        ("IEC 60335-1 ED6", ""),
        ("IEC 60061-1D:1972", "dated supplement"),
        ("IEC 60417-DB:2002", "dated"),
        ("20241234-T-604", "plan"),
        ("PWI TR 100-36 ED1", "draft"),
        ("urn:iso:std:iso:20333:stage-90.93", ""),
        ("urn:iso:std:iso:20333:stage-40.20", "draft"),
        ("urn:iso:std:iso:20333:stage-draft", "draft"),
    ],
)
def test_what_kind_of_document_it_is(text: str, properties: str) -> None:
    designation = number(text)
    kinds = ("dated", "draft", "plan", "supplement", "consolidated")
    assert {kind for kind in kinds if getattr(designation, f"is_{kind}")} == set(properties.split())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ISO 9001", "international"),
        ("CISPR 11", "international"),
        ("ITU-T X.509", "international"),
        ("IWA 38", "international"),
        ("EN ISO 9001", "regional"),
        ("CEN/TS 16614", "regional"),
        ("GB/T 19001", "national"),
        ("GBZ 1", "national"),
        ("JIS Q 9001", "national"),
        ("BS EN ISO 9001", "national"),
        ("GOST R ISO 9001-2015", "national"),
        ("YY/T 0287", "industry"),
        ("DB44/T 1234-2013", "local"),
        ("T/CSPSTC 22-2019", "group"),
        ("Q/GDW 1234-2015", "enterprise"),
    ],
)
def test_levels_of_bodies(text: str, level: str) -> None:
    assert number(text).level == level


def test_numbers_are_ordered_as_numbers() -> None:
    texts = ["ISO 105-A01:2010", "ISO 1002-2:2018", "ISO 1002-10:2018", "ISO 9001", "ISO 9001:2008", "ISO 9001:2015"]
    shuffled = [texts[place] for place in (3, 0, 5, 2, 4, 1)]
    assert [str(designation) for designation in sorted(map(number, shuffled))] == texts


_ANY = st.sampled_from(
    [
        *["ISO 9001", "ISO 9001:2015", "ISO 9001:2015/Amd 1:2024", "ISO/DIS 9001", "ISO/TS 9001", "ISO 9001-2"],
        *["ISO 9001-10", "IEC 60335-1", "IEC 335-1:1991", "IEC 60335-1:1991", "GB 4706.1-2005", "GB/T 4706.1-2005"],
        *["JIS C 5101-1:1999", "20241234-T-604", "86A/2178/CD", "ISO 105-A01", "ISO 105-B01", "IEC 60061-1D:1972"],
        *["ITU-T X.509", "BS EN ISO 9001:2015", "ISO 9001(E)"],
    ]
).map(number)


@given(_ANY, _ANY, _ANY)
def test_order_is_total(a: Designation, b: Designation, c: Designation) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    if a < b < c:
        assert a < c
