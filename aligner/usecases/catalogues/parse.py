"""Show how the text of a standard number is understood."""

from typing import Any

from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation


def parsed(text: str) -> dict[str, Any]:
    """The parts of one designation as plain values, or {"input", "problem"} when it is not understood."""
    designation = parse_designation(text)
    if isinstance(designation, NotUnderstood):
        return {"input": text, "problem": designation.reason}
    return {"input": text} | _parts(designation)


def _parts(designation: Designation) -> dict[str, Any]:
    return {
        "canonical": str(designation),
        "work": designation.work,
        "family": designation.family,
        "publisher": designation.publisher,
        "type": designation.type,
        "stage": designation.stage,
        "number": designation.number,
        "part": designation.part,
        "year": designation.year,
        "supplements": [
            {"type": supplement.type, "number": supplement.number, "year": supplement.year}
            for supplement in designation.supplements
        ],
        "edition": designation.edition,
        "language": designation.language,
        "adopts": str(designation.adopts) if designation.adopts else None,
    }
