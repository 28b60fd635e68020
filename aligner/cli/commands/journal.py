"""`aligner history`, `undo` and `redo`."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, FORM, give_object, show_grid
from aligner.domain.change import ACTION_NAMES, Change
from aligner.domain.journal_times import local_day, local_time
from aligner.domain.text import N_
from aligner.usecases.project import history as journal
from aligner.usecases.project.exchange import as_text


@click.command
@click.argument("project")
@click.option("--limit", type=click.IntRange(min=1), help=N_("Show only the newest N."))
@FORM
@language_option
@click.pass_obj
def history(face: Face, project: str, limit: int | None, form: str) -> None:
    """List the journal, newest first: who did what, when, to which pairs."""
    with opened(face, project, read_only=True) as session:
        changes = journal.history(session, limit=limit)
        count, head = journal.head(session)
    if form != "table":
        face.give(as_text(journal.as_table(changes), form))
        return
    headings = [N_("No."), N_("Time"), N_("Reviewer"), N_("Action"), N_("What"), N_("Of no.")]
    show_grid(face, headings, [_row(face, change) for change in changes], right=[0, 5])
    face.show(face.translate("{count} entries, last hash {head}", count=count, head=head or "-"))
    if any(change.told_by_order for change in changes):
        face.show(
            face.translate(
                "Times with a question mark come from a computer whose clock was wrong. For the state of a past day "
                "the order of the entries counts."
            )
        )


@click.command
@click.argument("project")
@click.option("--reviewer", help=N_("Whose step; by default the name in the settings."))
@AS_JSON
@language_option
@click.pass_obj
def undo(face: Face, project: str, reviewer: str | None, as_json: bool) -> None:
    """Undo your last step; the journal keeps both."""
    with opened(face, project, reviewer=reviewer) as session:
        change, _ = journal.undo(session)
    if as_json:
        give_object(face, journal.values_of(change))
    else:
        face.show(face.translate("Undone: {what}", what=_what(face, change)))


@click.command
@click.argument("project")
@click.option("--reviewer", help=N_("Whose step; by default the name in the settings."))
@AS_JSON
@language_option
@click.pass_obj
def redo(face: Face, project: str, reviewer: str | None, as_json: bool) -> None:
    """Redo your last undone step."""
    with opened(face, project, reviewer=reviewer) as session:
        change, _ = journal.redo(session)
    if as_json:
        give_object(face, journal.values_of(change))
    else:
        face.show(face.translate("Redone: {what}", what=_what(face, change)))


def _row(face: Face, change: Change) -> tuple[str, ...]:
    return (
        str(change.id),
        _time(face, change),
        change.reviewer,
        face.translate(ACTION_NAMES[change.action]),
        _what(face, change),
        str(change.undoes or ""),
    )


def _time(face: Face, change: Change) -> str:
    """What the clock said, as local time; with a question mark where the order of the journal says something else."""
    said = local_time(change.at)
    if not change.told_by_order:
        return said
    return face.translate("{time}? ({day})", time=said, day=local_day(change.told_by_order))


def _what(face: Face, change: Change) -> str:
    """The pair of a single step, or how many rows it touched."""
    if len(change.rows) == 1:
        return " – ".join(part for part in change.rows[0].key if part)
    return face.translate.plural("{number} row", "{number} rows", len(change.rows))
