"""What reviewers keep beside their decisions: flags, saved views, drafts of notes. Kept in the project's settings,
so that they travel with it; no figure depends on them."""

from dataclasses import asdict, dataclass, field
from typing import Any

from aligner.domain.catalogue import Level
from aligner.usecases.project.session import Session

FLAGS = "review.flags"
VIEWS = "review.views"
DRAFTS = "review.drafts"
"""Names of settings: designation -> who flagged it; list of views; reviewer -> pair -> note."""


@dataclass(frozen=True, slots=True)
class View:
    """A choice of rows under a name: side, search, kinds by facet, order."""

    name: str
    level: Level = Level.NATIONAL
    search: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    order: str = ""


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


def views(session: Session) -> list[View]:
    """The saved views, in the order of saving."""
    kept = session.store.setting(VIEWS, [])
    return [_view(one) for one in kept if isinstance(one, dict) and one.get("name")]


def save_view(session: Session, view: View) -> None:
    """Keep this view, in the place of one of the same name."""
    others = [one for one in views(session) if one.name != view.name]
    session.store.writing().save_setting(VIEWS, [asdict(one) for one in (*others, view)])


def forget_view(session: Session, name: str) -> None:
    """Keep the view of this name no longer."""
    left = [asdict(one) for one in views(session) if one.name != name]
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


def _view(kept: dict[str, Any]) -> View:
    facets = {str(name): [str(kind) for kind in kinds] for name, kinds in _mapping(kept.get("facets")).items()}
    level = Level.INTERNATIONAL if kept.get("level") == Level.INTERNATIONAL.value else Level.NATIONAL
    return View(str(kept["name"]), level, str(kept.get("search", "")), facets, str(kept.get("order", "")))


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _pair(national: str, work: str) -> str:
    return f"{national}\t{work}"
