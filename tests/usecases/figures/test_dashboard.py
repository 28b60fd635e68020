"""What a manager looks at, over the worked example as a project."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from indicators import worked_example as example

from aligner.domain.catalogue import Level
from aligner.domain.counting import DEFAULT_RULES
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.i18n import translator
from aligner.usecases.figures import dashboard, profile_files, trend
from aligner.usecases.figures.measure import load_profile, measure
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair

from ..decided import decided_project


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with decided_project(tmp_path_factory.mktemp("dashboard")) as opened:
        yield opened


@pytest.fixture(scope="module")
def shown(session: Session) -> dashboard.Dashboard:
    return dashboard.at_a_glance(session, at=example.AT)


def test_the_figures_are_those_of_the_command_line(session: Session, shown: dashboard.Dashboard) -> None:
    assert dashboard.complete(shown) == measure(session, at=example.AT).indicators


def test_the_rows_behind_a_rate_are_its_denominator_and_the_missing_ones_come_first(
    shown: dashboard.Dashboard,
) -> None:
    rows = dashboard.rows_of(shown, "conversion_rate")
    assert (len(rows), sum(rows["counted"])) == (9, 6)
    assert rows["counted"] == sorted(rows["counted"])
    assert set(rows["level"]) == {Level.INTERNATIONAL}
    assert set(dashboard.rows_of(shown, "adoption_rate")["level"]) == {Level.NATIONAL}


@pytest.mark.parametrize("by", dashboard.BREAKDOWNS)
def test_the_rows_of_a_group_are_what_it_counts(shown: dashboard.Dashboard, by: str) -> None:
    for group in dashboard.groups(shown, by):
        rows = dashboard.rows_of_one(shown, by, group.key)
        assert (len(rows), sum(rows["counted"])) == (group.applicable, group.converted)


def test_the_steps_end_at_the_headline_and_name_their_rows(shown: dashboard.Dashboard) -> None:
    steps = dashboard.steps(shown)
    assert (steps[-1].numerator, steps[-1].denominator) == (6, 9)
    for step in steps:
        assert len(dashboard.rows_moved(shown, step)) == len(step.rows)


def test_the_chosen_profile_stands_before_the_shipped_ones(session: Session) -> None:
    strict = dashboard.at_a_glance(session, profile="strict-current", at=example.AT)
    found = [(one.name, one.rate.numerator, one.rate.denominator) for one in dashboard.rates(session, strict)]
    assert found[:2] == [("strict-current", 4, 9), ("outline-85", 6, 9)]
    assert len(found) == 5


def test_the_trend_ends_where_the_dashboard_stands(session: Session, shown: dashboard.Dashboard) -> None:
    found = trend.trend(session, shown)
    assert found.journal[0].rate.numerator == 0
    assert found.journal[-1].rate.value == shown.indicator(dashboard.HEADLINE).value
    assert found.years[-1].rate.value == shown.indicator(dashboard.HEADLINE).value
    assert [year.year for year in found.years][-2:] == [2025, 2026]
    assert found.plans[0].adopts == ("ISO 1008",)
    assert (found.progress.confirmed, found.progress.without_counterpart) == (8, 2)
    assert found.progress.open == found.progress.asked - 10


def test_a_decision_shows_at_once(tmp_path: Path) -> None:
    with decided_project(tmp_path) as opened:
        before = dashboard.at_a_glance(opened, at=example.AT).indicator(dashboard.HEADLINE)
        decide_pair(opened, Opinion("GB/T 3020-2015", "ISO 1007:2020", Verdict.CONFIRMED, Degree.IDT))
        after = dashboard.at_a_glance(opened, at=example.AT).indicator(dashboard.HEADLINE)
        assert (before.numerator, after.numerator) == (6, 7)


def test_a_profile_is_read_as_it_was_written(tmp_path: Path) -> None:
    rules = replace(DEFAULT_RULES, types=("IS", "TS"), count_plans=True, edition="current", published_from="2000-01")
    profile = replace(load_profile(), name='our "own"\\', title_en="Ours\x7f", title_zh="本单位", rules=rules)
    file = profile_files.save_profile(profile, tmp_path / "own.toml")
    assert load_profile(str(file)) == profile


def test_own_profiles_are_listed_after_the_shipped_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligner.paths.user_config", lambda: tmp_path)
    copy = profile_files.copy_of(load_profile(), "a/b: c")
    source = profile_files.save_own(copy)
    (tmp_path / "profiles" / "broken.toml").write_text("no profile", encoding="utf-8")
    *shipped, own = profile_files.profiles()
    (unreadable,) = profile_files.profile_findings()
    assert "broken.toml" in translator("en").sentence(unreadable)
    assert [one.source for one in shipped] == list(profile_files.PROFILES)
    assert (own.source, own.profile, own.is_own) == (str(source), copy, True)
    profile_files.remove_own(own.source)
    profile_files.remove_own("outline-85")
    assert len(profile_files.profiles()) == len(shipped)


def test_an_own_profile_of_a_later_version_stays_listed_and_keeps_what_is_not_known_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aligner.paths.user_config", lambda: tmp_path)
    file = profile_files.save_own(profile_files.copy_of(load_profile(), "ours"))
    file.write_text(file.read_text(encoding="utf-8") + "count_drafts = true\n", encoding="utf-8")
    own = profile_files.profiles()[-1]
    assert own.profile.ignored == {"count_drafts": True}
    (finding,) = profile_files.profile_findings()
    assert "count_drafts" in translator("zh").sentence(finding)
    profile_files.save_own(profile_files.changed_rules(own.profile, {"strict_target": True}))
    saved = profile_files.profiles()[-1].profile
    assert (saved.rules.strict_target, saved.ignored) == (True, {"count_drafts": True})


def test_a_shipped_profile_is_never_replaced() -> None:
    with pytest.raises(AlignerError, match="comes with the program"):
        profile_files.save_own(load_profile())


def test_a_rule_that_cannot_have_a_value_is_refused() -> None:
    with pytest.raises(AlignerError, match="edition"):
        profile_files.changed_rules(load_profile(), {"edition": "sometimes"})
