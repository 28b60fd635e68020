"""`aligner indicators`, `explain` and `report`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

import click

from aligner.cli.counting import SNAPSHOT, counting_options, day_of, refuse_mixture, tell_drift
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import FORM, show_grid
from aligner.domain.figures.indicator import Counted, Indicator
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.figures.dashboard import open_verdicts
from aligner.usecases.figures.measure import Measured, as_csv_text, as_json_text
from aligner.usecases.figures.measure import measure as measure_project
from aligner.usecases.figures.snapshots import Drift, measure_snapshot
from aligner.usecases.hand_outs.paper import PAPERS
from aligner.usecases.hand_outs.report import page_file, write_report, write_snapshot_report
from aligner.usecases.project.exchange import as_text
from aligner.usecases.project.session import Session

BY = click.option("--by", type=click.Choice(["ics", "committee", "year"]), help=N_("Break the figures down by this."))


@click.command
@click.argument("project")
@counting_options
@SNAPSHOT
@BY
@FORM
@language_option
@click.pass_obj
def indicators(
    face: Face,
    project: str,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    snapshot: str | None,
    by: str | None,
    form: str,
) -> None:
    """Compute every indicator, each with numerator, denominator and the rules it was counted by."""
    with opened(face, project, read_only=True) as session:
        measured = _measured(face, session, snapshot, profile, as_of, decided_until, by=by)
    if form == "table":
        show_measured(face, measured)
    else:
        face.give(as_json_text(measured) + "\n" if form == "json" else as_csv_text(measured))


@click.command
@click.argument("project")
@click.argument("indicator")
@counting_options
@SNAPSHOT
@BY
@FORM
@language_option
@click.pass_obj
def explain(
    face: Face,
    project: str,
    indicator: str,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    snapshot: str | None,
    by: str | None,
    form: str,
) -> None:
    """List the rows behind numerator and denominator of an indicator, such as conversion_rate."""
    with opened(face, project, read_only=True) as session:
        measured = _measured(face, session, snapshot, profile, as_of, decided_until, by=by, with_rows=[indicator])
        figure = measured.indicator(indicator)
        rows = figure.rows
    if form != "table":
        columns = tuple(field.name for field in fields(Counted))
        plain = ({**asdict(row), "flags": list(row.flags)} for row in rows)
        face.give(as_text(Table.from_rows(columns, plain), form))
        return
    show_conditions(face, measured)
    face.show(f"{face.translate(figure.name)}: {_value(face, figure)}  {_fraction(face, figure)}")
    face.show(face.translate(figure.rule))
    _show_rows(face, rows)
    if by is not None:
        _show_breakdown(face, figure)


def _show_rows(face: Face, rows: Sequence[Counted]) -> None:
    """The rows behind a figure with why and what is worth checking, and the months behind the lag and the cycle."""
    headings = [N_("Counted", "row"), N_("Standard"), N_("Title"), N_("Counterpart"), N_("Degree"), N_("Why")]
    cells = [
        [
            "✓" if row.in_numerator else "–",
            row.key,
            row.title,
            row.counterpart,
            row.degree,
            "; ".join(map(face.translate, (row.reason, *row.flags))),
        ]
        for row in rows
    ]
    if all(row.months is None for row in rows):
        show_grid(face, headings, cells)
        return
    for row, listed in zip(rows, cells, strict=True):
        listed.append("" if row.months is None else face.translate.number(row.months, 1))
    show_grid(face, [*headings, N_("Months")], cells, right=[6])


@click.command
@click.argument("project")
@click.argument("out", type=click.Path(path_type=Path))
@counting_options
@SNAPSHOT
@click.option("--organization", help=N_("Who files the report; printed on its cover and forms."))
@click.option(
    "--paper",
    type=click.Choice(PAPERS, case_sensitive=False),
    default=PAPERS[0],
    show_default=True,
    help=N_("Paper for the sheets of the workbook; A3 prints more of their columns."),
)
@click.option(
    "--pdf", type=click.Path(path_type=Path), help=N_("Also write the summary on one page of A4 (PDF) to this file.")
)
@language_option
@click.pass_obj
def report(
    face: Face,
    project: str,
    out: Path,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    snapshot: str | None,
    organization: str | None,
    paper: str,
    pdf: Path | None,
) -> None:
    """Write the report: a workbook with the rows behind every figure (OUT ends in .xlsx), one page to sign (.pdf), or a
    page for a browser (.html)."""
    if snapshot is not None:
        refuse_mixture()
    drift: list[Drift] = []
    files = [out] if pdf is None else [out, page_file(pdf)]
    with opened(face, project, read_only=True) as session, face.progress() as progress:
        for file in files:
            if snapshot is not None:
                drift = write_snapshot_report(
                    session, file, face.translate, progress, snapshot, organization=organization, paper=paper
                )
                continue
            write_report(
                session,
                file,
                face.translate,
                progress,
                profile=profile,
                at=day_of(as_of),
                decided_until=day_of(decided_until),
                organization=organization,
                paper=paper,
            )
    tell_drift(face, drift)
    for file in files:
        face.say("Wrote {file}.", file=str(file))


def _measured(
    face: Face,
    session: Session,
    snapshot: str | None,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    *,
    by: str | None,
    with_rows: Sequence[str] = (),
) -> Measured:
    if snapshot is None:
        return measure_project(
            session,
            profile=profile,
            at=day_of(as_of),
            decided_until=day_of(decided_until),
            by=by,
            with_rows=with_rows,
        )
    refuse_mixture()
    measured, drift = measure_snapshot(session, snapshot, by=by, with_rows=with_rows)
    for finding in measured.profile.findings():
        face.show_problem(finding)
    tell_drift(face, drift)
    return measured


def show_measured(face: Face, measured: Measured) -> None:
    """The figures as a table for people, after what they count."""
    show_conditions(face, measured)
    show_figures(face, measured.indicators)
    for sentence in open_verdicts(measured.indicator("applicability_judged"), face.translate):
        face.show()
        face.show(sentence)
    for each in measured.indicators:
        if each.breakdown:
            _show_breakdown(face, each)


def show_figures(face: Face, figures: Iterable[Indicator], *, with_ids: bool = True) -> None:
    """One line for each figure; the ids are what scripts and `explain` call them."""
    headings = [N_("Indicator"), N_("Value"), N_("Numerator / denominator"), N_("Interval")]
    rows = [
        (face.translate(each.name), _value(face, each), _fraction(face, each), _interval(face, each), each.id)
        for each in figures
    ]
    if with_ids:
        show_grid(face, [*headings, N_("Id")], rows, right=[1, 2, 3])
    else:
        show_grid(face, headings, [row[:4] for row in rows], right=[1, 2, 3])


def show_conditions(face: Face, measured: Measured) -> None:
    """What the figures count: profile, day, journal and files."""
    profile = measured.profile
    title = profile.title_zh if face.translate.language == "zh" else profile.title_en
    face.show(
        face.translate(
            "Profile {profile} ({title}), rules {hash}; reference date {day}",
            profile=profile.name,
            title=title,
            hash=profile.rules.short_hash,
            day=measured.at.isoformat(),
        )
    )
    if measured.decided_until is not None:
        until = measured.decided_until.isoformat()
        face.show(face.translate("Decisions until the end of {day}", day=until))
        if measured.misplaced_times:
            face.show(
                face.translate.plural(
                    "{number} journal entry has the time of a wrong clock; its position in the journal counts",
                    "{number} journal entries have times of a wrong clock; their positions in the journal count",
                    measured.misplaced_times,
                )
            )
    count, head = measured.journal
    face.show(face.translate("Journal: {count} entries, last hash {head}", count=count, head=head[:12] or "-"))
    for catalogue in measured.catalogues:
        face.show(
            face.translate(
                "File {file}: {rows} rows, SHA-256 {hash}…",
                file=catalogue.file_name,
                rows=catalogue.rows,
                hash=catalogue.sha256[:12],
            )
        )
    face.show(face.translate("These are not official figures: no formula for the conversion rate has been published."))
    face.show()


def _show_breakdown(face: Face, indicator: Indicator) -> None:
    face.show()
    show_grid(
        face,
        [indicator.name, N_("Key"), N_("Value"), N_("Numerator / denominator")],
        [
            (
                face.translate(part.label),
                part.key,
                _shown(face, part.value, part.unit or indicator.unit),
                _of(face, part.numerator, part.denominator),
            )
            for part in indicator.breakdown
        ],
        right=[2, 3],
    )


def _value(face: Face, indicator: Indicator) -> str:
    return _shown(face, indicator.value, indicator.unit)


def _shown(face: Face, value: float | None, unit: str) -> str:
    if unit == "ratio" or value is None:
        return face.translate.percent(value)
    if unit == "months":
        return face.translate("{number} months", number=face.translate.number(value, 1))
    return face.translate.number(value)


def _fraction(face: Face, indicator: Indicator) -> str:
    return _of(face, indicator.numerator, indicator.denominator)


def _of(face: Face, numerator: float | None, denominator: float | None) -> str:
    if denominator is None:
        return "" if numerator is None else _plain(face, numerator)
    return f"{'' if numerator is None else _plain(face, numerator)} / {_plain(face, denominator)}"


def _plain(face: Face, count: float) -> str:
    return face.translate.number(count, 0 if float(count).is_integer() else 2)


def _interval(face: Face, indicator: Indicator) -> str:
    if indicator.low is None or indicator.high is None:
        return ""
    return f"{_shown(face, indicator.low, indicator.unit)} – {_shown(face, indicator.high, indicator.unit)}"
