"""The worked example of the rules as the files that a committee has."""

from dataclasses import dataclass
from pathlib import Path

from catalogue_files import columns_of, write_csv, write_workbook
from indicators import worked_example as example


@dataclass(frozen=True)
class WorkedExample:
    """Two catalogues, the review form and the applicability verdicts."""

    national: Path
    international: Path
    decisions: Path
    applicability: Path


def write_worked_example(folder: Path) -> WorkedExample:
    """The four files in this folder."""
    return WorkedExample(
        write_workbook(
            folder / "国家标准.xlsx",
            example.NATIONAL_HEADINGS,
            columns_of(example.NATIONAL, example.NATIONAL_HEADINGS),
        ),
        write_workbook(
            folder / "iso.xlsx",
            example.INTERNATIONAL_HEADINGS,
            columns_of(example.INTERNATIONAL, example.INTERNATIONAL_HEADINGS),
        ),
        write_csv(
            folder / "decisions.csv",
            example.DECISION_HEADINGS,
            columns_of(example.DECISIONS, example.DECISION_HEADINGS),
        ),
        write_csv(
            folder / "applicability.csv",
            example.APPLICABILITY_HEADINGS,
            columns_of(example.APPLICABILITY, example.APPLICABILITY_HEADINGS),
        ),
    )
