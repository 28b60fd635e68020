"""Reads a catalogue of standards from a file: the door to this package."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.progress import Progress
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.readers import child, preflight
from aligner.readers.limits import Limits


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What to read and how.

    `columns` gives the heading for a field, from the user; fields that are not in it are found, a field with "" is not
    read. `remembered` has earlier such mappings by header signature; one is used when the headings are the same and
    `columns` is empty. `import_anyway` lifts the limits on size and compression.
    """

    path: Path
    level: Level
    today: date
    sheet: str | None = None
    columns: Mapping[str, str] | None = None
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    encoding: str | None = None
    import_anyway: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What was recognized in a file: `headings` has one for each column, as the mapping names them.

    `shares` tells how many of a column's sampled cells fit its field, 0..1.
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
    shares: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A catalogue as read: rows_read == len(table) + rows_left_out.

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
    duplicates: int
    not_understood: int
    legacy_marks: int


def read_catalogue(request: ReadRequest, progress: Progress, limits: Limits | None = None) -> Reading:
    """The standards of a file with everything that was found on the way.

    Raises AlignerError with one sentence when the file cannot be read, and what `progress` raises.
    """
    answer = run_on_file("read", request.path, _plain(request), progress, limits, request.import_anyway)
    return Reading(**_values(answer), table=Table(answer.pop("columns")))


def preview_catalogue(request: ReadRequest, progress: Progress, limits: Limits | None = None) -> Preview:
    """What would be read: sheet, heading rows, columns and how well their cells fit. Raises as `read_catalogue`."""
    answer = run_on_file("preview", request.path, _plain(request), progress, limits, request.import_anyway)
    return Preview(**_values(answer))


def run_on_file(
    task: str,
    path: Path,
    request: dict[str, Any],
    progress: Progress,
    limits: Limits | None = None,
    import_anyway: bool = False,
) -> Any:
    """The answer of a child process that reads this file; every failure of it is one sentence."""
    checked = preflight.check(path, import_anyway=import_anyway)
    limits = limits or Limits()
    try:
        try:
            return child.run(task, request, path.name, progress, limits)
        except (child.ChildDied, child.TooMuchMemory):
            if checked.container is not preflight.Container.XLSX or task == "table":
                raise
            return child.run(task, request | {"sparse": True}, path.name, progress, limits)
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


def _plain(request: ReadRequest) -> dict[str, Any]:
    return {
        "path": str(request.path),
        "level": request.level.value,
        "today": request.today.isoformat(),
        "sheet": request.sheet,
        "columns": dict(request.columns or {}),
        "remembered": {signature: dict(mapping) for signature, mapping in request.remembered.items()},
        "encoding": request.encoding,
        "import_anyway": request.import_anyway,
    }


def _values(answer: dict[str, Any]) -> dict[str, Any]:
    problems = [Problem(**one | {"severity": Severity(one["severity"])}) for one in answer["problems"]]
    rest = {name: value for name, value in answer.items() if name != "columns"}
    return rest | {"problems": problems, "header_rows": tuple(answer["header_rows"])}
