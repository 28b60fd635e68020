"""What every command needs to talk to its user."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from aligner.cli.progress import TerminalProgress, shown_progress
from aligner.cli.terminal import Terminal
from aligner.domain.text import N_
from aligner.i18n import LANGUAGES, Sentence, Translator

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Window:
    """The way to the window, which this layer does not know: whether one can be shown, and how it is opened."""

    is_possible: Callable[[], bool]
    open: Callable[[Sequence[str]], int]


@dataclass(frozen=True)
class Face:
    """The user's language and where to speak: results to `out`, everything else to `messages`."""

    translate: Translator
    reviewer: str
    out: Terminal
    messages: Terminal
    window: Window | None = None
    is_quiet: bool = False

    def say(self, message: str, /, **values: object) -> None:
        """One translated line to standard error, unless the user asked for quiet."""
        if not self.is_quiet:
            self.messages.line(self.translate(message, **values))

    def alert(self, message: str, /, **values: object) -> None:
        """One translated line to standard error that the user has to see."""
        self.messages.line(self.translate(message, **values))

    def show_problem(self, about: Sentence) -> None:
        """A problem or an error as one sentence to standard error."""
        self.messages.line(self.translate.sentence(about))

    def show(self, text: str = "") -> None:
        """One line of the result to standard output, as it is."""
        self.out.line(text)

    def give(self, text: str) -> None:
        """A whole listing for other programs to standard output, just as it is."""
        self.out.stream.write(text)
        self.out.stream.flush()

    @contextmanager
    def progress(self) -> Iterator[TerminalProgress]:
        """A bar on the terminal while the work inside goes on."""
        with shown_progress(self.messages, self.translate, is_quiet=self.is_quiet) as progress:
            yield progress


def face_for(translate: Translator, reviewer: str, window: Window | None = None) -> Face:
    """A face on the terminal of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without Chinese must not stop the work
    return Face(translate, reviewer, Terminal(sys.stdout), Terminal(sys.stderr), window)


def language_option(command: Command) -> Command:
    """The option --lang: it is read before everything else (`main`), here it is only described."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=N_("Language of messages, and of the report."),
    )(command)
