"""Vectors of texts kept from run to run in the user's cache, so that each text is encoded once.

One file for each version of an encoder; it may be deleted at any time and is never part of a project. It holds hashes
of the texts, not the texts.
"""

import contextlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.matching.texts.encoder import Encoder
from aligner.matching.texts.vectors import Values

ENCODING = N_("Analysing the meaning of titles (once for each title)")
LIMIT: Final = 250_000
"""Texts kept at most, some 130 MB; those of the last runs stay."""
BATCH: Final = 256
LAYOUT: Final = 1
"""Changes when files of an earlier program can no longer be used."""

Bytes = NDArray[np.int8]

_log = logging.getLogger(__name__)


@dataclass
class KeptVectors:
    """The vectors of one encoder; `folder` None keeps nothing on disk."""

    encoder: Encoder
    folder: Path | None
    limit: int = LIMIT
    _known: dict[bytes, Bytes] = field(default_factory=dict)
    _is_read: bool = False

    def of(self, texts: Sequence[str], progress: Progress) -> Values:
        """One row of length one for each text. A stop keeps what was encoded so far."""
        self._read()
        keys = [_key(text) for text in texts]
        missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}.items())
        try:
            for start in range(0, len(missing), BATCH):
                progress.step(start, len(missing), ENCODING)
                some = missing[start : start + BATCH]
                fresh = _quantized(self.encoder.encode([text for _, text in some]))
                self._known.update(zip((key for key, _ in some), fresh, strict=True))
        finally:
            if missing:
                self._write(keys)
        rows = np.stack([self._known[key] for key in keys]) if keys else np.zeros((0, 1), dtype=np.int8)
        return _unit(rows)

    @property
    def path(self) -> Path | None:
        """Where the vectors are kept."""
        return self.folder / f"{self.encoder.name}.{LAYOUT}.npz" if self.folder else None

    def _read(self) -> None:
        """Take up what is kept, once; what cannot be read is made anew."""
        if self._is_read or self.path is None or not self.path.is_file():
            self._is_read = True
            return
        self._is_read = True
        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                keys, vectors = kept["keys"], kept["vectors"]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            _log.warning("The kept vectors in %s cannot be read and are made anew: %s", self.path, error)
            return
        if keys.ndim == vectors.ndim == 2 and len(keys) == len(vectors) and vectors.dtype == np.int8:
            self._known = dict(zip((key.tobytes() for key in keys), vectors, strict=True))

    def _write(self, used: Sequence[bytes]) -> None:
        """Keep everything, the texts used last at the end; the oldest go when there are too many."""
        if self.path is None or not self._known:
            return
        last = dict.fromkeys(key for key in used if key in self._known)
        chosen = [*(key for key in self._known if key not in last), *last][-self.limit :]
        keys = np.frombuffer(b"".join(chosen), dtype=np.uint8).reshape(len(chosen), -1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self.path, keys, np.stack([self._known[key] for key in chosen]))
        except OSError as error:  # a full or read-only disk costs time at the next run, nothing else
            _log.warning("The vectors cannot be kept in %s: %s", self.path, error)


def _replace(path: Path, keys: NDArray[np.uint8], vectors: Bytes) -> None:
    """The whole file or the one before, never half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, keys=keys, vectors=vectors)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _key(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()


def _quantized(vectors: Values) -> Bytes:
    """Each row as bytes, its largest number at 127: a quarter of the room, and the angle all but the same."""
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-9)
    return np.asarray(np.rint(vectors * (127 / largest)), dtype=np.int8)


def _unit(rows: Bytes) -> Values:
    """Rows of length one; an empty row stays empty."""
    vectors = rows.astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    return vectors
