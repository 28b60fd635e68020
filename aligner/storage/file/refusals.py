"""The sentences for what a PostgreSQL server refuses, or why it does not answer."""

from typing import Final

from aligner.addresses import shown
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.text import N_

NOT_NEXT, OF_ANOTHER, NOT_OWN_UNDO = "AL001", "AL002", "AL003"
"""What the rules in the database answer to an entry of the journal that they do not take."""

_SENTENCES: Final = {
    "28000": N_("The server does not let you in to {address}: the name or the password is wrong, or it has none."),
    "42501": N_(
        "Your role on the server may not do this in {address}. Ask the secretary of the project for the right."
    ),
    "55P03": N_("Somebody else is writing to the project {address}. Nothing was changed; try again in a moment."),
    "57014": N_("The server of {address} took too long, so this was stopped. Nothing was changed; try again."),
    "25006": N_("The server of {address} is a copy for reading. Nothing can be changed there."),
    "53100": N_("The disk of the server of {address} is full. Nothing was changed; tell whoever runs the server."),
    "53300": N_("The server of {address} has no connection left. Try again in a moment."),
    "3D000": N_("There is no database at {address}. Check the address, or ask whoever runs the server."),
    OF_ANOTHER: N_("On a server you sign with the name you logged in with. Nothing was recorded under another name."),
    NOT_OWN_UNDO: N_("On a server you can only undo and redo your own steps. Nothing was changed."),
}
_SAME: Final = {
    "28P01": "28000",
    "40001": "55P03",
    "40P01": "55P03",
    "53000": "53100",
}
_NOT_NEXT: Final = N_("Somebody else was recording at the same moment. Nothing was changed; look at it and try again.")
_LOST: Final = N_(
    "The server of {address} cannot be reached. Nothing was changed; what you typed is kept, and the program "
    "connects again by itself. The server says: {detail}"
)
_AWAY: Final = ("08", "57P")
"""Classes of states in which a connection is lost: it failed, or the server is being stopped."""


class Unreachable(AlignerError):
    """The server is gone for the moment; the next attempt makes a connection of its own."""


def refusal(address: str, cause: BaseException | None) -> AlignerError | None:
    """The sentence for an error of the driver; None for a fault of this program."""
    state = getattr(cause, "sqlstate", None)
    values = {"address": shown(address), "detail": shown(str(cause).strip())}
    if state is None:
        text = str(cause)
        if "password" in text or "no pg_hba.conf entry" in text:
            return _said("28000", values)
        if "permission denied for database" in text:
            return _said("42501", values)
        if 'database "' in text and "does not exist" in text:
            return _said("3D000", values)
        return Unreachable(_LOST, **values) if _is_operational(cause) else None
    if state == NOT_NEXT:
        return Conflict(_NOT_NEXT)
    if _SAME.get(state, state) in _SENTENCES:
        return _said(_SAME.get(state, state), values)
    if state.startswith(_AWAY) or _is_operational(cause):
        return Unreachable(_LOST, **values)
    return None


def _said(state: str, values: dict[str, str]) -> AlignerError:
    template = _SENTENCES[state]
    return AlignerError(template, address=values["address"]) if "{address}" in template else AlignerError(template)


def _is_operational(cause: BaseException | None) -> bool:
    return any(kind.__name__ in {"OperationalError", "InterfaceError"} for kind in type(cause).__mro__)
