"""`aligner demo`: the whole job on the sample catalogues."""

from pathlib import Path

import click

from aligner import named_files
from aligner.cli.commands.measure import show_conditions, show_figures
from aligner.cli.face import Face, language_option
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import BAND_NAMES, Band
from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.usecases.candidates.counts import CandidateCounts
from aligner.usecases.catalogues.load import Loaded
from aligner.usecases.figures.measure import Measured
from aligner.usecases.project.opening import new_project
from aligner.usecases.review.decide import Recorded
from aligner.usecases.samples import demo as job

SHOWN = (
    "conversion_rate",
    "conversion_rate_projected",
    "conversion_rate_current",
    "adoption_rate",
    "harmonization_rate",
    "adoption_lag_median",
    "formulation_cycle_mean",
    "outdated_adoptions",
    "key_indicator_equal_rate",
    "gap_to_target",
)
"""The figures of the short summary."""


@click.command
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("aligner-demo"), help=N_("Folder for project and report.")
)
@click.option("--no-window", is_flag=True, help=N_("Do not open the window at the end."))
@language_option
@click.pass_obj
def demo(face: Face, out: Path, no_window: bool) -> int:
    """Run the whole workflow on the sample catalogues: load, match, decide, measure, report."""
    _make_folder(out)
    project = _free_name(out / "demo.aligner")
    with new_project(str(project), "demo") as session, face.progress() as progress:
        for step in job.demo(session, out / "report.xlsx", face.translate, progress):
            _show(face, step)
    face.show(face.translate("Project: {file}", file=str(project)))
    if no_window or face.window is None or not face.window.is_possible():
        return 0
    return face.window.open([str(project)])


def _make_folder(folder: Path) -> None:
    """This folder, if it is not there yet. Raises AlignerError when it cannot be made."""
    named_files.refuse_impossible(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AlignerError(
            N_("The folder {folder} cannot be created ({reason})."),
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error


def _free_name(wanted: Path) -> Path:
    """This name, or the next free one with a number: an earlier demo's project is never written over."""
    file, number = wanted, 1
    while file.exists():
        number += 1
        file = wanted.with_stem(f"{wanted.stem}-{number}")
    return file


def _show(face: Face, step: job.Step) -> None:
    match step:
        case Loaded():
            _show_loaded(face, step)
        case CandidateCounts():
            best = step.by_best_band
            counts = [
                face.translate("{number} {band}", number=best.get(band, 0), band=face.translate(BAND_NAMES[band]))
                for band in Band
            ]
            face.show(face.translate("Matched; best candidates: {counts}", counts=face.translate(", ").join(counts)))
        case Recorded():
            face.show(
                face.translate(
                    "Recorded {taken} verdicts from the review form; {left} rows could not be used.",
                    taken=step.taken,
                    left=sum(problem.severity is Severity.LEFT_OUT for problem in step.problems),
                )
            )
        case job.ComparisonCount():
            face.show(
                face.translate.plural(
                    "{number} key technical indicator compared",
                    "{number} key technical indicators compared",
                    step.indicators,
                )
            )
        case Measured():
            face.show()
            show_conditions(face, step)
            show_figures(face, [step.indicator(name) for name in SHOWN], with_ids=False)
            _tell(face, step)
        case job.Reported():
            face.show(face.translate("Report: {file}", file=str(step.file)))


def _tell(face: Face, measured: Measured) -> None:
    """The headline in words."""
    rate = measured.indicator("conversion_rate")
    face.show()
    face.show(
        face.translate(
            "{covered} of {all} applicable international standards are adopted: {rate}. Depending on "
            "the open applicability verdicts, it is between {low} and {high}. {gap} more adoptions "
            "are needed to reach the target; {outdated} of the adopted ones are adopted only in an "
            "outdated edition.",
            covered=face.translate.number(rate.numerator),
            all=face.translate.number(rate.denominator),
            rate=face.translate.percent(rate.value),
            low=face.translate.percent(rate.low),
            high=face.translate.percent(rate.high),
            gap=face.translate.number(measured.indicator("gap_to_target").value),
            outdated=face.translate.number(measured.indicator("outdated_adoptions").value),
        )
    )
    face.show()


def _show_loaded(face: Face, loaded: Loaded) -> None:
    reading = loaded.reading
    face.show(
        face.translate(
            "Loaded {file}: {standards} standards, {left_out} rows left out, {duplicates} duplicates, "
            "{unclear} numbers not understood, {legacy} legacy marks translated",
            file=loaded.catalogue.file_name,
            standards=len(reading.table),
            left_out=reading.rows_left_out,
            duplicates=reading.duplicates,
            unclear=reading.not_understood,
            legacy=reading.legacy_marks,
        )
    )
