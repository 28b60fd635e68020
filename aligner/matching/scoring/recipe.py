"""The recipe of a matching run: how wide to look, what each feature weighs, where the bands begin. A readable file."""

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from aligner import paths
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import Band
from aligner.domain.text import N_
from aligner.domain.toml import parse_toml
from aligner.matching.features.registry import FEATURES, shipped_weights

COUNTS = {"titles": 1, "works": 1, "top_n": 1, "chunk": 1, "threads": 0}
"""Entries that count something, with the least that makes sense."""

TEXTS = frozenset({"name", "date", "found_on", "found_on_zh"})
"""Entries that say something; all others besides the tables are numbers."""

SHIPPED = "titles.toml"

PRECISIONS = ("precision", "translated_precision", "meaning_precision")
"""The tables that say how often candidates are right, by what their titles are compared by."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How often the first candidates of a band were right on known pairs, with the 95 % interval."""

    value: float
    low: float
    high: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that a run depends on besides the catalogues.

    `weights` are points of 100 that a feature adds at the value 1, less those at its neutral value; a file without this
    table has the features' own. `base` is added to every pair. Margins are distances in points to the best other work
    of the same national standard.
    """

    name: str
    date: str
    found_on: str
    """The data the weights were found on: how many pairs of how large catalogues."""
    base: float
    weights: Mapping[str, float]
    strong_score: float
    strong_margin: float
    translated_strong_score: float
    """The strong band of titles that the lexicon translated begins here."""
    probable_score: float
    translated_probable_score: float
    floor: float
    """Below these points only the best three candidates are kept."""
    ambiguous_margin: float
    precision: Mapping[str, Precision]
    """By band, for titles in the language of the international ones."""
    titles: int = 40
    """Titles looked at for each national title."""
    works: int = 20
    """Works scored for each national title."""
    top_n: int = 10
    """Candidates kept for each national standard."""
    chunk: int = 128
    """National standards handled at once; bounds the memory and never changes the result."""
    threads: int = 0
    """0: as many as the machine has processors."""
    meaning_strong_margin: float = 12
    """The margin of the strong band for titles in another language of which the lexicon knows little."""
    translated_precision: Mapping[str, Precision] = field(default_factory=dict)
    """For titles in another language whose words the lexicon mostly knows."""
    meaning_precision: Mapping[str, Precision] = field(default_factory=dict)
    """For titles in another language that are compared mostly by their meaning."""
    found_on_zh: str = ""
    """`found_on` in Chinese."""

    def basis(self, language: str) -> str:
        """The data the weights were found on, in this language where the recipe says it so."""
        return self.found_on_zh if language == "zh" and self.found_on_zh else self.found_on

    @classmethod
    def from_toml(cls, text: str, source: str) -> Self:
        """The recipe in this text; `source` names it in messages. Raises AlignerError for anything unclear."""
        try:
            values = parse_toml(text)
        except tomllib.TOMLDecodeError as error:
            raise AlignerError(NOT_TOML, source=source, error=error) from error
        values = {"weights": shipped_weights()} | values
        values["weights"] = _with_all_features(values["weights"])
        _check_names(cls, values, source)
        _check_numbers(values, source)
        measured = {
            table: {band: Precision(**figures) for band, figures in values[table].items()}
            for table in PRECISIONS
            if table in values
        }
        return cls(**values | measured)

    def unmeasured(self) -> Self:
        """The same recipe saying nothing of how often its candidates are right."""
        return replace(self, precision={}, translated_precision={}, meaning_precision={})

    def to_toml(self) -> str:
        """The recipe as a file that `from_toml` reads."""
        lines = []
        for one in fields(self):
            value = getattr(self, one.name)
            if not isinstance(value, Mapping):
                lines.append(f"{one.name} = {json.dumps(value, ensure_ascii=False)}")
        lines += ["", "[weights]", *(f"{json.dumps(name)} = {weight}" for name, weight in self.weights.items())]
        for table in PRECISIONS:
            bands: Mapping[str, Precision] = getattr(self, table)
            lines += [] if bands else ["", f"[{table}]"]
            for band, figures in bands.items():
                lines += ["", f"[{table}.{band}]"]
                lines += [f"{one.name} = {getattr(figures, one.name)}" for one in fields(figures)]
        return "\n".join(lines) + "\n"


NOT_TOML = N_("{source} is not a readable recipe ({error}). Check the line that is named.")
UNKNOWN_KEY = N_("{source} has an unknown entry “{key}”. Remove it or correct its spelling.")
MISSING_KEY = N_("{source} lacks the entry “{key}”. Add it, as in the recipe that comes with the program.")
NO_NUMBER = N_("{source} has “{value}” under “{key}”, where a number is needed.")
NO_COUNT = N_("{source} has “{value}” under “{key}”, where a whole number of at least {least} is needed.")
NOT_FOUND = N_("The recipe {source} cannot be read. Check that the file is there and may be read.")


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file. Raises AlignerError when it cannot be read or understood."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # editors on Windows write a mark
    except (OSError, UnicodeDecodeError) as error:
        raise AlignerError(NOT_FOUND, source=path.name) from error
    return Recipe.from_toml(text, path.name)


def shipped_recipe() -> Recipe:
    """The recipe that comes with the program."""
    return read_recipe(paths.resources() / "recipes" / SHIPPED)


def _check_names(recipe: type[Recipe], values: Mapping[str, Any], source: str) -> None:
    """Refuse entries that no recipe knows and recipes that lack one without a default."""
    _refuse_unknown(values, [one.name for one in fields(recipe)], source)
    for one in fields(recipe):
        if one.name not in values and one.default is MISSING and one.default_factory is MISSING:
            raise AlignerError(MISSING_KEY, source=source, key=one.name)
    for table in ("weights", *PRECISIONS):
        if not isinstance(values.get(table, {}), dict):
            raise AlignerError(MISSING_KEY, source=source, key=table)
    features = [feature.name for feature in FEATURES]
    _refuse_unknown(values["weights"], features, source)
    for table in PRECISIONS:
        _check_precision(table, values.get(table, {}), source)


def _check_precision(table: str, precision: Mapping[str, Any], source: str) -> None:
    """Refuse bands and figures that no recipe knows, and a band that lacks a figure."""
    _refuse_unknown(precision, list(Band), source)
    names = [one.name for one in fields(Precision)]
    for band, figures in precision.items():
        _refuse_unknown(figures, names, source)
        for name in names:
            if name not in figures:
                raise AlignerError(MISSING_KEY, source=source, key=f"{table}.{band}.{name}")


def _with_all_features(weights: Any) -> Any:
    """The weights, 0 for a feature that an older recipe does not know: it was found without it."""
    return dict.fromkeys(shipped_weights(), 0.0) | weights if isinstance(weights, dict) else weights


def _refuse_unknown(values: Mapping[str, Any], known: list[str], source: str) -> None:
    for key in values:
        if key not in known:
            raise AlignerError(UNKNOWN_KEY, source=source, key=key)


def _check_numbers(values: Mapping[str, Any], source: str) -> None:
    """Refuse what is no finite number where one is needed."""
    named = [(key, value) for key, value in values.items() if key not in TEXTS | {"weights", *PRECISIONS}]
    named += [(f"weights.{key}", value) for key, value in values["weights"].items()]
    named += [
        (f"{table}.{band}.{key}", value)
        for table in PRECISIONS
        for band, figures in values.get(table, {}).items()
        for key, value in figures.items()
    ]
    for key, value in named:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise AlignerError(NO_NUMBER, source=source, key=key, value=value)
    for key, least in COUNTS.items():
        value = values.get(key, least)
        if not isinstance(value, int) or value < least:
            raise AlignerError(NO_COUNT, source=source, key=key, value=value, least=least)
