"""How the values of the domain are marked in the window: a picture and a colour beside each name."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_datetime

from aligner.domain.change import ACTION_NAMES, Action
from aligner.domain.pairs.decision import VERDICT_NAMES, Verdict
from aligner.domain.problem import SEVERITY_NAMES, Severity
from aligner.domain.standards.fields import STATUS_NAMES, Status
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words import meanings
from aligner.i18n import Translator
from aligner.usecases.catalogues.browse import RELATION_NAMES, Relation
from aligner.usecases.figures.profile_files import KnownProfile

_STATUSES = {
    Status.IN_FORCE: ("success", Tone.GOOD),
    Status.UPCOMING: ("upcoming", Tone.SUGGESTED),
    Status.WITHDRAWN: ("gone", Tone.MUTED),
    Status.SUPERSEDED: ("chain", Tone.MUTED),
    Status.DRAFT: ("draft", Tone.ATTENTION),
    Status.PLAN: ("calendar", Tone.ATTENTION),
    Status.DELETED: ("cancel", Tone.MUTED),
    Status.UNKNOWN: ("help", Tone.NEUTRAL),
}

_SEVERITIES = {
    Severity.LEFT_OUT: ("error", Tone.BAD),
    Severity.WARNING: ("warning", Tone.ATTENTION),
    Severity.NOTE: ("info", Tone.NEUTRAL),
}

_RELATIONS = {
    Relation.CURRENT: ("success", Tone.GOOD),
    Relation.EARLIER: ("history", Tone.MUTED),
    Relation.WITHDRAWN: ("gone", Tone.MUTED),
    Relation.SUPPLEMENT: ("added", Tone.SUGGESTED),
    Relation.PREDECESSOR: ("chain", Tone.MUTED),
    Relation.SUCCESSOR: ("chain", Tone.ATTENTION),
}

_VERDICTS = {
    Verdict.CONFIRMED: ("confirmed", Tone.GOOD),
    Verdict.REJECTED: ("cancel", Tone.BAD),
    Verdict.UNSURE: ("unsure", Tone.ATTENTION),
    Verdict.NO_COUNTERPART: ("none", Tone.MUTED),
}

_ACTIONS = {
    Action.DECIDE: ("confirmed", Tone.GOOD),
    Action.APPLICABILITY: ("review", Tone.SUGGESTED),
    Action.COMPARE: ("difference", Tone.SUGGESTED),
    Action.SECOND: ("user", Tone.SUGGESTED),
    Action.SETTLE: ("success", Tone.GOOD),
    Action.EDITIONS: ("calendar", Tone.NEUTRAL),
    Action.MERGE: ("load", Tone.SUGGESTED),
    Action.TAKE_BACK: ("take_back", Tone.ATTENTION),
    Action.UNDO: ("undo", Tone.ATTENTION),
    Action.REDO: ("redo", Tone.NEUTRAL),
}

Marks = Callable[[Any], Badge]


def status_marks(translate: Translator) -> Marks:
    """The badge of a status; of an unknown one for anything else."""
    badges = badges_of(_STATUSES, STATUS_NAMES, translate, meanings.STATUSES)
    return lambda value: badges.get(value) or badges[Status.UNKNOWN]


def severity_marks(translate: Translator) -> Marks:
    """The badge of a problem's severity."""
    return badges_of(_SEVERITIES, SEVERITY_NAMES, translate).__getitem__


def relation_marks(translate: Translator) -> Marks:
    """The badge of a document's place in its chain."""
    return badges_of(_RELATIONS, RELATION_NAMES, translate, meanings.RELATIONS).__getitem__


def verdict_marks(translate: Translator) -> Marks:
    """The badge of a verdict."""
    return badges_of(_VERDICTS, VERDICT_NAMES, translate).__getitem__


def action_marks(translate: Translator) -> Marks:
    """The badge of what was done."""
    return badges_of(_ACTIONS, ACTION_NAMES, translate).__getitem__


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


def further(columns: Mapping[str, str], translate: Translator) -> list[str]:
    """A line for each further column of a list, such as "Remark: under revision"; cells with several lines are one."""
    return [
        translate("{heading}: {text}", heading=heading, text=" ".join(text.split()))
        for heading, text in columns.items()
    ]


def badges_of(
    marks: Mapping[Any, tuple[str, Tone]],
    names: Mapping[Any, str],
    translate: Translator,
    meant: Mapping[Any, str] = {},
) -> dict[Any, Badge]:
    """A badge for each value of an enum: its picture and colour, its name, and what it means where that is told."""
    return {
        value: Badge(picture, translate(names[value]), tone, translate(meant[value]) if value in meant else "")
        for value, (picture, tone) in marks.items()
    }
