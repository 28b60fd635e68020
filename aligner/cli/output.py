"""Results as tables on a terminal."""

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, Literal, cast

import click

from aligner.cli.face import Command, Face
from aligner.cli.terminal import Terminal, harmless
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_

SHOWN_PROBLEMS = 20

JSON = click.option("--json", "form", flag_value="json", help=N_("The same as --format json."))
AS_JSON = click.option("--json", "as_json", is_flag=True, help=N_("Print what was done as JSON, for other programs."))
"""For commands that do something: what they say of it goes to standard output as one object."""

FORMS = {".csv": "csv", ".json": "json", ".txt": "table"}
"""What the name of a file says about what goes into it."""


def FORM(command: Command) -> Command:  # noqa: N802 - written above a command as the options are
    """The options that say how a listing is given: for people or for other programs, on the terminal or in a file.

    The command gets `form`, "table", "json" or "csv", and a face whose output is the file.
    """

    @wraps(command)
    def listed(*given: Any, form: str | None, out: Path | None, **others: Any) -> Any:
        if out is None:
            return command(*given, form=form or "table", **others)
        return _into_file(out, form, lambda chosen: command(*given, form=chosen, **others))

    for option in (
        click.option("--out", type=click.Path(path_type=Path), help=N_("Write to this file (.csv, .json or .txt).")),
        JSON,
        click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), help=N_("table, json or csv.")),
    ):
        option(listed)
    return cast("Command", listed)


def _into_file(file: Path, form: str | None, command: Callable[[str], Any]) -> Any:
    """Run the command with its output collected, and write that to the file when it is complete."""
    from aligner.usecases.project.exchange import ending, write_text  # noqa: PLC0415 - few listings go to a file

    chosen = form or FORMS[ending(file, tuple(FORMS))]
    context, collected = click.get_current_context(), io.StringIO()
    face: Face = context.obj
    context.obj = replace(face, out=Terminal(collected, is_watched=False))
    outcome = command(chosen)
    write_text(collected.getvalue(), file)
    face.say("Wrote {file}.", file=str(file))
    return outcome


def give_object(face: Face, values: Mapping[str, Any]) -> None:
    """What a command did, as one JSON object."""
    face.give(json.dumps(values, ensure_ascii=False, indent=1, default=str) + "\n")


def problem_values(face: Face, problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as plain values: code, severity, sentence and place."""
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "sentence": face.translate.sentence(one),
            "file": one.file,
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
        }
        for one in problems
    ]


def show_grid(face: Face, headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """A table for people; `right` names the columns with numbers. Texts are shown as they are, never as markup."""
    from rich import box  # noqa: PLC0415 - most commands draw no table
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for position, heading in enumerate(headings):
        side: Literal["left", "right"] = "right" if position in right else "left"
        grid.add_column(Text(face.translate(heading)), justify=side, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(harmless(cell)) for cell in row))
    face.out.draw(grid)


def show_problems(face: Face, problems: Sequence[Problem], *, all_of_them: bool = False) -> None:
    """The problems as sentences with their place, to standard error; what was left out first, notes only counted."""
    order = [Severity.LEFT_OUT, Severity.WARNING]
    listed = sorted((p for p in problems if p.severity in order), key=lambda p: (order.index(p.severity), p.row or 0))
    shown = listed if all_of_them else listed[:SHOWN_PROBLEMS]
    for problem in shown:
        face.alert("{place}: {sentence}", place=place_of(face, problem), sentence=face.translate.sentence(problem))
    if len(shown) < len(listed):
        face.alert("… and {number} more; they are in the report.", number=len(listed) - len(shown))
    notes = len(problems) - len(listed)
    if notes:
        face.say(N_("{number} values were read without loss and noted (spellings, old marks)."), number=notes)


def place_of(face: Face, problem: Problem) -> str:
    """Where it is: file, sheet, row and column as far as they are known."""
    pieces = [problem.file or face.translate("file")]
    if problem.sheet:
        pieces.append(face.translate("sheet “{sheet}”", sheet=problem.sheet))
    if problem.row is not None:
        pieces.append(face.translate("row {row}", row=problem.row))
    if problem.column:
        pieces.append(face.translate("column “{column}”", column=problem.column))
    return face.translate(", ").join(pieces)
