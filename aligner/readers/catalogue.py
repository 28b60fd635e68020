"""Reads a catalogue of standards from a file: the door to this package."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from aligner.domain.catalogue import TOGETHER, Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.readers.process import child
from aligner.readers.process.limits import Limits
from aligner.readers.sheets import preflight


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What to read and how.

    `columns` gives the heading for a field, from the user; fields that are not in it are found, a field with "" is not
    read. `blocks` are names of tables or sheets of a preview that are to be read, None for what belongs together.
    `remembered` has earlier such mappings by header signature; one is used when the headings are the same and
    `columns` is empty. `import_anyway` lifts the limits on size and compression.
    """

    path: Path
    level: Level
    today: date
    sheet: str | None = None
    blocks: Sequence[str] | None = None
    columns: Mapping[str, str] | None = None
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    encoding: str | None = None
    import_anyway: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One table on a sheet, or a page of text (without headings and not a list).

    Rows and columns are named as a spreadsheet does. `rows` are those below the headings that are not blank.
    `why_not` tells why a list is not read with the others: unlike, other_side, hidden, not_chosen.
    """

    name: str
    sheet: str
    first_row: int
    last_row: int
    first_column: str
    last_column: str
    header_rows: Sequence[int]
    headings: Sequence[str]
    mapping: Mapping[str, str]
    rows: int
    is_list: bool
    is_chosen: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What was recognized in a file: `headings` has one for each column, as the mapping names them.

    `shares` tells how many of a column's sampled cells fit its field, 0..1. `preview` has the first rows of the
    largest list with what stands above it, `below` the first ones below its headings with their row numbers;
    `blocks` every table of the file.
    """

    sheet: str
    header_rows: tuple[int, ...]
    mapping: dict[str, str]
    unmapped: list[str]
    header_signature: str
    encoding: str | None
    sheets: list[str]
    reference_date: str
    preview: list[list[str]]
    problems: list[Problem]
    headings: list[str]
    blocks: list[Found]
    below: list[tuple[int, list[str]]]
    shares: dict[str, float] = field(default_factory=dict)

    def headings_of(self, name: str) -> tuple[str, ...]:
        """The headings of the columns that this field is read from, several for one that is put together."""
        heading = self.mapping[name]
        return (heading,) if heading in self.headings else tuple(heading.split(TOGETHER))


@dataclass(frozen=True, slots=True)
class Reading:
    """A catalogue as read: rows_read == len(table) - further + rows_left_out.

    `further` counts the standards that share their row with another one. `accounts` has every row of the file that
    is not blank by what became of it: standards, headings, not_read, or the code of the problem that tells of it;
    their sum is `rows_in_file`. `missing` are fields that the list says nothing of: title, status, statements.

    `mapping` gives the heading as printed for each field, `unmapped` the headings that stand for none, `sheets` the
    other sheets of the file ("(hidden)" behind the hidden ones), `preview` the first ten rows as they are.
    """

    table: Table
    problems: list[Problem]
    sheet: str
    header_rows: tuple[int, ...]
    mapping: dict[str, str]
    unmapped: list[str]
    header_signature: str
    rows_read: int
    rows_left_out: int
    encoding: str | None
    sheets: list[str]
    reference_date: str
    preview: list[list[str]]
    headings: list[str]
    blocks: list[Found]
    rows_in_file: int
    accounts: dict[str, int]
    further: int
    missing: list[str]
    duplicates: int
    not_understood: int
    legacy_marks: int


class Ahead:
    """A file that a child process reads while its parent is still busy; `read_catalogue` takes its answer over."""

    def __init__(self, begun: child.Child, task: str, request: ReadRequest) -> None:
        self._child: child.Child | None = begun
        self._task = task, request

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            with self._child:
                child.stop(self._child)

    def take(self, task: str, request: ReadRequest) -> child.Child | None:
        """The child, once, if it does just this."""
        if (task, request) != self._task:
            return None
        taken, self._child = self._child, None
        return taken


