"""What a catalogue that was loaded, or looked at, shows in the terminal."""

from collections.abc import Sequence

from aligner.cli.face import Face
from aligner.cli.output import SHOWN_PROBLEMS, give_object, problem_values, show_grid, show_problems
from aligner.domain.standards.fields import BY_NAME
from aligner.domain.text import N_
from aligner.usecases.catalogues.accounts import NOTHING_OF, became_of, missing_words, rows_read, state_of
from aligner.usecases.catalogues.load import Found, Loaded, Preview, Reading


def show_loaded(face: Face, loaded: Loaded, *, all_problems: bool) -> None:
    """What became of the file: its problems, the figures of the catalogue and the decisions to check again."""
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
        face.alert(
            "{number} decisions concern standards that have changed; check them again:", number=len(loaded.stale)
        )
        for decision in loaded.stale[:SHOWN_PROBLEMS]:
            face.alert("  {national} – {work}", national=decision.national, work=decision.work or "-")


def give_loaded(face: Face, loaded: Loaded) -> None:
    """The same as one JSON object, with every problem."""
    reading, difference = loaded.reading, loaded.difference
    give_object(
        face,
        {
            "catalogue": loaded.catalogue.id,
            "level": loaded.catalogue.level.value,
            "file": loaded.catalogue.file_name,
            "sha256": loaded.catalogue.sha256,
            "rows_in_file": reading.rows_in_file,
            "rows_read": reading.rows_read,
            "standards": len(reading.table),
            "rows_left_out": reading.rows_left_out,
            "duplicates": reading.duplicates,
            "not_understood": reading.not_understood,
            "legacy_marks": reading.legacy_marks,
            "rows_became": dict(reading.accounts),
            "difference": None
            if difference is None
            else {"added": difference.added, "changed": difference.changed, "removed": difference.gone},
            "to_check_again": [{"national": one.national, "work": one.work} for one in loaded.stale],
            "problems": problem_values(face, reading.problems),
        },
    )


def give_preview(face: Face, preview: Preview) -> None:
    """What was recognized as one JSON object."""
    give_object(
        face,
        {
            "sheet": preview.sheet,
            "tables": [
                {"name": one.name, "first_row": one.first_row, "last_row": one.last_row, "rows": one.rows}
                for one in preview.blocks
            ],
            "other_sheets": list(preview.sheets),
            "encoding": preview.encoding,
            "heading_rows": list(preview.header_rows),
            "columns": dict(preview.mapping),
            "matching_cells": dict(preview.shares),
            "headings_without_a_field": list(preview.unmapped),
            "first_rows": [list(row) for row in preview.preview],
            "problems": problem_values(face, preview.problems),
        },
    )


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


def show_preview(face: Face, preview: Preview) -> None:
    """What was recognized in the file, with its first rows."""
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
