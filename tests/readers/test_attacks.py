"""Files made to break a reader: each ends in one sentence or in the right rows, and this process lives."""

import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.readers.process.limits import Limits
from tests.readers.building import (
    GB_HEADINGS,
    SHEET_START,
    a_gb_row,
    a_packed_sheet,
    a_workbook,
    cell,
    read,
    rows_xml,
)

ROWS = rows_xml([GB_HEADINGS, a_gb_row("GB/T 1-2020"), a_gb_row("GB/T 2-2020")])
SMALL = Limits(memory=300_000_000, work_seconds=20, clock_seconds=60)


def a_giant_zip(path: Path, start: str, block: str, times: int, end: str, declared: int | None = None) -> Path:
    """A workbook whose sheet repeats a block, packed once; its directory tells the true size unless `declared`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress((SHEET_START + start).encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    repeated = packer.compress(block.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.compress(f"{end}</worksheet>".encode()) + packer.flush()
    a_packed_sheet(path, "")
    with zipfile.ZipFile(path) as small, zipfile.ZipFile(path.with_suffix(".big"), "w") as big:
        for part in small.infolist():
            if not part.filename.endswith("sheet1.xml"):
                big.writestr(part, small.read(part))
        stream = big.fp
        assert stream is not None
        sheet = zipfile.ZipInfo("xl/worksheets/sheet1.xml")
        sheet.compress_type = zipfile.ZIP_DEFLATED
        sheet.compress_size = len(first) + len(repeated) * times + len(last)
        sheet.file_size = declared or len(block) * times
        sheet.CRC = 0
        sheet.header_offset = big.start_dir
        stream.seek(big.start_dir)
        stream.write(sheet.FileHeader(zip64=True) + first + repeated * times + last)
        big.filelist.append(sheet)
        big.start_dir = stream.tell()
        big._didModify = True  # type: ignore[attr-defined]  # the part was written behind its back
    return path.with_suffix(".big").rename(path)


def a_giant_cell(path: Path, size: int, declared: int | None = None) -> Path:
    """A workbook with one cell of `size` bytes."""
    start = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
    return a_giant_zip(path, start, "a" * 1_000_000, size // 1_000_000, "</t></is></c></row></sheetData>", declared)


def refused(path: Path, *words: str, **how: object) -> str:
    """The sentence with which a file is refused; it names the file."""
    with pytest.raises(AlignerError) as caught:
        read(path, **how)
    sentence = str(caught.value)
    assert path.name in sentence
    for word in words:
        assert word in sentence
    return sentence


def test_a_cell_at_the_far_corner_does_not_hide_the_rows(tmp_path: Path) -> None:
    far = f'<row r="1048576">{cell("XFD1048576", "x")}</row>'
    path = a_packed_sheet(tmp_path / "far.xlsx", f"{SHEET_START}<sheetData>{ROWS}{far}</sheetData></worksheet>")
    reading = read(path)
    assert reading.table["designation"] == ["GB/T 1-2020", "GB/T 2-2020"]
    assert reading.table["row"] == [2, 3]
    assert reading.rows_left_out == 1


def test_a_lying_dimension_is_not_believed(tmp_path: Path) -> None:
    for dimension in ("A1", "A1:XFD1048576"):
        xml = f'{SHEET_START}<dimension ref="{dimension}"/><sheetData>{ROWS}</sheetData></worksheet>'
        reading = read(a_packed_sheet(tmp_path / "lying.xlsx", xml))
        assert reading.table["designation"] == ["GB/T 1-2020", "GB/T 2-2020"]


def test_a_cell_of_ten_gigabytes_is_refused_unopened(tmp_path: Path) -> None:
    refused(a_giant_cell(tmp_path / "giant.xlsx", 10_000_000_000), "10000 MB")


def test_a_cell_of_ten_gigabytes_read_anyway_ends_in_a_sentence(tmp_path: Path) -> None:
    refused(a_giant_cell(tmp_path / "giant.xlsx", 10_000_000_000), import_anyway=True, limits=SMALL)


def test_a_directory_that_lies_about_the_size_ends_in_a_sentence(tmp_path: Path) -> None:
    refused(a_giant_cell(tmp_path / "liar.xlsx", 3_000_000_000, declared=30_000_000), limits=SMALL)


def test_a_tightly_packed_part_is_refused(tmp_path: Path) -> None:
    path = a_packed_sheet(tmp_path / "tight.xlsx", SHEET_START + " " * 50_000_000 + "<sheetData/></worksheet>")
    refused(path, "malicious")


def test_ten_million_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(",".join(GB_HEADINGS) + "\n" + "1,2\n" * 10_000_000, encoding="utf-8")
    refused(path, "rows")


def test_ten_million_rows_in_a_workbook_are_refused(tmp_path: Path) -> None:
    block = "<row><c><v>1</v></c></row>" * 10_000
    path = a_giant_zip(tmp_path / "long.xlsx", "<sheetData>", block, 1_000, "</sheetData>")
    refused(path, "malicious")
    refused(path, import_anyway=True, limits=SMALL)


def test_a_million_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("标准号," * 1_000_000 + "\nGB/T 1-2020\n", encoding="utf-8")
    refused(path, "columns")


def test_a_million_columns_in_a_workbook_are_refused(tmp_path: Path) -> None:
    row = "<row>" + "<c t='inlineStr'><is><t>x</t></is></c>" * 1_000_000 + "</row>"
    path = a_packed_sheet(tmp_path / "wide.xlsx", f"{SHEET_START}<sheetData>{row}</sheetData></worksheet>")
    refused(path, import_anyway=True, limits=SMALL)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml"])
def test_entities_are_refused(tmp_path: Path, part: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    path = a_packed_sheet(tmp_path / "bomb.xlsx", f"{SHEET_START}<sheetData>{ROWS}</sheetData></worksheet>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("customXml/item1.xml" if part != "docProps/core.xml" else part, bomb)
    refused(path, "entities")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, share: float) -> None:
    path = a_workbook(tmp_path / "cut.xlsx", [GB_HEADINGS, a_gb_row()])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused(path, "damaged")


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "secret.xlsx", [GB_HEADINGS, a_gb_row()])
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(data)
    refused(path, "password")


@pytest.mark.parametrize(("stream", "word"), [("EncryptedPackage", "password"), ("WordDocument", "text document")])
def test_a_workbook_with_a_password_and_a_word_document_are_told_apart(tmp_path: Path, stream: str, word: str) -> None:
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 0)
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", stream))
    path = tmp_path / "secret.xlsx"
    path.write_bytes(bytes(header) + directory.ljust(512, b"\0"))
    refused(path, word)


@pytest.mark.parametrize(
    ("part", "content"),
    [("word/document.xml", "<w:document/>"), ("mimetype", "application/vnd.oasis.opendocument.text")],
)
def test_a_document_of_a_word_processor_is_refused_with_what_to_do(tmp_path: Path, part: str, content: str) -> None:
    path = tmp_path / "list.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, content)
    refused(path, "copy its table")


def test_an_ole_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    refused(path, "damaged")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"SQLite format 3\0...", "name the project first"),
        (b"\x01\x02\x03\x04" * 100, "neither"),
        (b"\n\n  \n", "rows"),
        (b"hello world", "heading"),
    ],
)
def test_what_is_no_list_is_refused_with_its_own_sentence(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    refused(path, word)


@pytest.mark.parametrize("name", ["~$list.xlsx", ".~lock.list.ods#"])
def test_the_mark_of_an_open_workbook_is_told_from_the_workbook(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Admin" + b" " * 49 + "\x05Admin".encode("utf-16-le") + b" \0" * 49)
    refused(path, "name the workbook itself")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("list.csv", "标准号\nGB/T 1-2020")
    refused(path, "unpack")


def test_a_workbook_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = a_packed_sheet(tmp_path / "parts.xlsx", f"{SHEET_START}<sheetData>{ROWS}</sheetData></worksheet>")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_000):
            archive.writestr(f"xl/media/{number}", b"")
    refused(path, "parts")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    refused(tmp_path / "none.xlsx", "no file")
    refused(tmp_path, "folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    refused(tmp_path / "pipe.csv", "pipe")


def test_a_part_that_is_no_xml_ends_in_a_sentence(tmp_path: Path) -> None:
    refused(a_packed_sheet(tmp_path / "odd.xlsx", b"\xff\xfe\x00garbage" * 50))
    refused(a_packed_sheet(tmp_path / "cut.xlsx", f"{SHEET_START}<sheetData>{ROWS[: len(ROWS) // 2]}"))
