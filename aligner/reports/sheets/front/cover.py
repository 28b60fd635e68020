"""The cover: what is filed, by whom, for which day, the figures at a glance, where to find what, and who signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.domain.catalogue import LEVEL_NAMES
from aligner.domain.figures.indicator import UNIT_NAMES
from aligner.domain.journal_times import zoned_time
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.front.summary import headline_sentence
from aligner.reports.sheets.listing import stamp
from aligner.reports.workbook.cells import clean
from aligner.reports.workbook.page import Page, figure_kind, lines_of
from aligner.reports.workbook.places import Places, link_of
from aligner.reports.workbook.style import Kind

NAME = N_("Cover")

FIGURES = (
    "conversion_rate",
    "conversion_rate_current",
    "conversion_rate_projected",
    "gap_to_target",
    "adoption_rate",
    "key_indicator_equal_rate",
    "key_indicator_not_below_rate",
    "adoption_lag_median",
    "formulation_cycle_mean",
)
"""The figures at a glance, those of them that were computed."""

_STATEMENT = N_(
    "Nothing in this report is an official figure. No authority has published a formula for the conversion rate of "
    "international standards; each figure follows the counting rules that are printed on the sheet “{sheet}”."
)

_WIDTHS = (20, 24, 26, 20)
_LAST = len(_WIDTHS) - 1
_SIGNATURES = (N_("Prepared by"), N_("Checked by"), N_("Approved by"))
_BLANK = " "


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the list of contents: the name of a sheet and what it holds."""

    sheet: str
    title: str


def write_cover(page: Page, content: ReportContent, places: Places, entries: Sequence[ContentsLine]) -> None:
    """One printed page, upright. The first of `entries` is the sheet with the counting rules."""
    page.set_up(stamp(content, page.translate), first_row=0, columns=0)
    page.sheet.set_portrait()
    page.sheet.fit_to_pages(1, 1)
    page.sheet.hide_gridlines(2)
    for position, width in enumerate(_WIDTHS):
        page.sheet.set_column(position, position, width)
    top = _head(page, content, entries[0].sheet)
    top = _particulars(page, top, content)
    top = _figures(page, top, content, places)
    top = _files(page, top, content)
    top = _contents(page, top, entries)
    _signatures(page, top)


def _head(page: Page, content: ReportContent, rules_on: str) -> int:
    """Title, project, and a statement that names the sheet with the counting rules; gives the next row."""
    translate, sheet, style = page.translate, page.sheet, page.style
    sheet.set_row(0, 40)
    sheet.merge_range(0, 0, 0, _LAST, "", style.cover_title())
    sheet.write_string(0, 0, translate("Conversion of international standards"), style.cover_title())
    sheet.set_row(1, 22)
    sheet.merge_range(1, 0, 1, _LAST, "", style.cover_subtitle())
    sheet.write_string(1, 0, clean(content.project), style.cover_subtitle())
    statement = translate(_STATEMENT, sheet=rules_on)
    sheet.set_row(2, style.line_height * lines_of(statement, sum(_WIDTHS) - 8) + 8)
    sheet.merge_range(2, 0, 2, _LAST, statement, style.statement())
    return 4


def _particulars(page: Page, top: int, content: ReportContent) -> int:
    """Who files it, for which day, counted how."""
    for row, (label, text) in enumerate(_particular_lines(content, page.translate), top):
        page.sheet.write_string(row, 0, page.translate(label), page.style.label())
        page.sheet.merge_range(row, 1, row, _LAST, "", page.style.filled())
        page.sheet.write_string(row, 1, clean(text) or _BLANK, page.style.filled())
        page.sheet.set_row(row, page.style.line_height * lines_of(text, sum(_WIDTHS[1:]) - 4) + 4)
        top = row + 1
    return top + 1


def _particular_lines(content: ReportContent, translate: Translator) -> Iterator[tuple[str, str]]:
    yield N_("Reporting unit"), content.organization
    yield N_("Reference date"), content.as_of
    yield N_("Counting profile"), f"{content.profile} · {translate(content.profile_title)}"
    if content.decided_until:
        yield N_("Decisions until"), translate("the end of {day}", day=content.decided_until)
    if content.snapshot is not None:
        taken = zoned_time(content.snapshot.taken_at)
        yield N_("Snapshot"), translate("{name}, taken {at}", name=content.snapshot.name, at=taken)
        yield N_("Figures of the snapshot"), drift_sentence(content, translate)
    count = translate.number(content.journal_count)
    head = content.journal_head[:16]
    yield N_("Journal"), translate("{count} entries, hash of the last {head}…", count=count, head=head)
    changed = zoned_time(content.generated_at)
    yield (
        N_("Project last changed"),
        translate("{at} · Aligner {version}", at=changed, version=content.program_version),
    )


