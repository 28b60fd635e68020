"""Addresses of projects: which of them is a server's, and how they are shown, which is never with a password."""

import re
from typing import Final
from urllib.parse import unquote

SERVERS: Final = ("postgresql:", "postgresql+psycopg:", "postgres:")

_PASSWORD = re.compile(r"(?<=://)([^:/?#@\s]*):[^\s“”\"'<>]*@")
"""A name, and everything behind it up to the last @: a password that was not escaped may hold / and @ itself."""

_PARAMETER = re.compile(r"([?&](?:password|sslpassword)=)[^&\s“”\"'<>]*", re.IGNORECASE)


def is_server(address: str) -> bool:
    """Whether this is the address of a PostgreSQL database rather than a path."""
    return address.startswith(SERVERS)


def shown(text: str) -> str:
    """The address, or any text with addresses in it, without passwords. Every text for people passes here first."""
    if "://" not in text:
        return text
    return _PARAMETER.sub(r"\1", _PASSWORD.sub(r"\1@", text))


def password_in(address: str) -> str | None:
    """The password that an address holds; None when it holds none."""
    if not is_server(address):
        return None
    found = _PASSWORD.search(address)
    if found:
        return unquote(found.group()[len(found.group(1)) + 1 : -1])
    parameter = re.search(r"[?&]password=([^&#]*)", address, re.IGNORECASE)
    return unquote(parameter.group(1)) if parameter and parameter.group(1) else None
