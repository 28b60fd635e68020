"""What the reports of a project cost, and the workbook against bare XlsxWriter.

Run: python -m tests.benchmarks.report PROJECT
Every report is the command itself, as a program of its own. The bare one writes the same cells, read back from the
workbook, without any look: nothing that writes them with XlsxWriter can be quicker.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.end_to_end import Step, aligner, measured

BARE = """
import pickle, sys
from xlsxwriter import Workbook
sheets = pickle.load(open(sys.argv[1], "rb"))
with Workbook(sys.argv[2], {"strings_to_formulas": False, "strings_to_urls": False}) as book:
    for rows in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
"""
READ = """
import pickle, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
kept = (str, int, float)
read = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
sheets = [[[cell if isinstance(cell, kept) else str(cell) for cell in row] for row in rows] for rows in read]
pickle.dump(sheets, open(sys.argv[2], "wb"))
"""


def main(project: Path) -> None:
    """Write every form of report, then the bare workbook."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        steps = [aligner("report", project, folder / f"report{suffix}") for suffix in (".xlsx", ".html", ".pdf")]
        cells = folder / "cells.pickle"
        measured("reading the cells", [sys.executable, "-c", READ, str(folder / "report.xlsx"), str(cells)])
        bare = measured("bare", [sys.executable, "-c", BARE, str(cells), str(folder / "bare.xlsx")])
        for name, step in zip(
            ("workbook", "page for a browser", "one page", "bare XlsxWriter"), (*steps, bare), strict=True
        ):
            show(name, step)
        sizes = [(folder / f"report{suffix}").stat().st_size / 1e6 for suffix in (".xlsx", ".html", ".pdf")]
        print("sizes in MB: " + ", ".join(f"{size:.1f}" for size in sizes))
        print(f"workbook against bare XlsxWriter: {steps[0].processor / bare.processor:.2f} times the processor time")


def show(name: str, step: Step) -> None:
    """One line of the table."""
    print(f"{name:<22}{step.seconds:>8.1f} s{step.processor:>8.1f} s of processors{step.alone:>8.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
