"""Reads key technical indicators side by side as handed in (cli.md, compare), and templates of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Equivalence, Side
from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.requirement.cases import read_cases
from aligner.domain.text import N_
from aligner.readers.aliases import columns_among, small_table
from aligner.readers.small_tables.table import SmallTable, canonical, folded, read_small_table


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One indicator of a pair as handed in; designations are canonical, or as printed when not understood.

    `verdict` is None when it is to be derived.
    """

    row: int
    national: str
    international: str
    indicator: str
    national_side: Side
    international_side: Side
    is_key: bool = True
    weight: float = 1.0
    product: str = ""
    category: str = ""
    equivalence: Equivalence | None = None
    direction: Direction | None = None
    verdict: ComparisonVerdict | None = None
    reason: str = ""
    note: str = ""
    reviewer: str = ""
    at: str = ""


LeftOut = Mapping[str, Mapping[str, str]]
"""What rows may leave out: by the folded name of an indicator, the texts of its columns."""

NOTHING_LEFT_OUT: Final[LeftOut] = {}


def read_comparisons(
    path: Path, progress: Progress, left_out: LeftOut = NOTHING_LEFT_OUT
) -> tuple[list[ComparisonRow], list[Problem]]:
    """The indicators of a file, and a problem for each row that is none.

    Raises AlignerError when the file cannot be read or has no column for the national standards.
    """
    tables = read_small_table(path, "comparisons", progress)
    rows = [
        _comparison(number, _completed(of_both(texts), left_out), table)
        for table in tables.sheets
        for number, texts in table.rows
    ]
    return [row for row in rows if row is not None], tables.problems


def read_comparison(texts: Mapping[str, str], row: int = 1) -> tuple[ComparisonRow | None, list[Problem]]:
    """One row by column as it is being entered, and a problem when it is none."""
    table = SmallTable("", "", {}, [], [])
    return _comparison(row, {column: text.strip() for column, text in texts.items()}, table), table.problems


def columns_in(headings: Sequence[str]) -> dict[str, int]:
    """Where each column of a hand-in stands among these headings, in whichever language and order."""
    return columns_among(headings, small_table("comparisons"))


