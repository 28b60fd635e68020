"""The sizes of paper for which a workbook is laid out."""

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

PAPERS = ("A4", "A3")
"""The first is what is taken when nothing is said."""


def known_paper(name: str) -> None:
    """Raises AlignerError when there is no such size of paper."""
    if name not in PAPERS:
        raise AlignerError(
            N_("There is no paper size {name}; choose one of {papers}."), name=name, papers=", ".join(PAPERS)
        )
