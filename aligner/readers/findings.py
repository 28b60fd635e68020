"""Collects the problems of a file, and sums up those that repeat by the hundred."""

from collections import defaultdict
from typing import Any, Final

from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_

MOST_OF_A_KIND: Final = 200
SHOWN_OF_MANY: Final = 20


class Findings:
    """Problems of a block or a file; `sheet` is where they are, unless one says otherwise."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file, self.sheet = file, sheet
        self.found: list[Problem] = []

    def add(
        self,
        code: str,
        severity: Severity,
        template: str,
        *,
        row: int | None = None,
        column: str = "",
        sheet: str = "",
        **values: Any,
    ) -> None:
        """Note a problem; long texts are cut to what a reader needs to find the place."""
        shown = {name: _short(value) if isinstance(value, str) else value for name, value in values.items()}
        self.found.append(Problem(code, severity, template, shown, self.file, sheet or self.sheet, row, column))

    def extend(self, problems: list[Problem]) -> None:
        """Take over problems that were found elsewhere."""
        self.found.extend(problems)

    def listed(self) -> list[Problem]:
        """All problems; of a kind with more than 200, the first 20 and one that counts the rest.

        Rows that were left out are never summed up: each is accounted for.
        """
        kinds: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
        for problem in self.found:
            kinds[problem.code, problem.column, problem.sheet].append(problem)
        listed: list[Problem] = []
        for (code, column, sheet), problems in kinds.items():
            if len(problems) <= MOST_OF_A_KIND or problems[0].severity is Severity.LEFT_OUT:
                listed += problems
                continue
            listed += problems[:SHOWN_OF_MANY]
            rest = problems[SHOWN_OF_MANY:]
            listed.append(
                Problem(
                    code,
                    problems[0].severity,
                    N_("{count} more rows down to row {last} have the same kind of finding as row {row}."),
                    {"count": len(rest), "last": rest[-1].row or 0, "row": problems[0].row or 0},
                    self.file,
                    sheet,
                    None,
                    column,
                )
            )
        sheets = {sheet: place for place, sheet in enumerate(dict.fromkeys(problem.sheet for problem in listed))}
        return sorted(listed, key=lambda problem: (problem.row is not None, sheets[problem.sheet], problem.row or 0))


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
