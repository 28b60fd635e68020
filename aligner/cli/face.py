"""What every command needs to talk to its user."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from rich.console import Console

from aligner.cli.progress import TerminalProgress, shown_progress
from aligner.i18n import LANGUAGES, Sentence, Translator

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Face:
    """The user's language and where to speak: results to `out`, everything else to `messages`."""

    translate: Translator
    reviewer: str
    out: Console
    messages: Console

    def say(self, message: str, /, **values: object) -> None:
        """One translated line to standard error."""
        self.messages.print(self.translate(message, **values), markup=False, highlight=False, soft_wrap=True)

    def show_problem(self, about: Sentence) -> None:
        """A problem or an error as one sentence to standard error."""
        self.messages.print(self.translate.sentence(about), markup=False, highlight=False, soft_wrap=True)

    def show(self, text: str = "") -> None:
        """One line of the result to standard output, as it is."""
        self.out.print(text, markup=False, highlight=False, soft_wrap=True)

    @contextmanager
    def progress(self) -> Iterator[TerminalProgress]:
        """A bar on the terminal while the work inside goes on."""
        with shown_progress(self.messages, self.translate) as progress:
            yield progress


def face_for(translate: Translator, reviewer: str) -> Face:
    """A face on the terminal of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without Chinese must not stop the work
    return Face(translate, reviewer, Console(file=sys.stdout), Console(file=sys.stderr))


def language_option(command: Command) -> Command:
    """The option --lang: it is read before everything else (`main`), here it is only described."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help="Language of messages, and of the report.",
    )(command)
