"""What all campaigns share: numbered rounds from a seed, a bound in time, going on where the last run ended, a figure.

Round N of a seed does the same on every computer, so a round that failed can be run again alone:
`--first N --rounds 1`.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Round = Callable[[int, random.Random], str]
"""Does the round of this number with these dice and gives its outcome; one that begins with "!" is a failure."""


def run(
    name: str, play: Round, rounds: int, arguments: list[str] | None = None, story: Callable[[], str] | None = None
) -> None:
    """Play the rounds that the command line asks for, print the figure, and end with 1 after a failure.

    `story` says at the end what the campaign has to add to its figure.
    """
    options = _options(name, rounds, arguments)
    begun = time.monotonic()
    outcomes = Counter[str]()
    number = options.first
    if options.resume and options.resume.exists():
        kept = json.loads(options.resume.read_text(encoding="utf-8"))
        number, outcomes = kept["next"], Counter(kept["outcomes"])
    last = options.first + options.rounds
    while number < last and time.monotonic() - begun < options.seconds:
        outcome = play(number, random.Random(f"{options.seed} {number}"))
        outcomes[outcome] += 1
        if outcome.startswith("!"):
            print(f"round {number}: {outcome[1:]}", flush=True)
        number += 1
        if options.resume:
            _keep(options.resume, number, outcomes)
    print(figure(name, outcomes, options.seed, time.monotonic() - begun))
    if story is not None:
        print(story())
    sys.exit(1 if any(outcome.startswith("!") for outcome in outcomes) else 0)


def _keep(path: Path, number: int, outcomes: Counter[str]) -> None:
    """Write how far the run came: at once or not at all, as it may be ended at any moment."""
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.write_text(json.dumps({"next": number, "outcomes": outcomes}), encoding="utf-8")
    unfinished.replace(path)


def taken(arguments: list[str], name: str, default: str) -> str:
    """The value of an option of this campaign's own, taken out of the list."""
    if name not in arguments:
        return default
    place = arguments.index(name)
    _, value = arguments[place : place + 2]
    del arguments[place : place + 2]
    return value


def _options(name: str, rounds: int, arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(name)
    parser.add_argument("--rounds", type=int, default=rounds, help="how many rounds")
    parser.add_argument("--first", type=int, default=0, help="number of the first round")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other rounds")
    parser.add_argument("--seconds", type=float, default=3600.0, help="no round begins later than this")
    parser.add_argument("--resume", type=Path, help="file that remembers how far the last run came")
    return parser.parse_args(arguments)


def figure(name: str, outcomes: Counter[str], seed: int, seconds: float) -> str:
    """One line: how many rounds, and what came of them."""
    parts = ", ".join(f"{count} {outcome.lstrip('!')}" for outcome, count in sorted(outcomes.items()))
    failures = sum(count for outcome, count in outcomes.items() if outcome.startswith("!"))
    return f"{name}: {outcomes.total()} rounds (seed {seed}, {seconds:.0f} s): {parts}; {failures} failures"
