"""The file formats that are read: what a file is by its content, and who reads it. A new format is a line here."""

from collections.abc import Callable
from typing import Final

from aligner.readers.sheets.excel import read_workbook
from aligner.readers.sheets.preflight import Checked, Container
from aligner.readers.sheets.sheet import SheetFile


def read_text(checked: Checked, sheet: str | None, encoding: str | None) -> SheetFile:
    """The rows of a text file."""
    from aligner.readers.sheets import delimited  # noqa: PLC0415 - with it come the aliases; workbooks load them while they are read

    return delimited.read_text(checked, sheet, encoding)


FORMATS: Final[dict[Container, Callable[[Checked, str | None, str | None], SheetFile]]] = {
    Container.XLSX: read_workbook,
    Container.XLSB: read_workbook,
    Container.XLS: read_workbook,
    Container.ODS: read_workbook,
    Container.TEXT: read_text,
}
"""Each takes the checked file, the name of the sheet and the encoding, and raises AlignerError with a sentence."""
