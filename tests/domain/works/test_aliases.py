import pytest

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.works.aliases import as_listed
from aligner.domain.works.work import build_works
from tests.standards_tables import a_standard, a_table


def listed(cited: str, *names: str) -> str:
    read = parse_designation(cited)
    assert isinstance(read, Designation)
    return str(as_listed(read, set(names)))


@pytest.mark.parametrize("cited", ["ISO 27001:2013", "IEC 27001:2013", "IEC/ISO 27001:2013", "ISO/IEC 27001:2013"])
def test_a_joint_document_is_found_under_any_of_its_bodies(cited: str) -> None:
    assert listed(cited, "ISO/IEC 27001") == "ISO/IEC 27001:2013"


def test_one_of_iso_is_found_where_it_is_cited_as_joint() -> None:
    assert listed("ISO/IEC 9001:2015", "ISO 9001") == "ISO 9001:2015"


def test_two_documents_with_one_number_are_never_mixed_up() -> None:
    assert listed("ISO/IEC 10000", "ISO 10000", "IEC 10000") == "ISO/IEC 10000"
    assert listed("ISO 10000", "ISO 10000", "ISO/IEC 10000") == "ISO 10000"


def test_what_nobody_lists_stays_as_it_is_cited() -> None:
    assert listed("ISO 27001:2013", "ISO/IEC 27002") == "ISO 27001:2013"


def test_a_twin_text_is_found_under_its_second_number() -> None:
    assert listed("ITU-T X.509|ISO/IEC 9594-8:2017", "ISO/IEC 9594-8") == "ISO/IEC 9594-8:2017"


def test_works_and_editions_are_found_under_their_other_names() -> None:
    works = build_works(a_table(a_standard("ISO/IEC 27001:2013"), a_standard("ISO 9001:2015")))
    edition = works.find_edition("ISO 27001:2013")
    assert edition is not None
    assert edition.designation == "ISO/IEC 27001:2013"
    assert works.position("ISO/IEC 9001") == works.position("ISO 9001")
    assert works.position("ISO 27002") is None
