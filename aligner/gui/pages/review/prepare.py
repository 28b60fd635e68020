"""What the review reads and prepares beside the window."""

from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.gui.models.columns import Column, Facet, own_facets
from aligner.gui.models.rows import Rows
from aligner.usecases.candidates.light import LightCandidates, light_candidates
from aligner.usecases.candidates.match import was_matched
from aligner.usecases.catalogues.find import international_index, national_index
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.notes import View
from aligner.usecases.review.pair import international_listing, national_listing
from aligner.usecases.review.queue import Queue, open_queue


@dataclass(frozen=True)
class Prepared:
    """A queue with all that searching and sorting it needs."""

    queue: Queue
    rows: Rows
    views: list[View]
    was_matched: bool
    """Whether candidates were looked for, be it that none were found."""


def prepared(
    session: Session,
    level: Level,
    columns: tuple[Column, ...],
    facets: tuple[Facet, ...],
    known: LightCandidates | None,
    visibility: Visibility,
) -> Prepared:
    """The queue of a direction; for a thread of its own."""
    queue = open_queue(session, known or light_candidates(session), level, notes.flags(session), visibility)
    session.derived(national_listing)
    session.derived(international_listing)
    rows = Rows(queue.table, columns, (*facets, *own_facets(queue.table["extra"])))
    rows.prepare()
    return Prepared(queue, rows, notes.views(session), was_matched(session))


def warm(session: Session) -> None:
    """Make ready what the search for any standard needs."""
    session.derived(international_index)
    session.derived(national_index)
