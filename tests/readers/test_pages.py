"""The law of reading: every standard and every statement of a page is found or told, and none is invented."""

from collections import Counter
from pathlib import Path

import pytest

from aligner.domain.problem import Severity
from aligner.readers.catalogue import Reading
from tests.readers.building import read
from tests.readers.pages import Page, Typist


def misread(page: Page, reading: Reading) -> list[str]:
    """What of the page was neither found nor told, and what was invented."""
    rows = [row for row in reading.table.rows() if row["duplicate_of"] is None]
    found = {row["designation"]: {one[0]: one[1] for one in row["statements"]} for row in rows}
    is_told = any(problem.severity is Severity.WARNING for problem in reading.problems)
    wrong = [f"invented {number}" for number in found if number not in {one.number for one in page.standards}]
    for standard in page.standards:
        true = dict(standard.adopted)
        got = found.get(standard.number)
        if got is None:
            wrong += [] if is_told else [f"lost {standard.number}"]
            continue
        wrong += [
            f"invented {number} {degree} of {standard.number}"
            for number, degree in got.items()
            if degree and true.get(number) != degree
        ]
        missing = {number: degree for number, degree in true.items() if got.get(number) != degree}
        wrong += [] if not missing or is_told else [f"lost {missing} of {standard.number}"]
    if sum(reading.accounts.values()) != reading.rows_in_file:
        wrong.append("rows do not add up")
    return wrong


def survey(seeds: range, folder: Path) -> tuple[Counter[str], Counter[str], Counter[str], list[str]]:
    """Pages by kind, those that were read wholly, those misread, and what was wrong: for figures by kind."""
    seen: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in seeds:
        page = Typist(seed).page()
        reading = read(page.save(folder / f"{seed}.xlsx"))
        (folder / f"{seed}.xlsx").unlink()
        found = {row["designation"]: {one[0]: one[1] for one in row["statements"]} for row in reading.table.rows()}
        is_whole = found == {one.number: dict(one.adopted) for one in page.standards}
        faults = misread(page, reading)
        wrong += [f"{seed} {sorted(page.kinds)}: {fault}" for fault in faults]
        for kind in (*page.kinds, "all"):
            seen[kind] += 1
            whole[kind] += is_whole
            bad[kind] += bool(faults)
    return seen, whole, bad, wrong


@pytest.mark.parametrize("seed", range(24))
def test_every_standard_and_statement_of_a_page_is_found_or_told(tmp_path: Path, seed: int) -> None:
    page = Typist(seed).page()
    assert misread(page, read(page.save(tmp_path / "page.xlsx"))) == []
