"""A look at a file before anything opens it: what it really is, and whether it is safe to read. Under 5 ms."""

import re
import struct
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.readers.sheets.foreign import BROKEN_ZIP

MEGABYTE: Final = 1_000_000
LARGEST_FILE: Final = 200 * MEGABYTE
MOST_PARTS: Final = 2_000
LARGEST_PART: Final = 700 * MEGABYTE
LARGEST_TOTAL: Final = 1_000 * MEGABYTE
MOST_ROWS: Final = 2_000_000
MOST_COLUMNS: Final = 16_384
HIGHEST_RATIO: Final = 200  # for parts over 1 MB

_HEAD: Final = 4096
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_MARKUP: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MODIFIED: Final = re.compile(rb"<(?:dcterms:modified|dc:date|meta:creation-date)[^>]*>\s*(\d{4}-\d{2}-\d{2})T")


class Container(StrEnum):
    """What a file is, by its content."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    TEXT = "text"  # csv, tsv, jsonl, HTML: told apart once it is decoded


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be opened."""

    path: Path
    container: Container
    is_1904: bool = False
    date: str = ""  # when the workbook says it was last changed, "" when it does not
    size: int = 0  # bytes, unpacked


def check(path: Path, *, import_anyway: bool = False) -> Checked:
    """What the file is; raises AlignerError with one sentence when it cannot or should not be read.

    `import_anyway` lifts the limits on size and compression, not those on encryption and damage.
    """
    head = _head(path)
    if path.stat().st_size > LARGEST_FILE and not import_anyway:
        raise AlignerError(
            N_("{file} has {size} MB, more than the {limit} MB that are read; split the list, or import it anyway."),
            file=path.name,
            size=path.stat().st_size // MEGABYTE,
            limit=LARGEST_FILE // MEGABYTE,
        )
    if head.startswith(b"PK"):
        return _checked_zip(path, import_anyway)
    if head.startswith(_OLE):
        return _checked_ole(path)
    if head.startswith((b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")):
        return Checked(path, Container.XLS, size=path.stat().st_size)
    if path.name.startswith(("~$", ".~lock.")):
        raise AlignerError(
            N_("{file} only marks that a workbook is open in a spreadsheet program; name the workbook itself."),
            file=path.name,
        )
    _refuse_foreign(path, head)
    return Checked(path, Container.TEXT, size=path.stat().st_size)


def _head(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # reading a pipe or a device may never end
            raise AlignerError(
                N_("{file} is a pipe or a device; save the list as xlsx or csv and name that file."), file=path
            )
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as error:
        raise AlignerError(N_("There is no file {file}; check the name and the folder."), file=path) from error
    except IsADirectoryError as error:
        raise AlignerError(N_("{file} is a folder; name the file in it."), file=path) from error
    except OSError as error:
        raise AlignerError(
            N_("{file} cannot be opened ({reason}); close it in other programs, or copy it elsewhere."),
            file=path,
            reason=error.strerror or str(error),
        ) from error
    except ValueError as error:  # NUL, or half of a character
        raise AlignerError(
            N_("“{file}” cannot be the name of a file; check the name and the folder."), file=repr(str(path))[1:-1]
        ) from error
    if not head:
        raise AlignerError(N_("{file} is empty; export the list again."), file=path.name)
    return head


def _checked_zip(path: Path, import_anyway: bool) -> Checked:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse_bombs(path, parts, import_anyway)
            names = {part.filename.lower().replace("\\", "/"): part for part in parts}
            container = _container(path, names, archive)
            _refuse_entities(path, parts, archive)
            workbook = _start(archive, names.get("xl/workbook.xml"), _HEAD)
            dates = _start(archive, names.get("docprops/core.xml") or names.get("meta.xml"), _HEAD)
    except BROKEN_ZIP as error:
        raise damaged(path) from error
    modified = _MODIFIED.search(dates)
    return Checked(
        path,
        container,
        is_1904=re.search(rb'date1904="(?:1|true)"', workbook) is not None,
        date=modified[1].decode() if modified else "",
        size=sum(part.file_size for part in parts),
    )


def _refuse_bombs(path: Path, parts: list[zipfile.ZipInfo], import_anyway: bool) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise protected(path)
    if len(parts) > MOST_PARTS:
        raise AlignerError(
            N_(
                "{file} is packed from {count} parts, far more than a workbook has; save it again in a spreadsheet "
                "program."
            ),
            file=path.name,
            count=len(parts),
        )
    if import_anyway:
        return
    total = sum(part.file_size for part in parts)
    largest = max(parts, key=lambda part: part.file_size, default=None)
    if largest and (largest.file_size > LARGEST_PART or total > LARGEST_TOTAL):
        raise AlignerError(
            N_(
                "{file} would unpack to {size} MB, more than the {limit} MB that are read; save only the list in a "
                "new workbook, or import it anyway."
            ),
            file=path.name,
            size=total // MEGABYTE,
            limit=(LARGEST_PART if largest.file_size > LARGEST_PART else LARGEST_TOTAL) // MEGABYTE,
        )
    if any(part.file_size > MEGABYTE and part.file_size > HIGHEST_RATIO * part.compress_size for part in parts):
        raise AlignerError(
            N_(
                "{file} is compressed so heavily that it looks malicious; save only the list in a "
                "new workbook, or import it anyway."
            ),
            file=path.name,
        )


def _container(path: Path, names: dict[str, zipfile.ZipInfo], archive: zipfile.ZipFile) -> Container:
    if "xl/workbook.bin" in names:
        return Container.XLSB
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return Container.XLSX
    if _start(archive, names.get("mimetype"), 80).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Container.ODS
    if not names:
        raise damaged(path)
    if "word/document.xml" in names or _start(archive, names.get("mimetype"), 80).endswith(b"opendocument.text"):
        raise _text_document(path)
    raise AlignerError(
        N_("{file} is an archive, not a workbook; unpack it and name the workbook inside."), file=path.name
    )


def _refuse_entities(path: Path, parts: list[zipfile.ZipInfo], archive: zipfile.ZipFile) -> None:
    """A workbook has no document type; one that has may hold entities that unfold without end."""
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")) and _MARKUP.search(
            _start(archive, part, 1024).replace(b"\0", b"")
        ):
            raise AlignerError(
                N_(
                    "{file} contains XML entities, which workbooks never do; it was not opened. Save it again in a "
                    "spreadsheet program."
                ),
                file=path.name,
            )


def _checked_ole(path: Path) -> Checked:
    try:
        with path.open("rb") as file:
            directory = _ole_directory(file)
    except (OSError, struct.error) as error:
        raise damaged(path) from error
    if _ENCRYPTED_STREAM in directory:  # that is how a workbook with a password is packed
        raise protected(path)
    if _WORD_STREAM in directory:
        raise _text_document(path)
    return Checked(path, Container.XLS, size=path.stat().st_size)


def _ole_directory(file: BinaryIO) -> bytes:
    """The beginning of the directory of a compound file: the names of its streams."""
    header = file.read(512)
    if len(header) < 512:
        return b""
    sector_size = 1 << min(struct.unpack_from("<H", header, 30)[0], 12)
    file.seek((struct.unpack_from("<I", header, 48)[0] + 1) * sector_size)
    return file.read(16 * sector_size)


def _refuse_foreign(path: Path, head: bytes) -> None:
    """Common files that are no list get their own sentence."""
    if head.startswith(b"SQLite format 3"):
        raise AlignerError(
            N_("{file} is a project, not a list of standards; name the project first, then the file with the list."),
            file=path.name,
        )
    for magic, kind in (
        (b"%PDF", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "gzip"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"PAR1", "Parquet"),
    ):
        if head.startswith(magic):
            raise AlignerError(
                N_("{file} is a {kind} file; export the list as xlsx or csv and name that file."),
                file=path.name,
                kind=kind,
            )
    controls = sum(head.count(byte) for byte in (1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20))
    if controls * 20 > len(head):
        raise AlignerError(
            N_(
                "{file} is neither a workbook nor a text file; it may be damaged. Export the list again as xlsx or csv."
            ),
            file=path.name,
        )


def _start(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None, size: int) -> bytes:
    """The first bytes of a part; b"" when there is no such part."""
    if part is None or part.is_dir():
        return b""
    with archive.open(part) as file:
        return file.read(size)


def damaged(path: Path) -> AlignerError:
    """The error for a file that is cut off or broken."""
    return AlignerError(
        N_("{file} is damaged or was cut off; copy or export it again, then load the new file."), file=path.name
    )


def _text_document(path: Path) -> AlignerError:
    """The error for a document of a word processor."""
    return AlignerError(
        N_("{file} is a text document; copy its table into a spreadsheet program, save that and name the new file."),
        file=path.name,
    )


def protected(path: Path) -> AlignerError:
    """The error for a workbook with a password."""
    return AlignerError(
        N_("{file} is protected by a password; open it in a spreadsheet program and save it without one."),
        file=path.name,
    )


def too_long(path: Path) -> AlignerError:
    """The error for a file with more rows than any list has."""
    return AlignerError(
        N_("{file} has more than {limit} rows, so it is not a list of standards; name the right file, or split it."),
        file=path.name,
        limit=MOST_ROWS,
    )


def too_wide(path: Path) -> AlignerError:
    """The error for a file with more columns than any list has."""
    return AlignerError(
        N_("{file} has more than {limit} columns, so it is not a list of standards; name the right file."),
        file=path.name,
        limit=MOST_COLUMNS,
    )
