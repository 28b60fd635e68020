"""Hand the rows of a project to other programs: pairs, works, decisions, gaps and more, in plain columns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from aligner.distribution import version
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Coverage, Decision
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import translator
from aligner.indicators.counting.profiles import PROFILES, Profile
from aligner.reports.exchange.sssom import DECIDED, MappingSet, as_sssom
from aligner.reports.exchange.target import ending, replacing
from aligner.reports.workbook.plain import write_plain_workbook
from aligner.usecases.catalogues.unlisted import unlisted_table
from aligner.usecases.figures.measure import chosen_profile, counting_of, judged
from aligner.usecases.figures.snapshots import look_back
from aligner.usecases.hand_outs.queue import queue_table
from aligner.usecases.hand_outs.tables import TABLES, CountedProject
from aligner.usecases.project.exchange import as_text, write_text
from aligner.usecases.project.session import Session

FORMS = ("csv", "json", "xlsx", "sssom")
SUFFIXES = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".tsv": "sssom"}
"""What the end of a file's name says of its form."""

DECISION_COLUMNS = (
    "national",
    "international",
    "verdict",
    "degree",
    "coverage",
    "reason",
    "note",
    "edition",
    "basis",
    "reviewer",
    "at",
)
"""The columns in which decisions are read in: `decide` takes them back with their reviewers and times (UTC)."""

APPLICABILITY_COLUMNS = ("international", "applicable", "reason", "note", "reviewer", "at")
"""The columns in which applicability verdicts are read in."""


def _decisions(of: CountedProject) -> Table:
    return Table.from_rows(DECISION_COLUMNS, (_decision(one) for one in of.known.decisions))


def _decision(one: Decision) -> dict[str, str]:
    joint = f"{Coverage.JOINT.value}:{one.joint}"
    return {
        "national": one.national,
        "international": one.international,
        "verdict": one.verdict.value,
        "degree": one.degree.value if one.degree else "",
        "coverage": joint if one.coverage is Coverage.JOINT else one.coverage.value,
        "reason": one.reason,
        "note": one.note,
        "edition": one.edition,
        "basis": one.basis.value if one.basis else "",
        "reviewer": one.reviewer,
        "at": one.at,
    }


def _applicability(of: CountedProject) -> Table:
    return Table.from_rows(
        APPLICABILITY_COLUMNS,
        (
            {
                "international": one.work,
                "applicable": one.verdict.value,
                "reason": one.reason,
                "note": one.note,
                "reviewer": one.reviewer,
                "at": one.at,
            }
            for one in of.known.applicability
        ),
    )


def _second_opinions(of: CountedProject) -> Table:
    return Table.from_rows(DECISION_COLUMNS, (_decision(one) for one in of.session.store.second_opinions()))


_TABLES: dict[str, Callable[[CountedProject], Table]] = {
    "pairs": TABLES["pairs"],
    "works": TABLES["works"],
    "decisions": _decisions,
    "second-opinions": _second_opinions,
    "applicability": _applicability,
    "gaps": TABLES["gaps"],
    "outdated": TABLES["outdated"],
    "flags": TABLES["flags"],
    "nationals": TABLES["nationals"],
    "committees": TABLES["committees"],
    "committee-mapping": TABLES["mapping"],
    "plan": TABLES["plan"],
    "moved": TABLES["moved"],
    "queue": lambda of: queue_table(of.session),
    "unlisted": lambda of: unlisted_table(of.session),
}
WHAT = tuple(_TABLES)
"""What can be exported; columns as in `reports.content` and `outlook_columns`, decisions as DECISION_COLUMNS."""


def table_of(
    session: Session,
    what: str,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
    snapshot: str | None = None,
) -> Table:
    """The rows of one of WHAT, with codes instead of words, under a profile or as a snapshot kept them.

    Raises AlignerError for a profile or a snapshot that does not exist, and for anything that is not in WHAT.
    """
    if what not in _TABLES:
        raise AlignerError(N_("“{what}” cannot be exported. It can be: {known}."), what=what, known=", ".join(WHAT))
    if snapshot is not None:
        looked = look_back(session, snapshot)
        session, profile = looked.session, looked.profile
        at, decided_until = looked.at, looked.decided_until
    known = judged(session, decided_until)
    day = at or session.today()
    counting = counting_of(session, known, chosen_profile(profile).rules, day)
    return _TABLES[what](CountedProject(session, counting, known, translator("en")))


def export(
    session: Session,
    target: Path,
    what: str,
    *,
    form: str | None = None,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
    snapshot: str | None = None,
) -> int:
    """Write the rows of one of WHAT as one of FORMS, by the file's name when None; gives how many there are.

    SSSOM holds what was decided: confirmed and rejected pairs, and what has no counterpart. Raises
    AlignerError as `table_of`, and when the file cannot be written.
    """
    chosen = _form(target, form)
    if chosen == "sssom" and what != "pairs":
        raise AlignerError(N_("SSSOM holds pairs. Export pairs, or choose csv, json or xlsx."))
    table = table_of(session, what, profile=profile, at=at, decided_until=decided_until, snapshot=snapshot)
    if chosen == "xlsx":
        write_plain_workbook(dict(table.columns), what, target)
    elif chosen == "sssom":
        with replacing(target) as file:  # never with a byte order mark, whatever the file is called
            file.write(as_sssom(table, _mapping_set(session, snapshot)).encode(errors="replace"))
        return sum(map(table["verdict"].count, DECIDED))
    else:
        write_text(as_text(table, chosen), target)
    return len(table)


def _form(target: Path, form: str | None) -> str:
    if form is not None and form not in FORMS:
        raise AlignerError(N_("“{form}” is no form of export. It can be: {known}."), form=form, known=", ".join(FORMS))
    return form or SUFFIXES[ending(target, SUFFIXES)]


def _mapping_set(session: Session, snapshot: str | None) -> MappingSet:
    store = session.store if snapshot is None else look_back(session, snapshot).session.store
    count, head = store.head()
    title = Path(store.address).stem if "://" not in store.address else ""
    return MappingSet(title, count, head, version())
