"""Passwords of servers: never part of an address that is shown, kept or passed on.

The address that a project is known by has none. Whoever opens the project again, as work beside the window does, finds
the password here for as long as the program runs, or in the keyring of the system; where neither has it, PostgreSQL's
own ways are left to find it (a password file, the environment, a certificate).
"""

import logging
from typing import Final

from aligner.addresses import password_in, shown

SERVICE: Final = "standards-aligner"
"""The name under which the keyring of the system lists what this program keeps there."""

_OF_THIS_RUN: Final[dict[str, str]] = {}  # state of the module, as the faces and their threads share nothing else

logger = logging.getLogger(__name__)


def remember(address: str) -> str:
    """Take the password out of an address, for as long as the program runs; the address without it."""
    password = password_in(address)
    known_by = shown(address)
    if password:
        _OF_THIS_RUN[known_by] = password
    return known_by


def hold(address: str, password: str) -> None:
    """Use this password for as long as the program runs."""
    _OF_THIS_RUN[shown(address)] = password


def of(address: str) -> str | None:
    """The password for an address that holds none; None when it has to be found in another way."""
    return _OF_THIS_RUN.get(address) or _kept(address)


def keep(address: str, password: str) -> bool:
    """Put a password into the keyring of the system; False when there is none, and then it holds for this run."""
    hold(address, password)
    try:
        import keyring  # noqa: PLC0415 - part of the extra
        from keyring.errors import KeyringError  # noqa: PLC0415 - as above
    except ImportError:
        return False
    try:
        keyring.set_password(SERVICE, shown(address), password)
    except (KeyringError, RuntimeError) as error:
        logger.warning("the keyring kept nothing: %s", type(error).__name__)
        return False
    return keyring.get_password(SERVICE, shown(address)) == password


def _kept(address: str) -> str | None:
    try:
        import keyring  # noqa: PLC0415 - part of the extra
        from keyring.errors import KeyringError  # noqa: PLC0415 - as above
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, address)
    except (KeyringError, RuntimeError) as error:
        logger.warning("the keyring gave nothing: %s", type(error).__name__)
        return None
