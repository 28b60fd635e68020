"""What reviewers keep beside their decisions: flags, who is to review what, saved views, drafts of notes. Kept in the
project's settings, so that they travel with it; no figure depends on them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from aligner.domain.catalogue import Level
from aligner.usecases.project.session import Session

FLAGS = "review.flags"
HANDED = "review.handed"
VIEWS = "review.views"
DRAFTS = "review.drafts"
"""Names of settings: designation -> who flagged it; designation -> who is to review it; list of views; reviewer -> pair
-> note."""


@dataclass(frozen=True, slots=True)
class View:
    """A choice of rows under a name: side, search, kinds by facet, order."""

    name: str
    level: Level = Level.NATIONAL
    search: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    order: str = ""
    ignored: tuple[str, ...] = ()
    """What another version of the program keeps with the view and this one does not know."""


def flags(session: Session) -> dict[str, str]:
    """Who flagged which standard, by designation of the standard or work."""
    return _mapping(session.store.setting(FLAGS))


def turn_flag(session: Session, designation: str) -> bool:
    """Flag the standard, or take its flag away; whether it is flagged now."""
    flagged = flags(session)
    if flagged.pop(designation, None) is None:
        flagged[designation] = session.reviewer
    session.store.writing().save_setting(FLAGS, flagged or None)
    return designation in flagged


def set_flags(session: Session, designations: Iterable[str], *, flagged: bool) -> None:
    """Flag all of these standards, or take their flags away; who flagged one first is kept."""
    known = flags(session)
    names = set(designations)
    kept = {name: who for name, who in known.items() if flagged or name not in names}
    if flagged:
        kept |= {name: session.reviewer for name in names if name not in known}
    session.store.writing().save_setting(FLAGS, kept or None)


def handed(session: Session) -> dict[str, str]:
    """Who is to review which standard, by designation of the standard or work."""
    return _mapping(session.store.setting(HANDED))


def hand_over(session: Session, designations: Iterable[str], name: str) -> None:
    """Let these standards be reviewed by this person; by nobody in particular when the name is empty."""
    names = set(designations)
    kept = {one: who for one, who in handed(session).items() if one not in names}
    if name:
        kept |= dict.fromkeys(names, name)
    session.store.writing().save_setting(HANDED, kept or None)


@dataclass(frozen=True, slots=True)
class Notes:
    """Flags and hand-overs at one moment."""

    flags: dict[str, str]
    handed: dict[str, str]


def all_notes(session: Session) -> Notes:
    """Flags and hand-overs as they are now."""
    return Notes(flags(session), handed(session))


def put_back(session: Session, before: Notes, designations: Iterable[str]) -> None:
    """Let flags and hand-overs of these standards be as they were; what was noted on others meanwhile stays."""
    names = set(designations)
    writing = session.store.writing()
    for setting, now, was in ((FLAGS, flags(session), before.flags), (HANDED, handed(session), before.handed)):
        kept = {name: who for name, who in now.items() if name not in names}
        kept |= {name: who for name, who in was.items() if name in names}
        if kept != now:
            writing.save_setting(setting, kept or None)


def views(session: Session) -> list[View]:
    """The saved views, in the order of saving."""
    return [_view(one) for one in _kept_views(session)]


def save_view(session: Session, view: View) -> None:
    """Keep this view, in the place of one of the same name."""
    others = [one for one in _kept_views(session) if str(one["name"]) != view.name]
    plain = {name: value for name, value in asdict(view).items() if name != "ignored"}
    session.store.writing().save_setting(VIEWS, [*others, plain])


def forget_view(session: Session, name: str) -> None:
    """Keep the view of this name no longer."""
    left = [one for one in _kept_views(session) if str(one["name"]) != name]
    session.store.writing().save_setting(VIEWS, left or None)


def draft(session: Session, national: str, work: str) -> str:
    """The note that the session's reviewer began to write on a pair; "" when there is none."""
    mine = _mapping(_mapping(session.store.setting(DRAFTS)).get(session.reviewer))
    return str(mine.get(_pair(national, work), ""))


def save_draft(session: Session, national: str, work: str, note: str) -> None:
    """Keep a note that is not part of a decision yet; an empty one is forgotten."""
    kept = _mapping(session.store.setting(DRAFTS))
    mine = _mapping(kept.get(session.reviewer))
    if mine.get(_pair(national, work), "") == note:
        return
    if note:
        mine[_pair(national, work)] = note
    else:
        mine.pop(_pair(national, work), None)
    session.store.writing().save_setting(DRAFTS, kept | {session.reviewer: mine})


def _kept_views(session: Session) -> list[dict[str, Any]]:
    """The views as they are written in the project: what this program does not know of others stays with them."""
    kept = session.store.setting(VIEWS)
    return [one for one in kept if isinstance(one, dict) and one.get("name")] if isinstance(kept, list) else []


def _view(kept: dict[str, Any]) -> View:
    chosen = _mapping(kept.get("facets"))
    facets = {str(name): [str(kind) for kind in kinds] for name, kinds in chosen.items() if isinstance(kinds, list)}
    level = kept.get("level", Level.NATIONAL.value)
    ignored = set(kept) - (set(View.__dataclass_fields__) - {"ignored"})
    ignored |= {name for name in chosen if name not in facets}
    ignored |= set() if level in list(Level) else {"level"}
    return View(
        str(kept["name"]),
        Level.INTERNATIONAL if level == Level.INTERNATIONAL.value else Level.NATIONAL,
        str(kept.get("search", "")),
        facets,
        str(kept.get("order", "")),
        tuple(sorted(ignored)),
    )


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _pair(national: str, work: str) -> str:
    return f"{national}\t{work}"
