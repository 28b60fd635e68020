"""What one cell says: text, title, number, classification codes. Columns are read cell by cell through `Memo`."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, Final

Cell = Any
"""What a file gives for a cell: str, float, int, bool, date, datetime, time, timedelta; "" when it is empty."""

_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u061c\u180e\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]+"
)
_SHOWS_NOTHING: Final = (
    "".join(map(chr, range(0x21)))
    + "\x85\xa0\xad\u1680"
    + "".join(map(chr, range(0x2000, 0x2010)))
    + "".join(map(chr, range(0x2028, 0x2030)))
    + "".join(map(chr, range(0x205F, 0x2070)))
    + "\u061c\u180e\u3000\ufeff"
)
"""Every blank and every invisible character."""

_BLANKS: Final = re.compile(r"\s+")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>|<!--.*?-->", re.DOTALL)
_PARTING: Final = frozenset(
    {
        *("p", "br", "hr", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "blockquote", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article"),
    }
)
"""Tags between which words end; all others, such as the marks that a search puts around what it found, part nothing."""

_TRAILING_MARKS: Final = re.compile(r"(?:\s*[*＊†‡※]|\s*[①-⑳])+$")
_MARKS: Final = frozenset("*＊†‡※①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ ")
_NOTHING: Final = frozenset(
    {
        *("", "-", "--", "---", "—", "——", "———", "–", "――", "―", "─", "－", "/", "//", "\\", "*", ".", "…", "……", "~"),
        *(
            "无",
            "無",
            "なし",
            "нет",
            "없음",
            "空",
            "暂无",
            "none",
            "nil",
            "n/a",
            "n.a.",
            "na",
            "null",
            "(null)",
            "<null>",
        ),
        *("nan", "nat", "undefined", "#n/a", "\\n", "[]", "{}", "（无）", "(无)", "''", '""'),
    }
)


class Memo(dict[Any, Any]):
    """Answers of a function, each computed once: `map(memo.__getitem__, cells)` reads a column of repeated cells."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self._function(key)
        return value

    def over(self, cells: Iterable[Any]) -> list[Any]:
        """The answers for these cells, in order."""
        return list(map(self.__getitem__, cells))


def text_of(cell: Cell) -> str:
    """The cell as one line of text: whole numbers without ".0", dates as 2016-12-30, invisible characters gone."""
    if type(cell) is not str:
        cell = _printed(cell)
    if "<" in cell and ">" in cell:
        cell = _without_tags(cell)
    return _on_one_line(cell)


def _on_one_line(cell: str) -> str:
    if not cell.isprintable():  # quick for most; control and format characters are not printable
        cell = _INVISIBLE.sub("", cell).replace("\u00a0", " ")
    cell = cell.strip()
    if "\n" in cell or "\t" in cell or "\r" in cell or "  " in cell:
        cell = _BLANKS.sub(" ", cell)
    return str(cell)


def written_of(cell: Cell) -> str:
    """Like `lines_of`, but what looks like a tag is kept: in a requirement, < and > are signs."""
    lines = (cell if type(cell) is str else _printed(cell)).splitlines()
    return "\n".join(line for line in map(_on_one_line, lines) if line)


def shown_of(cell: Cell) -> str:
    """The cell as the file has it, tags and all, on one line."""
    return " ".join((cell if type(cell) is str else _printed(cell)).split())


def lines_of(cell: Cell) -> str:
    """Like `text_of`, but line breaks are kept: they part the numbers in a cell."""
    if type(cell) is str and ("\n" in cell or "<br" in cell):
        cell = _BREAK.sub("\n", cell)
        return "\n".join(line for line in map(text_of, cell.splitlines()) if line)
    return text_of(cell)


def value_of(cell: Cell) -> str:
    """Like `lines_of`, but a cell that says "none" in some way (无, —, N/A) is empty."""
    text = lines_of(cell)
    return "" if len(text) < 10 and text.casefold() in _NOTHING else text


