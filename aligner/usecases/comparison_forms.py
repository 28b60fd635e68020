"""Give out comparisons of key technical indicators as forms, and keep templates of indicators for product groups."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.comparison import Comparison, IndicatorTemplate, Side
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.requirement_reading import read_requirement
from aligner.domain.requirement_rendering import understood
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.readers.comparisons import read_template
from aligner.reports.comparison_form import write_comparison_form
from aligner.usecases.compare import comparisons, pairs_by_key, why
from aligner.usecases.exchange import as_text, write_text
from aligner.usecases.lookup import NationalLookup, find_international
from aligner.usecases.session import Session

COMPARISON_COLUMNS = (
    "national",
    "international",
    "indicator",
    "key",
    "national_value",
    "national_unit",
    "national_method",
    "international_value",
    "international_unit",
    "international_method",
    "method_equivalence",
    "direction",
    "verdict",
    "reason",
    "note",
    "weight",
    "category",
    "product",
    "national_clause",
    "international_clause",
)
"""Columns of a hand-in and hand-out of comparisons: the first fifteen are a contract with scripts."""

EXPLAINING_COLUMNS = ("national_understood", "international_understood", "derived", "why", "reviewer", "at")
"""What the Python interface tells besides."""

_TEMPLATES = "indicator_templates"
"""The name under which a project remembers its templates."""


def comparisons_table(session: Session, *, national: str | None = None) -> Table:
    """Every compared indicator, or those of one national standard, in the columns of a hand-in."""
    name = None if national is None else _national_name(session, national)
    rows = [_row(one) for one in comparisons(session) if name in {None, one.national}]
    return Table.from_rows(COMPARISON_COLUMNS, rows)


def explained_table(session: Session, translate: Translator, *, national: str | None = None) -> Table:
    """The same with what was understood on both sides, what follows from it, why, who compared and when."""
    name = None if national is None else _national_name(session, national)
    listed = [one for one in comparisons(session) if name in {None, one.national}]
    return Table.from_rows(
        (*COMPARISON_COLUMNS, *EXPLAINING_COLUMNS),
        [
            _row(one)
            | {
                "national_understood": _understood(one.national_side),
                "international_understood": _understood(one.international_side),
                "derived": one.judgement.verdict.value if one.judgement else "",
                "why": why(one, translate),
                "reviewer": one.reviewer,
                "at": one.at,
            }
            for one in listed
        ],
    )


def _understood(side: Side) -> str:
    return understood(read_requirement(side.value, side.unit))


def write_comparisons(table: Table, target: Path, translate: Translator) -> None:
    """Write a table of comparisons as xlsx, csv or json, by the name of the file. Raises AlignerError."""
    match target.suffix.lower():
        case ".xlsx":
            write_comparison_form(table, target, translate)
        case ".csv" | ".json" as suffix:
            write_text(as_text(table, suffix[1:]), target)
        case _:
            raise AlignerError(
                N_("{file} is none of xlsx, csv and json. Give it one of these endings."), file=target.name
            )


def templates(session: Session) -> dict[str, tuple[IndicatorTemplate, ...]]:
    """The templates of the project by the name of their product group."""
    stored: Mapping[str, Sequence[dict[str, Any]]] = session.store.setting(_TEMPLATES, {})
    return {name: tuple(IndicatorTemplate.from_json(one) for one in listed) for name, listed in stored.items()}


def save_template(session: Session, name: str, indicators: Iterable[IndicatorTemplate]) -> None:
    """Keep indicators under the name of a product group, in the place of what was kept there; none forget it."""
    if not name.strip():
        raise AlignerError(N_("A template needs the name of its product group."))
    kept = {known: [one.to_json() for one in listed] for known, listed in templates(session).items()}
    kept[name.strip()] = [one.to_json() for one in indicators]
    session.store.save_setting(_TEMPLATES, {known: listed for known, listed in kept.items() if listed} or None)


def save_template_file(session: Session, name: str, path: Path, progress: Progress) -> list[Problem]:
    """Keep the indicators of a csv or xlsx file as a template; gives what was found about rows that are none."""
    indicators, problems = read_template(path, progress)
    save_template(session, name, indicators)
    return problems


def save_template_of(session: Session, name: str, national: str, international: str) -> None:
    """Keep the indicators of a compared pair as a template. Raises AlignerError when it has none."""
    key = _key(session, national, international)
    pair = pairs_by_key(session).get(key)
    if pair is None:
        raise AlignerError(
            N_("{national} and {international} have not been compared yet."), national=key[0], international=key[1]
        )
    save_template(session, name, [IndicatorTemplate.of(one) for one in pair.indicators])


def comparison_form(session: Session, template: str, pairs: Iterable[tuple[str, str]]) -> Table:
    """A form for these pairs with the indicators of a template: values are to be filled in.

    Raises AlignerError for a template or a standard that is unknown.
    """
    known = templates(session)
    if template not in known:
        raise AlignerError(
            N_("There is no template “{name}”. Known templates: {known}."), name=template, known=", ".join(known) or "-"
        )
    rows = []
    for national, international in pairs:
        name, _ = _key(session, national, international)
        counterpart = find_international(session.works(), international).international
        rows += [empty_row(name, counterpart, one) for one in known[template]]
    return Table.from_rows(COMPARISON_COLUMNS, rows)


def _key(session: Session, national: str, international: str) -> tuple[str, str]:
    return _national_name(session, national), find_international(session.works(), international).name


def _national_name(session: Session, national: str) -> str:
    row = session.derived(NationalLookup).find(national)
    return str(session.standards(Level.NATIONAL)["designation"][row])


def _row(one: Comparison) -> dict[str, Any]:
    """A comparison as a row of a hand-in; a boundary case shows its star."""
    return empty_row(one.national, one.international, IndicatorTemplate.of(one)) | {
        "product": one.product,
        "national_value": one.national_side.value,
        "national_clause": one.national_side.clause,
        "international_value": one.international_side.value,
        "international_clause": one.international_side.clause,
        "verdict": f"{one.verdict.value}*" if one.is_boundary else one.verdict.value,
        "reason": one.reason,
        "note": one.note,
    }


def empty_row(national: str, international: str, template: IndicatorTemplate) -> dict[str, str]:
    """The row of a form in which an indicator of a template is to be filled in; columns COMPARISON_COLUMNS."""
    return {
        "national": national,
        "international": international,
        "indicator": template.indicator,
        "key": "yes" if template.is_key else "no",
        "national_unit": template.national_unit,
        "national_method": template.national_method,
        "international_unit": template.international_unit,
        "international_method": template.international_method,
        "method_equivalence": template.equivalence.value if template.equivalence else "",
        "direction": template.direction.value if template.direction else "",
        "weight": f"{template.weight:g}",
        "category": template.category,
        "product": template.product,
        "national_value": "",
        "international_value": "",
        "national_clause": "",
        "international_clause": "",
        "verdict": "",
        "reason": "",
        "note": "",
    }
