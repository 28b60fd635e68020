"""What the national list states and no international list has is kept and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.catalogues.unlisted import unlisted, unlisted_problems, unlisted_table
from aligner.usecases.hand_outs.export import table_of
from aligner.usecases.hand_outs.report import report_content
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session

NATIONAL = """标准号,标准名称,采用国际标准号,一致性程度,标准状态
GB/T 1-2020,甲,ISO 27001:2013,IDT,现行
GB/T 2-2020,乙,ISO 8000:2011; ISO 5000-1～3,MOD,现行
GB/T 3-2020,丙,ISO 9001:2015,IDT,现行
GB/T 4-2020,丁,ISO 7000,MOD,现行
GB/T 5-2020,戊,ISO 6000（所有部分）,MOD,现行
"""
INTERNATIONAL = """Standard No.,Title,Status
ISO/IEC 27001:2022,Information security,Current
ISO/TS 8000:2011,Data quality,Current
ISO 5000-1:2010,Part one,Current
ISO 9001:2015,Quality,Current
ISO 7000-1:2010,Symbols,Current
ISO 7000-2:2010,Symbols two,Current
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    (tmp_path / "gb.csv").write_text(NATIONAL, encoding="utf-8")
    (tmp_path / "iso.csv").write_text(INTERNATIONAL, encoding="utf-8")
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as opened:
        load(opened, LoadRequest(tmp_path / "gb.csv", Level.NATIONAL), Silent())
        yield opened


def load_international(session: Session, folder: Path) -> None:
    load(session, LoadRequest(folder / "iso.csv", Level.INTERNATIONAL), Silent())


def test_nothing_is_missing_while_there_is_no_international_list(session: Session) -> None:
    assert unlisted(session) == []


def test_each_stated_number_without_listed_work_is_told_with_the_nearest_ones(session: Session, tmp_path: Path) -> None:
    load_international(session, tmp_path)
    found = [(row["national"], row["stated"], row["degree"], row["nearest"]) for row in unlisted_table(session).rows()]
    assert found == [
        ("GB/T 2-2020", "ISO 8000:2011", "MOD", "ISO/TS 8000"),
        ("GB/T 2-2020", "ISO 5000-2", "MOD", ""),
        ("GB/T 2-2020", "ISO 5000-3", "MOD", ""),
        ("GB/T 4-2020", "ISO 7000", "MOD", "ISO 7000-1; ISO 7000-2"),
        ("GB/T 5-2020", "ISO 6000 (all parts)", "MOD", ""),
    ]
    assert table_of(session, "unlisted") == unlisted_table(session)


def test_they_are_warnings_in_the_row_of_the_national_file(session: Session, tmp_path: Path) -> None:
    load_international(session, tmp_path)
    first = unlisted_problems(session)[0]
    assert (first.file, first.row, first.severity.value) == ("gb.csv", 3, "warning")
    sentence = translator("en").sentence(first)
    assert sentence == "GB/T 2-2020 states ISO 8000:2011, which is not in the lists; ISO/TS 8000 is."
    chinese = translator("zh").sentence(first)
    assert chinese == "GB/T 2-2020 标注采用 ISO 8000:2011，国际标准目录中没有该标准，相近的有 ISO/TS 8000。"


def test_they_belong_to_the_national_catalogue_and_stand_in_the_report(session: Session, tmp_path: Path) -> None:
    load_international(session, tmp_path)
    ours, theirs = session.store.catalogues()
    assert len(unlisted_problems(session, ours.id)) == 5
    assert unlisted_problems(session, theirs.id) == []
    content = report_content(session, translator("en"), Silent())
    assert [one for one in content.problems if one.code == "unlisted"] == unlisted_problems(session)


def test_the_same_number_from_a_list_loaded_later_is_missing_no_more(session: Session, tmp_path: Path) -> None:
    load_international(session, tmp_path)
    before = len(unlisted(session))
    (tmp_path / "more.csv").write_text("Standard No.,Title,Status\nISO 6000-1:2001,Six,Current\n", encoding="utf-8")
    load(session, LoadRequest(tmp_path / "more.csv", Level.INTERNATIONAL), Silent())
    assert len(unlisted(session)) == before - 1
