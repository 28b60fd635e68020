"""Take snapshots of a project, look back through them, and tell what moved the rate between two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.figures.indicator import Indicator
from aligner.domain.figures.snapshot import KeptFigure, KeptFile, Snapshot
from aligner.domain.text import N_
from aligner.indicators.counting.profiles import PROFILES, TEXTS, Profile
from aligner.usecases.figures.measure import Measured, measure
from aligner.usecases.project.session import Session

RATE = "conversion_rate"
"""The figure of a snapshot that stands for it in lists."""

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Looked:
    """A session in the state of a snapshot, and how its figures are to be counted."""

    session: Session
    snapshot: Snapshot
    profile: Profile
    at: date
    decided_until: date | None


@dataclass(frozen=True, slots=True)
class Drift:
    """A figure that this program computes otherwise than the one that took the snapshot did."""

    indicator: str
    then: float | None
    now: float | None


def take_snapshot(
    session: Session,
    name: str,
    *,
    profile: str = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
) -> Snapshot:
    """Keep the project as it is now under a name, with its figures under a profile; as in `usecases.measure`.

    From then on the catalogues' present rows are kept when newer files are loaded. Raises AlignerError when the name is
    empty or taken, or the project changed meanwhile.
    """
    if not name.strip():
        raise AlignerError(N_("A snapshot needs a name."))
    measured = measure(session, profile=profile, at=at, decided_until=decided_until)
    entries, head = measured.journal
    chosen = measured.profile
    return session.store.writing().save_snapshot(
        Snapshot(
            name=name.strip(),
            reviewer=session.reviewer,
            profile={name: getattr(chosen, name) for name in TEXTS},
            rules=chosen.rules.to_mapping(),
            as_of=measured.at.isoformat(),
            decided_until=decided_until.isoformat() if decided_until else "",
            entries=entries,
            head=head,
            files=tuple(
                KeptFile(**{one.name: getattr(catalogue, one.name) for one in fields(KeptFile)})
                for catalogue in measured.catalogues
            ),
            figures=tuple(KeptFigure.of(one) for one in measured.indicators),
        )
    )


def snapshots(session: Session) -> list[Snapshot]:
    """Every snapshot, in the order in which they were taken."""
    return session.store.snapshots()


def forget_snapshot(session: Session, name: str) -> None:
    """Drop a snapshot and what was kept for it alone. Raises AlignerError when there is none of that name."""
    session.store.writing().forget_snapshot(name)


def look_back(session: Session, name: str) -> Looked:
    """The project as it was. Raises AlignerError when there is no such snapshot or its journal was tampered with."""
    past, snapshot = session.store.past(name)
    until = snapshot.decided_until
    return Looked(
        session=Session(past, session.reviewer),
        snapshot=snapshot,
        profile=_profile(snapshot.profile, snapshot.rules),
        at=date.fromisoformat(snapshot.as_of),
        decided_until=date.fromisoformat(until) if until else None,
    )


def measure_snapshot(
    session: Session, name: str, *, by: str | None = None, with_rows: Sequence[str] = ()
) -> tuple[Measured, list[Drift]]:
    """The figures of a snapshot, computed again, and those that this program computes otherwise."""
    looked = look_back(session, name)
    measured = measure(
        looked.session,
        profile=looked.profile,
        at=looked.at,
        decided_until=looked.decided_until,
        by=by,
        with_rows=with_rows,
    )
    return measured, drifts(looked.snapshot, measured.indicators)


def drifts(snapshot: Snapshot, indicators: Sequence[Indicator]) -> list[Drift]:
    """The kept figures that are computed otherwise now: another version of the program counts otherwise."""
    now = {indicator.id: KeptFigure.of(indicator) for indicator in indicators}
    return [
        Drift(then.id, then.value, now[then.id].value)
        for then in snapshot.figures
        if then.id in now and not _is_same(then, now[then.id])
    ]


def _is_same(one: KeptFigure, other: KeptFigure) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in ("value", "numerator", "denominator")]
    return all(
        left == right or (None not in {left, right} and abs(left - right) <= _TOLERANCE) for left, right in pairs
    )


def _profile(texts: Mapping[str, str], rules: Mapping[str, object]) -> Profile:
    """The profile as it was, as far as this program knows its rules."""
    kept, ignored = CountingRules.from_kept(rules)
    return Profile(
        name=texts.get("name", ""),
        title_en=texts.get("title_en", ""),
        title_zh=texts.get("title_zh", ""),
        description_en=texts.get("description_en", ""),
        description_zh=texts.get("description_zh", ""),
        rules=kept,
        ignored={name: rules[name] for name in ignored},
    )
