"""How the values of the domain are called and marked in the window."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_datetime

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.pairs.decision import Verdict
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import Status
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words import meanings
from aligner.i18n import Translator
from aligner.usecases.catalogues.browse import Relation
from aligner.usecases.figures.profile_files import KnownProfile

LEVELS = {Level.NATIONAL: N_("National"), Level.INTERNATIONAL: N_("International")}

ACTIONS = {
    Action.DECIDE: N_("decided"),
    Action.APPLICABILITY: N_("judged applicability"),
    Action.COMPARE: N_("compared indicators"),
    Action.SECOND: N_("gave a second opinion"),
    Action.SETTLE: N_("settled a difference"),
    Action.TAKE_BACK: N_("took back"),
    Action.UNDO: N_("undid"),
    Action.REDO: N_("did again"),
}

_STATUSES = {
    Status.IN_FORCE: ("success", N_("in force"), Tone.GOOD),
    Status.UPCOMING: ("upcoming", N_("upcoming"), Tone.SUGGESTED),
    Status.WITHDRAWN: ("gone", N_("withdrawn"), Tone.MUTED),
    Status.SUPERSEDED: ("chain", N_("superseded"), Tone.MUTED),
    Status.DRAFT: ("draft", N_("draft"), Tone.ATTENTION),
    Status.PLAN: ("calendar", N_("plan"), Tone.ATTENTION),
    Status.DELETED: ("cancel", N_("deleted"), Tone.MUTED),
    Status.UNKNOWN: ("help", N_("unknown"), Tone.NEUTRAL),
}

_SEVERITIES = {
    Severity.LEFT_OUT: ("error", N_("left out"), Tone.BAD),
    Severity.WARNING: ("warning", N_("warning"), Tone.ATTENTION),
    Severity.NOTE: ("info", N_("note"), Tone.NEUTRAL),
}

_RELATIONS = {
    Relation.CURRENT: ("success", N_("current edition"), Tone.GOOD),
    Relation.EARLIER: ("history", N_("earlier edition"), Tone.MUTED),
    Relation.WITHDRAWN: ("gone", N_("not in force"), Tone.MUTED),
    Relation.SUPPLEMENT: ("added", N_("supplement"), Tone.SUGGESTED),
    Relation.PREDECESSOR: ("chain", N_("came from"), Tone.MUTED),
    Relation.SUCCESSOR: ("chain", N_("went into"), Tone.ATTENTION),
}

_VERDICTS = {
    Verdict.CONFIRMED: ("confirmed", N_("confirmed"), Tone.GOOD),
    Verdict.REJECTED: ("cancel", N_("rejected"), Tone.BAD),
    Verdict.UNSURE: ("unsure", N_("unsure"), Tone.ATTENTION),
    Verdict.NO_COUNTERPART: ("none", N_("no counterpart"), Tone.MUTED),
}

_ACTION_ICONS = {
    Action.DECIDE: ("confirmed", Tone.GOOD),
    Action.APPLICABILITY: ("review", Tone.SUGGESTED),
    Action.COMPARE: ("difference", Tone.SUGGESTED),
    Action.SECOND: ("user", Tone.SUGGESTED),
    Action.SETTLE: ("success", Tone.GOOD),
    Action.TAKE_BACK: ("take_back", Tone.ATTENTION),
    Action.UNDO: ("undo", Tone.ATTENTION),
    Action.REDO: ("redo", Tone.NEUTRAL),
}

Marks = Callable[[Any], Badge]


def status_marks(translate: Translator) -> Marks:
    """The badge of a status; of an unknown one for anything else."""
    badges = _badges(_STATUSES, translate, meanings.STATUSES)
    return lambda value: badges.get(value) or badges[Status.UNKNOWN]


def severity_marks(translate: Translator) -> Marks:
    """The badge of a problem's severity."""
    return _badges(_SEVERITIES, translate).__getitem__


def relation_marks(translate: Translator) -> Marks:
    """The badge of a document's place in its chain."""
    return _badges(_RELATIONS, translate, meanings.RELATIONS).__getitem__


def verdict_marks(translate: Translator) -> Marks:
    """The badge of a verdict."""
    return _badges(_VERDICTS, translate).__getitem__


def action_marks(translate: Translator) -> Marks:
    """The badge of what was done."""
    badges = {
        action: Badge(picture, translate(ACTIONS[action]), tone) for action, (picture, tone) in _ACTION_ICONS.items()
    }
    return badges.__getitem__


def profile_title(known: KnownProfile, language: str) -> str:
    """How a profile is called in the user's language."""
    profile = known.profile
    return (profile.title_zh if language == "zh" else profile.title_en) or profile.name


def day(text: str, translate: Translator) -> str:
    """A date with the precision that was printed, as people write it: "30 Dec 2016", "2016年12月30日"."""
    if len(text) != len("2016-12-30"):
        return text
    try:
        return format_date(
            date.fromisoformat(text), "d MMM y" if translate.language == "en" else "medium", translate.language
        )
    except ValueError:
        return text


def moment(text: str, translate: Translator) -> str:
    """A time of the journal (ISO 8601, UTC) as it was on the clock of this place."""
    try:
        local = datetime.fromisoformat(text).astimezone()
    except ValueError:
        return text
    form = "d MMM y, HH:mm" if translate.language == "en" else "y年M月d日 HH:mm"
    return format_datetime(local, form, locale=translate.language)


def _badges(
    words: Mapping[Any, tuple[str, str, Tone]], translate: Translator, meant: Mapping[Any, str] = {}
) -> dict[Any, Badge]:
    return {
        value: Badge(picture, translate(text), tone, translate(meant[value]) if value in meant else "")
        for value, (picture, text, tone) in words.items()
    }
