"""Changes the program at random places, one at a time, and counts how many of the changes the tests notice.

Run: python -m tests.campaigns.mutate [--count 400] [--seed 1] [--seconds 3600] [--mirrored] [--only matching/scoring]
     [--results FILE.jsonl]

Works on a copy of the checkout. A change is tried against the tests that mirror the changed file, then against those
of its layer; with --mirrored against the first alone, or those of its room where no test has the file's name.
Results are kept in a file, one line for each change: a run that was ended goes on where it was. Survivors are printed
with the place and what was changed: each wants a test, or is a change that changes nothing.
"""

import argparse
import ast
import contextlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("domain", "indicators", "matching", "comparing", "storage", "readers")
COPIED = ("aligner", "tests", "resources", "sample_data", "pyproject.toml", "README.md", "CONTRIBUTING.md")
HEAVY = ("numpy", "scipy.sparse", "scipy.optimize", "rapidfuzz", "hypothesis", "pint", "sqlalchemy")
"""Loaded once, before the tests of each change run in a fork of this process."""
REWRITING = "ignore::pytest.PytestAssertRewriteWarning"
"""Of no importance: hypothesis is loaded before the tests."""
LONGEST = 180
"""Seconds after which the tests of a change are ended; a change that makes them go on for ever is noticed."""

OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
UNCHANGED_CALLS = {"N_", "translate", "say", "AlignerError", "Field"}
"""Calls whose arguments are words for people or plain tables."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the text of a place, and what it becomes."""

    file: str
    """Below aligner/."""
    line: int
    column: int
    """In bytes, as the parser counts."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one change."""

    mutation: Mutation
    noticed: bool
    seconds: float


def mutations(file: str, source: str) -> Iterator[Mutation]:
    """Every change that could be made to a file."""
    lines = source.encode().splitlines(keepends=True)
    for node in _code(ast.parse(source)):
        for changed in _changed(node):
            old = _segment(lines, node).decode()
            yield Mutation(file, node.lineno, node.col_offset, old, f"({ast.unparse(changed)})")


def applied(source: str, mutation: Mutation) -> str:
    """The source with the change made."""
    lines = source.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: mutation.line - 1])) + mutation.column
    text, old = source.encode(), mutation.old.encode()
    assert text[start : start + len(old)] == old
    return (text[:start] + mutation.new.encode() + text[start + len(old) :]).decode()


def _segment(lines: Sequence[bytes], node: ast.expr) -> bytes:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    some = list(lines[node.lineno - 1 : node.end_lineno])
    some[-1] = some[-1][: node.end_col_offset]
    some[0] = some[0][node.col_offset :]
    return b"".join(some)


