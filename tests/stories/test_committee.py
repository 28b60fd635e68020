"""What committees do, in their words; each story runs over every face."""

from pathlib import Path

import pytest
from catalogue_files import applicability_file, decisions_file, international_catalogue, national_catalogue
from openpyxl import load_workbook
from worked_example_files import write_worked_example

from .faces import Face, Refused, SmallTable


def texts_of(report: Path) -> set[str]:
    """Every cell of a workbook as text."""
    sheets = load_workbook(report).worksheets
    return {str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}


def two_machine_tool_parts(face: Face, folder: Path) -> None:
    """Two parts of a national standard stand for one international work."""
    face.load(national_catalogue(folder / "gb.csv", ("GB/T 3004.1-2021",), ("GB/T 3004.2-2022",)), "national")
    face.load(international_catalogue(folder / "iso.csv", ("ISO 1004:2019",)), "international")


def test_a_committee_loads_its_files_and_hands_in_a_report(face: Face, tmp_path: Path) -> None:
    """We have the two lists as workbooks. We look at the candidates, fill in the forms and hand in the report."""
    files = write_worked_example(tmp_path)

    assert face.load(files.national, "national").standards == 12
    assert face.load(files.international, "international").standards == 15
    face.match()
    assert face.best_candidate("GB/T 3001-2019") == ("ISO 1001", "strong")
    assert face.decide(files.decisions, "secretary") == SmallTable(11, ())
    assert face.judge(files.applicability, "secretary") == SmallTable(10, ())

    assert face.figure("conversion_rate") == "6/9"
    assert face.figure("conversion_rate", profile="strict-current") == "4/9"
    face.report(tmp_path / "report.xlsx", "zh")
    assert {str(6 / 9), "GB/T 3001-2019", "ISO 1001:2017", "齿轮 术语"} <= texts_of(tmp_path / "report.xlsx")
    assert face.is_sound()


def test_a_newer_catalogue_arrives_and_decisions_go_stale(face: Face, tmp_path: Path) -> None:
    """ISO has revised a standard we adopted. Our decisions stay, and those to look at again are named."""
    face.load(national_catalogue(tmp_path / "gb.csv", ("GB/T 3001-2019",), ("GB/T 3012-2019",)), "national")
    face.load(
        international_catalogue(tmp_path / "iso-2025.csv", ("ISO 1001:2017",), ("ISO 1012:2018",), ("ISO 1013:2018",)),
        "international",
    )
    face.decide(
        decisions_file(
            tmp_path / "decisions.csv",
            ("GB/T 3001-2019", "ISO 1001:2017", "", "IDT"),
            ("GB/T 3012-2019", "ISO 1012:2018", "", "IDT"),
        ),
        "secretary",
    )

    newer = international_catalogue(
        tmp_path / "iso-2026.csv",
        ("ISO 1001:2017", "Standard", "2017-03-01", "['21.200']", "ISO/TC 60", 9599),
        ("ISO 1001:2025", "Standard", "2025-06-01"),
        ("ISO 1012:2018",),
    )
    loading = face.load(newer, "international")

    assert loading.difference == (1, 1, 1)
    assert loading.stale == ("GB/T 3001-2019",)
    assert face.figure("conversion_rate") == "2/2"
    assert face.figure("conversion_rate_current") == "1/2"


def test_a_joint_group_is_closed_by_its_second_member(face: Face, tmp_path: Path) -> None:
    """Two of our parts cover one international work together; alone, neither does."""
    two_machine_tool_parts(face, tmp_path)

    face.decide(
        decisions_file(tmp_path / "first.csv", ("GB/T 3004.1-2021", "ISO 1004:2019", "", "IDT", "joint:1004")),
        "secretary",
    )
    assert face.figure("conversion_rate") == "0/1"

    face.decide(
        decisions_file(tmp_path / "second.csv", ("GB/T 3004.2-2022", "ISO 1004:2019", "", "MOD", "joint:1004")),
        "expert",
    )
    assert face.figure("conversion_rate") == "1/1"


def test_a_reviewer_takes_a_step_back_and_does_it_again(face: Face, tmp_path: Path) -> None:
    """I handed in the wrong form. I take it back as a whole, look, and want it after all."""
    two_machine_tool_parts(face, tmp_path)
    face.decide(decisions_file(tmp_path / "form.csv", ("GB/T 3004.1-2021", "ISO 1004:2019", "", "IDT")), "secretary")

    face.undo("secretary")
    assert face.figure("conversion_rate") == "0/1"
    face.redo("secretary")

    assert face.figure("conversion_rate") == "1/1"
    assert face.steps() == 3


def test_a_reviewer_cannot_undo_what_another_has_decided_since(face: Face, tmp_path: Path) -> None:
    """I want my step back, but a colleague has replaced my decision on the pair meanwhile: hers must stay."""
    two_machine_tool_parts(face, tmp_path)
    pair = ("GB/T 3004.1-2021", "ISO 1004:2019")
    face.decide(decisions_file(tmp_path / "mine.csv", (*pair, "", "IDT")), "secretary")
    face.decide(decisions_file(tmp_path / "hers.csv", (*pair, "", "NEQ")), "expert", replace=True)

    with pytest.raises(Refused):
        face.undo("secretary")

    assert face.figure("conversion_rate") == "0/1"
    assert face.steps() == 2
    assert face.is_sound()


def test_a_dirty_file_is_read_as_far_as_it_can_be(face: Face, tmp_path: Path) -> None:
    """Our list was typed by many hands; nothing of it may be lost silently, and one bad form row stops no other."""
    dirty = national_catalogue(
        tmp_path / "gb.csv",
        ("ＧＢ／Ｔ　３００１—２０１９", "齿轮　术语", "2019年5月17日", "现行", "等同采用ISO 1001：2017", ""),
        ("GB/T3002-2018", "轴承", "20180620", "现行", "", ""),
        ("标准号待查", "手工锉", "2019-13-45", "现行", "", ""),
        ("合计：3", "", "", "", "", ""),
    )
    face.load(international_catalogue(tmp_path / "iso.csv", ("ISO 1001:2017",), ("ISO 1002-1:2015",)), "international")

    loading = face.load(dirty, "national")
    handed_in = face.decide(
        decisions_file(
            tmp_path / "form.csv",
            ("GB/T 3001-2019", "ISO 1001:2017", "", "等同"),
            ("GB/T 9999-2019", "ISO 1001:2017", "", "IDT"),
            ("GB/T 3002-2018", "ISO 1002-1:2015", "confirmed", ""),
            ("GBT 3002-2018", "ISO 1002-1 : 2015", "", "mod"),
        ),
        "secretary",
    )

    assert (loading.standards, loading.left_out) == (2, 2)
    assert (handed_in.taken, sorted(handed_in.refused)) == (2, [3, 4])
    assert face.figure("conversion_rate") == "2/2"


def test_an_inapplicable_standard_leaves_the_denominator(face: Face, tmp_path: Path) -> None:
    """Half of what ISO has makes no sense here; the rate speaks of the rest, and says what is still open."""
    two_machine_tool_parts(face, tmp_path)
    face.load(international_catalogue(tmp_path / "more.csv", ("ISO 2001:2019",), ("ISO 2002:2019",)), "international")
    assert face.figure("conversion_rate") == "0/3"

    handed_in = face.judge(
        applicability_file(tmp_path / "form.csv", ("ISO 2001", "N", "N2"), ("ISO 2002:2019", "D", "D1")), "secretary"
    )

    assert handed_in == SmallTable(2, ())
    assert face.figure("conversion_rate") == "0/2"
