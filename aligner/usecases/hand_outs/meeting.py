"""What a meeting has to decide, as a sheet to print or to fill in; `decide` reads it back."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import PAIR_VERDICTS
from aligner.reports.exchange.target import ending
from aligner.usecases.candidates.light import LightCandidates, light_candidates
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.queue import Queue, open_queue
from aligner.usecases.review.queue_rows import FLAGGED, ReviewStatus

ALL: Final = "all"
KINDS: Final = (
    FLAGGED,
    ReviewStatus.UNSURE.value,
    ReviewStatus.DISPUTED.value,
    ReviewStatus.CONFLICT.value,
    ReviewStatus.STALE.value,
    ALL,
)
"""Of what kinds the standards of a sheet can be, in `kinds` of the queue."""

FOR_THE_MEETING: Final = KINDS[:4]
"""What nobody can settle alone."""


def write_sheet(
    session: Session,
    target: Path,
    translate: Translator,
    *,
    kinds: Collection[str] = FOR_THE_MEETING,
    committees: Collection[str] = (),
    names: Iterable[str] | None = None,
) -> int:
    """Write the pairs of the chosen national standards, in the order of the catalogues; gives how many there are.

    Chosen are those of one of these kinds, and of one of these national committees when any is named; or, with
    `names`, those standards in this order. The target ends in .xlsx. Raises AlignerError for a kind that is none, and
    when the file cannot be written.
    """
    from aligner.reports.workbook.meeting_sheet import COLUMNS, MeetingSheet, write_meeting_sheet  # noqa: PLC0415

    ending(target, (".xlsx",))
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown:
        raise AlignerError(
            N_("“{kind}” is no choice for a meeting. It can be: {known}."), kind=unknown[0], known=", ".join(KINDS)
        )
    candidates = light_candidates(session)
    queue = open_queue(session, candidates, Level.NATIONAL, notes.flags(session))
    chosen = _named(queue, names) if names is not None else _of_kinds(queue, set(kinds), set(committees))
    rows = list(_rows(session, queue, candidates, chosen, translate))
    numbered = [row | {"number": number} for number, row in enumerate(rows, 1)]
    table = Table.from_rows([column.name for column in COLUMNS], numbered)
    title = translate("For the meeting: {project}", project=_name(session))
    write_meeting_sheet(MeetingSheet(title, _note(translate, len(rows)), table), target, translate)
    return len(rows)


def _named(queue: Queue, names: Iterable[str]) -> list[int]:
    return [queue.positions[name] for name in names if name in queue.positions]


def _of_kinds(queue: Queue, kinds: set[str], committees: set[str]) -> list[int]:
    table = queue.table
    return [
        position
        for position, (held, committee) in enumerate(zip(table["kinds"], table["committee"], strict=True))
        if (ALL in kinds or not kinds.isdisjoint(held)) and (not committees or committee in committees)
    ]


def _rows(
    session: Session, queue: Queue, candidates: LightCandidates, chosen: Sequence[int], translate: Translator
) -> Iterator[dict[str, Any]]:
    """One row for each pair that something was said of; the best candidate where nothing was."""
    said = _said(session)
    titles = session.standards(Level.INTERNATIONAL)
    rows_of = {name: row for row, name in enumerate(titles["designation"])}
    for position in chosen:
        national = queue.table["designation"][position]
        pairs = said.get(national, {})
        if not pairs:
            pairs = {one.international: [] for one in candidates.of_national(national)[:1]} or {"": []}
        flag = translate("flagged") if queue.table["flag"][position] else ""
        for international, opinions in pairs.items():
            row = rows_of.get(international)
            yield {
                "national": national,
                "national_title": queue.table["title"][position],
                "international": international,
                "international_title": "" if row is None else titles["title_en"][row] or titles["title"][row],
                "standing": "; ".join(filter(None, [*(_words(one, translate) for one in opinions), flag])),
                "vote": "",
                "degree": "",
                "reason": "",
                "note": "",
            }


def _said(session: Session) -> dict[str, dict[str, list[Decision]]]:
    """What both reviewers said, by national standard and then by the international one it is said of."""
    found: dict[str, dict[str, list[Decision]]] = {}
    number = session.numbers()
    for one in (*session.decisions_by_key().values(), *session.second_opinions_by_key().values()):
        found.setdefault(number.name(one.national), {}).setdefault(one.international, []).append(one)
    return found


def _words(decision: Decision, translate: Translator) -> str:
    """Who said what, with the reviewer's own words."""
    verdict = translate(PAIR_VERDICTS[decision.verdict.value])
    said = " ".join(filter(None, [verdict, decision.degree or ""]))
    why = ", ".join(filter(None, [decision.reason, decision.note]))
    text = translate("{reviewer}: {verdict}", reviewer=decision.reviewer, verdict=said)
    return f"{text} ({why})" if why else text


def _note(translate: Translator, rows: int) -> str:
    counted = translate.plural("{number} row", "{number} rows", rows)
    how = translate(
        "Meeting on ____________   Chair ____________   Secretary ____________   ·   An empty vote leaves things as "
        "they are; a confirmed pair needs a degree."
    )
    return f"{counted}   ·   {how}"


def _name(session: Session) -> str:
    return Path(session.store.address).stem if "://" not in session.store.address else ""
