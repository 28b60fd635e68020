"""Titles as they are compared: one language each, without statements and without the number of the standard."""

import re
from collections.abc import Sequence
from typing import Any, Final

from aligner.domain.catalogue import Level
from aligner.domain.pairs.prose import statements_in
from aligner.domain.pairs.statement import Untaken
from aligner.readers.cells.cells import Cell, title_of
from aligner.readers.cells.numbers import stated_list
from aligner.readers.findings import Findings
from aligner.readers.rows.plan import Plan
from aligner.readers.rows.untaken import tell_untaken

_BODY: Final = re.compile(r"(?:ISO|IEC|ITU|CISPR|ИСО|МЭК).{0,20}?\d")
_NATIVE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff]")
_WORDS: Final = re.compile(r"[A-Za-z]{2,}")
_CUT: Final = re.compile(
    r"(?<!\s)\s*\|{1,3}\s*|(?<!\s)\s+[/／]\s+|(?<!\s)\s*[\r\n]+\s*|(?<=[\u3400-\u9fff)）])\s*[/／]\s*(?=[A-Z])"
)
_BETWEEN: Final = " \t:：-—–,，《》"

Stated = list[list[str | None]]


def part_titles(
    columns: dict[str, list[Any]], cells: Sequence[Sequence[Cell]], plan: Plan, findings: Findings
) -> list[Stated]:
    """Clean the titles in place; returns what they and the remarks state of adoption, for each row."""
    stated: list[Stated] = [[] for _ in columns["row"]] if plan.level is Level.NATIONAL else []
    if plan.level is Level.NATIONAL:
        _part_languages(columns, cells, plan)
        for name in ("title", "title_en"):
            untaken = _take_statements(columns[name], stated)
            _tell(untaken, columns["row"], plan.headings.get(name, ""), findings)
        for at in plan.remarks:
            texts = [title_of(cell) for cell in cells[at]] if at < len(cells) else []
            untaken = _take_statements(texts, stated)
            _tell(untaken, columns["row"], plan.extra.get(at, ""), findings)
    _take_numbers(columns)
    return stated


def _part_languages(columns: dict[str, list[Any]], cells: Sequence[Sequence[Cell]], plan: Plan) -> None:
    """Two languages in one cell: "质量管理体系 / Quality management systems"."""
    position = plan.columns.get("title")
    if position is None or position >= len(cells):
        return
    titles, english = columns["title"], columns["title_en"]
    for index, cell in enumerate(cells[position]):
        if type(cell) is not str or cell.isascii() or english[index] or not _WORDS.search(cell):
            continue
        if found := parted(cell):
            titles[index], english[index] = found


def parted(cell: str) -> tuple[str, str] | None:
    """The title in the list's own language and that in English; None for a title in one language.

    One pass is enough: where the native signs end, and how far the English words reach from either side, is the same
    for every place where the cell may be cut.
    """
    text = cell.strip()
    native = [match.start() for match in _NATIVE.finditer(text)]
    if not native:
        return None
    words = [match.span() for match in _WORDS.finditer(text)]
    english_until = _enough(words, 1)
    english_from = _enough(words[::-1], 0)
    for match in _CUT.finditer(text):
        start, end = match.span()
        if native[-1] < start and english_from is not None and end <= english_from:
            return title_of(text[:start]), title_of(text[end:])
        if end <= native[0] and english_until is not None and english_until <= start:
            return title_of(text[end:]), title_of(text[:start])
    return None


def _enough(words: Sequence[tuple[int, int]], side: int) -> int | None:
    """The place, at this side of a word, from which on the words are enough for a title; None when they never are."""
    letters, longest = 0, 0
    for word in words:
        letters += word[1] - word[0]
        longest = max(longest, word[1] - word[0])
        if letters >= 6 and longest >= 4:
            return word[side]
    return None


def _take_statements(titles: list[str], stated: list[Stated]) -> dict[int, tuple[Untaken, ...]]:
    """Take statements of adoption out of the titles; returns by row what of them was not taken."""
    untaken = {}
    for index, title in enumerate(titles):
        if title and _BODY.search(title):
            found = statements_in(title)
            if found.untaken:
                untaken[index] = found.untaken
            if found.statements:
                stated[index] += [stated_list(one) for one in found.statements]
                titles[index] = found.rest
    return untaken


def _tell(untaken: dict[int, tuple[Untaken, ...]], rows: list[int], heading: str, findings: Findings) -> None:
    headings = {"adopted": heading, "degree": heading}
    for index, texts in untaken.items():
        for one in texts:
            tell_untaken(one, findings, rows[index], headings, None)


def _take_numbers(columns: dict[str, list[Any]]) -> None:
    """Take the standard's own number from the beginning of its title."""
    for name in ("title", "title_en"):
        titles = columns[name]
        for index, (title, number) in enumerate(zip(titles, columns["designation"], strict=True)):
            if (
                title.startswith(number)
                and (rest := title[len(number) :].lstrip(_BETWEEN))
                and title[len(number)] in " :：-—–《\t"
            ):
                titles[index] = rest
