"""Results as tables on a terminal."""

from collections.abc import Iterable, Sequence
from typing import Literal

import click

from aligner.cli.face import Face
from aligner.cli.terminal import harmless
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_

SHOWN_PROBLEMS = 20

FORM = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", help=N_("table, json or csv.")
)
"""How a listing is given: for people, or for other programs."""


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
        face.say("{place}: {sentence}", place=place_of(face, problem), sentence=face.translate.sentence(problem))
    if len(shown) < len(listed):
        face.say("… and {number} more; they are in the report.", number=len(listed) - len(shown))
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
