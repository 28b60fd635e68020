"""A project on a server: made ready for its people, and the passwords of those who open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligner.addresses import is_server, password_in, shown
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligner.storage.file.server.rights import Member as Member  # noqa: PLC0414 - the faces name it, too

SECRETARY, REVIEWER, OBSERVER = "secretary", "reviewer", "observer"
"""What a person can be in a project."""

GROUP_NAMES: Final = {SECRETARY: N_("secretary"), REVIEWER: N_("reviewer"), OBSERVER: N_("observer")}


def prepare_server(
    address: str, *, secretaries: Sequence[str] = (), reviewers: Sequence[str] = (), observers: Sequence[str] = ()
) -> list[Member]:
    """Tables, rules and rights of a project on a server; these roles get what they need, and are made when missing.

    Raises AlignerError when a role is named twice, when the address is no server's, or when the role that is logged in
    may not do this.
    """
    from aligner.storage.file.server.rights import Group  # noqa: PLC0415 - loads SQLAlchemy
    from aligner.storage.preparing import prepare  # noqa: PLC0415 - as above

    groups = {Group.SECRETARY: secretaries, Group.REVIEWER: reviewers, Group.OBSERVER: observers}
    members = [(role, group) for group, roles in groups.items() for role in roles]
    named = [role for role, _ in members]
    twice = next((role for role in named if named.count(role) > 1), None)
    if twice is not None:
        raise AlignerError(N_("“{role}” is named twice; each person is one thing in a project."), role=twice)
    return prepare(address, members)


def use_password(address: str, password: str, *, keep: bool) -> None:
    """Open this address with this password for as long as the program runs; with `keep`, the keyring has it, too."""
    from aligner.storage.file.server import passwords  # noqa: PLC0415 - the keyring is loaded when it is used

    if keep:
        passwords.keep(address, password)
    else:
        passwords.hold(address, password)


def keep_password(address: str, password: str) -> bool:
    """Keep the password of this address in the keyring of the system; False when there is none.

    It holds for as long as the program runs in either case. Raises AlignerError when the address is no server's.
    """
    from aligner.storage.file.server.passwords import keep  # noqa: PLC0415 - the keyring is loaded when it is used

    if not is_server(address):
        raise AlignerError(N_("“{address}” is not the address of a PostgreSQL database."), address=address)
    return keep(address, password)


def refuse_password(address: str) -> None:
    """Raise AlignerError when an address holds a password: every user of a computer can read the words of a command."""
    if password_in(address) is not None:
        raise AlignerError(
            N_(
                "The address {address} was given with a password, which other users of this computer can read. "
                "Leave it out, and keep it once with: aligner server login"
            ),
            address=shown(address),
        )
