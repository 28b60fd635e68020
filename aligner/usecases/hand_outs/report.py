"""Write the report: a workbook with figures, rows and audit, one page of PDF to file, or a page for a browser."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from aligner.distribution import version
from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.counting import DEFAULT_RULES
from aligner.domain.figures.indicator import Indicator
from aligner.domain.joining.entries import told_apart
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.profiles import PROFILES, Profile
from aligner.indicators.explaining.waterfall import Move, Step, waterfall
from aligner.indicators.measure import measured
from aligner.indicators.sensitivity import RATE, sensitivity
from aligner.reports.content.counting_rules import rule_rows
from aligner.reports.content.report import Breakdown, KeptState, ReportContent, Sensitivity, WaterfallStep
from aligner.reports.exchange.target import ending
from aligner.usecases.catalogues.unlisted import unlisted_problems
from aligner.usecases.figures.measure import Judged, chosen_profile, counting_of, judged
from aligner.usecases.figures.overview import overview
from aligner.usecases.figures.snapshots import Drift, drifts, look_back
from aligner.usecases.hand_outs.forms import FORMS, WORKBOOK, ReportForm, form_of
from aligner.usecases.hand_outs.paper import PAPERS, known_paper
from aligner.usecases.hand_outs.tables import TABLES, CountedProject
from aligner.usecases.project.session import Session

REPORTS = tuple(FORMS)
"""How the name of a report ends: the workbook, the summary on one page of paper, or the page for a browser."""


def write_report(
    session: Session,
    target: Path,
    translate: Translator,
    progress: Progress,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
    organization: str | None = None,
    paper: str = PAPERS[0],
) -> None:
    """Write the report in the translator's language; the file appears whole or not at all.

    A target that ends in .pdf gets the summary on one page, one in .html the page for a browser, one in .xlsx the
    workbook. Reference date and decisions as in `usecases.measure`; `organization` is who files it; on `paper` A3
    the sheets of the workbook print more of their columns than on A4. Raises AlignerError when the target ends
    otherwise or cannot be written or the profile or the paper is none, Cancelled after a stop request.
    """
    ending(target, REPORTS)
    known_paper(paper)
    content = report_content(
        session,
        translate,
        progress,
        profile=profile,
        at=at,
        decided_until=decided_until,
        form=form_of(target),
    )
    _write(replace(content, organization=organization or "", paper=paper), target, translate, progress)


def page_file(target: Path) -> Path:
    """The target as the name of a page: .pdf is added where it is missing."""
    return target if is_page(target) else target.with_name(f"{target.name}.pdf")


def is_page(target: Path) -> bool:
    """Whether a report of this name is the summary on one page."""
    return target.suffix.casefold() == ".pdf"


def write_snapshot_report(
    session: Session,
    target: Path,
    translate: Translator,
    progress: Progress,
    snapshot: str,
    *,
    organization: str | None = None,
    paper: str = PAPERS[0],
) -> list[Drift]:
    """Write the report of a snapshot again: the same cells, whatever was loaded and decided since.

    Gives the figures that this program computes otherwise than the one that took the snapshot; the report names them.
    Raises as `write_report`, and AlignerError when there is no such snapshot.
    """
    ending(target, REPORTS)
    known_paper(paper)
    content, drift = snapshot_content(session, translate, progress, snapshot, form_of(target))
    _write(replace(content, organization=organization or "", paper=paper), target, translate, progress)
    return drift


def snapshot_content(
    session: Session, translate: Translator, progress: Progress, snapshot: str, form: ReportForm = WORKBOOK
) -> tuple[ReportContent, list[Drift]]:
    """Everything the report of a snapshot says, and the figures that come out otherwise than then."""
    looked = look_back(session, snapshot)
    content = report_content(
        looked.session,
        translate,
        progress,
        profile=looked.profile,
        at=looked.at,
        decided_until=looked.decided_until,
        form=form,
        with_saved=False,
    )
    drift = drifts(looked.snapshot, content.indicators)
    kept = KeptState(looked.snapshot.name, looked.snapshot.at, tuple(one.indicator for one in drift))
    return replace(content, snapshot=kept), drift


def report_content(
    session: Session,
    translate: Translator,
    progress: Progress,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
    form: ReportForm = WORKBOOK,
    with_saved: bool = True,
) -> ReportContent:
    """Everything a report of this form says, as plain data; without saved scenarios where they are of another time."""
    computing = N_("Computing the indicators")
    chosen = chosen_profile(profile)
    day = at or session.today()
    known = judged(session, decided_until)
    progress.step(0, 4, computing)
    counting = counting_of(session, known, chosen.rules, day)
    indicators = measured(counting)
    progress.step(1, 4, computing)
    breakdowns = tuple(_breakdown(counting, by, form.broken_down) for by in form.breakdowns)
    progress.step(2, 4, computing)
    sensitivity = _sensitivity(session, known, day, chosen, indicators, translate) if form.has_sensitivity else ()
    progress.step(3, 4, computing)
    of = CountedProject(session, counting, known, translate, with_saved)
    steps = of.steps if form.has_steps else []
    catalogues = tuple(session.store.catalogues())
    changes = told_apart(session.store.history())
    count, head = session.store.head()
    problems = (*_problems(session, catalogues), *unlisted_problems(session)) if form.has_problems else ()
    return ReportContent(
        project=Path(session.store.address).stem if "://" not in session.store.address else "",
        as_of=day.isoformat(),
        generated_at=_state_of(catalogues, changes[0].at if changes else ""),
        program_version=version(),
        profile=chosen.name,
        profile_title=_title(chosen, translate),
        profile_titles={"en": chosen.title_en, "zh": chosen.title_zh},
        target=chosen.rules.target_basis_points / 10_000,
        rules=rule_rows(chosen.rules, DEFAULT_RULES),
        catalogues=catalogues,
        journal_count=count,
        journal_head=head,
        indicators=tuple(indicators),
        decided_until=decided_until.isoformat() if decided_until else "",
        unit=chosen.rules.unit,
        target_basis_points=chosen.rules.target_basis_points,
        strict_target=chosen.rules.strict_target,
        sensitivity=sensitivity,
        waterfall=tuple(map(_shown_step, steps)),
        breakdowns=breakdowns,
        changes=tuple(changes),
        tables={name: TABLES[name](of) for name in form.tables},
        problems=problems,
        overview=overview(session, counting) if form.has_overview else None,
    )


def steps_of(
    session: Session,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
) -> tuple[WaterfallStep, ...]:
    """Why the rate is what it is: from all rows of the catalogues to the headline, one rule after the other."""
    day = at or session.today()
    counting = counting_of(session, judged(session, decided_until), chosen_profile(profile).rules, day)
    return tuple(map(_shown_step, waterfall(counting)))


def _write(content: ReportContent, target: Path, translate: Translator, progress: Progress) -> None:
    if target.suffix.casefold() == ".html":
        from aligner.reports.html import browser_page  # noqa: PLC0415 - loads xlsxwriter

        browser_page.write_browser_page(content, target, translate)
        return
    if not is_page(target):
        from aligner.reports import excel  # noqa: PLC0415 - loads xlsxwriter

        excel.write_report(content, target, translate, progress)
        return
    from aligner.reports.pdf import one_page  # noqa: PLC0415 - reportlab takes most of a second to load

    one_page.write_page(content, target, translate)


def _breakdown(counting: Counting, by: str, ids: Sequence[str]) -> Breakdown:
    split = measured(counting, by=by, ids=ids)
    return Breakdown(by, {indicator.id: indicator.breakdown for indicator in split})


def _sensitivity(
    session: Session, known: Judged, day: date, chosen: Profile, indicators: Sequence[Indicator], translate: Translator
) -> tuple[Sensitivity, ...]:
    """The conversion rate under the chosen profile and under every shipped one: what the choice of rules does."""
    shipped = sensitivity(
        session.standards(Level.NATIONAL),
        session.standards(Level.INTERNATIONAL),
        known.decisions,
        known.applicability,
        day,
        works=session.works(),
    )
    own = next(one for one in indicators if one.id == RATE)
    rates = [(chosen, own), *((profile, rate) for profile, rate in shipped if profile.name != chosen.name)]
    return tuple(
        Sensitivity(profile.name, _title(profile, translate), rate.value, rate.numerator, rate.denominator)
        for profile, rate in rates
    )


def _shown_step(step: Step) -> WaterfallStep:
    """One rule on the way to the rate, with how many rows it moved."""
    return WaterfallStep(
        label=step.label,
        numerator=step.numerator,
        denominator=step.denominator,
        rate=step.rate,
        change=step.change,
        left_out=sum(move is Move.LEFT_OUT for _, move in step.rows),
        not_converted=sum(move is Move.NOT_CONVERTED for _, move in step.rows),
        converted=sum(move is Move.CONVERTED for _, move in step.rows),
    )


def _state_of(catalogues: Sequence[Catalogue], last_change: str) -> str:
    """When the project last changed: the same project gives the same report, whenever it is written."""
    return max([last_change, *(catalogue.loaded_at for catalogue in catalogues)], default="")


def _title(profile: Profile, translate: Translator) -> str:
    return profile.title_zh if translate.language == "zh" else profile.title_en


def _problems(session: Session, catalogues: Sequence[Catalogue]) -> tuple[Problem, ...]:
    """What was found in the files, each with its file's name."""
    return tuple(
        problem if problem.file else replace(problem, file=catalogue.file_name)
        for catalogue in catalogues
        for problem in session.store.catalogue_problems(catalogue.id)
    )