def _code(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that are run: no annotations, decorators, docstrings, texts, or insides of f-strings."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Call) and _called(node) in UNCHANGED_CALLS):
        return
    if isinstance(node, ast.expr):
        yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _changed(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression could become."""
    match node:
        case ast.Compare(left, [operator], comparators) if type(operator) in OPERATORS:
            yield ast.Compare(left, [OPERATORS[type(operator)]()], comparators)  # type: ignore[list-item]
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(OPERATORS[type(operator)](), values)  # type: ignore[arg-type]
        case ast.BinOp(left, operator, right) if type(operator) in OPERATORS and not _is_text(left, right):
            yield ast.BinOp(left, OPERATORS[type(operator)](), right)  # type: ignore[arg-type]
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.IfExp(test, body, other):
            yield ast.IfExp(test, other, body)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Call(ast.Name(name), arguments, keywords) if name in FUNCTIONS:
            yield ast.Call(ast.Name(FUNCTIONS[name]), arguments, keywords)


def _is_text(*sides: ast.expr) -> bool:
    return any(isinstance(side, ast.JoinedStr) or isinstance(getattr(side, "value", None), str) for side in sides)


def chosen(only: str, seed: int) -> list[Mutation]:
    """All changes in scope in a random order that depends on the seed alone."""
    package = ROOT / "aligner"
    files = [file for layer in LAYERS for file in sorted((package / layer).rglob("*.py"))]
    named = [(file.relative_to(package).as_posix(), file.read_text(encoding="utf-8")) for file in files]
    found = [mutation for name, source in named if name.startswith(only) for mutation in mutations(name, source)]
    random.Random(seed).shuffle(found)
    return found


def places_of_tests(file: str, root: Path, *, mirrored: bool = False) -> list[str]:
    """The tests that mirror a file, where there are some, then those of its layer; or the nearest of these alone."""
    path = Path(file)
    mirror = Path("tests") / path.parent / f"test_{path.stem}.py"
    room = next(folder for folder in mirror.parents if (root / folder).is_dir())
    if mirrored:
        return [str(mirror if (root / mirror).exists() else room)]
    return [*([str(mirror)] if (root / mirror).exists() else []), f"tests/{path.parts[0]}"]


def is_noticed(copy: Path, tests: str) -> bool:
    """Whether these tests fail in the copy; they run in a fork, so that libraries are loaded but once."""
    child = os.fork()
    if child == 0:
        os.setsid()
        _run(copy, tests)
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(copy: Path, tests: str) -> None:
    """Run the tests and end this process. A change that hinders the import of a module is noticed, too."""
    code = 1
    try:
        os.chdir(copy)
        sys.path[0] = str(copy)
        with Path(os.devnull).open("w") as nothing:
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        import pytest  # noqa: PLC0415 - in the child, where it belongs to one run

        options = ["-x", "-n0", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-W", REWRITING]
        code = int(pytest.main([*options, tests]))
    finally:
        os._exit(code)


def tried(copy: Path, mutation: Mutation, *, mirrored: bool) -> Result:
    """The result of one change."""
    file = copy / "aligner" / mutation.file
    source = file.read_text(encoding="utf-8")
    begun = time.monotonic()
    file.write_text(applied(source, mutation), encoding="utf-8")
    try:
        noticed = any(is_noticed(copy, tests) for tests in places_of_tests(mutation.file, copy, mirrored=mirrored))
    finally:
        file.write_text(source, encoding="utf-8")
    return Result(mutation, noticed, round(time.monotonic() - begun, 1))


def copied(folder: Path) -> Path:
    """A copy of what the tests need."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "screenshots"))
        else:
            shutil.copy(source, folder / name)
    return folder


def kept(results: Path) -> dict[Mutation, Result]:
    """The results of earlier runs."""
    if not results.exists():
        return {}
    rows = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    found = [Result(Mutation(**row["mutation"]), row["noticed"], row["seconds"]) for row in rows]
    return {result.mutation: result for result in found}


def report(results: Sequence[Result]) -> None:
    """The share noticed in each layer, and the survivors."""
    for result in results:
        if not result.noticed:
            change = result.mutation
            print(f"survived: aligner/{change.file}:{change.line}: {change.old!r} -> {change.new!r}")
    layers = Counter(result.mutation.file.split("/")[0] for result in results)
    noticed = Counter(result.mutation.file.split("/")[0] for result in results if result.noticed)
    for layer, count in [*layers.items(), ("all", len(results))]:
        seen = noticed[layer] if layer in layers else sum(noticed.values())
        print(f"{layer}: {seen} of {count} noticed ({seen / count:.1%})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=Path("mutation.jsonl"))
    parser.add_argument("--only", default="", help="beginning of the files' paths below aligner/")
    parser.add_argument("--unchecked", action="store_true", help="the tests are known to pass without any change")
    parser.add_argument("--mirrored", action="store_true", help="only the tests that mirror a file, or its room's")
    parser.add_argument("--seconds", type=float, default=3600.0, help="no change is tried later than this")
    options = parser.parse_args()
    wanted = chosen(options.only, options.seed)
    print(f"{len(wanted)} changes could be made; {min(options.count, len(wanted))} are tried", flush=True)
    for name in HEAVY:
        __import__(name)
    known = kept(options.results)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder, options.results.open("a", encoding="utf-8") as file:
        copy = copied(Path(folder))
        begun = time.monotonic()
        layers = {places_of_tests(change.file, copy)[-1] for change in wanted}
        for tests in sorted(layers):
            if not options.unchecked and is_noticed(copy, tests):
                raise SystemExit(f"{tests} fails without any change")
        for mutation in wanted[: options.count]:
            if mutation not in known and time.monotonic() - begun > options.seconds:
                break
            result = known.get(mutation) or tried(copy, mutation, mirrored=options.mirrored)
            results.append(result)
            if mutation not in known:
                file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
                file.flush()
    report(results)


if __name__ == "__main__":
    main()
