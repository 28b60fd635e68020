"""What each person can do in a project on a server, with this program and past it."""

from collections.abc import Iterator

import psycopg
import pytest
from a_server import SECRET, Server

from aligner.domain.catalogue import Level
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.candidate import MatchingRun
from aligner.i18n import translator
from aligner.storage import store
from aligner.storage.file.refusals import OF_ANOTHER
from aligner.storage.file.server.rights import Group, Member
from aligner.storage.preparing import prepare
from aligner.storage.store import Store

from ..building import a_catalogue, a_decision, a_row, a_table, deciding, some_candidates

PEOPLE = [("li", Group.SECRETARY), ("zhang", Group.REVIEWER), ("王芳", Group.REVIEWER), ("zhao", Group.OBSERVER)]


class Committee:
    """A prepared project, opened by its people."""

    def __init__(self, server: Server, database: str) -> None:
        self.server, self.database = server, database
        self._stores: dict[str, Store] = {}
        for name, _ in PEOPLE:
            server.role(name)
        prepare(server.address(database), PEOPLE)

    def of(self, name: str) -> Store:
        """The project as this person has it open."""
        if name not in self._stores:
            self._stores[name] = store.open_store(self.server.address(self.database, name))
        return self._stores[name]

    def decides(self, name: str, national: str = "GB 1-2016", note: str = "") -> None:
        """This person confirms a pair."""
        decision = a_decision(national, note=note, reviewer=name)
        self.of(name).append(name, Action.DECIDE, [deciding(decision)])

    def close(self) -> None:
        """Everybody leaves."""
        for one in self._stores.values():
            one.close()


@pytest.fixture
def committee(postgresql: Server, database: str) -> Iterator[Committee]:
    """A secretary, two reviewers and an observer."""
    gathered = Committee(postgresql, database)
    yield gathered
    gathered.close()


def refusal(of: AlignerError) -> str:
    """What people read."""
    return translator("en").sentence(of)


