"""A small share of the campaign: tests/campaigns/kill.py."""

import random
from pathlib import Path

from ..campaigns.kill import KillingDecisions


def test_no_acknowledged_decision_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    killing = KillingDecisions(tmp_path)
    assert [killing.play(number, random.Random(number)) for number in range(6)] == ["whole"] * 6
    assert killing.acknowledged >= 6
