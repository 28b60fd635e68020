"""Marks English sentences that are shown to people, so that they can be collected and translated."""


def N_(message: str) -> str:  # noqa: N802 - the customary gettext marker
    """The message itself; the mark tells the translation tools that it is shown to people."""
    return message