def of_both(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts with a unit or method that stands for both standards given to each of them."""
    shared = {name: texts[name] for name in ("unit", "method") if texts.get(name)}
    return {column: text for column, text in texts.items() if column not in ("unit", "method")} | {
        f"{side}_{name}": texts.get(f"{side}_{name}") or text
        for name, text in shared.items()
        for side in ("national", "international")
    }


def code_of(column: str, text: str) -> str:
    """The code of a word in a column with few words, in whichever language; any other text as it is."""
    return _WORDS.get(column, {}).get(folded(text).rstrip("*"), text)


def left_out_of(templates: Iterable[IndicatorTemplate]) -> LeftOut:
    """What rows that name one of these indicators may leave out."""
    return {
        _same_name(one.indicator): {
            "key": "yes" if one.is_key else "no",
            "weight": f"{one.weight:g}",
            "category": one.category,
            "national_unit": one.national_unit,
            "national_method": one.national_method,
            "international_unit": one.international_unit,
            "international_method": one.international_method,
            "method_equivalence": one.equivalence.value if one.equivalence else "",
            "direction": one.direction.value if one.direction else "",
        }
        for one in templates
    }


def read_template(path: Path, progress: Progress) -> tuple[list[IndicatorTemplate], list[Problem]]:
    """The indicators of a template (names, units, methods, directions), and a problem for each row that is none."""
    tables = read_small_table(path, "indicator_template", progress)
    rows = [_template(number, of_both(texts), table) for table in tables.sheets for number, texts in table.rows]
    return [row for row in rows if row is not None], tables.problems


def _completed(texts: dict[str, str], left_out: LeftOut) -> dict[str, str]:
    """The texts with those that a template knows in empty cells; a value with its own unit gets no other one."""
    known = left_out.get(_same_name(texts.get("indicator", "")), {})
    filled = {column: text for column, text in known.items() if text and not texts.get(column)}
    for side in ("national", "international"):
        cases = read_cases(texts.get(f"{side}_value", ""))
        bounds = [bound for case in cases for bound in case.requirement.bounds]
        if not bounds or any(bound.unit for bound in bounds):
            filled.pop(f"{side}_unit", None)
    return texts | filled


def _same_name(indicator: str) -> str:
    return " ".join(indicator.split()).casefold()


def _comparison(row: int, texts: dict[str, str], table: SmallTable) -> ComparisonRow | None:
    template = _template(row, texts, table)
    if template is None:
        return None
    for column, sentence in _NEEDED.items():
        if not texts.get(column):
            table.left_out(f"no_{column}", sentence, row, column)
            return None
    verdict = _word(row, "verdict", texts, table, _VERDICTS, _UNKNOWN_VERDICT)
    if verdict is _WRONG:
        return None
    national, national_clause = _with_clause(texts["national"])
    international, international_clause = _with_clause(texts["international"])
    return ComparisonRow(
        row=row,
        national=national,
        international=international,
        indicator=template.indicator,
        is_key=template.is_key,
        weight=template.weight,
        product=template.product,
        category=template.category,
        national_side=_side("national", texts, national_clause),
        international_side=_side("international", texts, international_clause),
        equivalence=template.equivalence,
        direction=template.direction,
        verdict=ComparisonVerdict(verdict) if verdict else None,
        reason=texts.get("reason", ""),
        note=texts.get("note", ""),
        reviewer=" ".join(texts.get("reviewer", "").split()),
        at=table.moment(row, texts),
    )


def _template(row: int, texts: dict[str, str], table: SmallTable) -> IndicatorTemplate | None:
    """What a row says of an indicator whatever its values; None, with a problem, when it makes no sense."""
    if not texts.get("indicator"):
        table.left_out("no_indicator", N_("This row names no indicator."), row, "indicator")
        return None
    key = _word(row, "key", texts, table, _YES_OR_NO, _UNKNOWN_KEY)
    equivalence = _word(row, "method_equivalence", texts, table, _EQUIVALENCES, _UNKNOWN_EQUIVALENCE)
    direction = _word(row, "direction", texts, table, _DIRECTIONS, _UNKNOWN_DIRECTION)
    weight = _weight(row, texts.get("weight", ""), table)
    if _WRONG in {key, equivalence, direction} or weight is None:
        return None
    return IndicatorTemplate(
        indicator=" ".join(texts["indicator"].split()),
        is_key=key != "no",
        weight=weight,
        product=texts.get("product", ""),
        category=texts.get("category", ""),
        national_unit=texts.get("national_unit", ""),
        national_method=texts.get("national_method", ""),
        international_unit=texts.get("international_unit", ""),
        international_method=texts.get("international_method", ""),
        equivalence=Equivalence(equivalence) if equivalence else None,
        direction=Direction(direction) if direction else None,
    )


def _side(name: str, texts: dict[str, str], clause: str) -> Side:
    return Side(
        value=texts.get(f"{name}_value", ""),
        unit=texts.get(f"{name}_unit", ""),
        method=texts.get(f"{name}_method", ""),
        clause=texts.get(f"{name}_clause", "") or clause,
    )


def _word(row: int, column: str, texts: dict[str, str], table: SmallTable, words: dict[str, str], sentence: str) -> str:
    """The code of a word in a column with few words; "" for an empty cell, _WRONG, with a problem, for another word."""
    printed = texts.get(column, "")
    code = words.get(folded(printed).rstrip("*"), _WRONG) if printed else ""
    if code is _WRONG:
        table.left_out(f"unknown_{column}", sentence, row, column, text=printed)
    return code


def _weight(row: int, printed: str, table: SmallTable) -> float | None:
    """The weight, 1 unless given; None, with a problem, when it is no positive number."""
    if not printed:
        return 1.0
    if re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", printed) and float(printed.replace(",", ".")) > 0:
        return float(printed.replace(",", "."))
    table.left_out(
        "unknown_weight", N_("“{text}” is not a weight; write a positive number."), row, "weight", text=printed
    )
    return None


def _with_clause(text: str) -> tuple[str, str]:
    """The designation in a cell, and the clause that some forms print behind it: "GB/T 1.1-2020, 5.2"."""
    if isinstance(parse_designation(text), Designation):
        return canonical(text)[0], ""
    for gap in reversed(list(_GAP.finditer(text))):
        number, clause = text[: gap.start()], text[gap.end() :]
        if isinstance(parse_designation(number), Designation):
            return canonical(number)[0], clause.strip()
    return text, ""


_WRONG: Final = "wrong"
_GAP: Final = re.compile(r"\s*[,，;；]\s*|\s+|(?=第)|(?<=\d)/(?=\d)")
_NEEDED: Final = {
    "national": N_("This row names no national standard."),
    "international": N_("This row names no international standard."),
}
_UNKNOWN_VERDICT: Final = N_(
    "“{text}” is not a verdict on an indicator; write E, S, L, X, N+ or I+, or leave it empty."
)
_UNKNOWN_KEY: Final = N_("“{text}” does not say whether the indicator is a key one; write yes or no.")
_UNKNOWN_EQUIVALENCE: Final = N_("“{text}” is not an equivalence of methods; write same, equivalent or different.")
_UNKNOWN_DIRECTION: Final = N_("“{text}” is not a direction; write lower, higher, narrower, wider or qualitative.")


def _words_of(table: dict[str, str]) -> dict[str, str]:
    return {folded(word): code for code, words in table.items() for word in words.split()}


_VERDICTS: Final = _words_of(
    {
        "E": "e equal same 一致 相同 等同",
        "S": "s stricter 严于 更严 严",
        "L": "l looser 宽于 更宽 宽",
        "X": "x incomparable 不可比 无法比较",
        "N+": "n+ national_only 国家独有 国际无此项",
        "I+": "i+ international_only 国际独有 国家无此项",
    }
)
_YES_OR_NO: Final = _words_of({"yes": "yes y true 1 key 是 关键", "no": "no n false 0 否 非关键 一般"})
_EQUIVALENCES: Final = _words_of(
    {"same": "same identical 相同 一致", "equivalent": "equivalent 等效", "different": "different 不同 不等效"}
)
_DIRECTIONS: Final = _words_of(
    {
        "lower": "lower smaller ↓ 越小越严 越低越严 lower_is_stricter",
        "higher": "higher greater larger ↑ 越大越严 越高越严 higher_is_stricter",
        "narrower": "narrower 区间越窄越严 越窄越严 narrower_is_stricter",
        "wider": "wider broader 区间越宽越严 越宽越严 范围越宽越严 wider_is_stricter",
        "qualitative": "qualitative 定性",
    }
)
_WORDS: Final = {
    "key": _YES_OR_NO,
    "method_equivalence": _EQUIVALENCES,
    "direction": _DIRECTIONS,
    "verdict": _VERDICTS,
}
