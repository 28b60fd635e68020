"""Load a catalogue from a file, or bring a loaded one up to date."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aligner.collecting import collector_at_rest
from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.designation.publishers import GB_CODES, level_of
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.catalogue import (
    Ahead,
    Found,
    Preview,
    Reading,
    ReadRequest,
    preview_catalogue,
    read_catalogue,
)
from aligner.usecases.catalogues.accounts import accounts_kept
from aligner.usecases.catalogues.changed_standards import keep_previous
from aligner.usecases.catalogues.remembered import REMEMBERED
from aligner.usecases.catalogues.request import LoadRequest, read_request
from aligner.usecases.catalogues.unmatched import note_difference
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.session import Session

__all__ = ["Found", "Loaded", "Preview", "Reading", "load", "preview", "stale_decisions"]

SAME_CATALOGUE_SHARE = 0.5
"""A file that holds at least this share of a loaded catalogue's numbers is a newer list of the same catalogue."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the file; `difference` is None for a new catalogue, `stale` the decisions to look at again."""

    catalogue: Catalogue
    reading: Reading
    difference: CatalogueDifference | None
    stale: list[Decision]
    changed: Changed


def preview(session: Session, request: LoadRequest, progress: Progress, ahead: Ahead | None = None) -> Preview:
    """What is recognized in the file; nothing is stored. Raises AlignerError when it cannot be read."""
    return preview_catalogue(_read_request(session, request), progress, ahead=ahead)


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was read and not stored yet; `update` is the catalogue it brings up to date, None for a new one."""

    request: LoadRequest
    sha256: str
    reading: Reading
    update: int | None
    difference: CatalogueDifference | None


def load(session: Session, request: LoadRequest, progress: Progress, ahead: Ahead | None = None) -> Loaded:
    """Read the file and store its standards in one transaction; decisions are never touched.

    Raises AlignerError when the file cannot be read or holds no standard, Cancelled after a stop request.
    """
    with collector_at_rest():
        return keep(session, stage(session, request, progress, ahead), progress)


def stage(session: Session, request: LoadRequest, progress: Progress, ahead: Ahead | None = None) -> Staged:
    """Read the file and tell what storing it would change; nothing is stored. Raises as `load`."""
    reading = read_catalogue(_read_request(session, request), progress, ahead=ahead)
    sha256 = _sha256(request.path)
    if not len(reading.table):
        raise AlignerError(
            N_(
                "{file}: no standard was found on sheet “{sheet}”. "
                "Look at it with --preview, or name sheet and columns."
            ),
            file=request.path.name,
            sheet=reading.sheet,
        )
    _refuse_wrong_level(request, reading)
    update = _catalogue_to_update(session, request, reading)
    difference = session.store.difference(update, reading.table) if update else None
    return Staged(request, sha256, reading, update, difference)


def keep(session: Session, staged: Staged, progress: Progress) -> Loaded:
    """Store what was staged, in one transaction; decisions are never touched.

    Raises Cancelled only before anything is stored.
    """
    progress.step(0, 1, N_("Saving"))
    inputs_before = session.inputs()
    if staged.update:
        keep_previous(session, staged.request.level, staged.update, staged.reading.table)
    catalogue, difference = session.store.writing().save_catalogue(
        _described(staged.request, staged.reading, staged.sha256),
        staged.reading.table,
        [*accounts_kept(staged.reading), *staged.reading.problems],
        replacing=staged.update,
    )
    if staged.request.columns:
        _remember(session, staged.reading, staged.request.columns)
    note_difference(session, catalogue.level, difference, inputs_before)
    return Loaded(
        catalogue,
        staged.reading,
        difference if staged.update else None,
        stale_decisions(session),
        changed(Part.CATALOGUES),
    )


def stale_decisions(session: Session) -> list[Decision]:
    """Standing decisions of which a standard changed, or went, since they were made.

    A project without decisions, as one is that its catalogues are being loaded into, has no need of the works for it.
    """
    if not session.recorded.decisions():
        return []
    return list(filter(session.listed().is_stale, session.decisions_by_key().values()))


def _refuse_wrong_level(request: LoadRequest, reading: Reading) -> None:
    """A list of mostly international numbers is no national catalogue, nor one of Chinese numbers an international."""
    understood = zip(reading.table["publisher"], reading.table["understood"], strict=True)
    levels = [level_of(publisher) for publisher, is_understood in understood if is_understood]
    if request.level is Level.NATIONAL:
        misplaced = sum(level == "international" for level in levels)
        template = N_(
            "{file} was not loaded as national catalogue: {number} of its {all} numbers are international ones. "
            "Load it as international."
        )
    else:
        misplaced = sum(publisher in GB_CODES for publisher in reading.table["publisher"])
        template = N_(
            "{file} was not loaded as international catalogue: {number} of its {all} numbers are national ones. "
            "Load it as national."
        )
    if misplaced > len(levels) / 2:
        raise AlignerError(template, file=request.path.name, number=misplaced, all=len(levels))


def _described(request: LoadRequest, reading: Reading, sha256: str) -> Catalogue:
    return Catalogue(
        id=0,  # the store gives it
        level=request.level,
        file_name=request.path.name.encode(errors="replace").decode(),  # a name may be in no known encoding
        sheet=reading.sheet,
        sha256=sha256,
        loaded_at="",
        reference_date=reading.reference_date,
        rows=reading.rows_read,
        standards=len(reading.table),
        mapping=reading.mapping,
    )


def _remember(session: Session, reading: Reading, given: Mapping[str, str]) -> None:
    """Keep the mapping the user gave, with what is not to be read: the next file with these headings follows it."""
    kept = session.store.setting(REMEMBERED)
    remembered = kept if isinstance(kept, dict) else {}
    not_read = {field: "" for field, heading in given.items() if not heading}
    mapping = {reading.header_signature: reading.mapping | not_read}
    session.store.writing().save_setting(REMEMBERED, remembered | mapping)


def _read_request(session: Session, request: LoadRequest) -> ReadRequest:
    return read_request(request, session.today(), session.store.setting(REMEMBERED))


def _catalogue_to_update(session: Session, request: LoadRequest, reading: Reading) -> int | None:
    """The catalogue this file is a newer list of; None when it is another one."""
    if request.update is not None:
        return request.update or None
    for catalogue in session.store.catalogues():
        if catalogue.level is request.level:
            difference = session.store.difference(catalogue.id, reading.table)
            known = catalogue.standards
            if known - len(difference.gone) >= SAME_CATALOGUE_SHARE * known:
                return catalogue.id
    return None


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise AlignerError(
            N_("{file} cannot be read ({reason}). Check that it is there and not open elsewhere."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
