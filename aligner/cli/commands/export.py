"""`aligner export`: rows of a project for other programs."""

from datetime import datetime
from pathlib import Path

import click

from aligner.cli.counting import SNAPSHOT, counting_options, day_of, refuse_mixture
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.domain.text import N_
from aligner.usecases.hand_outs.export import FORMS, WHAT
from aligner.usecases.hand_outs.export import export as export_rows


@click.command
@click.argument("project")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--what", type=click.Choice(WHAT), default=WHAT[0], show_default=True, help=N_("What to export."))
@click.option(
    "--format", "form", type=click.Choice(FORMS), help=N_("File format; taken from the file name by default.")
)
@counting_options
@SNAPSHOT
@language_option
@click.pass_obj
def export(
    face: Face,
    project: str,
    out: Path,
    what: str,
    form: str | None,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    snapshot: str | None,
) -> None:
    """Write pairs, works, decisions, gaps and more as csv, json, xlsx, or confirmed pairs as an SSSOM mapping set."""
    if snapshot is not None:
        refuse_mixture()
    with opened(face, project, read_only=True) as session:
        rows = export_rows(
            session,
            out,
            what,
            form=form,
            profile=profile,
            at=day_of(as_of),
            decided_until=day_of(decided_until),
            snapshot=snapshot,
        )
    face.show(face.translate.plural("{number} row", "{number} rows", rows))
    face.say("Wrote {file}.", file=str(out))
