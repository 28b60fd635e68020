"""Indicators in the JSON that scripts rely on (`aligner indicators --format json`)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from aligner.domain.catalogue import Catalogue
from aligner.domain.figures.indicator import Indicator, Slice


def indicators_json(
    indicators: Sequence[Indicator],
    *,
    profile: str,
    as_of: str,
    rules: Mapping[str, Any],
    catalogues: Sequence[Catalogue],
) -> str:
    """The document of the command line's contract; `value` is null when there is nothing to divide by."""
    document = {
        "profile": profile,
        "as_of": as_of,
        "rules": dict(rules),
        "catalogues": [{"file": each.file_name, "sha256": each.sha256, "rows": each.rows} for each in catalogues],
        "indicators": [_indicator(each) for each in indicators],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "name": indicator.name,
        "value": indicator.value,
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "unit": indicator.unit,
        "low": indicator.low,
        "high": indicator.high,
        "breakdown": [_slice(each, indicator.unit) for each in indicator.breakdown],
    }


def _slice(part: Slice, unit: str) -> dict[str, Any]:
    return {
        "key": part.key,
        "label": part.label,
        "value": part.value,
        "numerator": part.numerator,
        "denominator": part.denominator,
        "unit": part.unit or unit,
    }
