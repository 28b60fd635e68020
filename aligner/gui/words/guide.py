"""The guide inside the program: a few pages of plain text for each language, with marks for headings and items.

A line that begins with "# " is a heading, with "- " an item; other lines are paragraphs. Nothing else is markup, so
that the pages can be read as they are, too.
"""

from dataclasses import dataclass
from enum import Enum, auto

from aligner import paths


class Kind(Enum):
    """What a line of the guide is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; of an item, `lead` is what stands before its first colon: the word that it explains."""

    kind: Kind
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page; its first heading is its title."""

    title: str
    lines: tuple[Line, ...]


def guide_pages(language: str) -> list[GuidePage]:
    """The pages in this language, in their order."""
    folder = paths.resources() / "guide" / language
    return [page_from(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.txt"))]


def page_from(text: str) -> GuidePage:
    """The page written in this text."""
    lines = tuple(_line(line.strip()) for line in text.splitlines() if line.strip())
    return GuidePage(lines[0].text, lines[1:])


def _line(text: str) -> Line:
    if text.startswith("# "):
        return Line(Kind.HEADING, text[2:])
    if not text.startswith("- "):
        return Line(Kind.PARAGRAPH, text)
    for colon in (": ", "："):
        lead, found, rest = text[2:].partition(colon)
        if found:
            return Line(Kind.ITEM, rest, lead)
    return Line(Kind.ITEM, text[2:])
