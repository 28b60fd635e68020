"""The JSON that scripts rely on."""

import json

from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.reports.exchange.json import indicators_json

RATE = Indicator(
    "conversion_rate",
    "Conversion rate",
    "rule",
    None,
    0,
    0,
    "ratio",
    0.5,
    0.75,
    breakdown=(Slice("21", "机械", 0.8, 4, 5),),
)
CATALOGUE = Catalogue(1, Level.NATIONAL, "国标.xlsx", "S", "ab" * 32, "2026-01-05T07:00:00+00:00", "2025-12-31", 11, 10)


def test_the_contract_holds() -> None:
    text = indicators_json(
        (RATE,), profile="outline-85", as_of="2025-12-31", rules={"types": ["IS"]}, catalogues=(CATALOGUE,)
    )
    assert json.loads(text) == {
        "profile": "outline-85",
        "as_of": "2025-12-31",
        "rules": {"types": ["IS"]},
        "catalogues": [{"file": "国标.xlsx", "sha256": "ab" * 32, "rows": 11}],
        "indicators": [
            {
                "id": "conversion_rate",
                "name": "Conversion rate",
                "value": None,
                "numerator": 0,
                "denominator": 0,
                "unit": "ratio",
                "low": 0.5,
                "high": 0.75,
                "breakdown": [
                    {"key": "21", "label": "机械", "value": 0.8, "numerator": 4, "denominator": 5, "unit": "ratio"}
                ],
            }
        ],
    }
    assert "国标" in text
