"""The report on one page of A4, to file and to sign: the same figures as the workbook, without a spreadsheet.

The page is drawn once, for a file and for a printer alike; see `drawing`.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from aligner.domain.catalogue import LEVEL_NAMES
from aligner.domain.figures.indicator import Indicator
from aligner.domain.journal_times import zoned_time
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.counting_rules import NOT_SET
from aligner.reports.content.report import ReportContent
from aligner.reports.exchange.target import replacing
from aligner.reports.pdf.drawing import Drawing, Rehearsal
from aligner.reports.pdf.figures import (
    DEGREE_FIGURES,
    LEFT_FIGURES,
    MOST_GROUPS,
    NAMES,
    REVIEW_FIGURES,
    RIGHT_FIGURES,
    lacking,
)
from aligner.reports.pdf.page import ACCENT, BOTTOM, INNER, MUTED, RULE, Sheet
from aligner.reports.sheets.front.cover import drift_sentence
from aligner.reports.sheets.front.summary import headline_sentence

SHADES = {"IDT": "#1f4e79", "MOD": "#5b8db8", "NEQ": "#c9a227", "none": "#d5d8dc"}
MOST_FILES = 4
MOST_LINES = 3
"""Lines about what the figures rest on: those that come out otherwise than in a snapshot can be many."""
MOST_SIGNS = 150
"""Signs of one counting rule: a list of committees can be long, and the workbook has all of it."""
GAP = 16.0
HALF = (INNER - GAP) / 2
SIGNATURES = (N_("Prepared by"), N_("Checked by"), N_("Approved by"))
STATEMENT = N_(
    "Nothing in this report is an official figure. No authority has published a formula for the conversion rate of "
    "international standards; each figure follows the counting rules that are printed on this page."
)


def write_page(content: ReportContent, target: Path, translate: Translator) -> None:
    """Write the page in the place of `target`, whole or not at all; the same content gives the same bytes.

    Raises AlignerError when the target cannot be written.
    """
    from aligner.reports.pdf.file import PdfFile  # noqa: PLC0415 - reportlab takes most of a second to load
    from aligner.reports.pdf.fonts import faces, faces_with  # noqa: PLC0415

    title = page_title(content, translate)
    with replacing(target) as file:
        plain = PdfFile(file, title, translate.language, faces())
        signs = draw_page(content, Rehearsal(plain.width), translate)
        page = PdfFile(file, title, translate.language, faces_with(signs, faces()))
        draw_page(content, page, translate)
        page.save()


def page_title(content: ReportContent, translate: Translator) -> str:
    """What the page is called in the list of a printer or in a reader of PDF files."""
    return translate("Conversion of international standards: {project}", project=content.project)


def draw_page(content: ReportContent, drawing: Drawing, translate: Translator) -> frozenset[str]:
    """Draw the page, with as many groups as there is room for; gives the signs on it."""
    rehearsal = Rehearsal(drawing.width)
    groups = next(
        (
            number
            for number in range(MOST_GROUPS, 0, -1)
            if _OnePage(Sheet(rehearsal), content, translate, number).draw() <= BOTTOM
        ),
        0,
    )
    _OnePage(Sheet(drawing), content, translate, groups).draw()
    return frozenset(rehearsal.signs)


class _OnePage:
    """Goes down the page part by part."""

    def __init__(self, sheet: Sheet, content: ReportContent, translate: Translator, groups: int) -> None:
        self._sheet = sheet
        self._content = content
        self._translate = translate
        self._most_groups = groups

    def draw(self) -> float:
        """The whole page; gives where it ends."""
        self._head()
        self._headline()
        self._degrees()
        self._beside(
            lambda left: self._figures(N_("Conversion and adoption"), LEFT_FIGURES, left),
            lambda left: self._figures(N_("Consistency and time"), RIGHT_FIGURES, left),
        )
        if self._most_groups:
            self._beside(
                lambda left: self._groups(N_("ICS fields with the most unconverted standards"), "ics", left),
                lambda left: self._groups(N_("Committees with the most unconverted standards"), "committee", left),
            )
        self._review()
        self._rules()
        self._basis()
        self._signatures()
        self._note()
        return self._sheet.y

    def _head(self) -> None:
        sheet, content, translate = self._sheet, self._content, self._translate
        sheet.line(translate("Conversion of international standards"), 18, side="center", bold=True, down=24)
        sheet.line(translate("Summary on one page"), 10, side="center", colour=MUTED, down=16)
        sheet.rule(thick=1.4, colour=ACCENT)
        sheet.y += 2.5
        sheet.rule(colour=ACCENT)
        sheet.y += 5
        unit = content.organization or "________________________"
        top = sheet.y
        sheet.line(translate("Reporting unit: {organization}", organization=unit), 9, width=INNER * 0.62)
        sheet.y = top
        sheet.line(translate("Reference date: {day}", day=content.as_of), 9, side="right")
        top = sheet.y
        sheet.line(translate("Project: {project}", project=content.project), 9, width=INNER * 0.5)
        sheet.y = top
        profile = f"{translate(content.profile_title)} ({content.profile})"
        sheet.line(translate("Counting profile: {profile}", profile=profile), 9, side="right", down=19)

    def _headline(self) -> None:
        sheet, translate = self._sheet, self._translate
        rate = self._content.indicator("conversion_rate")
        top = sheet.y
        value = None if rate is None else rate.value
        sheet.line(translate("Conversion rate"), 10.5, bold=True, down=17)
        sheet.line(translate.percent(value), 38, width=160, bold=True, colour=ACCENT)
        below, sheet.y = top + 66, top + 2
        if rate is not None:
            counts = self._counts(rate)
            sheet.line(counts, 14, left=172, width=INNER - 172, bold=True, down=21)
        sheet.paragraph(headline_sentence(self._content, translate), 9.5, left=172, width=INNER - 172)
        sheet.y = max(sheet.y + 4, below)
        if rate is not None and rate.value is not None:
            self._gauge(rate, rate.value)

    def _gauge(self, rate: Indicator, value: float) -> None:
        """The rate as a bar from 0 to 100 %, the interval over the open verdicts, and the target."""
        sheet, translate, target = self._sheet, self._translate, self._content.target
        sheet.box(0, INNER, 9, "#e6e9ed")
        sheet.box(0, INNER * value, 9, ACCENT)
        if rate.low is not None and rate.high is not None and rate.high > rate.low:
            sheet.box(INNER * rate.low, INNER * (rate.high - rate.low), 3, "#c9a227", top=sheet.y + 6)
        if target is not None:
            sheet.box(INNER * target - 1, 2, 15, "#b3261e", top=sheet.y - 3)
        sheet.y += 14
        if target is not None:
            words = translate("Target {target}", target=translate.percent(target))
            wide = sheet.width(words, 8)
            left = min(INNER * target - wide / 2, INNER - wide)
            sheet.line(words, 8, left=left, width=wide + 1, colour="#b3261e", down=0)
        if rate.low is not None and rate.high is not None and rate.high > rate.low:
            low, high = translate.percent(rate.low), translate.percent(rate.high)
            words = translate("Interval over the open verdicts: {low} to {high}", low=low, high=high)
            sheet.line(words, 8, width=INNER * 0.6, colour=MUTED, down=0)
        sheet.y += 17

    def _degrees(self) -> None:
        top = self._sheet.y
        for place, name in enumerate(DEGREE_FIGURES):
            indicator = self._content.indicator(name)
            self._sheet.y = top
            if indicator is not None and indicator.denominator:
                self._shares(indicator, place * (HALF + GAP))
        self._sheet.y = top + 54

    def _shares(self, indicator: Indicator, left: float) -> None:
        sheet, translate = self._sheet, self._translate
        sheet.line(translate(indicator.name), 9, left=left, width=HALF, bold=True, down=14)
        parts = [part for part in indicator.breakdown if part.key in SHADES]
        start = left
        for part in parts:
            wide = HALF * (part.value or 0)
            sheet.box(start, wide, 8, SHADES[part.key])
            start += wide
        sheet.y += 11
        top = sheet.y
        for place, part in enumerate(parts):
            name = translate("none") if part.key == "none" else part.key
            words = f"{name}  {translate.number(part.numerator)} · {translate.percent(part.value)}"
            sheet.y = top + place // 2 * 11.5
            start = left + place % 2 * HALF / 2
            sheet.box(start, 5, 5, SHADES[part.key], top=sheet.y + 2.5)
            sheet.line(words, 8, left=start + 9, width=HALF / 2 - 12)

    def _beside(self, first: Callable[[float], None], second: Callable[[float], None]) -> None:
        """Two parts side by side; the page goes on below the longer one."""
        top = self._sheet.y
        first(0)
        below, self._sheet.y = self._sheet.y, top
        second(HALF + GAP)
        self._sheet.y = max(below, self._sheet.y) + 9

    def _heading(self, text: str, left: float, width: float = HALF) -> None:
        self._sheet.line(self._translate(text), 9.5, left=left, width=width, bold=True, colour=ACCENT, down=14.5)
        self._sheet.rule(left=left, width=width)
        self._sheet.y += 1

    def _figures(self, heading: str, names: Sequence[str], left: float) -> None:
        self._heading(heading, left)
        self._sheet.rows([self._figure(each) for each in self._content.figures(names)], left=left, width=HALF)

    def _review(self) -> None:
        """How far the review is, in two columns under one heading."""
        self._heading(N_("Progress of the review"), 0, INNER)
        rows = [self._figure(each) for each in self._content.figures(REVIEW_FIGURES)]
        half = (len(rows) + 1) // 2
        self._beside(
            lambda left: self._sheet.rows(rows[:half], left=left, width=HALF),
            lambda left: self._sheet.rows(rows[half:], left=left, width=HALF),
        )

    def _figure(self, indicator: Indicator) -> tuple[str, str, str]:
        counts = ""
        if indicator.denominator is not None:
            number = self._translate.number(indicator.denominator)
            counts = self._counts(indicator) if indicator.numerator is not None else f"n = {number}"
        name = self._translate(NAMES.get(indicator.id, indicator.name))
        return name, counts, self._value(indicator.value, indicator.unit)

    def _counts(self, indicator: Indicator) -> str:
        number = self._translate.number
        return f"{number(indicator.numerator)} / {number(indicator.denominator)}"

    def _value(self, value: float | None, unit: str) -> str:
        translate = self._translate
        if value is None or unit == "ratio":
            return translate.percent(value)
        if unit == "months":
            return translate("{number} months", number=translate.number(value, 1))
        return translate.number(value)

    def _groups(self, heading: str, dimension: str, left: float) -> None:
        self._heading(heading, left)
        number, percent = self._translate.number, self._translate.percent
        rows = [
            (
                self._translate(part.label),
                f"{number(part.numerator)} / {number(part.denominator)}",
                percent(part.value),
            )
            for part in lacking(self._content, dimension)[: self._most_groups]
        ]
        self._sheet.rows(rows or [(self._translate("Nothing is missing."), "", "")], left=left, width=HALF)

    def _basis(self) -> None:
        """What the figures rest on: files with their fingerprints, the journal, the program."""
        sheet = self._sheet
        self._heading(N_("Basis of the figures: files with their fingerprints (SHA-256), journal, program"), 0, INNER)
        sheet.y += 2
        self._files()
        pieces = sheet.wrapped(" · ".join(self._basis_lines()), 8, INNER)
        for piece in filter(None, [*pieces[: MOST_LINES - 1], " ".join(pieces[MOST_LINES - 1 :])]):
            sheet.line(piece, 8, down=11)

    def _basis_lines(self) -> Iterator[str]:
        content, translate = self._content, self._translate
        yield translate(
            "Journal: {count} entries, hash of the last {head}…",
            count=translate.number(content.journal_count),
            head=content.journal_head[:16],
        )
        if content.decided_until:
            yield translate("Decisions until the end of {day}", day=content.decided_until)
        if content.snapshot is not None:
            taken = zoned_time(content.snapshot.taken_at)
            name = translate("{name}, taken {at}", name=content.snapshot.name, at=taken)
            yield translate("Snapshot: {snapshot}", snapshot=f"{name} ({drift_sentence(content, translate)})")
        changed = zoned_time(content.generated_at)
        about = translate("{at} · Aligner {version}", at=changed, version=content.program_version)
        yield translate("Project last changed: {about}", about=about)

    def _rules(self) -> None:
        """Every counting rule that is set; those that differ from the shipped profile first, with a star."""
        sheet, content, translate = self._sheet, self._content, self._translate
        self._heading(N_("Counting rules (* changed from outline-85)"), 0, INNER)
        sheet.y += 3
        rules = sorted(content.rules, key=lambda rule: not rule.is_changed)
        texts = [
            f"{'*' if rule.is_changed else ''}{translate(rule.label)}: {_short(translate(rule.value))}"
            for rule in rules
            if rule.is_changed or rule.value != NOT_SET
        ]
        sheet.paragraph("; ".join(texts), 8)
        sheet.y += 6

    def _files(self) -> None:
        sheet, content, translate = self._sheet, self._content, self._translate
        wide = max((sheet.width(each.sha256, 8) for each in content.catalogues), default=0)
        for each in content.catalogues[:MOST_FILES]:
            room = INNER - wide - 54 - 60 - 4
            sheet.line(translate(LEVEL_NAMES[each.level]), 8, width=52, down=0)
            sheet.line(each.file_name, 8, left=54, width=room, down=0)
            sheet.line(translate.number(each.standards), 8, left=54 + room, width=52, side="right", down=0)
            sheet.line(each.sha256, 8, left=INNER - wide, width=wide, colour=MUTED, down=11)
        more = len(content.catalogues) - MOST_FILES
        if more > 0:
            sheet.line(translate("and {number} more, in the workbook", number=more), 8, colour=MUTED)

    def _signatures(self) -> None:
        """Three names with their dates, and room for a seal."""
        sheet, translate = self._sheet, self._translate
        wide, height = (INNER - 96) / len(SIGNATURES), 48.0
        top = max(sheet.y + 6, BOTTOM - height - 34)
        for place, label in enumerate(SIGNATURES):
            sheet.y = top
            sheet.frame(place * wide, wide, height)
            sheet.y = top + 5
            sheet.line(translate(label), 8.5, left=place * wide + 5, width=wide - 10, bold=True, down=26)
            sheet.line(translate("Date"), 8, left=place * wide + 5, width=wide - 10, colour=MUTED)
        sheet.y = top
        sheet.frame(len(SIGNATURES) * wide, 96, height)
        sheet.y = top + 5
        sheet.line(translate("Seal"), 8.5, left=len(SIGNATURES) * wide + 5, width=86, bold=True)
        sheet.y = top + height + 7

    def _note(self) -> None:
        self._sheet.rule(colour=RULE)
        self._sheet.y += 4
        self._sheet.paragraph(self._translate(STATEMENT), 8, colour=MUTED)


def _short(text: str) -> str:
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS].rstrip()}…"
