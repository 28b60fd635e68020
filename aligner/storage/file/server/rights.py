"""Who may do what in a project on a server: groups of the server's roles, made and filled when it is prepared."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

LONGEST: Final = 63
"""Bytes of the name of a role, by PostgreSQL's own limit."""


class Group(StrEnum):
    """What a person is in a project; each is one of these."""

    SECRETARY = "secretary"  # loads, matches, assigns, keeps settings and snapshots, and reviews
    REVIEWER = "reviewer"  # adds to the journal, in their own name
    OBSERVER = "observer"  # reads


_EVERYTHING_BUT_THE_JOURNAL: Final = (
    "catalogue, standard_column, candidate, matching_run, setting, seal, snapshot, snapshot_catalogue"
)


@dataclass(frozen=True, slots=True)
class Member:
    """A role of the server and what it is in the project; `is_new` when preparing made it, still without a password."""

    role: str
    group: Group
    is_new: bool = False


def grant(connection: Connection, members: Sequence[tuple[str, Group]]) -> list[Member]:
    """Make the groups of this database, give them their rights and put these roles into them.

    A role that does not exist is made, without a password: nobody can log in with it until it is given one. A role that
    was in another group of the project leaves it.
    """
    plain = connection.execution_options(no_parameters=True)
    database = connection.exec_driver_sql("SELECT current_database()").scalar_one()
    schema = _quoted(connection.exec_driver_sql("SELECT current_schema()").scalar_one())
    names = {group: f"{database}_{group.value}" for group in Group}
    for name in (*names.values(), *(role for role, _ in members)):
        if len(name.encode()) > LONGEST:
            raise AlignerError(N_("The name “{name}” is too long for a role of the server."), name=name)
    groups = {group: _quoted(name) for group, name in names.items()}
    for name in names.values():
        if not _exists(connection, name):
            plain.exec_driver_sql(f"CREATE ROLE {_quoted(name)} NOLOGIN")
    everybody = ", ".join(groups.values())
    for statement in (
        f"REVOKE ALL ON DATABASE {_quoted(database)} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {_quoted(database)} TO {everybody}",
        f"REVOKE ALL ON SCHEMA {schema} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {schema} TO {everybody}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC, {everybody}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM PUBLIC, {everybody}",
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC, {everybody}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {everybody}",
        f"GRANT EXECUTE ON FUNCTION aligner_rules() TO {everybody}",
        f"GRANT INSERT ON change TO {groups[Group.REVIEWER]}, {groups[Group.SECRETARY]}",
        f"GRANT EXECUTE ON FUNCTION aligner_note(text, text) TO {groups[Group.REVIEWER]}, {groups[Group.SECRETARY]}",
        f"GRANT INSERT, UPDATE, DELETE ON {_EVERYTHING_BUT_THE_JOURNAL} TO {groups[Group.SECRETARY]}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {groups[Group.SECRETARY]}",
    ):
        plain.exec_driver_sql(statement)
    return [_joined(connection, role, group, groups) for role, group in members]


def _joined(connection: Connection, role: str, group: Group, groups: dict[Group, str]) -> Member:
    plain = connection.execution_options(no_parameters=True)
    is_new = not _exists(connection, role)
    if is_new:
        plain.exec_driver_sql(f"CREATE ROLE {_quoted(role)} LOGIN")
    for other, name in groups.items():
        verb, towards = ("GRANT", "TO") if other is group else ("REVOKE", "FROM")
        plain.exec_driver_sql(f"{verb} {name} {towards} {_quoted(role)}")
    return Member(role, group, is_new)


def _exists(connection: Connection, role: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).scalar_one_or_none()
    return found is not None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
