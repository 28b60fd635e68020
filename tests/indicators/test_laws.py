"""Laws that hold for any catalogues and decisions, and a plain recount beside the real one."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Indicator
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.standards.table import Table
from aligner.indicators.measure import ALL_IDS, measure

AT = date(2026, 1, 1)
WORKS = [f"ISO {number}" for number in range(2001, 2009)]
NATIONALS = [f"GB/T {number}-2015" for number in range(4001, 4009)]

Case = tuple[Table, Table, list[Decision], list[Applicability], CountingRules]

decisions_strategy = st.lists(
    st.builds(
        Decision,
        national=st.sampled_from(NATIONALS),
        international=st.just(""),
        work=st.sampled_from(WORKS),
        verdict=st.sampled_from([Verdict.CONFIRMED, Verdict.CONFIRMED, Verdict.REJECTED, Verdict.UNSURE]),
        degree=st.sampled_from(Degree),
        coverage=st.sampled_from([Coverage.FULL, Coverage.FULL, Coverage.PARTIAL, Coverage.JOINT]),
        joint=st.sampled_from(["a", "b"]),
    ),
    max_size=14,
    unique_by=lambda one: one.key,
)
rules_strategy = st.builds(
    CountingRules,
    types=st.sampled_from([("IS",), ("IS", "TR")]),
    undetermined=st.sampled_from(["applicable", "excluded"]),
    deferred=st.sampled_from(["applicable", "excluded"]),
    degrees=st.sampled_from([("IDT",), ("IDT", "MOD"), ("IDT", "MOD", "NEQ")]),
    unit=st.sampled_from(["part", "family_all", "family_any", "national"]),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    living = st.sampled_from(["in_force", "in_force", "in_force", "withdrawn"])
    international = a_table(
        *(a_standard(f"{work}:2010", published="2010-01-01", status=draw(living), ics=["21.020"]) for work in WORKS)
    )
    national = a_table(
        *(a_standard(text, published="2015-01-01", status=draw(living), ics=["21.020"]) for text in NATIONALS)
    )
    verdicts = draw(st.dictionaries(st.sampled_from(WORKS), st.sampled_from(ApplicabilityVerdict), max_size=len(WORKS)))
    listed = [Applicability(work, verdict) for work, verdict in verdicts.items()]
    return national, international, draw(decisions_strategy), listed, draw(rules_strategy)


def by_id(case: Case, **options: Any) -> dict[str, Indicator]:
    return {one.id: one for one in measure(*case, AT, **options)}


@given(cases())
@settings(max_examples=150, deadline=None)
def test_the_numerator_never_exceeds_the_denominator(case: Case) -> None:
    for one in by_id(case).values():
        if one.unit == "ratio" and one.numerator is not None and one.denominator is not None:
            assert 0 <= one.numerator <= one.denominator
            assert one.value == (one.numerator / one.denominator if one.denominator else None)
            assert one.low is None or one.high is None or one.low <= one.high


@given(cases(), st.sampled_from(NATIONALS), st.sampled_from(WORKS))
@settings(max_examples=150, deadline=None)
def test_another_identical_adoption_never_lowers_the_rate(case: Case, national: str, work: str) -> None:
    *rest, decisions, verdicts, rules = case
    if any(one.key == (national, work) for one in decisions):
        return
    more = [*decisions, Decision(national, "", work, Verdict.CONFIRMED, Degree.IDT)]
    before = by_id((*rest, decisions, verdicts, rules))["conversion_rate"]  # type: ignore[arg-type]
    after = by_id((*rest, more, verdicts, rules))["conversion_rate"]  # type: ignore[arg-type]
    assert (after.value or 0) >= (before.value or 0)


@given(cases())
@settings(max_examples=150, deadline=None)
def test_explained_rows_add_up_to_the_figure(case: Case) -> None:
    for one in by_id(case, with_rows=ALL_IDS).values():
        if one.unit == "ratio":
            assert len(one.rows) == one.denominator
            assert sum(row.in_numerator for row in one.rows) == one.numerator


@given(cases())
@settings(max_examples=150, deadline=None)
def test_a_plain_recount_gives_the_same_fractions(case: Case) -> None:
    national, international, decisions, verdicts, rules = case
    found = by_id(case)
    living = {text for text, status in _column(national) if status == "in_force"}
    works = [text.removesuffix(":2010") for text, status in _column(international) if status == "in_force"]
    valid = [
        one
        for one in decisions
        if one.verdict is Verdict.CONFIRMED and one.national in living and one.degree in rules.degrees
    ]
    covered = {one.work for one in valid if one.coverage is Coverage.FULL} | _jointly(decisions, living, rules)
    said = {one.work: one.verdict for one in verdicts}
    allowed = {"Y"}
    if rules.undetermined == "applicable":
        allowed.add("?")
    if rules.deferred == "applicable":
        allowed.add("D")
    applicable = [work for work in works if said.get(work, "?") in allowed or any(one.work == work for one in valid)]
    converted = [work for work in applicable if work in covered]
    adopting = {one.national for one in valid}
    if rules.unit != "national":  # every family has one part here
        assert (found["conversion_rate"].numerator, found["conversion_rate"].denominator) == (
            len(converted),
            len(applicable),
        )
    assert (found["adoption_rate"].numerator, found["adoption_rate"].denominator) == (len(adopting), len(living))


def _column(table: Table) -> list[tuple[str, str]]:
    return list(zip(table["designation"], table["status"], strict=True))


def _jointly(decisions: list[Decision], living: set[str], rules: CountingRules) -> set[str]:
    """Works of which a joint group has two or more members, all in force and of a degree that counts."""
    groups: dict[tuple[str, str], list[Decision]] = {}
    for one in decisions:
        if one.verdict is Verdict.CONFIRMED and one.coverage is Coverage.JOINT:
            groups.setdefault((one.work, one.joint), []).append(one)
    return {
        work
        for (work, _), members in groups.items()
        if len(members) > 1 and all(one.national in living and one.degree in rules.degrees for one in members)
    }
