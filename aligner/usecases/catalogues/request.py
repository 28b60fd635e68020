"""What a user asks for who loads a file: light, for a child reads the file while the rest of loading is imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.readers.catalogue import ReadRequest
from aligner.usecases.catalogues.remembered import mappings_in


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """What the user asked for; None where it is to be recognized.

    `blocks` are names of tables or sheets as a preview tells them, None for those that belong together. `columns`
    maps field names to headings as printed. `update` is the id of the catalogue this file brings up to
    date, 0 for "a new one".
    """

    path: Path
    level: Level
    sheet: str | None = None
    blocks: Sequence[str] | None = None
    columns: Mapping[str, str] | None = None
    encoding: str | None = None
    import_anyway: bool = False
    update: int | None = None


def read_request(request: LoadRequest, today: date, remembered: Any) -> ReadRequest:
    """What the reader is asked to do; `remembered` is the setting in which a project keeps earlier mappings."""
    return ReadRequest(
        path=request.path,
        level=request.level,
        sheet=request.sheet,
        blocks=request.blocks,
        columns=request.columns,
        remembered=mappings_in(remembered),
        encoding=request.encoding,
        import_anyway=request.import_anyway,
        today=today,
    )
