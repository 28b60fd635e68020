"""The entry point: finds the command, and turns what goes wrong into one sentence."""

import errno
import gc
import importlib
import logging
import sys
from copy import copy
from dataclasses import replace
from typing import Any

import click
from click.shell_completion import CompletionItem

from aligner import i18n, settings
from aligner.cli.completing import ProjectAddress, knows_power_shell
from aligner.cli.face import Face, Window, face_for, language_option
from aligner.cli.usage import Context, show_wrong_usage
from aligner.distribution import NAME
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.usecases.project.serving import refuse_password

COMMANDS: dict[str, tuple[str, str]] = {
    "gui": ("window:gui", N_("Open the window.")),
    "demo": ("demo:demo", N_("Run the whole workflow on the sample catalogues.")),
    "new": ("project:new", N_("Create a project file.")),
    "load": ("catalogue:load", N_("Load a national or international catalogue.")),
    "list": ("catalogues:list_catalogues", N_("List the loaded catalogues.")),
    "remove": ("catalogues:remove", N_("Remove a catalogue, or put a removed one back.")),
    "match": ("matching:match", N_("Find candidates for every national standard.")),
    "candidates": ("matching:candidates", N_("List the candidates.")),
    "evaluate": ("matching:evaluate", N_("Measure the candidates against known pairs.")),
    "decide": ("review:decide", N_("Record decisions from a csv or xlsx file.")),
    "minutes": ("review:minutes", N_("Write the sheet for a meeting: pairs with room for the vote.")),
    "applicability": ("review:applicability", N_("Record which international standards are applicable.")),
    "compare": ("compare:compare", N_("Record key technical indicators from a csv or xlsx file.")),
    "comparisons": ("compare:comparisons", N_("List the compared key technical indicators.")),
    "templates": ("compare:templates", N_("List the templates of key technical indicators.")),
    "settle": ("settle:settle", N_("Settle what two reviewers differ in, or list it.")),
    "pack": ("pack:pack", N_("Write a review pack: a workbook that a reviewer fills in and sends back.")),
    "unpack": ("pack:unpack", N_("Record the decisions of a review pack that came back.")),
    "merge": ("merge:merge", N_("Merge another copy of the project into this one.")),
    "history": ("journal:history", N_("List the journal of decisions.")),
    "undo": ("journal:undo", N_("Undo your last step.")),
    "redo": ("journal:redo", N_("Redo what you undid.")),
    "indicators": ("measure:indicators", N_("Compute the conversion rate and the other indicators.")),
    "explain": ("measure:explain", N_("List the rows behind an indicator.")),
    "report": ("measure:report", N_("Write the report workbook.")),
    "export": ("export:export", N_("Export pairs, works, decisions or gaps for other programs.")),
    "snapshot": ("snapshots:snapshot", N_("Save the current state of the project under a name.")),
    "snapshots": ("snapshots:snapshots", N_("List the snapshots.")),
    "compare-snapshots": ("snapshots:compare_snapshots", N_("Explain what changed the rate between two snapshots.")),
    "forget-snapshot": ("snapshots:forget_snapshot", N_("Delete a snapshot.")),
    "check": ("project:check", N_("Check the project file and its journal.")),
    "backup": ("project:backup", N_("Copy the project into a file, or list its backups.")),
    "restore": ("project:restore", N_("Restore the newest sound backup of a damaged project.")),
    "reconcile": ("reconcile:reconcile", N_("Let OpenRefine look up standards in the catalogues.")),
    "info": ("info:info", N_("Say what is in a project, or where the program keeps its files.")),
    "server": ("server:server", N_("Prepare a project on a PostgreSQL server.")),
    "parse": ("parse:parse", N_("Show how standard numbers are understood.")),
    "completion": ("completion:completion", N_("Print a script that completes commands in your shell.")),
}
"""Every command: where it lives (loaded only when called, so that each starts fast) and what it does."""

ADDRESS = ProjectAddress()


def _be_quiet(context: click.Context, _option: click.Parameter, is_quiet: bool) -> None:
    """Let the command say nothing but its result and what went wrong."""
    if is_quiet:
        context.obj = replace(context.obj, is_quiet=True)


