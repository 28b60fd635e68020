"""The project that newcomers try the program with."""

from datetime import date
from pathlib import Path

from aligner import named_files, paths
from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project, open_project
from aligner.usecases.project.session import Session

CATALOGUES = (
    ("national_standards_gb.xlsx", Level.NATIONAL),
    ("international_iso.xlsx", Level.INTERNATIONAL),
    ("international_iec.xlsx", Level.INTERNATIONAL),
)
"""The sample catalogues, by file and level."""

DECISIONS = "decisions.csv"
APPLICABILITY = "applicability.csv"
COMPARISONS = "comparisons.csv"
SAMPLE_DAY = date(2024, 8, 31)
"""The day the sample catalogues speak of."""


def sample_project(address: str, reviewer: str, progress: Progress) -> Session:
    """The sample project in this file; where there is none, it is made from the sample catalogues and matched.

    A making that was stopped or failed leaves no file. Raises AlignerError when the place cannot be written.
    """
    file = Path(address)
    named_files.refuse_impossible(file)
    if file.exists():
        return open_project(address, reviewer)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AlignerError(
            N_("The folder {folder} cannot be created ({reason})."),
            folder=str(file.parent),
            reason=error.strerror or str(error),
        ) from error
    session = new_project(address, reviewer)
    try:
        for name, level in CATALOGUES:
            load(session, LoadRequest(paths.sample_data() / name, level), progress)
        match_standards(session, progress)
    except BaseException:
        session.close()
        file.unlink(missing_ok=True)
        raise
    return session
