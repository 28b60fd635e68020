"""Begins to read a file before everything else that loading it needs is in memory."""

from aligner.domain.clock import local_day, utc_now
from aligner.readers.catalogue import Ahead, open_ahead
from aligner.storage.file.peek import setting_seen
from aligner.usecases.catalogues.remembered import REMEMBERED
from aligner.usecases.catalogues.request import LoadRequest, read_request

__all__ = ["Ahead", "reading_ahead"]


def reading_ahead(project: str, request: LoadRequest, *, preview: bool = False) -> Ahead:
    """A child process that reads the file, or looks at it, while the project is opened.

    Use it in a `with` statement and give it to `load` or `preview`, which take its answer over if the opened project
    asks for just this. Raises AlignerError when a first look shows that the file cannot be read.
    """
    seen = read_request(request, local_day(utc_now()), setting_seen(project, REMEMBERED))
    return open_ahead(seen, preview=preview)