QUIET = click.Option(
    ["-q", "--quiet"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_be_quiet,
    help=N_("Show results, warnings and errors only."),
)
"""An option of every command."""

RARE_COLLECTIONS = (200_000, 50, 100)
"""Catalogues are millions of small objects that stay: looking through them for garbage at Python's usual pace takes
half the time of a command (measured: a report on 94,000 works 39 s, with this 12 s)."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

logger = logging.getLogger(__name__)


class CommandList(click.Group):
    """The commands of COMMANDS, in that order."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """Their names."""
        return list(COMMANDS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, without loading any of them."""
        face: Face = ctx.obj
        found = [
            CompletionItem(name, help=face.translate(help_))
            for name, (_, help_) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(f"aligner.cli.commands.{module}"), name)
        return translated(command, ctx.obj)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with their descriptions, without loading any of them."""
        face: Face = ctx.obj
        with formatter.section("Commands"):
            formatter.write_dl([(name, face.translate(help_)) for name, (_, help_) in COMMANDS.items()])


def translated(command: click.Command, face: Face) -> click.Command:
    """The command with its help in the user's language; the command itself stays as it is."""
    own = copy(command)
    own.context_class = Context
    if own.help:
        own.help = face.translate(" ".join(own.help.split()))
    own.params = [*map(copy, own.params), copy(QUIET)]
    for option in own.params:
        if isinstance(option, click.Option) and option.help:
            option.help = face.translate(option.help)
        elif option.name == "project":
            option.type = ADDRESS
    return own


@click.group(cls=CommandList, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=NAME)
@language_option
@click.pass_context
def aligner(ctx: click.Context) -> int | None:
    """Compare a country's standards with the international ones."""
    if ctx.invoked_subcommand is not None:
        return None
    face: Face = ctx.obj
    if face.window is not None and face.window.is_possible():
        return face.window.open([])
    click.echo(ctx.get_help())
    return None


def main(arguments: list[str] | None = None, *, window: Window | None = None) -> None:
    """Run the command line. Ends the process with 0 (done), 1 (the user can act on it) or 2 (wrong usage)."""
    gc.set_threshold(*RARE_COLLECTIONS)
    knows_power_shell()
    given = sys.argv[1:] if arguments is None else arguments
    chosen = settings.Settings("reviewer", i18n.system_language())
    try:
        chosen = settings.load_settings()
    except AlignerError as error:
        click.echo(i18n.translator(chosen.language).sentence(error), err=True)
    face = face_for(i18n.translator(_asked_language(given) or chosen.language), chosen.reviewer, window)
    sys.exit(run(translated(aligner, face), given, face))


def run(command: click.Command, arguments: list[str], face: Face) -> int:
    """Run one command and give its exit code; whatever happens ends in one sentence.

    When the reader of our output goes away, as `| head` does, click ends the process with code 1.
    """
    try:
        for argument in arguments:
            refuse_password(argument)
        outcome: Any = command.main(args=arguments, prog_name="aligner", standalone_mode=False, obj=face)
        face.out.stream.flush()
    except AlignerError as error:
        face.show_problem(error)
        return 1
    except click.UsageError as error:
        show_wrong_usage(face, error, _asked_command(arguments))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        face.say("Stopped.")
        return 1
    except OSError as error:
        if error.errno not in NO_ROOM:
            return _report_fault(face)
        face.say(
            "There is no space left to write to; nothing that was confirmed is lost. Free some space and try again."
        )
        face.out.give_up()
        return 1
    except Exception:  # noqa: BLE001 - the edge: whatever it is, the user gets a sentence and the log the details
        return _report_fault(face)
    return outcome if isinstance(outcome, int) else 0


def _report_fault(face: Face) -> int:
    """A fault of the program: details into the log file, one sentence to the user."""
    from aligner import log  # noqa: PLC0415 - the log is opened only for this

    file = log.start_log()
    logger.exception("fault")
    face.say(
        "Aligner ran into an error and had to stop; nothing that was confirmed is lost. Details are in {file}.",
        file=str(file or "-"),
    )
    return 1


def _asked_command(arguments: list[str]) -> str:
    """The program with its command, as far as the arguments name one."""
    return " ".join(["aligner", *[argument for argument in arguments if argument in COMMANDS][:1]])


def _asked_language(arguments: list[str]) -> str | None:
    """The value of --lang, wherever it stands; the language is needed before the command is known."""
    for position, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in i18n.LANGUAGES:
            return value
    return None
