"""An encoder of few words, for tests: each known word, in whatever language, points in the direction of its meaning."""

from collections.abc import Mapping, Sequence

import numpy as np

from aligner.matching.texts.vectors import Values


class ToyEncoder:
    """Adds up the directions of the words it finds in a text; counts the texts it was asked for."""

    def __init__(self, meanings: Mapping[str, int], name: str = "toy-1") -> None:
        self.name = name
        self.meanings = meanings
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Values:
        """One row of length one for each text; texts without a known word point nowhere else does."""
        self.asked += texts
        width = max(self.meanings.values()) + 2
        rows = np.zeros((len(texts), width), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word, direction in self.meanings.items():
                row[direction] += word in text
            row[-1] += not row.any()
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
