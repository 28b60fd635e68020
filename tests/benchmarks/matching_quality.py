"""Prints the quality of matching on known pairs, with intervals; run by hand on real catalogues.

    python tests/benchmarks/matching_quality.py --data DIR [--save FILE] [--baseline FILE]

DIR holds iso.xlsx, iec.xlsx, jis.xlsx and the truth files. `--save` writes the rank of every case under a hash.
"""

import argparse
import csv
import json
import os
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.statement import parse_statements, stated_by_number
from aligner.domain.progress import Silent
from aligner.domain.standards.fields import FIELDS, empty_value
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works, build_works
from aligner.matching.learning.evaluate import Evaluation, Share, evaluate, saved, wilson
from aligner.matching.match import match
from aligner.matching.scoring.recipe import Recipe, read_recipe, shipped_recipe
from aligner.readers.catalogue import ReadRequest, read_catalogue

TODAY = date(2026, 11, 22)
Pairs = list[tuple[str, str]]


class Bench:
    """The catalogues, read once, and the recipe under test."""

    def __init__(self, data: Path, recipe: Recipe) -> None:
        self.data, self.recipe = data, recipe
        self.national = read(data / "jis.xlsx", Level.NATIONAL)
        international = [read(data / name, Level.INTERNATIONAL) for name in ("iso.xlsx", "iec.xlsx")]
        self.international = Table.concatenated(international)
        self.works: Works = build_works(self.international)

    def candidates(self, national: Table) -> Table:
        """What matching proposes, with the time it took on standard output."""
        begin = time.perf_counter()
        found = match(national, self.international, self.recipe, Silent(), at=TODAY, works=self.works)
        load = os.getloadavg()[0]
        print(f"   {len(national)} nationals, {time.perf_counter() - begin:.1f} s at load {load:.1f}")
        return found

    def pairs(self, name: str) -> Pairs:
        """Known pairs of a truth file: national designation as in the catalogue, and work."""
        rows = table_rows(self.data / name)
        return [(canonical(row["jis_reference"]), row["intl_number"]) for row in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--recipe", type=Path)
    parser.add_argument("--only", nargs="*", default=["hidden", "visible", "native", "gb"])
    parser.add_argument("--save", type=Path)
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the cases that are not ranked first")
    options = parser.parse_args()
    bench = Bench(options.data, read_recipe(options.recipe) if options.recipe else shipped_recipe())
    parts = {"hidden": numbers_hidden, "visible": numbers_visible, "native": native_titles, "gb": chinese}
    before = json.loads(options.baseline.read_text()) if options.baseline else {}
    results: dict[str, Evaluation] = {}
    for name in options.only:
        results |= parts[name](bench, options.misses)
    for name, result in results.items():
        compare(name, result, before.get(name, {}).get("ranks", {}))
    if options.save:
        content = {name: json.loads(saved(result)) for name, result in results.items()}
        options.save.write_text(json.dumps(content, indent=1) + "\n")


def numbers_hidden(bench: Bench, misses: bool) -> dict[str, Evaluation]:
    """English titles alone: the designations of the nationals say nothing."""
    truth = bench.pairs("truth_jis.csv")
    chosen = only(bench.national, {national for national, _ in truth})
    hidden, names = without_numbers(chosen)
    return judged(bench, "English titles", hidden, [(names[national], work) for national, work in truth], misses)


def numbers_visible(bench: Bench, misses: bool) -> dict[str, Evaluation]:
    """Everything visible; traps are numbers that agree by accident."""
    candidates = bench.candidates(bench.national)
    result = evaluate(candidates, bench.pairs("truth_jis.csv"), bench.works)
    show("English titles and designations", result)
    traps = {
        (canonical(row["jis_reference"]), row["same_number_but_unrelated"])
        for row in table_rows(bench.data / "traps_jis.csv")
    }
    wrong = {(national, bench.works.position(other)) for national, other in traps}
    met = [row for row in candidates.rows() if (row["national"], bench.works.position(row["work"])) in wrong]
    first = [row for row in met if row["rank"] == 1]
    strong = sum(row["band"] == Band.STRONG for row in met)
    print(
        f"   traps: {len(traps)}; proposed {len(met)}, first {share(wilson(len(first), len(traps)))}, strong {strong}"
    )
    if misses:
        for row in first:
            print("     ", row["national"], row["work"], row["score"], row["band"])
    print(
        "   bands of first candidates:",
        {
            band.value: sum(
                one == band and rank == 1 for one, rank in zip(candidates["band"], candidates["rank"], strict=True)
            )
            for band in Band
        },
    )
    return {"visible": result}


def native_titles(bench: Bench, _misses: bool) -> dict[str, Evaluation]:
    """Japanese titles alone; the lexicon is learnt from the other rows."""
    truths = {name: bench.pairs(f"{name}.csv") for name in ("truth_jis", "truth_jis_native")}
    tested = {national for pairs in truths.values() for national, _ in pairs}
    place = {national: row for row, national in enumerate(bench.national["designation"])}
    titles = list(bench.national["title_en"])
    for national in tested:
        titles[place[national]] = ""
    without_english = Table({**bench.national.columns, "title_en": titles})
    hidden, names = without_numbers(without_english)
    candidates = bench.candidates(hidden)
    results = {}
    for name, pairs in {**truths, "both": truths["truth_jis"] + truths["truth_jis_native"]}.items():
        renamed = [(names[national], work) for national, work in pairs]
        results[f"native {name}"] = evaluate(candidates, renamed, bench.works)
        show(f"Japanese titles, {name}", results[f"native {name}"])
    return results


def chinese(bench: Bench, misses: bool) -> dict[str, Evaluation]:
    """Chinese standards: stated numbers resolved, English titles, Chinese titles alone."""
    rows = table_rows(bench.data / "truth_gb.csv")
    stated = a_table([national_row(row, stated=True) for row in rows])
    truth = [(national, row["catalogue_reference"]) for national, row in zip(stated["designation"], rows, strict=True)]
    candidates = bench.candidates(stated)
    result = evaluate(candidates, truth, bench.works)
    show("GB, adopted number stated", result)
    first = {row["national"]: row for row in candidates.rows() if row["rank"] == 1}
    for (national, expected), row in zip(truth, rows, strict=True):
        found = first.get(national, {})
        degree = (
            ""
            if found.get("suggested_degree", "") in {row["degree"], "MOD" if row["degree"] == "EQV" else row["degree"]}
            else "DEGREE"
        )
        if found.get("international") != expected or degree:
            print(
                "      stated:",
                national,
                row["adopted_reference"],
                expected,
                "->",
                found.get("international"),
                found.get("suggested_degree"),
                degree,
            )
    results = {"gb stated": result}
    for language, title in (("Chinese", "title_zh"), ("English", "title_en")):
        some = [row for row in rows if row[title]]
        table = a_table([national_row(row, stated=False, only_title=title) for row in some])
        hidden, names = without_numbers(table)
        pairs = [
            (names[national], row["catalogue_reference"])
            for national, row in zip(table["designation"], some, strict=True)
        ]
        results |= judged(bench, f"GB, {language} titles alone", hidden, pairs, misses)
    return results


def judged(bench: Bench, name: str, national: Table, truth: Pairs, misses: bool) -> dict[str, Evaluation]:
    candidates = bench.candidates(national)
    result = evaluate(candidates, truth, bench.works)
    show(name, result)
    if misses:
        for national_name, work in truth:
            found = [row for row in candidates.rows() if row["national"] == national_name]
            position = bench.works.position(work)
            if not found or bench.works.position(found[0]["work"]) != position:
                row = national["designation"].index(national_name)
                print("     ", work, "|", national["title_en"][row] or national["title"][row])
                for one in found[:3]:
                    print(
                        "          ",
                        one["work"],
                        one["score"],
                        one["band"],
                        [(e[0], e[2], e[4]) for e in one["evidence"]],
                    )
    return {name: result}


def show(name: str, result: Evaluation) -> None:
    print(f"{name}: n {result.n}")
    print("   " + ", ".join(f"@{depth} {share(value)}" for depth, value in result.recall.items()))
    print(f"   mrr {result.mean_reciprocal_rank:.4f}, strong share {share(result.strong)}")
    print("   precision: " + ", ".join(f"{band} {share(value)}" for band, value in result.precision.items()))


def share(value: Share) -> str:
    if value.value is None:
        return "n/a"
    return f"{value.value:.4f} [{value.low:.3f}-{value.high:.3f}] ({value.numerator}/{value.denominator})"


def compare(name: str, result: Evaluation, before: Mapping[str, int]) -> None:
    """How many cases are ranked better and worse than in the baseline."""
    known = [(before[key] or 999, rank or 999) for key, rank in result.ranks.items() if key in before]
    if known:
        better, worse = sum(now < old for old, now in known), sum(now > old for old, now in known)
        print(f"{name}: {better} better, {worse} worse than the baseline")


def read(path: Path, level: Level) -> Table:
    return read_catalogue(ReadRequest(path=path, level=level, today=TODAY), Silent()).table


def table_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def canonical(text: str) -> str:
    parsed = parse_designation(text)
    return str(parsed) if isinstance(parsed, Designation) else text


def only(table: Table, names: set[str]) -> Table:
    return table.take([row for row, name in enumerate(table["designation"]) if name in names])


def without_numbers(table: Table) -> tuple[Table, dict[str, str]]:
    """The same standards under numbers that exist nowhere, TS and TR kept; and the new name of each."""
    names: dict[str, str] = {}
    columns = {name: list(column) for name, column in table.columns.items()}
    for row, name in enumerate(table["designation"]):
        head = name.split()[0]
        work = f"{head} Z {990000 + row}"
        names[name] = f"{work}:{table['year'][row] or 2000}"
        columns["designation"][row], columns["work"][row], columns["family"][row] = names[name], work, work
    return Table(columns), names


def a_table(rows: Sequence[Mapping[str, object]]) -> Table:
    columns = {field.name: [row.get(field.name, empty_value(field.kind)) for row in rows] for field in FIELDS}
    return Table(columns | {"duplicate_of": [None] * len(rows)})


def national_row(row: Mapping[str, str], *, stated: bool, only_title: str = "") -> dict[str, object]:
    """A row of the Chinese truth as a reader would give it."""
    parsed = parse_designation(row["national_reference"])
    if not isinstance(parsed, Designation):
        raise SystemExit(f"not understood: {row['national_reference']}")
    statements = list(parse_statements(row["adopted_reference"], row["degree"])[0]) if stated else []
    statements += stated_by_number(parsed) if stated else ()
    return {
        "designation": str(parsed),
        "work": parsed.work,
        "family": parsed.family,
        "publisher": parsed.publisher,
        "type": parsed.type,
        "year": parsed.year,
        "published": str(parsed.year or ""),
        "title": row["title_zh"] if only_title in {"", "title_zh"} else "",
        "title_en": row["title_en"] if only_title in {"", "title_en"} else "",
        "status": "in_force",
        "statements": [
            [
                str(one.designation),
                one.degree.value if isinstance(one.degree, Degree) else None,
                one.raw,
                one.legacy or "",
            ]
            for one in statements
        ],
    }


if __name__ == "__main__":
    main()
