"""The program's own texts, numbers and dates in English and Chinese."""

import gettext
import locale
import os
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from typing import Protocol

from aligner import paths
from aligner.domain.problem import Finding
from aligner.domain.text import CONTEXT_END, N_

LANGUAGES = ("en", "zh")
DOMAIN = "aligner"

WORDED = ("field", "reason", "detail")
"""Values of a sentence that are texts themselves: a column's label, or why the system refused something."""

COUNTED = frozenset({"number", "count", "all", "stated", "presumed", "unknown"})
"""Values of a sentence that count something: thousands are set apart in them, as in every other figure."""

SYSTEM_REASONS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Device or resource busy"),
    N_("Input/output error"),
    N_("Stale file handle"),
    N_("Too many open files"),
)
"""What operating systems say when files cannot be read or written."""


class Sentence(Protocol):
    """Anything that carries a template and its values: problems and errors."""

    @property
    def template(self) -> str: ...
    @property
    def values(self) -> Mapping[str, object]: ...


class Translator:
    """Texts of one language; English is the language of the messages themselves. Made by `translator`."""

    def __init__(self, language: str, messages: gettext.NullTranslations) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its named places filled. An empty message stays empty.

        A message with a context, as `N_` gives it, is shown without it.
        """
        translated = self._text(message) if message else ""
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form for this number, which also fills the place {number}, its thousands apart."""
        return self._messages.ngettext(one, many, number).format(number=self.number(number), **values)

    def sentence(self, about: Sentence) -> str:
        """A problem or an error as one sentence, the values that are texts themselves (WORDED) translated with it."""
        return self._text(about.template).format(
            **{name: self._worded(name, value) for name, value in about.values.items()}
        )

    def _worded(self, name: str, value: object) -> object:
        if isinstance(value, Finding):  # a sentence within a sentence
            return self.sentence(value)
        if isinstance(value, tuple):
            return self(", ").join(self(str(one)) for one in value)
        if name in COUNTED and isinstance(value, int):
            return self.number(value)
        return self(str(value)) if name in WORDED else value

    def _text(self, message: str) -> str:
        """What stands for the message in this language; the message without its context where nothing does."""
        return self._messages.gettext(message).rpartition(CONTEXT_END)[2]

    def percent(self, ratio: float | None, digits: int = 1) -> str:
        """0.66666 as "66.7 %" ("66.7%" in Chinese), half up; "n/a" for None."""
        if ratio is None:
            return self("n/a")
        rounded = round_half_up(ratio * 100, digits)
        return f"{rounded}%" if self.language == "zh" else f"{rounded} %"

    def number(self, value: float | None, digits: int = 0) -> str:
        """1234.5 as "1 234.5" (thousands apart by a narrow space), half up; "n/a" for None."""
        if value is None:
            return self("n/a")
        return f"{round_half_up(value, digits):,}".replace(",", "\u202f")


def round_half_up(value: float, digits: int) -> Decimal:
    """Rounded as people round: 0.25 to one digit is 0.3 (domain.md 8.1)."""
    return Decimal(repr(round(value, 12))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@cache
def translator(language: str) -> Translator:
    """The texts of this language; of English when there are none."""
    folder = paths.resources() / "locale" / language / "LC_MESSAGES"
    built, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if built.is_file():
        return Translator(language, gettext.GNUTranslations(BytesIO(built.read_bytes())))
    if source.is_file():
        from aligner.messages import compiled  # noqa: PLC0415 - an installed program has them compiled

        compiled_now = BytesIO(compiled(source.read_text(encoding="utf-8")))
        return Translator(language, gettext.GNUTranslations(compiled_now))
    return Translator("en", gettext.NullTranslations())


def system_language() -> str:
    """The language of the user's system, English unless it is Chinese."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
