"""Traditional Chinese characters read as simplified ones, so that titles in either writing share their words."""

from collections.abc import Mapping
from functools import cache

from aligner import paths


def simplified(text: str) -> str:
    """The text with every traditional character of the shipped table as the simplified one."""
    return text.translate(traditional_characters())


@cache
def traditional_characters() -> Mapping[int, str]:
    """The simplified character of each traditional one, by its code."""
    lines = (paths.resources() / "lexicon" / "traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = [pair for line in lines if not line.startswith("#") for pair in line.split()]
    return {ord(pair[0]): pair[1] for pair in pairs}
