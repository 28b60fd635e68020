"""What the page shows, as plain data for its script: figures, charts, rows, and what they rest on."""

from collections.abc import Sequence
from typing import Any

from aligner.domain.journal_times import zoned_time
from aligner.domain.text import N_
from aligner.i18n import LANGUAGES, Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.html.bilingual import TRANSLATORS, Said, Words, columns_of, in_each, joined, said
from aligner.reports.html.pictures import shown_charts
from aligner.reports.html.rows import tables_of
from aligner.reports.html.texts import TEXTS
from aligner.reports.sheets.front import sources, tables
from aligner.reports.sheets.front.cover import drift_sentence
from aligner.reports.sheets.front.summary import STATEMENT, headline_sentence
from aligner.reports.workbook.page import Column


def shown(content: ReportContent, language: str) -> dict[str, Any]:
    """Everything the page shows; it opens in `language`, one of LANGUAGES."""
    words = Words()
    data = {
        "languages": list(LANGUAGES),
        "language": language,
        "texts": {name: in_each(text) for name, text in TEXTS.items()},
        "project": content.project,
        "head": _head(content),
        "headline": said(lambda translate: headline_sentence(content, translate)),
        "statement": in_each(STATEMENT),
        "rate": _rate(content),
        "degree_tables": {"degrees_by_work": "works", "degrees_by_national": "nationals"},
        "charts": shown_charts(content),
        "indicators": _columns(words, tables.INDICATORS, [tables.indicators(content, each) for each in TRANSLATORS]),
        "files": _columns(words, sources.CATALOGUES, [sources.catalogues(content, each) for each in TRANSLATORS]),
        "rules": _columns(words, sources.RULES, [sources.rules(content, each) for each in TRANSLATORS]),
        "origins": _columns(words, sources.ORIGINS, [sources.origins(content, each) for each in TRANSLATORS]),
        "tables": tables_of(content, words),
        "counts_works": content.counts_works,
    }
    return data | {"words": words.close()}


def _columns(words: Words, columns: Sequence[Column], translated: Sequence[Any]) -> list[dict[str, Any]]:
    return columns_of(words, columns, translated) if len(translated[0]) else []


def _head(content: ReportContent) -> list[Said]:
    """The lines below the heading."""
    lines = [
        _line(N_("Project: {project}"), project=content.project),
        _line(N_("Reference date: {day}"), day=content.as_of),
        joined(
            [
                translate(
                    "Counting profile: {profile}",
                    profile=f"{content.profile_titles.get(translate.language, content.profile_title)} "
                    f"({content.profile})",
                )
                for translate in TRANSLATORS
            ]
        ),
    ]
    if content.organization:
        lines.insert(0, _line(N_("Reporting unit: {organization}"), organization=content.organization))
    if content.decided_until:
        lines.append(_line(N_("Decisions until the end of {day}"), day=content.decided_until))
    if content.snapshot is not None:
        lines.append(said(lambda translate: _snapshot(content, translate)))
    about = f"{zoned_time(content.generated_at)} · Aligner {content.program_version}"
    return [*lines, _line(N_("Project last changed: {about}"), about=about)]


def _line(template: str, **values: str) -> Said:
    return said(lambda translate: translate(template, **values))


def _snapshot(content: ReportContent, translate: Translator) -> str:
    assert content.snapshot is not None  # noqa: S101 - told only of a report that has one
    kept = translate("{name}, taken {at}", name=content.snapshot.name, at=zoned_time(content.snapshot.taken_at))
    return translate("Snapshot: {snapshot}", snapshot=f"{kept} ({drift_sentence(content, translate)})")


def _rate(content: ReportContent) -> dict[str, Any] | None:
    rate = content.indicator("conversion_rate")
    if rate is None:
        return None
    ends = (rate.low, rate.high) if rate.low is not None and rate.high is not None and rate.high > rate.low else None
    return {
        "value": rate.value,
        "low": ends[0] if ends else None,
        "high": ends[1] if ends else None,
        "target": content.target,
        "text": _percent(rate.value),
        "counts": _counts(rate.numerator, rate.denominator),
        "target_text": None
        if content.target is None
        else said(lambda translate: translate("Target {target}", target=translate.percent(content.target))),
        "interval_text": None
        if ends is None
        else said(
            lambda translate: translate(
                "Interval over the open verdicts: {low} to {high}",
                low=translate.percent(ends[0]),
                high=translate.percent(ends[1]),
            )
        ),
    }


def _percent(value: float | None) -> Said:
    return said(lambda translate: translate.percent(value))


def _counts(numerator: float | None, denominator: float | None) -> Said:
    return said(lambda translate: f"{translate.number(numerator)} / {translate.number(denominator)}")
