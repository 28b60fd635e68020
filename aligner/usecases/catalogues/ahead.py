"""Begins to read a file before everything else that loading it needs is in memory."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from aligner.domain.catalogue import Level
from aligner.domain.clock import local_day, utc_now
from aligner.readers.catalogue import Ahead, ReadRequest, open_ahead
from aligner.storage.file.peek import setting_seen
from aligner.usecases.catalogues.remembered import REMEMBERED, mappings_in

__all__ = ["Ahead", "reading_ahead"]


def reading_ahead(
    project: str,
    path: Path,
    level: Level,
    *,
    sheet: str | None = None,
    blocks: Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    import_anyway: bool = False,
    preview: bool = False,
) -> Ahead:
    """A child process that reads the file, or looks at it, while the project is opened.

    Use it in a `with` statement and give it to `load` or `preview`, which take its answer over if the opened project
    asks for just this. Raises AlignerError when a first look shows that the file cannot be read.
    """
    request = ReadRequest(
        path=path,
        level=level,
        today=local_day(utc_now()),
        sheet=sheet,
        blocks=blocks,
        columns=columns,
        remembered=mappings_in(setting_seen(project, REMEMBERED)),
        encoding=encoding,
        import_anyway=import_anyway,
    )
    return open_ahead(request, preview=preview)
