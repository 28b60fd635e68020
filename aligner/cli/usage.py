"""Help and wrong usage in the user's language; click itself knows only its own words."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

import click

from aligner.cli.face import Face
from aligner.domain.text import N_
from aligner.i18n import Translator

CLICKS_OWN: Final = frozenset(
    {N_("Usage:"), N_("Options"), N_("Commands"), N_("Show this message and exit."), N_("Show the version and exit.")}
)
"""What click writes into every help."""

_MARKS: Final = re.compile(r"\[(?:(required)|default: ([^\]]*))\]$")
_TOO_MANY: Final = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_WITHOUT_VALUE: Final = re.compile(r"does not take a value\.$")


class HelpFormatter(click.HelpFormatter):
    """Help with headings and marks in the user's language."""

    def __init__(self, translate: Translator, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._translate = translate

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line with the command and its arguments."""
        super().write_usage(prog, args, prefix or f"{self._translate('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(self._own(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names with their explanations side by side."""
        super().write_dl([(name, self._marked(self._own(text))) for name, text in rows], col_max, col_spacing)

    def _own(self, text: str) -> str:
        return self._translate(text) if text in CLICKS_OWN else text

    def _marked(self, text: str) -> str:
        def mark(found: re.Match[str]) -> str:
            if found[1]:
                return self._translate(N_("[required]"))
            return self._translate(N_("[default: {value}]"), value=found[2])

        return _MARKS.sub(mark, text)


class Context(click.Context):
    """The run of a command that talks to its user through a face."""

    def make_formatter(self) -> HelpFormatter:
        """Writes the help of this command."""
        face: Face = self.find_root().obj
        return HelpFormatter(face.translate, self.terminal_width, self.max_content_width)


def show_wrong_usage(face: Face, error: click.UsageError, command: str) -> None:
    """How the command is used, what is wrong with this use of it, and where there is more."""
    sentence = wrong_usage(error, face.translate)
    if error.ctx is not None:
        command = error.ctx.command_path
        click.echo(error.ctx.get_usage(), err=True)
    face.alert("{sentence} More: {command}", sentence=sentence, command=f"{command} --help")


def wrong_usage(error: click.UsageError, translate: Translator) -> str:
    """What is wrong, as one sentence; what our own commands refuse is a sentence already."""
    match error:
        case click.MissingParameter():
            return _missing(error, translate)
        case click.BadParameter():
            return _bad_value(error, translate)
        case click.NoSuchOption():
            sentence = translate("There is no option {name}.", name=error.option_name)
            return _with_likely(sentence, error.option_name, error.possibilities or (), translate)
        case click.NoSuchCommand():
            sentence = translate("There is no command {name}.", name=error.command_name)
            return _with_likely(sentence, error.command_name, _commands(error.ctx), translate)
        case click.BadOptionUsage() if _WITHOUT_VALUE.search(error.message):
            return translate("{name} takes no value.", name=error.option_name)
        case click.BadOptionUsage():
            return translate("{name} needs a value after it.", name=error.option_name)
        case _ if too_many := _TOO_MANY.match(error.message):
            return translate(
                "Too many arguments: {words}. Put names with spaces in quotation marks.",
                words=too_many[1],
            )
        case _:
            return error.message


def _missing(error: click.MissingParameter, translate: Translator) -> str:
    name, choices = _name(error), _choices(error.param)
    if choices:
        return translate("{name} is missing; it is one of: {choices}.", name=name, choices=choices)
    return translate("{name} is missing.", name=name)


def _bad_value(error: click.BadParameter, translate: Translator) -> str:
    name, kind = _name(error), error.param.type if error.param is not None else None
    if choices := _choices(error.param):
        return translate("{name} takes one of: {choices}.", name=name, choices=choices)
    if isinstance(kind, click.DateTime):
        return translate("{name} takes a day such as 2026-12-31.", name=name)
    if isinstance(kind, click.IntRange):
        return translate("{name} takes a whole number of at least {least}.", name=name, least=kind.min)
    if kind is click.INT:
        return translate("{name} takes a whole number.", name=name)
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    """The option or argument as it is typed: `--level`, `PROJECT`."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return str(error.param_hint or "") if error.param is None else error.param.human_readable_name


def _choices(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter is not None else None
    return ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""


def _commands(ctx: click.Context | None) -> Sequence[str]:
    return ctx.command.list_commands(ctx) if ctx is not None and isinstance(ctx.command, click.Group) else ()


def _with_likely(sentence: str, given: str, known: Sequence[str], translate: Translator) -> str:
    """The sentence with the known names that look much like the given one."""
    likely = get_close_matches(given, known, cutoff=0.7)
    return (
        translate("{sentence} Did you mean {names}?", sentence=sentence, names=" / ".join(likely))
        if likely
        else sentence
    )
