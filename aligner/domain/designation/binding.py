"""What a mandatory and a voluntary standard of one number have in common."""

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation


def without_binding(work: str) -> str:
    """`GB/T 1234` as `GB 1234`: the change of prefix keeps the number and the work (domain.md 5.2)."""
    return work.replace("/T ", " ", 1) if "/T " in work else work


def national_work(designation: str) -> str:
    """What stays the same over the editions of a national standard, mandatory or not."""
    parsed = parse_designation(designation)
    return without_binding(parsed.work if isinstance(parsed, Designation) else designation)


def either_binding(designation: str) -> tuple[str, ...]:
    """A Chinese designation as it is, and as it is printed when the standard is mandatory or when it is voluntary."""
    code, _, number = designation.partition(" ")
    if not number or not code.removesuffix("/T").isalpha():
        return (designation,)
    other = code.removesuffix("/T") if code.endswith("/T") else f"{code}/T"
    return (designation, f"{other} {number}")
