"""`aligner completion`: the script for the user's shell."""

import click

from aligner.cli.completing import SHELLS, script
from aligner.cli.face import Face, language_option


@click.command
@click.argument("shell", type=click.Choice(SHELLS))
@language_option
@click.pass_obj
def completion(face: Face, shell: str) -> None:
    """Print a script that lets this shell complete commands, options and file names; the guide says where it goes."""
    face.give(script(shell, click.get_current_context().find_root().command))