def words_of(cell: Cell) -> str:
    """A list of words as a text: "en, fr" for "['en', 'fr']", as ISO Open Data prints it."""
    return value_of(cell).strip("[]").replace("'", "").replace('"', "")


def title_of(cell: Cell) -> str:
    """A title or scope: no tags, entities decoded, NFKC, one line."""
    if type(cell) is not str:
        cell = _printed(cell)
    if "<" in cell:
        cell = _without_tags(cell)
    if "&" in cell:
        cell = _without_entities(cell)
    if not cell.isascii():
        cell = unicodedata.normalize("NFKC", _without_marks(cell))
    elif cell.endswith("*"):
        cell = cell.rstrip("* ")
    cell = cell.strip()
    if "  " in cell or "\n" in cell or "\t" in cell or "\r" in cell:
        cell = _BLANKS.sub(" ", cell)
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether the cell shows nothing: then, and only then, `text_of` has no text for it."""
    if type(cell) is not str:
        return cell is None
    shown = cell.strip(_SHOWS_NOTHING)
    return not shown or (shown[0] == "<" and shown[-1] == ">" and not text_of(shown))


def integer_of(cell: Cell) -> int | None:
    """The whole number at the start of the cell: 2 for "2.1" (a consolidated edition); None when there is none."""
    if type(cell) in (int, float):
        return int(cell) if -1e15 < cell < 1e15 else None
    found = re.match(r"\D{0,8}(\d{1,9})", text_of(cell))
    return int(found[1]) if found else None


def stage_of(cell: Cell) -> int | None:
    """The harmonized stage code as one number: 9060 for 90.60, "90.60", 9060 or "9060"; None when it is none."""
    text = text_of(cell)
    found = re.fullmatch(r"(\d\d)[.．]?(\d\d)?(?:\.0+)?", text) or re.fullmatch(r"(\d\d)\.(\d)", text)
    if not found:
        return None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


_ICS: Final = re.compile(r"(\d{1,2})(?:\.(\d{1,3})(?:\.(\d{1,2}))?)?")
_ICS_AROUND: Final = re.compile(r"[\s,;，；、/|'\"\[\]()（）]+")


def ics_of(cell: Cell) -> tuple[list[str], str]:
    """The ICS codes of a cell, padded ("49.14" is 49.140), and its first piece that is none when it has no code.

    What stands beside a code is its name.
    """
    text = unicodedata.normalize("NFKC", text_of(cell))
    if not text or text.casefold() in _NOTHING:
        return [], ""
    codes, strange = [], ""
    for piece in _ICS_AROUND.split(text):
        found = _ICS.fullmatch(piece.strip(".:*"))
        if found and len(piece) > 1:
            code = found[1].zfill(2)
            if found[2]:
                code += "." + found[2].ljust(3, "0")
            if found[3]:
                code += "." + found[3].ljust(2, "0")
            if code not in codes:
                codes.append(code)
        elif piece and piece.casefold().rstrip(":.") != "ics":
            strange = strange or piece
    return codes, "" if codes and not any(map(str.isdigit, strange)) else strange


def _printed(cell: Cell) -> str:
    """A cell that is no text as text."""
    if type(cell) is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if type(cell) is datetime:
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ")
    if type(cell) in (date, time):
        return str(cell.isoformat())
    if type(cell) is timedelta:
        return str(cell)
    return "" if cell is None else str(cell)


def _without_marks(text: str) -> str:
    """The text without invisible characters and without the footnote marks at its end."""
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return _TRAILING_MARKS.sub("", text) if text[-1:] in _MARKS else text


def _without_tags(text: str) -> str:
    if text.startswith("<p>") and text.endswith("</p>") and text.count("<") == 2:
        return text[3:-4]
    return _TAG.sub(lambda tag: " " if (tag[2] or "").lower() in _PARTING else "", text)


def _without_entities(text: str) -> str:
    import html  # noqa: PLC0415 - its table of entities is loaded only for the few texts that have some

    return html.unescape(text)
