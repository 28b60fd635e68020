"""What the review reads and prepares beside the window."""

from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.gui.models.columns import Column, Facet
from aligner.gui.models.rows import Rows
from aligner.usecases import desk
from aligner.usecases.desk import View
from aligner.usecases.double_review import Sight
from aligner.usecases.find_standard import international_index, national_index
from aligner.usecases.pair import international_listing, national_listing
from aligner.usecases.proposals import Proposals, proposals
from aligner.usecases.queue import Queue, open_queue
from aligner.usecases.session import Session


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
    known: Proposals | None,
    sight: Sight,
) -> Prepared:
    """The queue of a direction; for a thread of its own."""
    queue = open_queue(session, known or proposals(session), level, desk.flags(session), sight)
    session.derived(national_listing)
    session.derived(international_listing)
    rows = Rows(queue.table, columns, facets)
    rows.prepare()
    return Prepared(queue, rows, desk.views(session), session.store.matching_run() is not None)


def warm(session: Session) -> None:
    """Make ready what the search for any standard needs."""
    session.derived(international_index)
    session.derived(national_index)
