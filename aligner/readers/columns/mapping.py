"""Decides which column becomes which field: by heading, then by what the cells hold, the user's word first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import BY_NAME, PRINTED
from aligner.domain.text import N_
from aligner.readers.aliases import CONTAINED, Guess, fold
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import Cell, lines_of, text_of
from aligner.readers.cells.numbers import statements_of
from aligner.readers.columns.content_tests import ENOUGH, sample_of, share_fitting
from aligner.readers.columns.headers import GIVEN, Header
from aligner.readers.findings import Findings

_SAYS_MUCH: Final = 5  # cells; fewer do not reject a heading


@dataclass(slots=True)
class Recognized:
    """`columns` gives the position of each field; `shares` how many of its sampled cells fit, 0..1."""

    columns: dict[str, int] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    unmapped: list[str] = field(default_factory=list)


def recognize(
    header: Header,
    body: Sequence[Sequence[Cell]],
    given: Mapping[str, str],
    calendar: Calendar,
    findings: Findings,
) -> Recognized:
    """The columns of the sheet below these headings; raises AlignerError when there is none with numbers."""
    refuse_unknown(given, header, findings.file)
    step = max(1, len(body) // 600)
    samples = [
        _without_heading(heading, sample_of([row[column] if column < len(row) else "" for row in body[::step]]))
        for column, heading in enumerate(header.headings)
    ]
    chosen = _Choice(header, samples, given, calendar, findings)
    for name in [one.name for one in PRINTED]:
        chosen.choose(name)
    chosen.move_statements()
    if "designation" not in chosen.recognized.columns:
        chosen.choose_designation_by_content()
    taken = set(chosen.recognized.columns.values())
    chosen.recognized.unmapped = [
        heading for column, heading in enumerate(header.headings) if heading and column not in taken
    ]
    return chosen.recognized


def _without_heading(heading: str, cells: list[Cell]) -> list[Cell]:
    """The cells without those that repeat the heading, as printed lists do on every page."""
    return [cell for cell in cells if text_of(cell) not in heading]


@dataclass(slots=True)
class _Choice:
    header: Header
    samples: list[list[Cell]]
    given: Mapping[str, str]
    calendar: Calendar
    findings: Findings
    recognized: Recognized = field(default_factory=Recognized)

    def choose(self, name: str) -> None:
        """Take the column that fits this field best, if any."""
        if name in self.given and not self.given[name]:
            return
        options = [
            (column, guess)
            for column, guess in enumerate(self.header.guesses)
            if guess and guess.field == name and column not in self.recognized.columns.values()
        ]
        fitting = [(column, guess) for column, guess in options if self._fits(name, column, guess)]
        if not fitting:
            return
        column, guess = max(fitting, key=lambda option: self._preference(*option))
        self.recognized.columns[name] = column
        self._note_share(name, column)
        others = [
            self.header.headings[other]
            for other, weaker in fitting
            if other != column and (weaker.strength > CONTAINED or guess.strength == CONTAINED)
        ]
        if others and guess.strength != GIVEN:
            self.findings.add(
                "several_columns",
                Severity.NOTE,
                N_(
                    "Several columns could be the {field}: “{taken}” was taken, {others} was not; "
                    "name another one with --columns if this is wrong."
                ),
                column=self.header.headings[column],
                taken=self.header.headings[column],
                field=BY_NAME[name].label,
                others=", ".join(others),
            )

    def _preference(self, column: int, guess: Guess) -> tuple[float, ...]:
        """The surer heading, then the fuller column (a third fuller at least), then the commoner spelling."""
        most = max(map(len, self.samples), default=0)
        filled = len(self.samples[column]) / most if most else 0
        return (guess.strength, round(filled * 3), -guess.rank, -column)

    def _fits(self, name: str, column: int, guess: Guess) -> bool:
        cells = self.samples[column]
        share = share_fitting(name, cells, self.calendar)
        keeps = guess.strength == GIVEN or share >= ENOUGH or (len(cells) < _SAYS_MUCH and guess.strength > CONTAINED)
        if name == "designation" and not keeps:
            keeps = guess.strength > CONTAINED and self._column_of_numbers() is None
        if not keeps:
            self.findings.add(
                "mapping_rejected",
                Severity.WARNING,
                N_(
                    "This column was not taken as the {field}: only {share} % of its cells look like one (“{text}” "
                    "does not); name the column with --columns if it is right."
                ),
                column=self.header.headings[column],
                field=BY_NAME[name].label,
                share=int(share * 100),
                text=self._odd_cell(name, column),
            )
        return keeps

    def _note_share(self, name: str, column: int) -> None:
        """Remember how well the cells of a chosen column fit, and say so when few do."""
        share = self.recognized.shares[name] = share_fitting(name, self.samples[column], self.calendar)
        if share < ENOUGH:
            self.findings.add(
                "odd_content",
                Severity.WARNING,
                N_(
                    "Only {share} % of the cells in this column look like a {field} (“{text}” does not); "
                    "check the mapping."
                ),
                column=self.header.headings[column],
                field=BY_NAME[name].label,
                share=int(share * 100),
                text=self._odd_cell(name, column),
            )

    def _odd_cell(self, name: str, column: int) -> str:
        """The first cell of the column that does not fit the field."""
        cells = self.samples[column]
        return next((text_of(cell) for cell in cells if not share_fitting(name, [cell], self.calendar)), "")

    def move_statements(self) -> None:
        """A column of degrees that holds the adopted numbers too ("≈ISO/IEC Guide 21-1999") is that of the numbers."""
        column = self.recognized.columns.get("degree")
        if column is None or "adopted" in self.recognized.columns or "degree" in self.given:
            return
        if any(statements_of(lines_of(cell), "")[0] for cell in self.samples[column]):
            self.recognized.columns["adopted"] = self.recognized.columns.pop("degree")
            self.recognized.shares["adopted"] = self.recognized.shares.pop("degree")

    def _column_of_numbers(self) -> int | None:
        """The first column without a field, or called an identifier, whose cells are mostly designations."""
        for column, cells in enumerate(self.samples):
            guess = self.header.guesses[column]
            free = guess is None or guess.field in ("designation", "source_id")
            if free and len(cells) > 1 and share_fitting("designation", cells, self.calendar) >= ENOUGH:
                return column
        return None

    def choose_designation_by_content(self) -> None:
        """No heading names the standard numbers: take the column that holds them, or say that there is none."""
        column = self._column_of_numbers()
        if column is None and "plan_no" in self.recognized.columns:
            return
        if column is None or self.given.get("designation") == "":
            raise AlignerError(
                N_(
                    "No column of {file} (sheet {sheet}) holds standard numbers; its headings are: {headings}. Name "
                    "the right one with --columns."
                ),
                file=self.findings.file,
                sheet=self.findings.sheet,
                headings=", ".join(heading for heading in self.header.headings if heading),
            )
        if self.recognized.columns.get("source_id") == column:
            del self.recognized.columns["source_id"], self.recognized.shares["source_id"]
        self.recognized.columns["designation"] = column
        self.recognized.shares["designation"] = share_fitting("designation", self.samples[column], self.calendar)
        self.findings.add(
            "mapping_by_content",
            Severity.NOTE,
            N_("This column was taken as the {field} because of what its cells hold; its heading does not say so."),
            column=self.header.headings[column] or "?",
            field=BY_NAME["designation"].label,
        )


def refuse_unknown(given: Mapping[str, str], header: Header | None, file: str) -> None:
    """Raise AlignerError for a field or heading that the user named and that does not exist."""
    names = [one.name for one in PRINTED]
    for name, heading in given.items():
        if name not in names:
            raise AlignerError(
                N_("There is no field {field}; the fields are: {fields}."), field=name, fields=", ".join(names)
            )
        if header and heading and fold(heading) not in map(fold, header.headings):
            raise AlignerError(
                N_("{file} has no heading {heading} for the field {field}; its headings are: {headings}."),
                file=file,
                heading=heading,
                field=name,
                headings=", ".join(text for text in header.headings if text),
            )
