"""The file formats that are read: what a file is by its content, and who reads it. A new format is a line here."""

from collections.abc import Callable
from typing import Final

from aligner.readers.delimited import read_text
from aligner.readers.excel import read_workbook
from aligner.readers.preflight import Checked, Container
from aligner.readers.raw import RawFile

FORMATS: Final[dict[Container, Callable[[Checked, str | None, str | None], RawFile]]] = {
    Container.XLSX: read_workbook,
    Container.XLSB: read_workbook,
    Container.XLS: read_workbook,
    Container.ODS: read_workbook,
    Container.TEXT: read_text,
}
"""Each takes the checked file, the name of the sheet and the encoding, and raises AlignerError with a sentence."""
