"""A project with the sample catalogues and a few decisions, to open in a window."""

from pathlib import Path

from aligner import paths
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.domain.progress import Silent
from aligner.readers.small_tables.decisions import DecisionRow
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project import history
from aligner.usecases.project.opening import new_project
from aligner.usecases.review import decide
from aligner.usecases.samples.project import CATALOGUES

NATIONAL_FILE = paths.sample_data() / CATALOGUES[0][0]
INTERNATIONAL_FILE = paths.sample_data() / CATALOGUES[1][0]

PAIRS = (
    ("GB/T 19000-2016", "ISO 9000:2015", Degree.IDT),
    ("GB/T 19001-2016", "ISO 9001:2015", Degree.IDT),
    ("GB/T 19011-2021", "ISO 19011:2018", Degree.MOD),
)


def make_project(file: Path) -> Path:
    """Three catalogues; four decisions of the reviewer secretary, the last of them undone."""
    with new_project(str(file), "secretary") as session:
        for name, level in CATALOGUES:
            load(session, LoadRequest(paths.sample_data() / name, level), Silent())
        for national, international, degree in PAIRS:
            decide.decide(session, [confirmed(national, international, degree)])
        decide.decide(session, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])
        history.undo(session)
    return file


def confirmed(national: str, international: str, degree: Degree) -> DecisionRow:
    """The row of a form that confirms a pair."""
    work = international.partition(":")[0]
    return DecisionRow(
        1,
        national,
        international,
        work,
        Verdict.CONFIRMED,
        degree,
        Coverage.FULL,
        joint="",
        reason="",
        note="",
        printed={},
    )
