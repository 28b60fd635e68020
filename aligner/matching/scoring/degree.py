"""The degree of correspondence that a candidate suggests, and what the suggestion rests on. Never a guess."""

from collections.abc import Sequence
from typing import Any, Final

from aligner.domain.text import N_

NO_BASIS: Final = N_("no basis for IDT or MOD")
STATED: Final = N_("the catalogue states this degree")
STATED_EQV: Final = N_("the catalogue states the old degree EQV, which counts as MOD")
STATED_REF: Final = N_("the catalogue states the old degree REF, which counts as NEQ")
NAMED: Final = N_("the catalogue names this standard but no degree")
DUAL_NUMBER: Final = N_("the national number carries the international one, as identical adoptions do")


def suggested(statement: Sequence[Any] | None, national: str) -> tuple[str, str]:
    """The degree and its basis; "" without a statement, or when the statement names no degree.

    `statement` is an entry of the column `statements`: designation, degree, as printed, legacy code.
    """
    if statement is None:
        return "", NO_BASIS
    _, degree, printed, legacy = statement
    if not degree:
        return "", NAMED
    if printed == national:
        return str(degree), DUAL_NUMBER
    return str(degree), {"EQV": STATED_EQV, "REF": STATED_REF}.get(legacy or "", STATED)
