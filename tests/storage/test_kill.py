import runpy
from pathlib import Path

KILL = Path(__file__).parents[1] / "benchmarks" / "kill.py"


def test_no_acknowledged_decision_is_lost_when_the_program_is_killed(path: Path) -> None:
    outcome = runpy.run_path(str(KILL))["kill_many"](6, str(path))
    assert outcome.kills == 6
    assert outcome.acknowledged >= 6
    assert (outcome.lost, outcome.damaged) == (0, 0)
