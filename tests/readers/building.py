"""Builders for the files that the tests of the readers read."""

# ruff: noqa: E501 - markup is easier to read on one line

import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.readers.catalogue import Preview, Reading, ReadRequest, preview_catalogue, read_catalogue

TODAY = date(2026, 11, 22)
GB_HEADINGS = [
    "标准号",
    "标准名称",
    "英文标准名称",
    "发布日期",
    "实施日期",
    "标准状态",
    "采标国际标准",
    "采标程度",
    "国际标准分类号",
    "归口单位",
]
ISO_HEADINGS = [
    "id",
    "deliverableType",
    "supplementType",
    "reference",
    "title.en",
    "title.fr",
    "publicationDate",
    "edition",
    "icsCode",
    "ownerCommittee",
    "currentStage",
    "replaces",
    "replacedBy",
    "languages",
    "pages.en",
    "scope.en",
]

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATION = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_WORKBOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET_START = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def a_gb_row(number: str = "GB/T 19001-2016", **changed: Any) -> list[Any]:
    """A row under GB_HEADINGS; changes are given by field."""
    row = {
        "number": number,
        "title": "质量管理体系 要求",
        "title_en": "Quality management systems - Requirements",
        "published": "2016-12-30",
        "effective": "2017-07-01",
        "status": "现行",
        "adopted": "ISO 9001:2015",
        "degree": "IDT",
        "ics": "03.120.10",
        "committee": "TC151",
    }
    return list((row | changed).values())


def a_workbook(path: Path, rows: Iterable[Sequence[Any]], sheet: str = "目录") -> Path:
    """An xlsx file with these rows."""
    workbook = Workbook()
    worksheet = workbook.active
    assert worksheet is not None
    worksheet.title = sheet
    for row in rows:
        worksheet.append(list(row))
    workbook.save(path)
    return path


def a_packed_sheet(path: Path, sheet_xml: bytes | str, **parts: str) -> Path:
    """An xlsx file around the XML of its only sheet, however odd."""
    content = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(_RELATION.format(kind="officeDocument", target="xl/workbook.xml")),
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _RELATIONS.format(
            _RELATION.format(kind="worksheet", target="worksheets/sheet1.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet_xml,
    } | {name.replace("__", "/"): text for name, text in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path


def cell(place: str, text: str) -> str:
    """The XML of a cell with a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows_xml(rows: Iterable[Sequence[str]]) -> str:
    """The XML of these rows, from row 1 on."""
    return "".join(
        f'<row r="{number}">' + "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, start=1)
    )


def read(path: Path, level: Level = Level.NATIONAL, **how: Any) -> Reading:
    """The catalogue in this file; the accounting law and every sentence are checked on the way."""
    limits = how.pop("limits", None)
    reading = read_catalogue(ReadRequest(path, level, TODAY, **how), Silent(), limits)
    assert reading.rows_read == len(reading.table) + reading.rows_left_out
    assert all(problem.template.format(**problem.values) for problem in reading.problems)
    return reading


def preview(path: Path, level: Level = Level.NATIONAL, **how: Any) -> Preview:
    """What is recognized in this file."""
    return preview_catalogue(ReadRequest(path, level, TODAY, **how), Silent())


def codes(reading: Reading | Preview) -> list[str]:
    """The codes of the problems, sorted."""
    return sorted(problem.code for problem in reading.problems)


def an_old_workbook(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A BIFF8 workbook (.xls of 1997 to 2003) with these texts on its only sheet."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def label(row: int, column: int, text: str) -> bytes:
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))

    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    bound = record(0x0085, struct.pack("<IBBBB", len(start) + 4 + 10 + 4, 0, 0, 1, 0) + b"S")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))
    sheet += b"".join(label(at, column, text) for at, row in enumerate(rows) for column, text in enumerate(row))
    head = start + bound + record(0x000A, b"")
    head = head.replace(bound, record(0x0085, struct.pack("<IBBBB", len(head), 0, 0, 1, 0) + b"S"))
    stream = (head + sheet + record(0x000A, b"")).ljust(4096, b"\0")
    path.write_bytes(_compound_file("Workbook", stream + b"\0" * (-len(stream) % 512)))
    return path


def _compound_file(name: str, stream: bytes) -> bytes:
    """An OLE compound file with one stream: a header, one sector of allocation table, one of directory, the stream."""
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += (
        struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xff" * 432
    )

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = title.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2 if text else 0, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IQ", first, size)
        )

    directory = (
        entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
        + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
        + entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    )
    return header + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + directory + stream


def an_open_document(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """An ods file with these texts on its only sheet."""
    return a_packed_open_document(
        path,
        "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
                for text in row
            )
            + "</table:table-row>"
            for row in rows
        ),
    )


def a_packed_open_document(path: Path, rows_xml: str) -> Path:
    """An ods file around the XML of the rows of its only sheet."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="S">'
        f"{rows_xml}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path