def open_ahead(request: ReadRequest, *, preview: bool = False) -> Ahead:
    """Begin to read a file, or to look at it. Raises AlignerError when its first look shows that it cannot be read."""
    task = "preview" if preview else "read"
    checked = preflight.check(request.path, import_anyway=request.import_anyway)
    limits = _limits(checked, import_anyway=request.import_anyway)
    return Ahead(child.start(limits, _opening(request), task, _plain(request)), task, request)


def read_catalogue(
    request: ReadRequest, progress: Progress, limits: Limits | None = None, ahead: Ahead | None = None
) -> Reading:
    """The standards of a file with everything that was found on the way.

    Raises AlignerError with one sentence when the file cannot be read, and what `progress` raises.
    """
    answer = _answer("read", request, progress, limits, ahead)
    return Reading(**_values(answer), table=Table(answer.pop("columns")))


def preview_catalogue(
    request: ReadRequest, progress: Progress, limits: Limits | None = None, ahead: Ahead | None = None
) -> Preview:
    """What would be read: sheet, heading rows, columns and how well their cells fit. Raises as `read_catalogue`."""
    return Preview(**_values(_answer("preview", request, progress, limits, ahead)))


def _answer(
    task: str, request: ReadRequest, progress: Progress, limits: Limits | None, ahead: Ahead | None
) -> dict[str, Any]:
    """The answer of a child process; a workbook that broke the quick reader is read sparsely."""
    checked = preflight.check(request.path, import_anyway=request.import_anyway)
    opening, plain = _opening(request), _plain(request)
    limits = limits or _limits(checked, import_anyway=request.import_anyway)
    with _sentences(request.path, limits):
        try:
            begun = ahead.take(task, request) if ahead is not None else None
            started = begun or child.start(limits, opening, task, plain)
            answer = child.run(started, request.path.name, progress, limits)
        except (child.ChildDied, child.TooMuchMemory):
            if checked.container is not preflight.Container.XLSX:
                raise
            started = child.start(limits, opening | {"sparse": True}, task, plain)
            answer = child.run(started, request.path.name, progress, limits)
    return dict(answer)


def read_table(path: Path, request: dict[str, Any], progress: Progress) -> Any:
    """The answer of a child process that reads a small table from this file; every failure of it is one sentence."""
    limits = _limits(preflight.check(path))
    with _sentences(path, limits):
        return child.run(child.start(limits, None, "table", request), path.name, progress, limits)


def _limits(checked: preflight.Checked, *, import_anyway: bool = False) -> Limits:
    return Limits() if import_anyway else Limits.for_size(checked.size)


@contextmanager
def _sentences(path: Path, limits: Limits) -> Iterator[None]:
    """Turns the end of a child into what the user can do about it."""
    try:
        yield
    except child.TooMuchMemory as error:
        raise AlignerError(
            N_(
                "{file} needs more than {limit} MB of memory and was not read; save only the list in a new workbook "
                "and load that."
            ),
            file=path.name,
            limit=limits.memory // 1_000_000,
        ) from error
    except child.ChildDied as error:
        raise AlignerError(
            N_(
                "{file} could not be read: it is damaged or not made by a spreadsheet program; save it again and "
                "load the new file."
            ),
            file=path.name,
        ) from error


def _opening(request: ReadRequest) -> dict[str, Any]:
    """What the child must know to begin."""
    return {
        "path": str(request.path),
        "sheet": request.sheet,
        "encoding": request.encoding,
        "import_anyway": request.import_anyway,
    }


def _plain(request: ReadRequest) -> dict[str, Any]:
    return {
        "path": str(request.path),
        "level": request.level.value,
        "today": request.today.isoformat(),
        "sheet": request.sheet,
        "blocks": list(request.blocks) if request.blocks is not None else None,
        "columns": dict(request.columns or {}),
        "remembered": {signature: dict(mapping) for signature, mapping in request.remembered.items()},
    }


def _values(answer: dict[str, Any]) -> dict[str, Any]:
    problems = [Problem(**one | {"severity": Severity(one["severity"])}) for one in answer["problems"]]
    rest = {name: value for name, value in answer.items() if name != "columns"}
    blocks = [Found(**one) for one in answer["blocks"]]
    return rest | {"problems": problems, "header_rows": tuple(answer["header_rows"]), "blocks": blocks}
