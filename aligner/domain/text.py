"""Marks English sentences that are shown to people, so that they can be collected and translated."""

CONTEXT_END = "\x04"
"""Parts a message from the context before it, as gettext catalogues do."""


def N_(message: str, context: str = "") -> str:  # noqa: N802 - the customary gettext marker
    """The message itself; the mark tells the translation tools that it is shown to people.

    `context` tells apart two meanings of one English text that other languages have two words for. The value is a key
    for the translator then, not a text to show.
    """
    return f"{context}{CONTEXT_END}{message}" if context else message
