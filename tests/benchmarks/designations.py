"""Shares of a file's designations that are understood and rendered back; run by hand.

python tests/benchmarks/designations.py FILE [COLUMN]     a text file, or a workbook and a column heading
"""

import re
import sys
from collections import Counter
from pathlib import Path
from timeit import timeit

from aligner.domain.designation.designation import NotUnderstood
from aligner.domain.designation.parser import parse_designation, render


def main() -> None:
    path = Path(sys.argv[1])
    texts = workbook_column(path, sys.argv[2]) if len(sys.argv) > 2 else text_lines(path)
    parsed = [(text, parse_designation(text)) for text in texts]
    refused = [result for _, result in parsed if isinstance(result, NotUnderstood)]
    understood = [(text, result) for text, result in parsed if not isinstance(result, NotUnderstood)]
    unstable = [(text, result) for text, result in understood if parse_designation(render(result)) != result]
    changed = [(text, render(result)) for text, result in understood if bare(text) != bare(render(result))]
    seconds = timeit(lambda: [parse_designation(text) for text in texts], number=1)
    total = len(texts)
    print(f"{path.name}: {total} designations, {seconds / total * 1e6:.1f} us each")
    print(f"understood    {len(understood) / total:.3%}")
    print(f"round-tripped {(len(understood) - len(unstable)) / total:.3%}")
    print(f"printed alike {(len(understood) - len(changed)) / total:.3%} (but for signs, blanks and case)")
    print_rest("not understood", [f"{result.text!r}: {result.reason}" for result in refused])
    print_rest("not stable", [f"{text!r} -> {render(result)!r}" for text, result in unstable])
    print_rest("printed otherwise", [f"{text!r} -> {new!r}" for text, new in changed])


def bare(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def text_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def workbook_column(path: Path, heading: str) -> list[str]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only needed for workbooks

    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    column = rows[0].index(heading)
    return [str(row[column]) for row in rows[1:] if str(row[column]).strip()]


def print_rest(title: str, lines: list[str]) -> None:
    print(f"\n{title}: {len(lines)}")
    for line, count in Counter(lines).most_common(200):
        print(f"  {count:4}  {line}")


if __name__ == "__main__":
    main()
