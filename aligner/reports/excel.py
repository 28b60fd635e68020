"""The report as one Excel workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from aligner.collecting import collector_at_rest
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.exchange.target import replacing
from aligner.reports.sheets import registry
from aligner.reports.sheets.front import cover, summary
from aligner.reports.sheets.listing import Listing, write_listing
from aligner.reports.workbook.cells import clean, moment
from aligner.reports.workbook.page import HEADER_ROW, MOST_ROWS, Page
from aligner.reports.workbook.places import Place, Places, place_of, traced_id
from aligner.reports.workbook.style import Style

_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no zones; only used when no time is given


def write_report(content: ReportContent, target: Path, translate: Translator, progress: Progress) -> None:
    """Write the workbook in the place of `target`, whole or not at all.

    The same content in the same language gives the same bytes. Raises AlignerError when the target cannot be written
    and Cancelled after a stop request; the target is then as it was.
    """
    with TemporaryDirectory(prefix="aligner-") as scratch, replacing(target) as file, collector_at_rest():
        workbook = Workbook(file, _options(scratch))
        pages = _fill(workbook, content, translate, progress)
        progress.step(pages, pages + 1, N_("Packing the workbook"))
        _close(workbook)
        progress.step(pages + 1, pages + 1, N_("Packing the workbook"))


def sheet_name(text: str, taken: set[str]) -> str:
    """A name a workbook takes: at most 31 signs, none of []:*?/\\, not used before whatever its case."""
    plain = clean(text).translate(dict.fromkeys(map(ord, "[]:*?/\\"), " ")).strip().strip("'") or "-"
    name, number = plain[:31], 2
    while name.casefold() in taken:
        suffix = f" {number}"
        name, number = plain[: 31 - len(suffix)] + suffix, number + 1
    taken.add(name.casefold())
    return name


def _options(scratch: str) -> dict[str, object]:
    """Text stays text; parts of the file are put together in a folder that is gone afterwards."""
    return {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "tmpdir": scratch,
    }


def _fill(workbook: Workbook, content: ReportContent, translate: Translator, progress: Progress) -> int:
    """Write every sheet; gives how many there are."""
    _describe(workbook, content, translate)
    style = Style(workbook, translate.language)
    parts = [part for listing in registry.listings(content, translate) for part in _parts(listing, content, translate)]
    taken: set[str] = {"history"}  # Excel keeps this name for itself
    names = [cover.NAME, summary.NAME, *(listing.name for listing, _ in parts)]
    pages = []
    for done, name in enumerate(names):
        safe = sheet_name(translate(name), taken)
        pages.append(Page(safe, workbook.add_worksheet(safe), style, translate, progress, done, len(names) + 1))
    places = _places([page.name for page in pages[2:]], parts)
    titles = [N_("The figures with their rules and charts"), *(listing.title for listing, _ in parts)]
    entries = [cover.ContentsLine(page.name, translate(title)) for page, title in zip(pages[1:], titles, strict=True)]
    cover.write_cover(pages[0], content, places, entries)
    summary.write_summary(pages[1], workbook, content, places)
    for page, (listing, table) in zip(pages[2:], parts, strict=True):
        write_listing(page, listing, table, content, workbook, places)
    return len(pages)


def _places(names: Sequence[str], parts: Sequence[tuple[Listing, Table]]) -> Places:
    """Where each listing stands, its first sheet when there are several, and in one of them the rows of each figure."""
    split = {listing.id.rpartition("_")[0] for listing, _ in parts if listing.id[-1:].isdigit()}
    places = {
        listing.id: place_of(
            name,
            HEADER_ROW,
            [column.name for column in listing.columns],
            len(table),
            is_whole=listing.id not in split,
        )
        for name, (listing, table) in zip(names, parts, strict=True)
    }
    traced = next((table for listing, table in parts if listing.id == "traced"), Table({}))
    return places | _blocks(places["traced"], traced)


def _blocks(place: Place, traced: Table) -> Places:
    """The rows of each figure among those that are listed one figure after the other."""
    figures = traced["figure"] if len(traced) else []
    ends = {figure: row for row, figure in enumerate(figures)}
    starts = {figure: row for row, figure in reversed(list(enumerate(figures)))}
    return {
        traced_id(figure): replace(place, first=place.first + starts[figure], last=place.first + end)
        for figure, end in ends.items()
    }


def _parts(listing: Listing, content: ReportContent, translate: Translator) -> Iterator[tuple[Listing, Table]]:
    """The listing with its rows; cut into several sheets when one cannot hold them."""
    table = listing.rows(content, translate)
    for number, part in enumerate(portions(table, MOST_ROWS), 1):
        yield (listing if number == 1 else replace(listing, id=f"{listing.id}_{number}")), part


def portions(table: Table, most: int) -> Iterator[Table]:
    """The table in pieces of at most so many rows, at least one."""
    count = max(1, ceil(len(table) / most))
    for number in range(count):
        cut = slice(number * most, (number + 1) * most)
        yield table if count == 1 else Table({name: column[cut] for name, column in table.columns.items()})


def _describe(workbook: Workbook, content: ReportContent, translate: Translator) -> None:
    """The workbook's properties: what it is and when it was made, nothing about the machine or its user."""
    workbook.set_properties(
        {
            "title": clean(translate("Alignment report: {project}", project=content.project)),
            "comments": f"Aligner {content.program_version}",
            "created": moment(content.generated_at) or _EPOCH,
        }
    )


def _close(workbook: Workbook) -> None:
    """Put the workbook together; what the disk says is raised as it is."""
    try:
        workbook.close()
    except FileCreateError as problem:
        raise problem.args[0] from problem
