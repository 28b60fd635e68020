"""Two copies of a project become one: the same in either order, nothing lost, nothing overwritten."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.change import Action, Subject
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.joining.entries import joined_file
from aligner.domain.pairs.decision import Verdict
from aligner.domain.pairs.double_review import Difference
from aligner.storage import store
from aligner.usecases.figures.measure import as_json_text, measure
from aligner.usecases.project import history
from aligner.usecases.project.merging import merge_project, merge_staged, stage_merge
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_work
from aligner.usecases.review.decide import Opinion, decide_pair
from aligner.usecases.review.double_review import open_differences, settle_with_second
from usecases.reviewing import a_project, confirm, save, say

FIRST, SECOND, THIRD = "GB/T 19001-2016", "GB/T 19004-2020", "GB/T 24001-2016"
Work = Callable[[Session], object]


def copies(folder: Path, common: Work, *works: tuple[str, Work]) -> list[str]:
    """The addresses of copies of one project, each worked on by a reviewer of its own."""
    with a_project(folder / "secretary.aligner", ()) as session:
        common(session)
    addresses = []
    for reviewer, work in works:
        address = str(folder / f"{reviewer}.aligner")
        shutil.copy2(folder / "secretary.aligner", address)
        with open_project(address, reviewer) as session:
            work(session)
        addresses.append(address)
    return addresses


def nothing(_: Session) -> None:
    """Nobody does anything."""


def adopting(degree: Degree, national: str = FIRST, international: str = "ISO 9001:2015") -> Work:
    return lambda session: confirm(session, national, international, degree)


def figures(session: Session) -> str:
    text: dict[str, object] = json.loads(as_json_text(measure(session)))
    return json.dumps(text["indicators"])


def both_ways(tmp_path: Path, one: str, other: str) -> tuple[Session, Session]:
    """Each merged with the other, as both were."""
    kept = str(tmp_path / "kept.aligner")
    shutil.copy2(one, kept)
    here, there = open_project(one, "secretary"), open_project(other, "chair")
    merge_project(here, other)
    merge_project(there, kept)
    return here, there


def test_what_only_one_copy_decided_comes_in_with_author_and_time(tmp_path: Path) -> None:
    li, wang = copies(
        tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", adopting(Degree.MOD, SECOND, "ISO 9004:2018"))
    )
    with open_project(wang, "Wang", read_only=True) as session:
        theirs = session.decisions_by_key()
    with open_project(li, "Li") as session:
        merged = merge_project(session, wang)
        assert merged.staged.disputes == ()
        assert theirs.items() <= session.decisions_by_key().items()
        assert [one.reviewer for one in session.decisions_by_key().values()] == ["Li", "Wang"]
        newest, step, *_ = history.history(session)
        assert (newest.action, newest.reviewer) == (Action.MERGE, "Li")
        assert (step.action, step.reviewer, step.is_joined) == (Action.DECIDE, "Wang", True)
        file = joined_file(newest)
        assert file is not None
        assert file.file == "Wang.aligner"
        assert len(file.sha256) == 64
        assert session.store.check() == []


def test_two_degrees_become_a_difference_to_settle_and_the_earlier_decision_holds(tmp_path: Path) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", adopting(Degree.MOD)))
    here, there = both_ways(tmp_path, li, wang)
    with here, there:
        for session in (here, there):
            assert [one.degree for one in session.decisions_by_key().values()] == [Degree.IDT]
            assert [one.reviewer for one in session.second_opinions_by_key().values()] == ["Wang"]
            assert list(open_differences(session)) == [FIRST]
        settle_with_second(here, FIRST)
        assert [one.degree for one in here.decisions_by_key().values()] == [Degree.MOD]
        assert not open_differences(here)


@pytest.mark.parametrize(
    ("theirs", "difference"),
    [
        (lambda session: confirm(session, FIRST, "ISO 9004:2018"), Difference.TARGET),
        (lambda session: say(session, FIRST, "", Verdict.NO_COUNTERPART), Difference.SOME_OR_NONE),
        (lambda session: say(session, FIRST, "ISO 9001:2015", Verdict.UNSURE), Difference.UNSURE),
    ],
)
def test_every_kind_of_difference_is_kept_side_by_side(tmp_path: Path, theirs: Work, difference: Difference) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", theirs))
    with open_project(li, "secretary") as session:
        merged = merge_project(session, wang)
        assert [one.difference for one in merged.staged.disputes] == [difference]
        assert list(open_differences(session)) == [FIRST]


def test_two_who_say_the_same_agree(tmp_path: Path) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", adopting(Degree.IDT)))
    with open_project(li, "secretary") as session:
        assert merge_project(session, wang).staged.disputes == ()
        assert [one.reviewer for one in session.second_opinions_by_key().values()] == ["Wang"]


def test_a_third_copy_adds_a_third_opinion(tmp_path: Path) -> None:
    li, wang, zhao = copies(
        tmp_path,
        nothing,
        ("Li", adopting(Degree.IDT)),
        ("Wang", adopting(Degree.MOD)),
        ("Zhao", adopting(Degree.NEQ)),
    )
    with open_project(li, "secretary") as session:
        merge_project(session, wang)
        merge_project(session, zhao)
        kept = session.store.standing(Subject.FURTHER_OPINION, (FIRST, "Zhao"))
        assert kept is not None
        assert [one["degree"] for one in kept["decisions"]] == ["NEQ"]
        assert [one.reviewer for one in session.second_opinions_by_key().values()] == ["Wang"]


def test_figures_are_the_same_in_either_order(tmp_path: Path) -> None:
    def ours(session: Session) -> None:
        confirm(session, FIRST, "ISO 9001:2015")
        judge_work(session, "ISO 45001", ApplicabilityVerdict.NOT_APPLICABLE, "N1", "")

    def theirs(session: Session) -> None:
        confirm(session, FIRST, "ISO 9001:2015", Degree.NEQ)
        confirm(session, THIRD, "ISO 14001:2015")
        judge_work(session, "ISO 45001", ApplicabilityVerdict.DEFERRED, "D1", "")
        history.undo(session)

    li, wang = copies(tmp_path, adopting(Degree.IDT, SECOND, "ISO 9004:2018"), ("Li", ours), ("Wang", theirs))
    here, there = both_ways(tmp_path, li, wang)
    with here, there:
        assert figures(here) == figures(there)
        assert here.decisions_by_key() == there.decisions_by_key()
        assert here.second_opinions_by_key() == there.second_opinions_by_key()


def test_two_verdicts_on_one_work_leave_the_earlier_and_keep_the_other(tmp_path: Path) -> None:
    def judging(verdict: ApplicabilityVerdict, reason: str) -> Work:
        return lambda session: judge_work(session, "ISO 45001", verdict, reason, "")

    li, wang = copies(
        tmp_path,
        nothing,
        ("Li", judging(ApplicabilityVerdict.NOT_APPLICABLE, "N1")),
        ("Wang", judging(ApplicabilityVerdict.DEFERRED, "D1")),
    )
    with open_project(wang, "secretary") as session:
        merged = merge_project(session, li)
        assert [(one.subject, one.others) for one in merged.staged.disputes] == [(Subject.APPLICABILITY, ("Wang",))]
        assert session.applicability_by_work()["ISO 45001"].reviewer == "Li"


def test_a_preview_writes_nothing_and_merging_again_neither(tmp_path: Path) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", adopting(Degree.MOD)))
    with open_project(li, "secretary") as session:
        before = session.store.head()
        assert not stage_merge(session, wang).is_empty
        assert session.store.head() == before
        merge_project(session, wang)
        after = session.store.head()
        assert merge_project(session, wang).change is None
        assert merge_project(session, li).change is None
        assert session.store.head() == after


def test_a_merging_is_undone_as_one_step_and_can_be_done_again(tmp_path: Path) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", adopting(Degree.MOD)))
    with open_project(li, "secretary") as session:
        before = session.decisions_by_key()
        merge_project(session, wang)
        history.undo(session)
        assert session.decisions_by_key() == before
        assert session.second_opinions_by_key() == {}
        assert not stage_merge(session, wang).is_empty
        merge_project(session, wang)
        assert list(open_differences(session)) == [FIRST]
        assert session.store.check() == []


def test_what_was_decided_since_the_preview_is_not_written_over(tmp_path: Path) -> None:
    li, wang = copies(tmp_path, nothing, ("Li", nothing), ("Wang", adopting(Degree.MOD)))
    with open_project(li, "Li") as session:
        staged = stage_merge(session, wang)
        confirm(session, FIRST, "ISO 9001:2015")
        with pytest.raises(Conflict):
            merge_staged(session, staged)


def test_lists_that_drifted_apart_are_told(tmp_path: Path) -> None:
    def newer(session: Session) -> None:
        save(session, Level.NATIONAL, FIRST, SECOND, THIRD, "GB/T 1-2026", replacing=1)
        confirm(session, FIRST, "ISO 9001:2015")

    li, wang = copies(tmp_path, nothing, ("Li", nothing), ("Wang", newer))
    with open_project(li, "secretary") as session:
        merged = merge_project(session, wang)
        assert {one.code for one in merged.staged.findings} == {"catalogue_only_there", "catalogue_only_here"}
        assert [one.national for one in session.decisions_by_key().values()] == [FIRST]


def test_a_strange_project_is_refused(tmp_path: Path) -> None:
    with a_project(tmp_path / "ours.aligner", ()) as session:
        strange = str(tmp_path / "strange.aligner")
        with Session(store.create(strange), "Wang") as other:
            save(other, Level.NATIONAL, "JIS Z 1-2000")
            save(other, Level.INTERNATIONAL, "IEC 1:2000")
        with pytest.raises(AlignerError, match="not a copy of this project"):
            stage_merge(session, strange)


def test_an_opinion_given_under_another_number_meets_the_decision(tmp_path: Path) -> None:
    """`GB 19001` and `GB/T 19001` of one year are one standard, whichever list a copy works on (domain.md 5.2)."""

    def mandatory(session: Session) -> None:
        save(session, Level.NATIONAL, "GB 19001-2016", SECOND, THIRD, replacing=1)
        decide_pair(session, Opinion("GB 19001-2016", "ISO 9001:2015", Verdict.CONFIRMED, Degree.MOD))

    li, wang = copies(tmp_path, nothing, ("Li", adopting(Degree.IDT)), ("Wang", mandatory))
    with open_project(li, "secretary") as session:
        (dispute,) = merge_project(session, wang).staged.disputes
        assert dispute.difference is Difference.DEGREE
        assert list(open_differences(session)) == [FIRST]
