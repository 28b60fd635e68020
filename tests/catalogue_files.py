"""Writes the files that committees hand in: catalogues, decisions and verdicts."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

NATIONAL_HEADINGS = ("标准号", "中文标准名称", "发布日期", "标准状态", "采用国际标准号", "采用程度")
INTERNATIONAL_HEADINGS = ("reference", "title.en", "publicationDate", "icsCode", "ownerCommittee", "currentStage")
DECISION_HEADINGS = ("national", "international", "verdict", "degree", "coverage", "reason", "note")
APPLICABILITY_HEADINGS = ("international", "applicable", "reason", "note")


def write_workbook(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """An xlsx file with one sheet: the headings, then the rows."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append([None if cell == "" else cell for cell in row])
    workbook.save(path)
    return path


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """A csv file in UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def national_catalogue(path: Path, *rows: Sequence[Any]) -> Path:
    """A csv file under NATIONAL_HEADINGS; a row that is too short ends with empty cells, in force from 2019."""
    usual = ("", "标准", "2019-05-17", "现行", "", "")
    return write_csv(path, NATIONAL_HEADINGS, [(*row, *usual[len(row) :]) for row in rows])


def international_catalogue(path: Path, *rows: Sequence[Any]) -> Path:
    """A csv file under INTERNATIONAL_HEADINGS; a row that is too short is in force from 2017."""
    usual = ("", "Standard", "2017-03-01", "['21.200']", "ISO/TC 60", 6060)
    return write_csv(path, INTERNATIONAL_HEADINGS, [(*row, *usual[len(row) :]) for row in rows])


def decisions_file(path: Path, *rows: Sequence[str]) -> Path:
    """A csv file under DECISION_HEADINGS; rows that are too short end with empty cells."""
    return write_csv(path, DECISION_HEADINGS, [(*row, *[""] * (7 - len(row))) for row in rows])


def applicability_file(path: Path, *rows: Sequence[str]) -> Path:
    """A csv file under APPLICABILITY_HEADINGS; rows that are too short end with empty cells."""
    return write_csv(path, APPLICABILITY_HEADINGS, [(*row, *[""] * (4 - len(row))) for row in rows])


def columns_of(rows: Iterable[Mapping[str, Any]], headings: Sequence[str]) -> list[list[Any]]:
    """The values of the rows in the order of the headings."""
    return [[row[heading] for heading in headings] for row in rows]
