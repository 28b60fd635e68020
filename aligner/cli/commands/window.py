"""`aligner gui`: the window."""

import click

from aligner.cli.face import Face, language_option
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_


@click.command
@click.argument("files", nargs=-1, metavar="[PROJECT]")
@language_option
@click.pass_obj
def gui(face: Face, files: tuple[str, ...]) -> int:
    """Open the window, with this project if one is named."""
    if face.window is None:
        raise AlignerError(N_("There is no window here. Start the program as aligner gui."))
    return face.window.open(files)
