"""What a rate leaves open: works whose applicability nobody judged, which a rule may leave out unseen."""

from aligner.domain.figures.indicator import Indicator
from aligner.i18n import Translator


def open_verdicts(judged: Indicator | None, translate: Translator) -> list[str]:
    """One sentence about the works without a verdict, from the figure "applicability_judged"; none when all have one.

    A rate of 100 % over the few that were judged says nothing about the others.
    """
    if judged is None or not judged.denominator:
        return []
    missing = int(judged.denominator - (judged.numerator or 0))
    if not missing:
        return []
    return [
        translate.plural(
            "{missing} of {all} international standards in force has no applicability verdict.",
            "{missing} of {all} international standards in force have no applicability verdict.",
            missing,
            missing=translate.number(missing),
            all=translate.number(judged.denominator),
        )
    ]
