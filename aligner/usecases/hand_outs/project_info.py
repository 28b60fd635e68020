"""What is in a project, at a glance."""

from dataclasses import dataclass
from pathlib import Path

from aligner.addresses import shown
from aligner.domain.catalogue import Level
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import open_differences


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """Counts of what a project holds, and the end of its journal.

    `size` is in bytes, None for a project on a server; `national` and `international` count the standards of the
    catalogues; times are UTC, ISO 8601, and "" when there is none. `head` is the hash of the last entry.
    """

    address: str
    size: int | None
    catalogues: int
    removed_catalogues: int
    national: int
    international: int
    matched_at: str
    decisions: int
    second_opinions: int
    open_differences: int
    applicability: int
    compared_pairs: int
    snapshots: int
    entries: int
    head: str
    changed_at: str
    changed_by: str


def project_info(session: Session) -> ProjectInfo:
    """The counts as they are now."""
    store = session.store
    catalogues = store.catalogues()
    run, newest, (entries, head) = store.matching_run(), store.history(limit=1), store.head()
    seconds = session.second_opinions_by_key()
    file = Path(session.address)
    return ProjectInfo(
        address=shown(session.address),
        size=file.stat().st_size if file.is_file() else None,
        catalogues=len(catalogues),
        removed_catalogues=len(store.removed_catalogues()),
        national=sum(one.standards for one in catalogues if one.level is Level.NATIONAL),
        international=sum(one.standards for one in catalogues if one.level is Level.INTERNATIONAL),
        matched_at=run.at if run else "",
        decisions=len(session.decisions_by_key()),
        second_opinions=len(seconds),
        open_differences=len(open_differences(session)) if seconds else 0,
        applicability=len(session.applicability_by_work()),
        compared_pairs=len(session.compared_by_key()),
        snapshots=len(store.snapshots()),
        entries=entries,
        head=head,
        changed_at=newest[0].at if newest else "",
        changed_by=newest[0].reviewer if newest else "",
    )
