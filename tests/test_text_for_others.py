"""Hostile names and notes go out through every exporter: nothing is run, nothing breaks, nothing gets lost."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from catalogue_files import NATIONAL_HEADINGS, international_catalogue, write_workbook
from openpyxl import load_workbook

from aligner.api import Project
from aligner.domain.cell_text import unguarded, writable
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.usecases.hand_outs.export import WHAT

MARK = "hostile"
"""In every hostile text, so that it is found wherever it goes."""

HOSTILE = (
    f"=HYPERLINK(\"http://{MARK}.example\",\"x\")",
    f"+cmd|'/c {MARK}'!A0",
    f"-2+3+{MARK}",
    f"@SUM({MARK})",
    f"＝1+{MARK}",
    f"<script>{MARK}()</script>",
    f"</td></table><img src=x onerror={MARK}()>",
    f"\"><svg/onload={MARK}()>",
    f"]]></script><!-- {MARK} --",
    f"{{{{{MARK}}}}} {{0}} %s %(x)s ${{x}}",
    f"\x00\x07\x1b[31m{MARK}\x7f",
    f"{MARK}\ttab\r\nline\u2028line",
    f"\u202e{MARK}\u2066\u200f",
    f"'; DROP TABLE change; -- {MARK}",
    f"{MARK}\" OR \"1\"=\"1",
    f"\\u0000{MARK}\\\\",
    f"&lt;{MARK}&gt;&amp;",
    f"(){MARK}) Tj /JavaScript (",
    f"# {MARK}: comment",
)  # fmt: skip
FORMULA_SIGNS = tuple("=+-@＝＋－＠")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project in which every text that a user or a file can bring is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    xml_safe = [re.sub("[\x00-\x08\x0b-\x1f]", "", text) for text in HOSTILE]
    rows = [
        (f"GB/T {number}-2018", text, "2018-05-17", "现行", f"ISO {number}:2017", "IDT", text)
        for number, text in enumerate(xml_safe, 1001)
    ]
    headings = (*NATIONAL_HEADINGS, f"=1+1 <b>{MARK}</b>")
    national = write_workbook(folder / f"={MARK} <b>&'.xlsx", headings, rows)
    for sheet in (book := load_workbook(national)).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            cell.data_type = "s"
    book.save(national)
    international = international_catalogue(
        folder / f"-{MARK} '.csv",
        *[(f"ISO {number}:2017", text, "2017-03-01", "['21.200']", text) for number, text in enumerate(HOSTILE, 1001)],
    )
    with Project.new(folder / "a.aligner", reviewer=HOSTILE[0]) as opened:
        opened.load(national, "national")
        opened.load(international, "international")
        opened.match()
        opened._session.store.append(HOSTILE[0], Action.DECIDE, [_noted(*one) for one in enumerate(HOSTILE, 1001)])
        opened.take_snapshot(HOSTILE[5])
        yield opened


def _noted(number: int, note: str) -> RowChange:
    """A decision with this note, as a reviewer writes it in the window."""
    work = f"ISO {number}"
    decision = Decision(
        f"GB/T {number}-2018", work, f"{work}:2017", Verdict.CONFIRMED, Degree.IDT, reviewer=HOSTILE[0], note=note
    )
    return RowChange(Subject.DECISION, decision.key, None, decision.to_json())


def test_the_project_holds_what_is_hostile(project: Project) -> None:
    assert set(project.decisions()["note"]) == set(HOSTILE)
    assert sum(MARK in title for title in project.standards("national")["title"]) >= len(HOSTILE) - 2
    assert project.history()["action"][0] == Action.DECIDE


@pytest.mark.parametrize("what", WHAT)
def test_no_cell_of_a_csv_is_computed_or_breaks_the_table(project: Project, what: str, tmp_path: Path) -> None:
    count = project.export(tmp_path / "out.csv", what)
    content = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert not set(content) & set("\x00\x07\x1b\x7f")
    _refuse_formulas(rows := list(csv.reader(content.splitlines(keepends=True))))
    assert len(rows) == count + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_no_cell_of_a_mapping_set_is_computed_or_breaks_the_table(project: Project, tmp_path: Path) -> None:
    project.export(tmp_path / "out.sssom.tsv", form="sssom")
    content = (tmp_path / "out.sssom.tsv").read_text(encoding="utf-8")
    assert not set(content) & set("\x00\x07\x1b\x7f")
    head = [line for line in content.splitlines() if line.startswith("#")]
    table = "\n".join(content.split("\n")[len(head) :])
    _refuse_formulas(rows := list(csv.reader(table.splitlines(keepends=True), delimiter="\t")))
    assert len(rows) == len(HOSTILE) + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def _refuse_formulas(rows: list[list[str]]) -> None:
    """As a spreadsheet takes them: what shows nothing at the beginning hides no sign."""
    for cell in (cell for row in rows for cell in row):
        seen = re.sub("^[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", "", cell)
        assert NUMBER.fullmatch(cell) or not seen.startswith(FORMULA_SIGNS), cell


@pytest.mark.parametrize("what", WHAT)
def test_json_holds_the_texts_as_they_are(project: Project, what: str, tmp_path: Path) -> None:
    count = project.export(tmp_path / "out.json", what)
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(found if isinstance(found, list) else found["rows"]) == count


WORKBOOKS: dict[str, Callable[[Project, Path], Any]] = {
    **{what: lambda project, path, what=what: project.export(path, what) for what in WHAT},
    "report": lambda project, path: project.report(path, organization=HOSTILE[0]),
    "report in Chinese": lambda project, path: project.report(path, language="zh", organization=HOSTILE[5]),
    "report of a snapshot": lambda project, path: project.snapshot_report(HOSTILE[5], path),
    "form": lambda project, path: project.comparison_form("steel-products", [("GB/T 1001-2018", "ISO 1001")], path),
}


@pytest.mark.parametrize("what", WORKBOOKS)
def test_a_workbook_computes_only_what_is_ours(project: Project, what: str, tmp_path: Path) -> None:
    WORKBOOKS[what](project, tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")
    for cell in (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row):
        assert cell.data_type != "f" or MARK not in str(cell.value).casefold(), cell
        assert cell.hyperlink is None or MARK not in (cell.hyperlink.target or "")
    with ZipFile(tmp_path / "out.xlsx") as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8", "replace")
            assert not re.search(f"<(f|definedName|formula1)[^>]*>[^<]*{MARK}", text), name


class _Elements(HTMLParser):
    """Every element with its attributes, and the texts of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_shows_hostile_texts_as_texts(project: Project, language: str, tmp_path: Path) -> None:
    project.report(tmp_path / "out.html", language=language, organization=HOSTILE[5])
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    elements = _Elements()
    elements.feed(page)
    elements.close()
    assert not [one for one in elements.found if one[0] == "img" or any(name.startswith("on") for name in one[1])]
    assert not [comment for comment in elements.comments if MARK in comment]
    for text in HOSTILE:
        if "<" in text:
            assert text not in page


def test_a_printed_page_has_no_actions(project: Project, tmp_path: Path) -> None:
    project.report(tmp_path / "out.pdf", organization=HOSTILE[17])
    content = (tmp_path / "out.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    for action in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/URI", b"/EmbeddedFile"):
        assert action not in content


def test_decisions_come_back_as_they_were(project: Project, tmp_path: Path) -> None:
    project.export(tmp_path / "out.csv", "decisions")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        notes = [unguarded(row["note"]) for row in csv.DictReader(file)]
    assert sorted(notes) == sorted(map(writable, HOSTILE))
