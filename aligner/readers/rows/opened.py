"""A file with its blocks found, their columns recognized, and those chosen that are one list."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from aligner.domain.catalogue import TOGETHER, Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import PRINTED
from aligner.domain.text import N_
from aligner.readers.aliases import fold
from aligner.readers.blocks.block import Block
from aligner.readers.blocks.choosing import choose, continues_without_headings, headings_of
from aligner.readers.blocks.finding import find_blocks
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import is_blank, text_of
from aligner.readers.columns.choice import columns_of
from aligner.readers.columns.derived import cell_of
from aligner.readers.columns.headers import Header
from aligner.readers.columns.mapping import recognize, refuse_unknown
from aligner.readers.findings import Findings
from aligner.readers.rows.plan import Plan
from aligner.readers.rows.unread import tell_hidden, tell_unread
from aligner.readers.sheets.grid import fill_down, grid_of
from aligner.readers.sheets.opening import Opening

EARLIEST_YEAR: Final = {Level.NATIONAL: 1950, Level.INTERNATIONAL: 1901}
Report = Callable[[int, int, str], None]


class Opened:
    """A file that is understood as far as its headings go."""

    def __init__(self, request: dict[str, Any], report: Report, opening: Opening) -> None:
        self.path = Path(request["path"])
        self.level = Level(request["level"])
        self.given: dict[str, str] = request["columns"] or {}
        self._remembered: dict[str, dict[str, str]] = {} if self.given else request["remembered"]
        refuse_unknown(self.given, [], self.path.name)
        report(0, 3, N_("Reading the file"))
        self.checked = opening.checked
        self.file = opening.file()
        self.calendar = Calendar(date.fromisoformat(request["today"]), EARLIEST_YEAR[self.level], self.file.is_1904)
        self.findings = Findings(self.path.name, "")
        self.blocks = [block for sheet in self.file.sheets for block in self._blocks_of(grid_of(sheet))]
        self.main = self._chosen(request.get("blocks"))
        self.findings.sheet = self.main.grid.sheet
        self.left_out = sum(sheet.left_out for sheet in self.file.sheets)
        for sheet in self.file.sheets:
            self.findings.extend(sheet.problems)
        for block in self.read:
            self.findings.extend(block.findings.found)
        tell_unread(self.blocks, self.file, self.findings, is_asked=bool(request["sheet"]))
        for name in dict.fromkeys(block.grid.sheet for block in self.read):
            tell_hidden(self.findings, name, *opening.hidden(name))

    @property
    def read(self) -> list[Block]:
        """The blocks that are read, in the order of the file."""
        return [block for block in self.blocks if block.is_chosen]

    def _blocks_of(self, grid: Any) -> list[Block]:
        blocks = find_blocks(grid, self.level, self.given, self.calendar)
        for block in blocks:
            if block.header is not None:
                fill_down(block.grid, block.start)
                self._recognize(block, block.header)
        return blocks

    def _recognize(self, block: Block, header: Header) -> None:
        block.findings = Findings(self.path.name, block.grid.sheet)
        block.header = header
        rows = block.body
        if block.repeated:
            rows = [row for at, row in enumerate(rows, block.start) if at not in block.repeated]
        block.columns = columns_of(header, rows, self.level, self.calendar)
        block.recognized = recognize(block.columns, self._mapping(block, header), block.findings)

    def _mapping(self, block: Block, header: Header) -> dict[str, str]:
        """The mapping for these headings: the one given now, or one that is remembered."""
        given = self.given or self._remembered_for(header, block.findings)
        if given and block.columns is not None and not self.given:
            block.columns.header = header.with_given(given)
        return given

    def _remembered_for(self, header: Header, findings: Findings) -> dict[str, str]:
        """The mapping that is remembered, perhaps by another version: as far as this one knows its fields."""
        kept = self._remembered.get(header.signature, {})
        unknown = sorted(set(kept) - {field.name for field in PRINTED})
        if unknown:
            findings.add(
                "mapping_adapted",
                Severity.WARNING,
                N_(
                    "The remembered columns of this file also name {fields}, which this version of the program does "
                    "not know; they are ignored."
                ),
                fields=", ".join(unknown),
            )
        return {name: heading for name, heading in kept.items() if name not in unknown}

    def _chosen(self, wanted: Sequence[str] | None) -> Block:
        main = choose(self.blocks, self.file.hidden_sheets, wanted)
        if main is None:
            self._refuse()
            raise AssertionError
        if self.given:
            refuse_unknown(self.given, [block.header for block in self.blocks if block.header], self.path.name)
        for block in self.read:
            if continues_without_headings(block, main):
                self._recognize(block, headings_of(main, block))
        return main

    def _refuse(self) -> None:
        """Raise the error that says why there is no list in this file."""
        if self.given:
            refuse_unknown(self.given, [block.header for block in self.blocks if block.header], self.path.name)
        headed = [block for block in self.blocks if block.header and block.header.last >= block.header.first]
        if headed:
            best = max(headed, key=lambda block: block.header.score if block.header else 0.0)
            raise AlignerError(
                N_(
                    "No column of {file} (sheet {sheet}) contains standard numbers; its headings "
                    "are: {headings}. Name the right one with --columns."
                ),
                file=self.path.name,
                sheet=best.grid.sheet,
                headings=", ".join(heading for heading in best.headings if heading),
            )
        raise AlignerError(
            N_(
                "No heading row and no standard number was found in {file} (sheet {sheet}); its "
                "first rows read “{text}”. Put headings above the list, or name another sheet."
            ),
            file=self.path.name,
            sheet=", ".join(sheet.name for sheet in self.file.sheets),
            text=self.blocks[0].first_text if self.blocks else "",
        )

    def plan(self, block: Block) -> Plan:
        """How the rows of this block are read."""
        found, headings = block.recognized, block.headings
        number = found.columns.get("designation", found.columns.get("plan_no", 0))
        source = next((at for one in found.derived[number - len(headings) :][:1] for at, _ in one.sources), number)
        numbers = block.grid.numbers
        boxes = [box for box in block.grid.merged if box[2] >= block.start and box[1] <= source <= box[3]]
        first, start = block.header.first if block.header else 0, block.start
        texts = (
            fold(text_of(cell)) for row in block.grid.rows[first : block.start] for cell in row if not is_blank(cell)
        )
        return Plan(
            found.columns,
            self.mapping(block),
            self.level,
            self.calendar,
            frozenset(texts) - {""},
            frozenset(numbers[at] for at in block.repeated),
            frozenset(numbers[at] for box in boxes if box[3] > box[1] for at in range(max(box[0], start), box[2] + 1)),
            frozenset(
                numbers[at] for box in boxes if box[3] == box[1] for at in range(max(box[0], start) + 1, box[2] + 1)
            ),
            found.serial,
            {at: headings[at] for at in found.extra},
            tuple(found.remarks),
            block.grid.sheet,
            tuple(text_of(cell) for row in block.grid.rows[:first] for cell in row if not is_blank(cell)),
            {len(headings) + place: tuple(at for at, _ in one.sources) for place, one in enumerate(found.derived)},
        )

    def mapping(self, block: Block) -> dict[str, str]:
        """The heading of each field of this block; those of all its columns for one that is put together."""
        headings = block.headings
        width = len(headings)
        return {
            name: headings[at]
            if at < width
            else TOGETHER.join(
                dict.fromkeys(headings[source] for source, _ in block.recognized.derived[at - width].sources)
            )
            for name, at in block.recognized.columns.items()
        }

    def rows_of(self, block: Block) -> Sequence[Sequence[Any]]:
        """The rows of the body, with the columns that are put together from others behind the last."""
        derived = block.recognized.derived
        if not derived:
            return block.body
        return [[*row, *(cell_of(one, row) for one in derived)] for row in block.body]

    def other_sheets(self) -> list[str]:
        """The sheets of the file besides those that are read, hidden ones marked."""
        names = [sheet.name for sheet in self.file.sheets] + self.file.other_sheets
        hidden, read = self.file.hidden_sheets, {block.grid.sheet for block in self.read}
        return [f"{name} (hidden)" if name in hidden else name for name in names if name not in read]

    def day(self) -> str:
        """The day that the list speaks of: when the workbook says it was changed, else the file."""
        return self.checked.date or datetime.fromtimestamp(self.path.stat().st_mtime, tz=UTC).date().isoformat()
