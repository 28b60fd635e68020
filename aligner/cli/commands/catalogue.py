"""`aligner load`."""

from collections.abc import Sequence
from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import SHOWN_PROBLEMS, show_grid, show_problems
from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.standards.fields import BY_NAME
from aligner.domain.text import N_
from aligner.domain.toml import parse_toml
from aligner.usecases.catalogues import load as load_catalogue
from aligner.usecases.catalogues.accounts import NOTHING_OF, became_of, missing_words, rows_read, state_of
from aligner.usecases.catalogues.load import Found, Loaded, LoadRequest, Preview, Reading


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
) -> None:
    """Load a catalogue: a workbook, csv, text, JSON or an HTML table. A newer file of a loaded catalogue updates it."""
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
    with (
        load_catalogue.opening_ahead(request) as ahead,
        opened(face, project, read_only=preview) as session,
        face.progress() as progress,
    ):
        if preview:
            outcome: Preview | Loaded = load_catalogue.preview(session, request, progress, ahead)
        else:
            outcome = load_catalogue.load(session, request, progress, ahead)
    if isinstance(outcome, Loaded):
        _show_loaded(face, outcome, all_problems=all_problems)
    else:
        _show_preview(face, outcome)


def _columns(file: Path) -> dict[str, str]:
    """The mapping from field to heading in a TOML file. Raises AlignerError when it is not one."""
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


def _show_loaded(face: Face, loaded: Loaded, *, all_problems: bool) -> None:
    reading = loaded.reading
    show_problems(face, reading.problems, all_of_them=all_problems)
    counts = [
        (N_("Rows read"), reading.rows_read),
        (N_("Standards"), len(reading.table)),
        (N_("Rows left out"), reading.rows_left_out),
        (N_("Duplicates"), reading.duplicates),
        (N_("Numbers not understood"), reading.not_understood),
        (N_("Legacy degree marks translated"), reading.legacy_marks),
    ]
    if loaded.difference is not None:
        difference = loaded.difference
        counts += [
            (N_("Added"), len(difference.added)),
            (N_("Changed"), len(difference.changed)),
            (N_("Removed"), len(difference.gone)),
        ]
    title = (
        N_("Loaded {file} as catalogue {id}:")
        if loaded.difference is None
        else N_("Updated catalogue {id} from {file}:")
    )
    if reading.missing:
        face.show(
            face.translate(NOTHING_OF, fields=face.translate(", ").join(map(face.translate, missing_words(reading))))
        )
    face.show(face.translate(title, file=loaded.catalogue.file_name, id=loaded.catalogue.id))
    _show_accounts(face, reading)
    for name, count in counts:
        face.show(f"  {face.translate(name)}: {face.translate.number(count)}")
    if loaded.stale:
        face.say("{number} decisions concern standards that have changed; check them again:", number=len(loaded.stale))
        for decision in loaded.stale[:SHOWN_PROBLEMS]:
            face.say("  {national} – {work}", national=decision.national, work=decision.work or "-")


def _show_accounts(face: Face, reading: Reading) -> None:
    """What became of every row of the file, and which tables it was found in."""
    numbers = {"read": face.translate.number(rows_read(reading)), "all": face.translate.number(reading.rows_in_file)}
    face.show("  " + face.translate("Rows read as standards: {read} of {all}", **numbers))
    for name, count in reading.accounts.items():
        if name != "standards":
            face.show(f"    {face.translate(became_of(name))}: {face.translate.number(count)}")
    _show_blocks(face, reading.blocks)


def _show_blocks(face: Face, blocks: Sequence[Found]) -> None:
    """Every table of a file with several."""
    if len(blocks) < 2:
        return
    face.show("  " + face.translate("Tables found:"))
    for block in blocks:
        face.show(
            "    "
            + face.translate(
                "{name}: {area}, {count} below the headings, {state}",
                name=block.name,
                area=f"{block.first_column}{block.first_row}:{block.last_column}{block.last_row}",
                count=face.translate.number(block.rows),
                state=face.translate(state_of(block)),
            )
        )


def _show_preview(face: Face, preview: Preview) -> None:
    face.show(face.translate("Sheet: {sheet}", sheet=preview.sheet or "-"))
    _show_blocks(face, preview.blocks)
    if preview.sheets:
        face.show(face.translate("Other sheets: {sheets}", sheets=", ".join(preview.sheets)))
    if preview.encoding:
        face.show(face.translate("Encoding: {encoding}", encoding=preview.encoding))
    rows = ", ".join(str(row) for row in preview.header_rows)
    face.show(face.translate("Headings in row: {rows}", rows=rows))
    show_grid(
        face,
        [N_("Data field"), N_("Meaning"), N_("Heading"), N_("Matching cells")],
        [
            (name, face.translate(BY_NAME[name].label), heading, face.translate.percent(preview.shares.get(name), 0))
            for name, heading in preview.mapping.items()
        ],
        right=[3],
    )
    if preview.unmapped:
        face.show(face.translate("Headings without a field: {headings}", headings=", ".join(preview.unmapped)))
    face.show(face.translate("First rows:"))
    for row in preview.preview:
        face.show("  " + " | ".join(cell[:40] for cell in row))
    show_problems(face, preview.problems)
