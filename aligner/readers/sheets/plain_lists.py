"""Texts that are lists without a delimiter: a number a line, or columns set apart by blanks."""

import re
from collections import Counter
from typing import Final

_GAP: Final = re.compile(r"\t+|[ \u3000]{2,}")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_LOOKED_AT: Final = 200
_MOST: Final = 0.8


def rows_of_plain_list(text: str) -> list[list[str]]:
    """The lines as rows: cut at wide gaps where nearly all lines have as many of them, else a line a row."""
    lines = _LINE_END.split(re.sub(r"(?:\r\n|\n|\r)\Z", "", text))
    filled = [line.strip() for line in lines if line.strip()][:_LOOKED_AT]
    pieces = Counter(len(_GAP.split(line)) for line in filled)
    width, often = pieces.most_common(1)[0] if pieces else (1, 0)
    if width > 1 and often >= _MOST * len(filled):
        rows = [_GAP.split(line.strip()) for line in lines]
        most = max(map(len, rows))
        return [row + [""] * (most - len(row)) for row in rows]
    return [[line.strip()] for line in lines]
