"""How long a preview of a long list takes: `python tests/benchmarks/preview.py [--rows N] [--rounds N]`

The list is made here: a Chinese national catalogue with fourteen columns, as a workbook and as csv. What is measured
is what the dialog for loading shows before anything is stored, and the command `aligner load --preview`.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.readers.catalogue import ReadRequest, preview_catalogue

HEADINGS = (
    *("标准号", "中文标准名称", "英文标准名称", "状态", "发布日期", "实施日期", "ICS", "CCS", "归口单位"),
    *("采用国际标准", "采标程度", "代替标准", "主管部门", "备注"),
)
SUBJECTS = ("Screw threads", "Food safety", "Electrical insulation", "Sampling procedures", "Vocabulary of welding")


def rows(count: int) -> Iterator[list[str]]:
    """As many standards as asked for."""
    for number in range(1, count + 1):
        year = 1985 + number % 40
        subject = f"{SUBJECTS[number % 5]} for application {number % 977}"
        adopted = number % 3 == 0
        yield [
            f"GB/T {number}-{year}",
            f"第 {number} 类产品的技术要求和试验方法",
            f"{subject} — Part {number % 9 + 1}: General requirements",
            "现行" if number % 7 else "废止",
            f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            f"{year + 1}-{number % 12 + 1:02}-01",
            f"{number % 90 + 1:02}.{number % 99 + 1:03}",
            f"{'ABCDEFG'[number % 7]}{number % 90 + 10}",
            f"SAC/TC {number % 600 + 1}",
            f"ISO {number % 30000 + 1}:{year - 1}" if adopted else "",
            ("IDT", "MOD", "NEQ")[number % 3 if number % 2 else 0] if adopted else "",
            f"GB/T {number}-{year - 9}" if number % 4 == 0 else "",
            "国家标准化管理委员会",
            "",
        ]


def write_workbook(path: Path, count: int) -> None:
    """The list as xlsx."""
    with Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("目录")
        for at, row in enumerate([HEADINGS, *rows(count)]):
            sheet.write_row(at, 0, row)


def write_csv(path: Path, count: int) -> None:
    """The list as csv."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows(count)])


def seconds_of_dialog(path: Path) -> float:
    """What the dialog waits for."""
    start = time.perf_counter()
    preview_catalogue(ReadRequest(path, Level.NATIONAL, date.today()), Silent())  # noqa: DTZ011 - the local day
    return time.perf_counter() - start


def seconds_of_command(path: Path, project: Path) -> float:
    """What the one at the command line waits for."""
    words = [sys.executable, "-m", "aligner", "load", str(project), str(path), "--level", "national", "--preview"]
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Write the files, look at each as often as asked and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "ours.aligner"
        subprocess.run([sys.executable, "-m", "aligner", "new", str(project)], check=True, stderr=subprocess.DEVNULL)
        for name, write in {"list.xlsx": write_workbook, "list.csv": write_csv}.items():
            path = Path(folder) / name
            write(path, arguments.rows)
            dialog = min(seconds_of_dialog(path) for _ in range(arguments.rounds))
            command = min(seconds_of_command(path, project) for _ in range(arguments.rounds))
            print(f"{name}: {arguments.rows} rows, dialog {dialog:.2f} s, command {command:.2f} s")


if __name__ == "__main__":
    main()
