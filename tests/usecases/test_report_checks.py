"""What the report's own formulas count is what the program computed, under every profile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from indicators import worked_example as example
from openpyxl import load_workbook

from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.usecases.figures.measure import PROFILES, measure
from aligner.usecases.hand_outs.report import steps_of, write_report
from aligner.usecases.project.session import Session

from .decided import decided_project


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with decided_project(tmp_path_factory.mktemp("decided")) as opened:
        yield opened


def checks(session: Session, target: Path, profile: str) -> dict[str, object]:
    """What the check cell says, by figure."""
    write_report(session, target, translator("en"), Silent(), profile=profile, at=example.AT)
    rows = load_workbook(target, data_only=True)["Summary"].iter_rows(max_col=8, values_only=True)
    return {str(row[0]): row[7] for row in rows if row[7] in {"agrees", "differs"}}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_check_agrees(session: Session, tmp_path: Path, profile: str) -> None:
    found = checks(session, tmp_path / "report.xlsx", profile)
    assert set(found.values()) == {"agrees"}
    figures = {one.name for one in measure(session, profile=profile, at=example.AT).indicators if one.value is not None}
    assert figures <= set(found)


@pytest.mark.parametrize(
    "rules", ['edition = "current"', "count_plans = true", 'basis = "declared"', "strict_target = true"]
)
def test_every_check_agrees_under_rules_of_ones_own(session: Session, tmp_path: Path, rules: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(f"[rules]\n{rules}\n", encoding="utf-8")
    assert set(checks(session, tmp_path / "report.xlsx", str(file)).values()) == {"agrees"}


@pytest.mark.parametrize("unit", ["family_all", "family_any", "national"])
def test_every_check_agrees_where_works_are_not_the_unit(session: Session, tmp_path: Path, unit: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(f'[rules]\nunit = "{unit}"\n', encoding="utf-8")
    found = checks(session, tmp_path / "report.xlsx", str(file))
    assert set(found.values()) == {"agrees"}
    assert {"Conversion rate", "Adoption rate", "Adoption lag, median"} <= set(found)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_way_to_the_rate_ends_at_the_rate(session: Session, profile: str) -> None:
    steps = steps_of(session, profile=profile, at=example.AT)
    assert steps[0].change is None
    assert steps[-1].rate is not None
    assert steps[-1].rate == steps[-1].numerator / steps[-1].denominator
    assert sum(step.change or 0 for step in steps) == pytest.approx(steps[-1].rate - (steps[0].rate or 0))
