"""The Python API: one class, each method one use-case; tables come back as pandas DataFrames.

Columns are those of `aligner.domain.standards.fields` (standards),
`usecases.candidates.match.CANDIDATE_COLUMNS` (candidates) and the dataclasses named in each method.
"""

from aligner.api_parts.candidates import Candidates
from aligner.api_parts.catalogues import Catalogues
from aligner.api_parts.comparison import Comparison
from aligner.api_parts.figures import Figures
from aligner.api_parts.hand_outs import HandOuts
from aligner.api_parts.review import Review
from aligner.api_parts.snapshots import Snapshots


class Project(Catalogues, Candidates, Review, Comparison, Figures, HandOuts, Snapshots):
    """An open project. Made by `Project.new` and `Project.open`; use it in a `with` statement or call `close`.

    Every method raises `aligner.domain.errors.AlignerError` with one sentence when it cannot be done.
    """
