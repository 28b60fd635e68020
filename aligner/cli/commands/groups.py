"""Commands that have commands of their own, with their help in the user's language."""

import click

from aligner.cli.main import translated
from aligner.cli.usage import Context


class TranslatedGroup(click.Group):
    """A group whose commands speak the user's language."""

    context_class = Context

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, translated."""
        command = super().get_command(ctx, cmd_name)
        return None if command is None else translated(command, ctx.obj)
