"""`aligner load`."""

from dataclasses import replace
from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.output import AS_JSON
from aligner.cli.piped import from_pipe
from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.usecases.catalogues.ahead import Ahead, reading_ahead
from aligner.usecases.catalogues.request import LoadRequest


@click.command
@click.argument("project")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--level", required=True, type=click.Choice([level.value for level in Level]), help=N_("Which side it belongs to.")
)
@click.option("--sheet", help=N_("Name of the sheet, if the right one is not found."))
@click.option(
    "--table",
    "tables",
    multiple=True,
    help=N_("A table or sheet to read, named as in --preview; may be given several times."),
)
@click.option(
    "--columns", "columns_file", type=click.Path(path_type=Path), help=N_('TOML file: field = "heading", a line each.')
)
@click.option("--encoding", help=N_("Encoding of a csv file, when it is not recognized."))
@click.option("--preview", is_flag=True, help=N_("Show what is recognized and store nothing."))
@click.option("--update", type=int, help=N_("Number of the catalogue that this file updates; 0: a new one."))
@click.option("--import-anyway", is_flag=True, help=N_("Read a file even if it unpacks to an unusual size."))
@click.option("--problems", "all_problems", is_flag=True, help=N_("List every problem, not only the first ones."))
@click.option("--name", help=N_("What to call the list when FILE is - and comes through a pipe."))
@AS_JSON
@language_option
@click.pass_obj
def load(
    face: Face,
    project: str,
    file: Path,
    level: str,
    sheet: str | None,
    tables: tuple[str, ...],
    columns_file: Path | None,
    encoding: str | None,
    preview: bool,
    update: int | None,
    import_anyway: bool,
    all_problems: bool,
    name: str | None,
    as_json: bool,
) -> None:
    """Load a catalogue: a workbook, csv, text, JSON or an HTML table; "-" reads it from a pipe. A newer file of a
    loaded catalogue updates it."""
    request = LoadRequest(
        path=file,
        level=Level(level),
        sheet=sheet,
        blocks=tables or None,
        columns=_columns(columns_file) if columns_file else None,
        encoding=encoding,
        import_anyway=import_anyway,
        update=update,
    )
    with from_pipe(file, name) as path:
        _read(face, project, replace(request, path=path), preview=preview, all_problems=all_problems, as_json=as_json)


def _read(face: Face, project: str, request: LoadRequest, *, preview: bool, all_problems: bool, as_json: bool) -> None:
    with reading_ahead(project, request, preview=preview) as ahead:  # and load what the rest needs meanwhile
        if preview:
            _preview(face, project, request, ahead, as_json=as_json)
        else:
            _load(face, project, request, ahead, all_problems=all_problems, as_json=as_json)


def _preview(face: Face, project: str, request: LoadRequest, ahead: Ahead, *, as_json: bool) -> None:
    from aligner.cli.loaded import give_preview, show_preview  # noqa: PLC0415 - while the child is at work
    from aligner.cli.opening import opened  # noqa: PLC0415
    from aligner.usecases.catalogues import load as load_catalogue  # noqa: PLC0415

    with opened(face, project, read_only=True) as session, face.progress() as progress:
        found = load_catalogue.preview(session, request, progress, ahead)
    (give_preview if as_json else show_preview)(face, found)


def _load(face: Face, project: str, request: LoadRequest, ahead: Ahead, *, all_problems: bool, as_json: bool) -> None:
    from aligner.cli.loaded import give_loaded, show_loaded  # noqa: PLC0415 - while the child is at work
    from aligner.cli.opening import opened  # noqa: PLC0415
    from aligner.usecases.catalogues import load as load_catalogue  # noqa: PLC0415

    with opened(face, project) as session, face.progress() as progress:
        loaded = load_catalogue.load(session, request, progress, ahead)
    if as_json:
        give_loaded(face, loaded)
    else:
        show_loaded(face, loaded, all_problems=all_problems)


def _columns(file: Path) -> dict[str, str]:
    """The mapping from field to heading in a TOML file. Raises AlignerError when it is not one."""
    from aligner.domain.standards.fields import BY_NAME  # noqa: PLC0415 - hardly anybody gives a mapping
    from aligner.domain.toml import parse_toml  # noqa: PLC0415

    try:
        mapping = parse_toml(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AlignerError(
            N_("{file} cannot be read ({reason}). Check that it is there and not open elsewhere."),
            file=str(file),
            reason=error.strerror or str(error),
        ) from error
    except ValueError as error:
        raise AlignerError(
            N_('{file} cannot be read as a mapping ({reason}). It needs lines such as title_en = "Title".'),
            file=str(file),
            reason=str(error),
        ) from error
    unknown = [name for name in mapping if name not in BY_NAME or not BY_NAME[name].printed]
    if unknown:
        known = ", ".join(name for name, field in BY_NAME.items() if field.printed)
        raise AlignerError(
            N_("{file}: “{field}” is not a field. The fields are: {known}."),
            file=str(file),
            field=unknown[0],
            known=known,
        )
    return {name: str(heading) for name, heading in mapping.items()}