def test_everybody_works_within_their_rights(committee: Committee) -> None:
    saved, _ = committee.of("li").save_catalogue(a_catalogue(), a_table(a_row("ISO 1:2016")))
    committee.of("li").save_candidates(MatchingRun("", {}, "i"), some_candidates([("GB 1-2016", "ISO 1", 1)]))
    committee.of("li").save_setting("profile", "strict-current")
    committee.decides("zhang")
    committee.decides("王芳", "GB 2-2016", note='引号 " 反斜杠 \\ 换行\n控制\x01 \x00')
    committee.of("王芳").undo("王芳")
    committee.of("王芳").redo("王芳")
    committee.of("zhang").save_setting("review.drafts", {"zhang": {"GB 1": "a thought"}})
    observer = committee.of("zhao")
    assert observer.catalogues() == [saved]
    assert [one.reviewer for one in observer.decisions()] == ["zhang", "王芳"]
    assert [one.reviewer for one in observer.history()] == ["王芳", "王芳", "王芳", "zhang"]
    assert observer.read_only
    assert [finding.code for finding in observer.notices] == ["observer"]
    assert observer.check() == []
    with store.open_store(committee.server.address(committee.database)) as again:
        assert not again.read_only  # nothing in it counts as altered


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET reviewer = 'zhang'",
        "DELETE FROM change",
        "TRUNCATE change",
        "DROP TABLE change",
        "ALTER TABLE change DISABLE TRIGGER ALL",
        "UPDATE standing SET body = '{}'",
        "DELETE FROM standing",
        "INSERT INTO standing VALUES ('decision', 'GB 9', 'ISO 9', '{}')",
        "UPDATE setting SET value = '\"x\"'",
        "INSERT INTO setting VALUES ('profile', '\"x\"')",
        "DELETE FROM setting",
        "SELECT aligner_note('profile', '\"x\"')",
        "UPDATE seal SET digest = ''",
        "SELECT aligner_seal('standing', '', '')",
        "DELETE FROM catalogue",
        "DELETE FROM candidate",
        "CREATE TABLE mine (a integer)",
        "CREATE OR REPLACE FUNCTION aligner_owns() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    ],
)
def test_a_reviewer_cannot_rewrite_anything_past_the_program(committee: Committee, statement: str) -> None:
    committee.decides("王芳")
    committee.of("li").save_setting("profile", "strict-current")
    with (
        committee.server.connection(committee.database, "zhang") as raw,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        raw.execute(statement)
    assert committee.of("zhao").check() == []


@pytest.mark.parametrize("statement", ["DELETE FROM change", "UPDATE change SET at = ''", "DELETE FROM standing"])
def test_a_secretary_cannot_rewrite_the_journal_either(committee: Committee, statement: str) -> None:
    committee.decides("li")
    with (
        committee.server.connection(committee.database, "li") as raw,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        raw.execute(statement)


def test_nobody_records_or_undoes_as_another(committee: Committee) -> None:
    committee.decides("zhang")
    other = committee.of("王芳")
    rows = [deciding(a_decision("GB 2-2016", reviewer="王芳"))]
    with pytest.raises(AlignerError, match="you sign with the name you logged in with"):
        other.append("zhang", Action.DECIDE, rows)
    with pytest.raises(AlignerError, match="you sign with the name you logged in with"):
        other.append("王芳", Action.DECIDE, [deciding(a_decision("GB 2-2016", reviewer="zhang"))])
    with pytest.raises(AlignerError, match="you sign with the name you logged in with"):
        other.undo("zhang")
    assert len(other.history()) == 1


def test_an_entry_that_is_made_up_is_not_taken(committee: Committee) -> None:
    committee.decides("zhang")
    before = committee.of("zhao").head()
    for values in (
        (2, "", "zhang", "decide", "[]", None, "f" * 64),
        (7, "", "zhang", "decide", "[]", None, before[1]),
        (1, "", "zhang", "decide", "[]", None, before[1]),
    ):
        with committee.server.connection(committee.database, "zhang") as raw, pytest.raises(psycopg.Error) as refused:
            raw.execute("INSERT INTO change VALUES (%s, %s, %s, %s, %s, %s, %s)", values)
        assert refused.value.sqlstate == "AL001"
    assert OF_ANOTHER == "AL002"
    assert committee.of("zhao").head() == before


def test_what_the_program_refuses_is_one_sentence(committee: Committee) -> None:
    zhang = committee.of("zhang")
    for step in (
        lambda: zhang.save_setting("profile", "x"),
        lambda: zhang.save_catalogue(a_catalogue(), a_table(a_row("ISO 1:2016"))),
        lambda: zhang.save_candidates(MatchingRun("", {}, "i"), some_candidates([])),
        lambda: zhang.forget_snapshot("2025"),
    ):
        with pytest.raises(AlignerError) as refused:
            step()
        assert "Ask the secretary" in refusal(refused.value) or "snapshot" in refusal(refused.value)
    with pytest.raises(AlignerError, match="reading only"):
        committee.of("zhao").append("zhao", Action.DECIDE, [deciding(a_decision(reviewer="zhao"))])


def test_drafts_of_others_are_left_alone(committee: Committee) -> None:
    committee.of("zhang").save_setting("review.drafts", {"zhang": {"a": "one"}})
    committee.of("王芳").save_setting("review.drafts", {"zhang": {"a": "falsified"}, "王芳": {"b": "two"}})
    assert committee.of("zhao").setting("review.drafts") == {"zhang": {"a": "one"}, "王芳": {"b": "two"}}
    assert committee.of("zhao").check() == []


def test_one_who_was_overtaken_is_told(committee: Committee) -> None:
    committee.decides("zhang")
    with pytest.raises(Conflict):
        committee.decides("王芳")


def test_a_settled_difference_keeps_what_others_said(committee: Committee) -> None:
    committee.decides("zhang")
    row = RowChange(Subject.SETTLEMENT, ("GB 1-2016", ""), None, {"reviewer": "li", "first": [], "second": []})
    committee.of("li").append("li", Action.SETTLE, [row])
    assert committee.of("zhao").check() == []


def test_preparing_again_changes_only_what_is_new(committee: Committee) -> None:
    committee.decides("zhang")
    members = prepare(committee.server.address(committee.database), [("zhang", Group.OBSERVER)])
    assert members == [Member("zhang", Group.OBSERVER)]
    with store.open_store(committee.server.address(committee.database, "zhang")) as zhang:
        assert zhang.read_only
        assert len(zhang.history()) == 1


def test_a_new_role_has_no_password_and_no_way_in(postgresql: Server, database: str) -> None:
    (made,) = prepare(postgresql.address(database), [(f"new_{database}", Group.REVIEWER)])
    assert made.is_new
    with pytest.raises(AlignerError, match="the name or the password is wrong"):
        store.open_store(postgresql.address(database, made.role))


def test_only_members_get_in(postgresql: Server, database: str) -> None:
    postgresql.role("outsider")
    prepare(postgresql.address(database), [])
    with pytest.raises(AlignerError) as refused:
        store.open_store(postgresql.address(database, "outsider"))
    assert SECRET not in refusal(refused.value)


def test_a_reviewer_cannot_prepare(committee: Committee) -> None:
    with pytest.raises(AlignerError, match="Ask the secretary"):
        prepare(committee.server.address(committee.database, "zhang"), [("zhang", Group.SECRETARY)])


@pytest.mark.parametrize("column", ["at", "reviewer", "action", "rows", "hash"])
def test_what_the_owner_alters_by_force_is_found(committee: Committee, column: str) -> None:
    for number in range(4):
        committee.decides("王芳", f"GB {number}-2016", note='引号 " 反斜杠 \\ \x00 \x7f')
    assert committee.of("zhao").verify() == []
    with committee.server.connection(committee.database) as raw:
        raw.execute("ALTER TABLE change DISABLE TRIGGER USER")
        raw.execute(f"UPDATE change SET {column} = {column} || ' ' WHERE id = 2")
    found = [finding.values["number"] for finding in committee.of("zhao").verify()]
    assert found == ([2, 3] if column == "hash" else [2])
    with store.open_store(committee.server.address(committee.database, "zhang")) as again:
        assert again.read_only


def test_texts_come_in_the_order_of_a_file(committee: Committee) -> None:
    for number in ("gb 3-2016", "GB 2-2016", "Ä 1-2016", "GB/T 1-2016"):
        committee.decides("zhang", number)
    assert [one.national for one in committee.of("zhao").decisions()] == sorted(
        ["gb 3-2016", "GB 2-2016", "Ä 1-2016", "GB/T 1-2016"]
    )
    assert len(committee.of("zhao").standards(Level.NATIONAL)) == 0
