"""Records of JSON, wherever in the document their list stands: one object a line, a list, a list inside objects."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.sheets.sheet import Sheet

_LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_DEEPEST: Final = 8
_LINE_END: Final = re.compile(r"\r\n|\n|\r")  # not those that a text of a record may hold, such as U+2028
_BEGINS: Final = re.compile(r"\s*(?:\{|\[\s*(?:\{|\[|\]))")


def looks_like_json(start: str) -> bool:
    """Whether a text begins as an object or a list of objects or lists does."""
    return _BEGINS.match(start) is not None


def json_sheets(text: str, name: str, file: str) -> list[Sheet]:
    """A sheet for each list of records in the document: the keys are its headings, numbered as row 0.

    Raises AlignerError for a document that is not complete.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("["):
            raise AlignerError(
                N_("{file} looks like JSON but is not complete; export the list again."), file=file
            ) from error
        sheet = _of_lines(text, name, file)
        if not sheet.rows:
            raise AlignerError(
                N_("{file} looks like JSON but is not complete; export the list again."), file=file
            ) from error
        return [sheet]
    lists = list(_lists_in(value))
    longest = max((len(records) for _, records in lists), default=0)
    sheets = []
    for path, records in lists:
        if len(lists) == 1 or len(records) > 1 or longest == 1:
            sheets.append(_sheet(name if len(lists) == 1 else f"{name} {path}", list(enumerate(records, 1)), []))
    return sheets


def _lists_in(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The outermost lists of records with the keys that lead to them; a lone record is a list of one."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        if value and all(isinstance(one, dict) for one in value):
            yield from _unwrapped(value, path, depth)
        elif len(value) > 1 and all(isinstance(one, list) for one in value):
            yield path, _of_rows(value)
        else:
            for at, one in enumerate(value):
                yield from _lists_in(one, f"{path}[{at}]" if path else str(at), depth + 1)
    elif isinstance(value, dict):
        if records := _of_columns(value):
            yield path, records
            return
        inside = [
            found for key, one in value.items() for found in _lists_in(one, f"{path}.{key}" if path else key, depth + 1)
        ]
        keyed = list(value.values())
        if len(keyed) > 1 and all(isinstance(one, dict) and not _holds_list(one) for one in keyed) and _alike(keyed):
            yield path, [{"key": key, **one} for key, one in value.items()]
        elif inside:
            yield from inside
        elif depth == 0:
            yield path, [value]


def _unwrapped(value: list[dict[str, Any]], path: str, depth: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The list itself, or what its objects wrap: {"_source": {...}}, {"node": {...}}."""
    wraps = {
        next((key for key, one in record.items() if isinstance(one, dict) and len(one) > 1), None) for record in value
    }
    key = wraps.pop() if len(wraps) == 1 else None
    if key is not None and all(
        sum(not isinstance(one, dict) for one in record.values()) <= 3 < len(record[key]) for record in value
    ):
        yield path, [{**{k: v for k, v in record.items() if k != key}, **record[key]} for record in value]
        return
    if len(value) == 1 and _holds_list(value[0]):
        yield from _lists_in(value[0], path, depth + 1)
        return
    yield path, value


def _holds_list(record: dict[str, Any]) -> bool:
    return any(isinstance(one, list) and one and isinstance(one[0], dict) for one in record.values())


def _alike(records: list[Any]) -> bool:
    """Whether objects share most of their keys."""
    first = set(records[0])
    return bool(first) and all(2 * len(first & set(one)) > len(first) for one in records)


def _of_rows(value: list[list[Any]]) -> list[dict[str, Any]]:
    """Rows as lists: the first are the headings."""
    headings = [str(one) for one in value[0]]
    return [dict(zip(headings, row, strict=False)) for row in value[1:]]


def _of_columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """{"columns": [...], "data": [[...]]}, or columns as lists of one length, or as objects with the same keys."""
    headings, rows = (
        value.get("columns") or value.get("headers") or value.get("fields"),
        value.get("data") or value.get("rows"),
    )
    if isinstance(headings, list) and isinstance(rows, list) and rows and all(isinstance(row, list) for row in rows):
        names = [str(one.get("name", one.get("title", one))) if isinstance(one, dict) else str(one) for one in headings]
        return [dict(zip(names, row, strict=False)) for row in rows]
    columns = list(value.values())
    if len(columns) > 1 and all(
        isinstance(one, list) and not any(isinstance(cell, dict | list) for cell in one) for one in columns
    ):
        lengths = {len(one) for one in columns}
        if len(lengths) == 1 and lengths != {0}:
            return [dict(zip(value, row, strict=True)) for row in zip(*columns, strict=True)]
    if len(columns) > 1 and all(isinstance(one, dict) and one for one in columns):
        keys = {tuple(one) for one in columns}
        first = next(iter(keys))
        if len(keys) == 1 and all(key.isdigit() for key in first):
            return [{name: one[key] for name, one in value.items()} for key in first]
    return []


def _of_lines(text: str, name: str, file: str) -> Sheet:
    problems: list[Problem] = []
    records: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if line.strip():
            _read_line(number, line, records, problems, file)
    return _sheet(name, records, problems)


def _sheet(name: str, records: list[tuple[int, dict[str, Any]]], problems: list[Problem]) -> Sheet:
    flat = [(number, _flat(record)) for number, record in records]
    keys = list(dict.fromkeys(key for _, one in flat for key in one))
    rows: list[list[Any]] = [keys] if keys else []
    rows += [[one.get(key, "") for key in keys] for _, one in flat]
    numbers = [0, *(number for number, _ in flat)]
    return Sheet(name, rows, numbers[: len(rows)], left_out=len(problems), problems=problems)


def _read_line(
    number: int, line: str, records: list[tuple[int, dict[str, Any]]], problems: list[Problem], file: str
) -> None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        records.append((number, value))
        return
    problems.append(
        Problem(
            "broken_line",
            Severity.LEFT_OUT,
            N_("This line is not a complete JSON object; if it should be a standard, export the list again: “{text}”."),
            {"text": line[:80]},
            file,
            "",
            number,
        )
    )


def _flat(value: dict[str, Any], above: str = "") -> dict[str, Any]:
    """Nested objects as dotted keys (`title.en`), lists as their texts joined as ISO Open Data prints them."""
    flat: dict[str, Any] = {}
    for key, one in value.items():
        if isinstance(one, dict) and not above:
            flat |= _flat(one, f"{key}.")
        elif isinstance(one, list):
            flat[above + key] = whole(f"[{', '.join(map(str, one))}]") if one else ""
        else:
            flat[above + key] = "" if one is None else whole(str(one)) if isinstance(one, dict | str) else one
    return {whole(key): one for key, one in flat.items()}


def whole(text: str) -> str:
    """The text with a mark for each half of a character, which JSON can hold and no file or database can."""
    return text if text.isascii() else _LONE_SURROGATES.sub("\ufffd", text)
