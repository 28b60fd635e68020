"""The sentence encoder as the use-cases reach it: vectors kept beside the user, and a word when there are none."""

from dataclasses import dataclass
from typing import Final

from aligner import paths
from aligner.i18n import Translator
from aligner.matching.texts.encoder import NOT_INSTALLED, PACKAGE, installed_encoder, is_installed
from aligner.matching.texts.kept_vectors import KeptVectors

__all__ = ["UsersVectors", "is_installed", "without_encoder"]

FOLDER: Final = "title_vectors"
"""In the user's cache; may be deleted at any time."""


@dataclass
class UsersVectors:
    """Finds the installed encoder when it is first asked for, and remembers when it was asked for in vain."""

    is_missing: bool = False
    _found: KeptVectors | None = None

    def __call__(self) -> KeptVectors | None:
        """What encodes texts, the same each time; None when nothing is installed."""
        if self._found is None and not self.is_missing:
            encoder = installed_encoder()
            self.is_missing = encoder is None
            self._found = None if encoder is None else KeptVectors(encoder, paths.user_cache() / FOLDER)
        return self._found


def without_encoder(translate: Translator) -> str:
    """What is said when titles in other languages had to be compared without their meaning."""
    return translate(NOT_INSTALLED, package=PACKAGE)
