"""Templates of key technical indicators: those of product groups, and those that a project keeps itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.comparisons.product_group import ProductGroup
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding, Problem
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import LANGUAGES, Translator, translator
from aligner.readers.small_tables.comparisons import LeftOut, left_out_of, read_template
from aligner.readers.small_tables.product_groups import product_groups
from aligner.usecases.comparing.compare import pairs_by_key
from aligner.usecases.comparing.forms import COMPARISON_COLUMNS, empty_row
from aligner.usecases.project.lookup import NationalLookup, find_international
from aligner.usecases.project.session import Session

TEMPLATE_COLUMNS = (
    "indicator",
    "key",
    "weight",
    "category",
    "national_unit",
    "national_method",
    "international_unit",
    "international_method",
    "method_equivalence",
    "direction",
)
"""The columns of a hand-in of comparisons that a template fills."""

_KEPT = "indicator_templates"
"""The name under which a project remembers its own templates."""

IGNORED = N_(
    "The template “{template}” was kept by another version of the program; what it says about {entries} is not known "
    "here and ignored."
)
NAMELESS = N_("The template “{template}” has entries without the name of an indicator; left out: {count}.")


@dataclass(frozen=True, slots=True)
class Template:
    """Indicators without their values; `name` for commands, `title` for people, `is_own` when the project keeps it."""

    name: str
    title: str
    description: str
    indicators: tuple[IndicatorTemplate, ...]
    is_own: bool
    findings: tuple[Finding, ...] = ()
    """What of a template that another version of the program kept is ignored here."""


def all_templates(session: Session | None, translate: Translator) -> list[Template]:
    """The project's own templates by name, then those of the program, in the user's language."""
    kept = sorted(_kept(session).items()) if session else []
    return [_own(name, listed) for name, listed in kept] + [_shipped(group, translate) for group in product_groups()]


def find_template(session: Session | None, name: str, translate: Translator) -> Template:
    """The template of this name, or of this title in either language. Raises AlignerError when there is none."""
    templates = all_templates(session, translate)
    wanted = name.strip().casefold()
    titles = {
        group.name: {group.name, *(group.title(language).casefold() for language in LANGUAGES)}
        for group in product_groups()
    }
    for template in templates:
        names = {template.name.casefold()} if template.is_own else titles[template.name]
        if wanted in names:
            return template
    known = ", ".join(template.name for template in templates)
    raise AlignerError(N_("There is no template “{name}”. Known templates: {known}."), name=name, known=known)


def left_out_by(session: Session, name: str) -> LeftOut:
    """What rows of a hand-in may leave out, since this template says it. Raises AlignerError when there is none."""
    named = [find_template(session, name, translator(language)) for language in LANGUAGES]
    return left_out_of(indicator for template in named for indicator in template.indicators)


def template_table(template: Template) -> Table:
    """The indicators of a template, in columns of a hand-in."""
    rows = [empty_row("", "", indicator) for indicator in template.indicators]
    return Table.from_rows(TEMPLATE_COLUMNS, [{name: row[name] for name in TEMPLATE_COLUMNS} for row in rows])


def own_templates(session: Session) -> dict[str, tuple[IndicatorTemplate, ...]]:
    """The project's own templates by the name of their product group."""
    return {name: _own(name, listed).indicators for name, listed in _kept(session).items()}


def save_template(session: Session, name: str, indicators: Iterable[IndicatorTemplate]) -> None:
    """Keep indicators under the name of a product group, in the place of what was kept there; none forget it."""
    if not name.strip():
        raise AlignerError(N_("A template needs the name of its product group."))
    kept = _kept(session) | {name.strip(): [one.to_json() for one in indicators]}
    session.store.writing().save_setting(_KEPT, {known: listed for known, listed in kept.items() if listed} or None)


def template_from_file(
    _session: Session, path: Path, progress: Progress
) -> tuple[str, list[IndicatorTemplate], list[Problem]]:
    """The indicators of a csv or xlsx file under the file's name, whatever values stand there; and what was found."""
    indicators, problems = read_template(path, progress)
    return path.stem, indicators, problems


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


def comparison_form(session: Session, template: str, pairs: Iterable[tuple[str, str]], translate: Translator) -> Table:
    """A form for these pairs with the indicators of a template: values are to be filled in.

    Raises AlignerError for a template or a standard that is unknown.
    """
    indicators = find_template(session, template, translate).indicators
    rows = []
    for national, international in pairs:
        name, _ = _key(session, national, international)
        counterpart = find_international(session.works(), international).international
        rows += [empty_row(name, counterpart, one) for one in indicators]
    return Table.from_rows(COMPARISON_COLUMNS, rows)


def _kept(session: Session) -> dict[str, list[Any]]:
    """The own templates as they are written in the project, by whatever version of the program."""
    kept = session.store.setting(_KEPT)
    named = kept.items() if isinstance(kept, dict) else ()
    return {name: listed for name, listed in named if isinstance(listed, list)}


def _own(name: str, listed: list[Any]) -> Template:
    """A kept template as far as this program knows it."""
    read = [IndicatorTemplate.from_kept(one if isinstance(one, dict) else {}) for one in listed]
    ignored = tuple(sorted({entry for _, entries in read for entry in entries}))
    nameless = sum(not indicator.indicator for indicator, _ in read)
    findings = []
    if ignored:
        findings.append(Finding("template_adapted", IGNORED, {"template": name, "entries": ignored}))
    if nameless:
        findings.append(Finding("template_adapted", NAMELESS, {"template": name, "count": nameless}))
    usable = tuple(indicator for indicator, _ in read if indicator.indicator)
    return Template(name, name, "", usable, is_own=True, findings=tuple(findings))


def _shipped(group: ProductGroup, translate: Translator) -> Template:
    language = translate.language
    indicators = tuple(indicator.template(language) for indicator in group.indicators)
    return Template(
        name=group.name,
        title=group.title(language),
        description=group.description(language),
        indicators=tuple(replace(one, category=translate(one.category)) for one in indicators),
        is_own=False,
    )


def _key(session: Session, national: str, international: str) -> tuple[str, str]:
    row = session.derived(NationalLookup).find(national)
    name = str(session.standards(Level.NATIONAL)["designation"][row])
    return name, find_international(session.works(), international).name
