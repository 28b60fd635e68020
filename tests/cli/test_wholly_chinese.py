"""In Chinese nothing is left in English but names, titles and codes: in the report and in what commands print."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from command_line import done
from openpyxl import load_workbook

from aligner import paths
from aligner.api import Project
from aligner.usecases.figures.measure import PROFILES

CATALOGUE = paths.resources() / "locale" / "zh" / "LC_MESSAGES" / "aligner.po"
PARTS = re.compile(r" · |；|; |，|, |：|: ")
WORD = re.compile(r"[A-Za-z][a-z]{2,}")
"""Words, not abbreviations: IDT, ICS and ISO stay as they are."""
CODE = re.compile(r"\b\w+[_-][\w-]+\b|\b\w+\.(?:xlsx|csv|aligner)\b|\b[0-9a-f]{12,}…?")
"""Codes such as outline-85, conversion_rate, files, and fingerprints."""
NAMES = frozenset({"Aligner", "Cohen", "Wilson", "Excel", "Sheet", "secretary"})
"""Of programs, statisticians, the sheet of the files and their reviewer."""


@pytest.fixture(scope="module")
def reasoned(decided_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which a decision gives its reasons as people write them in files."""
    project = tmp_path_factory.mktemp("reasoned") / "ours.aligner"
    project.write_bytes(decided_project.read_bytes())
    form = project.with_name("reasons.csv")
    with Project.open(project) as opened:
        pair = next(row for row in opened.decisions().to_dict("records") if row["verdict"] == "confirmed")
    form.write_text(
        "national,international,verdict,degree,reason\n"
        f"{pair['national']},{pair['international']},confirmed,MOD,less content; altered content\n",
        encoding="utf-8",
    )
    done("decide", project, form, "--reviewer", "secretary", "--replace")
    return project


def known_words(project: Path) -> set[str]:
    """Every word of the catalogues and of the project's own texts: names and titles."""
    with Project.open(project, read_only=True) as opened:
        tables = [opened.standards(level) for level in ("national", "international")] + [
            opened.decisions(),
            opened.applicability(),
        ]
    texts = (str(value) for table in tables for column in table for value in table[column])
    return {word for text in texts for word in WORD.findall(text)} | NAMES | {project.stem, *PROFILES}


def english_texts() -> set[str]:
    """What the program says in English, as far as Chinese has other words for it."""
    with CATALOGUE.open("rb") as file:
        messages = [one for one in read_po(file, locale="zh") if isinstance(one.id, str)]
    return {one.id for one in messages if one.id != one.string and WORD.search(one.id)}


def left_over(texts: Iterable[str], known: set[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(CODE.sub(" ", text)) if word not in known}


def test_the_report_is_wholly_chinese(reasoned: Path, tmp_path: Path) -> None:
    done("report", reasoned, tmp_path / "report.xlsx", "--lang", "zh")
    workbook = load_workbook(tmp_path / "report.xlsx")
    cells = [
        str(cell)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str) and not cell.startswith("=")
    ]
    assert {part for cell in cells for part in PARTS.split(cell)} & (english_texts() - NAMES) == set()
    assert left_over([*workbook.sheetnames, *cells], known_words(reasoned) - {"less", "content", "altered"}) == set()


@pytest.mark.parametrize("command", [("explain", "conversion_rate"), ("explain", "adoption_lag_median"), ("history",)])
def test_what_commands_print_is_wholly_chinese(reasoned: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    printed = done(name, reasoned, *rest, "--lang", "zh")
    assert left_over(printed.splitlines(), known_words(reasoned)) == set()


def test_the_reasons_of_candidates_are_wholly_chinese(reasoned: Path) -> None:
    rows = csv.DictReader(io.StringIO(done("candidates", reasoned, "--lang", "zh")))
    quoted = re.compile(r"（[^）]*）|“[^”]*”")  # what the lists say, and words of a title in another language
    assert left_over([quoted.sub("", row["reasons"]) for row in rows], known_words(reasoned)) == set()
