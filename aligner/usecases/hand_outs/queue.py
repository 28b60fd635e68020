"""The queue of the review as a table for other programs: where each standard stands."""

from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.queue import open_queue

COLUMNS: Final = (
    "designation",
    "title",
    "title_en",
    "status",
    "band",
    "score",
    "margin",
    "degree",
    "counterpart",
    "edition_state",
    "flagged",
    "handed_to",
    "reviewer",
    "committee",
    "ics",
)
"""`status` is where the review stands (`queue_rows.ReviewStatus`), `degree` the decided one, or the suggested one with
" ?"; band, score and margin are those of the best candidate."""


def queue_table(session: Session) -> Table:
    """One row for each national standard that asks for a review, in the order of the catalogues."""
    queue = open_queue(session, light_candidates(session), Level.NATIONAL, notes.flags(session))
    rows = queue.table
    best = rows["best"]
    return Table(
        {
            "designation": rows["designation"],
            "title": rows["title"],
            "title_en": rows["title_en"],
            "status": [status.value for status in rows["status"]],
            "band": [one[0].value if one else "" for one in best],
            "score": [one[1] if one else None for one in best],
            "margin": rows["margin"],
            "degree": rows["degree"],
            "counterpart": rows["counterpart"],
            "edition_state": rows["alert"],
            "flagged": [int(flag) for flag in rows["flag"]],
            "handed_to": rows["handed"],
            "reviewer": rows["reviewer"],
            "committee": rows["committee"],
            "ics": [", ".join(codes or ()) for codes in rows["ics"]],
        }
    )
