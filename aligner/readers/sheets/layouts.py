"""The layout of the sheets of a workbook, by its format."""

from pathlib import Path

from aligner.readers.sheets.layout import Layout
from aligner.readers.sheets.preflight import Container


def layouts_of(path: Path, container: Container) -> dict[str, Layout]:
    """The layout of each sheet by its name; nothing for other formats and for files laid out in an unusual way."""
    if container is Container.ODS:
        from aligner.readers.sheets import layout_ods  # noqa: PLC0415 - for this format only

        return layout_ods.layouts(path)
    if container is Container.XLSB:
        from aligner.readers.sheets import layout_xlsb  # noqa: PLC0415 - for this format only

        return layout_xlsb.layouts(path)
    return {}
