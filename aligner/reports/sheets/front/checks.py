"""The figures counted once more by the workbook's own formulas, with a cell that says whether they agree.

The formulas are made of our own words and of cell addresses only: nothing that stood in a file enters them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.places import Place, Places
from aligner.reports.workbook.style import Kind

CHECKS = (
    Column("name", N_("Figure"), Kind.TEXT),
    Column("rule", N_("How it is counted here"), Kind.TEXT),
    Column("numerator", N_("Computed: numerator"), Kind.INTEGER),
    Column("numerator_here", N_("Formula: numerator"), Kind.INTEGER),
    Column("denominator", N_("Computed: denominator"), Kind.INTEGER),
    Column("denominator_here", N_("Formula: denominator"), Kind.INTEGER),
    Column("value_here", N_("Formula: value"), Kind.FIGURE),
    Column("agrees", N_("Check"), Kind.MARK),
)
AGREES, DIFFERS = N_("agrees"), N_("differs")

_MARKS = {
    "conversion_rate": "in_numerator",
    "conversion_rate_current": "in_current",
    "conversion_rate_current_amendments": "in_amended",
    "conversion_rate_projected": "in_projected",
}
"""The column of the conversion table that marks the numerator of each rate."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with what it gives, for programs that show a workbook without calculating."""

    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Check:
    """One figure: what the program computed, and how the workbook counts it again."""

    name: str
    rule: str
    numerator: float | None
    denominator: float | None
    numerator_here: Formula
    denominator_here: Formula | None

    @property
    def agrees(self) -> bool:
        """Whether both ways of counting give the same."""
        counted = None if self.denominator_here is None else self.denominator_here.value
        return (self.numerator, self.denominator) == (self.numerator_here.value, counted)


def checks(content: ReportContent, places: Places, translate: Translator) -> list[Check]:
    """Every figure that can be counted again from the rows in this workbook."""
    works, nationals = places.get("conversion"), places.get("nationals")
    found: list[Check] = []
    if works is not None and works.has_rows and content.counts_works:
        found += _work_checks(content, works, translate)
        committees = places.get("committees")
        if committees is not None and committees.has_rows:
            found += _committee_check(content, committees, translate)
    if nationals is not None and nationals.has_rows:
        found += _national_check(content, nationals, translate)
    return found


def _work_checks(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    table = content.table("works")
    whole = Formula(f"=COUNTIFS({place.cells('in_denominator')},1)", sum(table["in_denominator"]))
    rule = translate("rows of the conversion table marked in both columns over those in the denominator")
    for indicator_id, mark in _MARKS.items():
        indicator = content.indicator(indicator_id)
        if indicator is not None:
            part = Formula(f"=COUNTIFS({place.cells('in_denominator')},1,{place.cells(mark)},1)", sum(table[mark]))
            name = translate(indicator.name)
            yield Check(name, rule, indicator.numerator, indicator.denominator, part, whole)
    outdated = content.indicator("outdated_adoptions")
    if outdated is not None:
        pairs = zip(table["in_numerator"], table["in_current"], strict=True)
        formula = f"=COUNTIFS({place.cells('in_numerator')},1,{place.cells('in_current')},0)"
        counted = Formula(formula, sum(converted and not current for converted, current in pairs))
        rule = translate("rows in the numerator whose adopted edition is not current")
        yield Check(translate(outdated.name), rule, outdated.numerator, None, counted, None)
    yield from _gap_check(content, place, translate)


def _gap_check(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    """Whole numbers only: the target in hundredths of a per cent, as the program counts."""
    gap = content.indicator("gap_to_target")
    if gap is None or gap.value is None or not content.target_basis_points:
        return
    counted, covered = sum(content.table("works")["in_denominator"]), sum(content.table("works")["in_numerator"])
    wanted = content.target_basis_points * counted
    least = wanted // 10_000 + 1 if content.strict_target else -(-wanted // 10_000)
    whole, part = f"COUNTIFS({place.cells('in_denominator')},1)", f"COUNTIFS({place.cells('in_numerator')},1)"
    target = f"{content.target_basis_points}*{whole}/10000"
    rounded = f"ROUNDDOWN({target},0)+1" if content.strict_target else f"ROUNDUP({target},0)"
    formula = Formula(f"=MAX(0,{rounded}-{part})", max(0, least - covered))
    rule = translate("the target times the rows in the denominator, rounded up, less those in the numerator")
    yield Check(translate(gap.name), rule, gap.value, None, formula, None)


def _committee_check(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    rate, table = content.indicator("conversion_rate"), content.table("committees")
    if rate is not None:
        yield Check(
            translate("Conversion rate from the committees"),
            translate("the sums of the columns of the sheet by committee"),
            rate.numerator,
            rate.denominator,
            Formula(f"=SUM({place.cells('converted')})", sum(table["converted"])),
            Formula(f"=SUM({place.cells('applicable')})", sum(table["applicable"])),
        )


def _national_check(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    rate, table = content.indicator("adoption_rate"), content.table("nationals")
    if rate is not None:
        yield Check(
            translate(rate.name),
            translate("rows of the national standards marked as adopting over all of them"),
            rate.numerator,
            rate.denominator,
            Formula(f"=COUNTIFS({place.cells('adopts')},1)", sum(table["adopts"])),
            Formula(f"=ROWS({place.cells('adopts')})", len(table)),
        )


def as_table(found: list[Check]) -> Table:
    """The checks as a table; the cells with formulas are filled afterwards by `formulas`."""
    return Table.from_rows(
        [column.name for column in CHECKS],
        [
            {
                "name": each.name,
                "rule": each.rule,
                "numerator": each.numerator,
                "denominator": each.denominator,
            }
            for each in found
        ],
    )


def formulas(check: Check, row: int, translate: Translator) -> Iterator[tuple[int, Kind, str, float | str]]:
    """Column, kind, text and result of each formula in a row; `row` counts from 1, as formulas do."""
    here, whole = check.numerator_here, check.denominator_here
    yield 3, Kind.INTEGER, here.text, here.value
    says = translate(AGREES if check.agrees else DIFFERS)
    agrees, differs = translate(AGREES), translate(DIFFERS)
    if whole is None:
        yield 7, Kind.MARK, f'=IF(C{row}=D{row},"{agrees}","{differs}")', says
        return
    yield 5, Kind.INTEGER, whole.text, whole.value
    none = translate("n/a")
    share: float | str = here.value / whole.value if whole.value else none
    yield 6, Kind.RATIO, f'=IF(F{row}=0,"{none}",D{row}/F{row})', share
    yield 7, Kind.MARK, f'=IF(AND(C{row}=D{row},E{row}=F{row}),"{agrees}","{differs}")', says
