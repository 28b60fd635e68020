"""The figures counted once more by the workbook's own formulas, with a cell that says whether they agree.

The formulas are made of our own words and of cell addresses only: nothing that stood in a file enters them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.marks import CYCLE_MONTHS, NATIONAL_MARKS, WORK_MARKS
from aligner.reports.content.report import ReportContent
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.places import Place, Places, block_of
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

_RATES = (
    "conversion_rate",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "conversion_rate_projected",
)
_AVERAGES: Mapping[str, tuple[str, Callable[[Sequence[float]], float]]] = {
    "adoption_lag_median": ("MEDIAN", median),
    "adoption_lag_mean": ("AVERAGE", fmean),
    "formulation_cycle_mean": ("AVERAGE", fmean),
}
"""Figures in months: the function of a spreadsheet that gives them, and ours."""
_SAME = 6
"""Decimals to which averages have to agree: two programs add in different orders."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with what it gives, for programs that show a workbook without calculating."""

    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Check:
    """One figure: what the program computed, and how the workbook counts it again.

    An average in months is computed and counted in the columns of the numerator.
    """

    name: str
    rule: str
    numerator: float | None
    denominator: float | None
    numerator_here: Formula
    denominator_here: Formula | None
    is_average: bool = False

    @property
    def agrees(self) -> bool:
        """Whether both ways of counting give the same."""
        counted = None if self.denominator_here is None else self.denominator_here.value
        same = self.numerator is not None and round(self.numerator - self.numerator_here.value, _SAME) == 0
        return same and self.denominator == counted


def checks(content: ReportContent, places: Places, translate: Translator) -> list[Check]:
    """Every figure that can be counted again from the rows in this workbook."""
    works, nationals = places.get("conversion"), places.get("nationals")
    found: list[Check] = []
    if works is not None and works.has_rows:
        found += _work_checks(content, works, translate)
        committees = places.get("committees")
        if committees is not None and committees.has_rows and content.counts_works:
            found += _committee_check(content, committees, translate)
    if nationals is not None and nationals.has_rows:
        found += _national_checks(content, nationals, translate)
    return [*found, *_row_checks(content, places, translate)]


def _work_checks(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    """The figures over works; the rates only where works are the unit that the rules count."""
    table = content.table("works")
    whole = Formula(f"=COUNTIFS({place.cells('in_denominator')},1)", sum(table["in_denominator"]))
    rule = translate("rows of the conversion table marked in both columns over those in the denominator")
    for figure in (*(_RATES if content.counts_works else ()), "degrees_by_work"):
        indicator, mark = content.indicator(figure), WORK_MARKS[figure]
        if indicator is not None:
            part = Formula(f"=COUNTIFS({place.cells('in_denominator')},1,{place.cells(mark)},1)", sum(table[mark]))
            name = translate(indicator.name)
            yield Check(name, rule, indicator.numerator, indicator.denominator, part, whole)
    judged = content.indicator("applicability_judged")
    if judged is not None:
        cells = place.cells("judged")
        part, rows = Formula(f"=COUNTIFS({cells},1)", sum(table["judged"])), Formula(f"=ROWS({cells})", len(table))
        rule = translate("rows of the conversion table with a verdict over all of them")
        yield Check(translate(judged.name), rule, judged.numerator, judged.denominator, part, rows)
    outdated = content.indicator("outdated_adoptions")
    if outdated is not None:
        pairs = zip(table["in_numerator"], table["in_current"], strict=True)
        formula = f"=COUNTIFS({place.cells('in_numerator')},1,{place.cells('in_current')},0)"
        counted = Formula(formula, sum(converted and not current for converted, current in pairs))
        rule = translate("rows in the numerator whose adopted edition is not current")
        yield Check(translate(outdated.name), rule, outdated.numerator, None, counted, None)
    if content.counts_works:
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


def _national_checks(content: ReportContent, place: Place, translate: Translator) -> Iterator[Check]:
    """The figures over national standards, each from its own column."""
    table = content.table("nationals")
    rule = translate("rows of the national standards marked 1 over those marked 1 or 0, in the column of the figure")
    for figure, mark in NATIONAL_MARKS.items():
        indicator, cells = content.indicator(figure), place.cells(mark)
        if indicator is not None:
            marks = [value for value in table[mark] if value is not None]
            part = Formula(f"=COUNTIFS({cells},1)", sum(marks))
            whole = None if indicator.denominator is None else Formula(f"=COUNT({cells})", len(marks))
            yield Check(translate(indicator.name), rule, indicator.numerator, indicator.denominator, part, whole)
    months = [value for value in table[CYCLE_MONTHS] if value is not None]
    yield from _average(content, "formulation_cycle_mean", place.cells(CYCLE_MONTHS), months, translate)


def _row_checks(content: ReportContent, places: Places, translate: Translator) -> Iterator[Check]:
    """The figures whose rows are listed one figure after the other."""
    traced = content.table("traced")
    rule = translate("weights of the listed rows marked 1 over those of all rows of the figure")
    for indicator in content.indicators:
        block = block_of(indicator.id, places)
        if block is None:
            continue
        listed = slice(block.first - places["traced"].first, block.last - places["traced"].first + 1)
        if indicator.id in _AVERAGES:
            yield from _average(content, indicator.id, block.cells("months"), traced["months"][listed], translate)
        elif indicator.numerator is not None:  # a mean over products has none
            marks, weights = traced["counted"][listed], traced["weight"][listed]
            counted = sum(weight for mark, weight in zip(marks, weights, strict=True) if mark)
            part = Formula(f"=SUMIFS({block.cells('weight')},{block.cells('counted')},1)", counted)
            whole = (
                Formula(f"=SUM({block.cells('weight')})", sum(weights)) if indicator.denominator is not None else None
            )
            yield Check(translate(indicator.name), rule, indicator.numerator, indicator.denominator, part, whole)


def _average(
    content: ReportContent, figure: str, cells: str, months: Sequence[float], translate: Translator
) -> Iterator[Check]:
    indicator, (function, fold) = content.indicator(figure), _AVERAGES[figure]
    if indicator is not None and indicator.value is not None and months:
        here = Formula(f"={function}({cells})", fold(months))
        rule = translate("the months in the column of the figure, and how many there are")
        whole = Formula(f"=COUNT({cells})", len(months))
        yield Check(translate(indicator.name), rule, indicator.value, indicator.denominator, here, whole, True)


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
    yield 3, Kind.DECIMAL if here.value != int(here.value) else Kind.INTEGER, here.text, here.value
    says = translate(AGREES if check.agrees else DIFFERS)
    agrees, differs = translate(AGREES), translate(DIFFERS)
    same = f"ROUND(C{row}-D{row},{_SAME})=0"
    if whole is None:
        yield 7, Kind.MARK, f'=IF({same},"{agrees}","{differs}")', says
        return
    yield 5, Kind.INTEGER, whole.text, whole.value
    if check.is_average:
        yield 6, Kind.DECIMAL, f"=D{row}", here.value
    else:
        none = translate("n/a")
        share: float | str = here.value / whole.value if whole.value else none
        yield 6, Kind.RATIO, f'=IF(F{row}=0,"{none}",D{row}/F{row})', share
    yield 7, Kind.MARK, f'=IF(AND({same},E{row}=F{row}),"{agrees}","{differs}")', says
