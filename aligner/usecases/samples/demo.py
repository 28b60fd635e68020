"""The whole job on the sample catalogues, each step told as it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aligner import paths
from aligner.domain.progress import Progress
from aligner.i18n import Translator
from aligner.usecases.candidates.counts import CandidateCounts
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import Loaded, load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.comparing.compare import compare_file
from aligner.usecases.figures.measure import Measured, measure
from aligner.usecases.hand_outs.report import write_report
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_file
from aligner.usecases.review.decide import Recorded, decide_file
from aligner.usecases.samples.project import APPLICABILITY, CATALOGUES, COMPARISONS, DECISIONS, SAMPLE_DAY


@dataclass(frozen=True, slots=True)
class ComparisonCount:
    """How many key technical indicators were compared."""

    indicators: int


@dataclass(frozen=True, slots=True)
class Reported:
    """The report that was written."""

    file: Path


Step = Loaded | CandidateCounts | Recorded | ComparisonCount | Measured | Reported


def demo(session: Session, report: Path, translate: Translator, progress: Progress) -> Iterator[Step]:
    """Load, match, decide, judge, compare, measure and report into an empty project; gives each step when done."""
    samples = paths.sample_data()
    for name, level in CATALOGUES:
        yield load(session, LoadRequest(samples / name, level), progress)
    yield match_standards(session, progress).counts
    yield decide_file(session, samples / DECISIONS, progress)
    yield judge_file(session, samples / APPLICABILITY, progress)
    yield ComparisonCount(compare_file(session, samples / COMPARISONS, progress).taken)
    yield measure(session, at=SAMPLE_DAY)
    write_report(session, report, translate, progress, at=SAMPLE_DAY)
    yield Reported(report)
