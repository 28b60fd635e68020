"""`aligner parse`: how standard numbers are understood."""

import json
import sys
from collections.abc import Iterable, Iterator

import click

from aligner.cli.face import Face, language_option
from aligner.usecases.catalogues.parse import parsed


@click.command
@click.argument("texts", nargs=-1, required=True, metavar="TEXT... | -")
@language_option
@click.pass_obj
def parse(face: Face, texts: tuple[str, ...]) -> None:
    """Show how standard numbers are understood: one JSON object a number, "-" reads them line by line from a pipe."""
    for text in _lines(texts):
        face.show(json.dumps(parsed(text), ensure_ascii=False))


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            yield text
