"""Take a catalogue out of the project, and put it back."""

from aligner.domain.catalogue import Catalogue
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.session import Session


def removed_catalogues(session: Session) -> list[Catalogue]:
    """The catalogues that were removed and can be put back, in the order of first loading."""
    return session.store.removed_catalogues()


def remove_catalogue(session: Session, catalogue: int) -> Changed:
    """Take a catalogue out of everything that is listed, matched and counted; its standards stay in the project, and
    decisions on them stay as they are. Raises AlignerError when the project has no catalogue of this number."""
    session.store.writing().set_removed(catalogue, removed=True)
    return changed(Part.CATALOGUES)


def put_back_catalogue(session: Session, catalogue: int) -> Changed:
    """Let a removed catalogue be as it was. Raises AlignerError when none of this number was removed."""
    session.store.writing().set_removed(catalogue, removed=False)
    return changed(Part.CATALOGUES)