def drift_sentence(content: ReportContent, translate: Translator) -> str:
    """Whether the figures are those that were kept."""
    if content.snapshot is None or not content.snapshot.drifts:
        return translate("the same as when it was taken")
    names = [each.name for name in content.snapshot.drifts if (each := content.indicator(name)) is not None]
    listed = ", ".join(translate(name) for name in names)
    return translate("this version of the program computes differently: {figures}", figures=listed)


def _figures(page: Page, top: int, content: ReportContent, places: Places) -> int:
    """The headline with its sentence, and the figures at a glance."""
    translate, sheet, style = page.translate, page.sheet, page.style
    sheet.set_row(top, 52)
    rate = content.indicator("conversion_rate")
    if rate is not None and rate.value is not None:
        sheet.write_number(top, 0, rate.value, style.headline())
    else:
        sheet.write_string(top, 0, translate("n/a"), style.headline())
    sheet.merge_range(top, 1, top, _LAST, "", style.headline_text())
    sheet.write_string(top, 1, clean(headline_sentence(content, translate)), style.headline_text())
    kinds = (Kind.TEXT, Kind.TEXT, Kind.MARK, Kind.MARK)
    top = _headings(page, top + 1, (N_("Indicator"), "", N_("Numerator / denominator"), N_("Value")), kinds)
    for indicator in content.figures(FIGURES):
        sheet.merge_range(top, 0, top, 1, translate(indicator.name), style.cell(Kind.TEXT))
        kind = figure_kind(indicator.unit)
        numerator, denominator = translate.number(indicator.numerator), translate.number(indicator.denominator)
        if indicator.numerator is not None and indicator.denominator is not None:
            sheet.write_string(top, 2, f"{numerator} / {denominator}", style.cell(Kind.MARK))
        else:
            sheet.write_string(top, 2, translate(UNIT_NAMES.get(indicator.unit, indicator.unit)), style.cell(Kind.MARK))
        target = link_of(indicator.id, places)
        if indicator.value is None:
            page.value(top, _LAST, Kind.RATIO, None)
        elif target is None:
            page.value(top, _LAST, kind, indicator.value)
        else:
            page.link(top, _LAST, target, kind, indicator.value)
        top += 1
    return top + 1


def _headings(page: Page, row: int, texts: Sequence[str], kinds: Sequence[Kind]) -> int:
    for position, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        page.sheet.write_string(row, position, page.translate(text), page.style.header(kind))
    return row + 1


def _files(page: Page, top: int, content: ReportContent) -> int:
    """The files behind the figures; their whole fingerprints stand in the summary."""
    kinds = (Kind.TEXT, Kind.TEXT, Kind.MARK, Kind.MARK)
    top = _headings(page, top, (N_("Level"), N_("File"), N_("Standards"), N_("SHA-256")), kinds)
    for each in content.catalogues:
        page.value(top, 0, Kind.TEXT, page.translate(LEVEL_NAMES[each.level]))
        page.value(top, 1, Kind.TEXT, each.file_name)
        page.value(top, 2, Kind.INTEGER, each.standards)
        page.value(top, _LAST, Kind.MARK, f"{each.sha256[:16]}…")
        page.sheet.set_row(top, page.style.line_height * lines_of(each.file_name, _WIDTHS[1] - 2) + 2)
        top += 1
    return top + 1


def _contents(page: Page, top: int, entries: Sequence[ContentsLine]) -> int:
    """Every sheet with a link to it, two in a row."""
    page.sheet.write_string(top, 0, page.translate("Contents"), page.style.section())
    top += 1
    for position, entry in enumerate(entries):
        row, side = top + position // 2, position % 2 * 2
        quoted = entry.sheet.replace("'", "''")
        page.sheet.write_url(
            row,
            side,
            f"internal:'{quoted}'!A1",
            page.style.linked(Kind.CODE),
            string=entry.sheet,
            tip=entry.title[:250],
        )
    return top + (len(entries) + 1) // 2 + 1


def _signatures(page: Page, top: int) -> None:
    """Three names with their dates, and room for a seal."""
    for offset, label in enumerate(_SIGNATURES):
        row = top + offset
        page.sheet.set_row(row, 30)
        page.sheet.write_string(row, 0, page.translate(label), page.style.label())
        page.sheet.write_string(row, 1, _BLANK, page.style.filled())
        page.sheet.write_string(row, 2, page.translate("Date"), page.style.label())
        page.sheet.write_string(row, 3, _BLANK, page.style.filled())
    row = top + len(_SIGNATURES)
    page.sheet.set_row(row, 40)
    page.sheet.write_string(row, 0, page.translate("Seal"), page.style.label())
