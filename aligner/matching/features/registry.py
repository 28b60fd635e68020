"""The features of a pair, in the order in which they are told."""

from collections.abc import Mapping

from aligner.matching.features import (
    classification,
    committee,
    dates,
    designation,
    document_type,
    part,
    particulars,
    scope,
    standing,
    statement,
    telling_words,
    title,
    wording,
)
from aligner.matching.features.feature import Feature

FEATURES: tuple[Feature, ...] = (
    statement.FEATURE,
    title.FEATURE,
    title.TRANSLATED,
    title.MEANING,
    part.FEATURE,
    particulars.FEATURE,
    wording.FEATURE,
    telling_words.FEATURE,
    scope.FEATURE,
    scope.ALONE,
    designation.FEATURE,
    document_type.FEATURE,
    classification.FEATURE,
    committee.FEATURE,
    dates.FEATURE,
    standing.FEATURE,
)

BY_NAME: Mapping[str, Feature] = {feature.name: feature for feature in FEATURES}


def shipped_weights() -> dict[str, float]:
    """What each feature is worth in the recipe that comes with the program, by its name."""
    return {feature.name: feature.weight for feature in FEATURES}
