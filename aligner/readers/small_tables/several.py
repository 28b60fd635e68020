"""One row of a form that names several international standards: a row for each, with its own degree."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation

_BETWEEN: Final = re.compile(r"\s*[\n;；、]\s*")


def one_for_each(texts: dict[str, str], column: str = "international") -> Iterator[dict[str, str]]:
    """The texts once for each number in a column; other cells with as many lines as numbers are parted like it.

    The row is left whole where a part is no number: what it says is then reported as it stands.
    """
    numbers = _parts(texts.get(column, ""))
    if len(numbers) < 2 or not all(isinstance(parse_designation(one), Designation) for one in numbers):
        yield texts
        return
    parted: Mapping[str, list[str]] = {name: _parts(text) for name, text in texts.items()}
    for place in range(len(numbers)):
        yield {name: parts[place] if len(parts) == len(numbers) else texts[name] for name, parts in parted.items()}


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text.strip()) if part]
