"""Finds the weights of the shipped recipe on known pairs, numbers hidden; run by hand on real catalogues.

    python tests/benchmarks/matching_fit.py --data DIR [--out FILE.toml]

Prints what the fit changed and what it gave on pairs not seen (five-fold), and writes the recipe when asked to.
"""

import argparse
from pathlib import Path

from matching_quality import TODAY, Bench, only, without_numbers

from aligner.domain.progress import Silent
from aligner.matching.learning.fit import fit
from aligner.matching.scoring.recipe import read_recipe, shipped_recipe


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--recipe", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    bench = Bench(options.data, read_recipe(options.recipe) if options.recipe else shipped_recipe())
    truth = bench.pairs("truth_jis.csv")
    hidden, names = without_numbers(only(bench.national, {national for national, _ in truth}))
    verdicts = [(names[national], work, True) for national, work in truth]
    found = fit(hidden, bench.international, verdicts, bench.recipe, Silent(), works=bench.works, at=TODAY)
    print(f"{found.pairs} pairs; top-1 on unseen ones before {found.before.value:.4f}, after {found.after.value:.4f}")
    for name, (old, new) in found.changed.items():
        print(f"   {name}: {old} -> {new}")
    if options.out:
        options.out.write_text(found.recipe.to_toml(), encoding="utf-8")


if __name__ == "__main__":
    main()
