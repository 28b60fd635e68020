"""Finds the column with the numbers of the standards, and the one with the numbers that they adopt."""

from collections.abc import Mapping
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED, GENERIC, Guess
from aligner.readers.cells.cells import Cell, text_of
from aligner.readers.columns.choice import Columns, Recognized, not_wanted
from aligner.readers.columns.content_tests import ENOUGH, is_bare_number, is_designation
from aligner.readers.columns.headers import GIVEN
from aligner.readers.columns.telling import tell_by_content, tell_odd_content
from aligner.readers.findings import Findings

_OPEN: Final = frozenset({"designation", "source_id", "adopted", "replaces", "plan_no"})
"""What a heading may promise of a column that is looked into for numbers."""

_OTHERS: Final = frozenset({"adopted", "replaces", "plan_no"})
"""What a heading surely promises of a column that is none of the numbers of the list."""

_SOME: Final = 0.3  # share of numbers below a heading for them: groups and small tables stand among them


def choose_numbers(columns: Columns, found: Recognized, given: Mapping[str, str], findings: Findings) -> None:
    """Choose "designation", and "adopted" where a second column of numbers is the other side of a comparison."""
    guesses = columns.header.guesses
    named = [column for column, guess in enumerate(guesses) if guess and guess.strength == GIVEN]
    for column in named:
        guess = guesses[column]
        if guess is not None and guess.field in ("designation", "adopted"):
            _take(columns, found, guess.field, column)
    if "designation" in not_wanted(given):
        return
    if "designation" not in found.columns:
        _choose_designation(columns, found, findings, frozenset(named))
    if "designation" in found.columns and "adopted" not in found.columns and columns.level is Level.NATIONAL:
        _choose_adopted(columns, found, given)


def _choose_designation(columns: Columns, found: Recognized, findings: Findings, named: frozenset[int]) -> None:
    guesses = columns.header.guesses
    options = [
        (column, guess)
        for column, guess in enumerate(guesses)
        if column not in named
        and not (guess and guess.strength > GENERIC and guess.field not in _OPEN)
        and not (guess and guess.strength > CONTAINED and guess.field in _OTHERS)
        and (_is_called_so(columns, column) or columns.numbers(column) >= ENOUGH or _have_titles(columns, column))
    ]
    if not options:
        options = [
            (column, guess)
            for column, guess in enumerate(columns.header.guesses)
            if guess and guess.field == "designation" and guess.strength > CONTAINED and column not in found.serial
        ]
    if not options:
        return
    column, guess = max(options, key=lambda option: _preference(columns, *option))
    columns.leave_rows_without_numbers(column)
    _take(columns, found, "designation", column)
    found.numbers_have_titles = columns.numbers(column) < ENOUGH and _have_titles(columns, column)
    if guess is None or guess.field != "designation" or guess.strength <= CONTAINED:
        tell_by_content(findings, columns, "designation", column)
    elif found.shares["designation"] < ENOUGH and not found.numbers_have_titles and not _are_bare(columns, column):
        tell_odd_content(findings, columns, "designation", column, found.shares["designation"])


def _is_called_so(columns: Columns, column: int) -> bool:
    """Whether the heading means the numbers and the cells do not speak against it."""
    guess = columns.header.guesses[column]
    if guess is None or guess.field != "designation" or guess.strength <= CONTAINED or not columns.samples[column]:
        return False
    return columns.numbers(column) >= _SOME or _have_titles(columns, column) or _are_bare(columns, column)


def _preference(columns: Columns, column: int, guess: Guess | None) -> tuple[float, ...]:
    strength = guess.strength if guess and guess.field == "designation" else 0
    rank = -guess.rank if guess and guess.field == "designation" else -99
    has_numbers = columns.numbers(column) >= ENOUGH
    is_other = guess is not None and guess.field not in ("designation", "source_id") and guess.strength > GENERIC
    return (
        has_numbers and columns.is_of_this_side(column),
        not is_other,
        has_numbers or strength > CONTAINED,
        strength,
        round(columns.fullness(column) * 3),
        rank,
        -column,
    )


def _choose_adopted(columns: Columns, found: Recognized, given: Mapping[str, str]) -> None:
    """A second column of numbers, called so in its heading, that are international: "GB标准号 | ISO标准号"."""
    number = found.columns["designation"]
    if "adopted" in given or columns.is_foreign(number):
        return
    if any(guess and guess.field == "adopted" and guess.strength > CONTAINED for guess in columns.header.guesses):
        return
    for column, guess in enumerate(columns.header.guesses):
        is_number = guess is not None and guess.field in ("designation", "adopted") and guess.strength > GENERIC
        is_other_side = columns.numbers(column) >= ENOUGH and columns.is_foreign(column)
        if column != number and is_number and is_other_side:
            _take(columns, found, "adopted", column)
            return


def _take(columns: Columns, found: Recognized, name: str, column: int) -> None:
    found.columns[name] = column
    found.shares[name] = columns.share(name, column)


def _have_titles(columns: Columns, column: int) -> bool:
    """Whether most cells hold the number of a standard with its title before or behind it."""
    cells = columns.samples[column]
    return bool(cells) and sum(map(has_number_and_title, cells)) >= ENOUGH * len(cells)


def has_number_and_title(cell: Cell) -> bool:
    """Whether the cell is the number of a standard and more words."""
    from aligner.domain.designation.number_cell import read_number_cell  # noqa: PLC0415 - for odd columns only

    text = text_of(cell)
    if not any(map(str.isdigit, text)) or len(text) > 300:
        return False
    read = read_number_cell(text)
    return bool(read.numbers)


def _are_bare(columns: Columns, column: int) -> bool:
    cells = columns.samples[column]
    return bool(cells) and sum(is_bare_number(cell) or is_designation(cell) for cell in cells) >= ENOUGH * len(cells)
