"""Begins to read a file while the rest of the reader is still being loaded: that alone takes a tenth of a second."""

from pathlib import Path
from typing import Any

from aligner.readers.sheets import preflight
from aligner.readers.sheets.hidden import NOTHING, Hidden, hidden_in
from aligner.readers.sheets.parallel import InThread
from aligner.readers.sheets.registry import FORMATS
from aligner.readers.sheets.sheet import SheetFile


class Opening:
    """A checked file of which the cells are on their way."""

    def __init__(self, request: dict[str, Any]) -> None:
        self._request = request
        self._file: SheetFile | None = None
        self.checked = preflight.check(Path(request["path"]), import_anyway=request["import_anyway"])
        is_workbook = self.checked.container is not preflight.Container.TEXT
        self._cells = InThread(self._read) if is_workbook and not request.get("sparse") else None
        is_xlsx = self.checked.container is preflight.Container.XLSX
        self._hidden = InThread(hidden_in, self.checked.path) if is_xlsx else None

    def file(self) -> SheetFile:
        """The cells; raises what reading them raised. A workbook that broke the quick reader is read sparsely."""
        if self._file is None:
            self._file = self._opened()
        return self._file

    def _opened(self) -> SheetFile:
        if self._cells is not None:
            cells: SheetFile = self._cells.result()
            return cells
        if self._request.get("sparse"):
            from aligner.readers.sheets.sparse import read_sparsely  # noqa: PLC0415 - for broken or odd workbooks only

            return read_sparsely(self.checked, self._request["sheet"])
        return self._read()

    def hidden(self, sheet: str) -> Hidden:
        """What the sheet hides, as `hidden_in` tells it; zeros where that is not known."""
        if self._hidden is None:
            return self.file().layouts.get(sheet, NOTHING)
        found: dict[str, Hidden] = self._hidden.result()
        return found.get(sheet, NOTHING)

    def _read(self) -> SheetFile:
        return FORMATS[self.checked.container](self.checked, self._request["sheet"], self._request["encoding"])
