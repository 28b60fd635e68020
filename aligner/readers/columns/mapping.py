"""Decides which column becomes which field: by heading, then by what the cells hold, the user's word first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import PRINTED
from aligner.domain.text import N_
from aligner.readers.aliases import CONTAINED, GENERIC, Guess, fold
from aligner.readers.cells.cells import lines_of
from aligner.readers.cells.numbers import statements_of
from aligner.readers.columns.by_content import choose_by_content
from aligner.readers.columns.choice import Columns, Recognized, is_remark, label_of, not_wanted
from aligner.readers.columns.content_tests import ENOUGH
from aligner.readers.columns.derived import choose_derived
from aligner.readers.columns.headers import GIVEN, Header
from aligner.readers.columns.numbers_column import choose_numbers
from aligner.readers.columns.telling import tell_odd_content, tell_others
from aligner.readers.findings import Findings

_SAYS_MUCH: Final = 5  # cells; fewer do not reject a heading


def recognize(columns: Columns, given: Mapping[str, str], findings: Findings) -> Recognized:
    """The fields of the columns of a block; one without "designation" or "plan_no" is no list of standards."""
    chosen = _Choice(columns, given, findings)
    found = chosen.recognized
    found.serial = frozenset(column for column in range(len(columns.header.headings)) if columns.is_serial(column))
    choose_numbers(columns, found, given, findings)
    number = found.columns.get("designation")
    if number is not None:
        columns.leave_rows_without_numbers(number)
    choose_derived(columns, found, given, findings)
    for name in [one.name for one in PRINTED]:
        if name not in found.columns and name not in not_wanted(given):
            chosen.choose(name)
    chosen.move_statements()
    choose_by_content(columns, found, given, findings)
    _keep_others(columns, found)
    return found


def _keep_others(columns: Columns, found: Recognized) -> None:
    """The columns without a field are kept as they are; running numbers of the rows say nothing."""
    taken = set(found.columns.values()) | {at for one in found.derived for at, _ in one.sources}
    for column, heading in enumerate(columns.header.headings):
        if column in taken:
            continue
        if heading:
            found.unmapped.append(heading)
        if column in found.serial or not (heading or columns.samples[column]):
            continue
        found.extra[column] = heading
        if is_remark(heading):
            found.remarks.append(column)


@dataclass(slots=True)
class _Choice:
    of: Columns
    given: Mapping[str, str]
    findings: Findings
    recognized: Recognized = field(default_factory=Recognized)

    def choose(self, name: str) -> None:
        """Take the column that fits this field best, if any."""
        taken = {*self.recognized.columns.values(), *(at for one in self.recognized.derived for at, _ in one.sources)}
        options = [
            (column, guess)
            for column, guess in enumerate(self.of.header.guesses)
            if guess and guess.field == name and column not in taken and column not in self.recognized.serial
        ]
        fitting = [(column, guess) for column, guess in options if self._fits(name, column, guess)]
        if not fitting:
            return
        column, guess = max(fitting, key=lambda option: self._preference(*option))
        self.recognized.columns[name] = column
        self._note_share(name, column)
        others = [
            self.of.header.headings[other]
            for other, weaker in fitting
            if other != column and (weaker.strength > CONTAINED or guess.strength <= CONTAINED)
        ]
        if others and guess.strength != GIVEN:
            tell_others(self.findings, name, self.of.header.headings[column], others)

    def _preference(self, column: int, guess: Guess) -> tuple[float, ...]:
        """The surer heading, then the fuller column (a third fuller at least), then the commoner spelling."""
        return (guess.strength, round(self.of.fullness(column) * 3), -guess.rank, -column)

    def _fits(self, name: str, column: int, guess: Guess) -> bool:
        cells = self.of.samples[column]
        share = self.of.share(name, column)
        if guess.strength == GENERIC:
            return bool(cells) and share >= ENOUGH and name not in _NEVER_GENERIC
        if guess.strength == GIVEN or share >= ENOUGH or (len(cells) < _SAYS_MUCH and guess.strength > CONTAINED):
            return True
        if guess.strength > CONTAINED or share:
            self._tell_rejected(name, column, share)
        return False

    def _tell_rejected(self, name: str, column: int, share: float) -> None:
        self.findings.add(
            "mapping_rejected",
            Severity.WARNING,
            N_(
                "This column was not used as the {field}: only {share} % of its cells look like one "
                "(“{text}” does not); name the column with --columns if it is right."
            ),
            column=self.of.header.headings[column],
            field=label_of(name),
            share=int(share * 100),
            text=self.of.odd_cell(name, column),
        )

    def _note_share(self, name: str, column: int) -> None:
        """Remember how well the cells of a chosen column fit, and say so when few do."""
        share = self.recognized.shares[name] = self.of.share(name, column)
        if share < ENOUGH:
            tell_odd_content(self.findings, self.of, name, column, share)

    def move_statements(self) -> None:
        """A column of degrees that holds the adopted numbers too ("≈ISO/IEC Guide 21-1999") is that of the numbers."""
        column = self.recognized.columns.get("degree")
        if column is None or "adopted" in self.recognized.columns or "degree" in self.given:
            return
        if any(statements_of(lines_of(cell), "")[0] for cell in self.of.samples[column]):
            self.recognized.columns["adopted"] = self.recognized.columns.pop("degree")
            self.recognized.shares["adopted"] = self.recognized.shares.pop("degree")


_NEVER_GENERIC: Final = frozenset({"designation"})  # chosen before, by what the cells hold


def refuse_unknown(given: Mapping[str, str], headers: Sequence[Header], file: str) -> None:
    """Raise AlignerError for a field or heading that the user named and that does not exist in any of these."""
    names = [one.name for one in PRINTED]
    headings = list(dict.fromkeys(text for header in headers for text in header.headings if text))
    known = set(map(fold, headings))
    for name, heading in given.items():
        if name not in names:
            raise AlignerError(
                N_("There is no field {field}; the fields are: {fields}."), field=name, fields=", ".join(names)
            )
        if headers and heading and fold(heading) not in known:
            raise AlignerError(
                N_("{file} has no heading {heading} for the field {field}; its headings are: {headings}."),
                file=file,
                heading=heading,
                field=name,
                headings=", ".join(headings),
            )
