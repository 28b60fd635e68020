"""Which blocks of a file are one list, and why others are not read with it."""

from collections.abc import Collection, Sequence
from typing import Final

from aligner.readers.blocks.block import Block
from aligner.readers.columns.headers import Header

NOT_CHOSEN: Final = "not_chosen"
HIDDEN: Final = "hidden"
UNLIKE: Final = "unlike"
OTHER_SIDE: Final = "other_side"
"""Reasons why a block with a list is not read: the user chose others, its sheet is hidden, its headings are others,
its numbers are those of the other side of the comparison."""

_SURE: Final = 8.0  # a score above which headings do not get better
_LIKE: Final = 0.5  # share of the fields of two lists that both have


def choose(blocks: Sequence[Block], hidden: Collection[str], wanted: Collection[str] | None) -> Block | None:
    """Mark the blocks that are read, and return the first among them: the best headings, then the most rows.

    `hidden` are sheets, `wanted` names of blocks or of sheets that the user chose; None leaves it to the program.
    """
    lists = [block for block in blocks if block.is_list]
    if wanted is not None:
        lists = [block for block in lists if block.name in wanted or block.grid.sheet in wanted]
    if not lists:
        return None
    main = max(lists, key=lambda block: _worth(block, hidden))
    for block in blocks:
        if not block.is_list:
            continue
        if wanted is not None:
            block.why_not = "" if block in lists else NOT_CHOSEN
        elif block is not main:
            block.why_not = _why_not(block, main, hidden)
        block.is_chosen = not block.why_not
    return main


def _worth(block: Block, hidden: Collection[str]) -> tuple[bool, bool, float, int]:
    score = min(block.header.score, _SURE) if block.header else 0.0
    return block.grid.sheet not in hidden, _is_of_this_side(block), score, len(block.body)


def _why_not(block: Block, main: Block, hidden: Collection[str]) -> str:
    if block.grid.sheet in hidden and main.grid.sheet not in hidden:
        return HIDDEN
    if _is_of_this_side(main) and not _is_of_this_side(block):
        return OTHER_SIDE
    if continues_without_headings(block, main) or _is_alike(block, main):
        return ""
    return UNLIKE


def _is_alike(block: Block, main: Block) -> bool:
    one, other = set(block.recognized.columns), set(main.recognized.columns)
    if block.header and main.header and block.header.signature == main.header.signature:
        return True
    if block.header and main.header:
        one, other = one & {*block.header.fields, "designation"}, other & {*main.header.fields, "designation"}
    shared = (one & other) - {"designation"}
    if block.grid.sheet == main.grid.sheet:
        return bool(shared) or one == other
    return len(one & other) >= _LIKE * len(one | other) and (bool(shared) or one == other)


def continues_without_headings(block: Block, main: Block) -> bool:
    """Whether the block has no headings and its numbers stand where those of the list do: its next page."""
    if block.header is None or main.header is None or block.header.last >= block.header.first or block is main:
        return False
    same_place = block.recognized.columns.get("designation") == main.recognized.columns.get("designation")
    return same_place and block.grid.width == main.grid.width


def headings_of(main: Block, block: Block) -> Header:
    """The headings of the list above a block that has none of its own."""
    assert block.header is not None and main.header is not None  # noqa: S101, PT018 - they were compared
    return Header(block.header.first, block.header.last, main.header.headings, main.header.guesses, 0.0)


def _is_of_this_side(block: Block) -> bool:
    place = block.recognized.columns.get("designation")
    if block.columns is None or place is None or place >= len(block.columns.samples):
        return True
    return not block.columns.numbers(place) or block.columns.is_of_this_side(place)
