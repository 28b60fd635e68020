"""Figures of the house: how long, how deep, how round and how well described it is, and the way of one pair.

    python tests/benchmarks/house.py [--longest 10]

Needs no project and runs nothing: it reads the source. The way of one pair between a cell and the report is the list
of STATIONS below; what is said of it is only which of these modules are still there.
"""

import argparse
import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "aligner"
NO_CODE = 12
"""A file with fewer lines holds nothing that wants a test of its own."""

Imports = Mapping[str, frozenset[str]]


def files() -> list[Path]:
    """Every module but the empty packages."""
    return [file for file in sorted(PACKAGE.rglob("*.py")) if file.name != "__init__.py"]


def name_of(file: Path) -> str:
    """The dotted name of a module."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, however deep."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        return 0
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1


def imports(trees: Mapping[str, ast.Module]) -> Imports:
    """Which modules of the house each one imports when it is loaded; those for types only do not count."""
    return {name: frozenset(_imported(tree, trees)) for name, tree in trees.items()}


def _imported(tree: ast.Module, known: Mapping[str, ast.Module]) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found = whole if whole in known else node.module
                if found in known:
                    yield found
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def deepest(graph: Imports) -> list[str]:
    """The longest chain of imports, from the top down. The graph has no circles."""
    below: dict[str, list[str]] = {}

    def chain(name: str) -> list[str]:
        if name not in below:
            below[name] = [name, *max(map(chain, graph[name]), key=len, default=[])]
        return below[name]

    return max(map(chain, graph), key=len)


def circles(graph: Imports) -> list[list[str]]:
    """Groups of modules that import one another, the largest first (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        waiting.append(name)
        for other in graph[name]:
            if other not in order:
                visit(other)
            if other in waiting:
                low[name] = min(low[name], low[other])
        if low[name] == order[name]:
            group = waiting[waiting.index(name) :]
            del waiting[waiting.index(name) :]
            if len(group) > 1:
                found.append(group)

    for name in graph:
        if name not in order:
            visit(name)
    return sorted(found, key=len, reverse=True)


def mirrored() -> tuple[int, int, list[str]]:
    """How many modules with code have tests in their own place, of how many, and those that lack them."""
    wanted = [file for file in files() if len(file.read_text(encoding="utf-8").splitlines()) >= NO_CODE]
    lacking = [
        str(file.relative_to(PACKAGE))
        for file in wanted
        if not (ROOT / "tests" / file.relative_to(PACKAGE).with_name(f"test_{file.name}")).exists()
    ]
    return len(wanted) - len(lacking), len(wanted), lacking


def documented(trees: Mapping[str, ast.Module]) -> float:
    """Share of the modules, public classes and public functions with a docstring."""
    nodes: list[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef] = [*trees.values()]
    for tree in trees.values():
        for node in [*tree.body, *(one for each in tree.body if isinstance(each, ast.ClassDef) for one in each.body)]:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
                nodes.append(node)
    return sum(ast.get_docstring(node) is not None for node in nodes) / len(nodes)


STATIONS = (
    ("aligner.readers.process.child", "the file is given to a process of its own"),
    ("aligner.readers.sheets.registry", "its sheet becomes rows of cells"),
    ("aligner.readers.columns.headers", "its headings become columns"),
    ("aligner.readers.rows.standards", "its cells become standards"),
    ("aligner.usecases.catalogues.load", "the catalogue is loaded"),
    ("aligner.storage.store", "the project keeps it"),
    ("aligner.matching.sides.prepare", "both sides are prepared"),
    ("aligner.matching.sides.block", "near titles are found"),
    ("aligner.matching.scoring.score", "the pair is scored"),
    ("aligner.matching.scoring.rank", "and ranked"),
    ("aligner.matching.scoring.band", "and put into a band"),
    ("aligner.usecases.candidates.match", "the candidate is kept"),
    ("aligner.usecases.review.decide", "somebody decides"),
    ("aligner.storage.tables.journal", "the journal keeps the decision"),
    ("aligner.indicators.counting.count", "the decision becomes a link that counts"),
    ("aligner.indicators.figures.conversion", "the link converts a work"),
    ("aligner.usecases.figures.measure", "the figures are measured"),
    ("aligner.usecases.hand_outs.tables", "the rows behind them are made"),
    ("aligner.reports.sheets.registry", "and laid out in sheets"),
    ("aligner.reports.excel", "and written"),
)
"""The way of one pair from a cell to the report, in this order; the script says which of them are gone."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=5, help="how many of the longest files and functions to name")
    options = parser.parse_args()
    texts = {file: file.read_text(encoding="utf-8") for file in files()}
    trees = {name_of(file): ast.parse(text) for file, text in texts.items()}
    graph = imports(trees)
    long_files = sorted(((len(text.splitlines()), name_of(file)) for file, text in texts.items()), reverse=True)
    long_functions = sorted(
        ((lines_of(one), f"{name}.{one.name}") for name, tree in trees.items() for one in functions(tree)), reverse=True
    )
    for kind, found in (("file", long_files), ("function", long_functions)):
        sizes = [size for size, _ in found]
        print(f"lines per {kind}: median {median(sizes):.0f}, p90 {quantiles(sizes, n=10)[8]:.0f}, of {len(sizes)}")
        for size, name in found[: options.longest]:
            print(f"    {size:4} {name}")
    folders = Counter(str(file.parent.relative_to(ROOT)) for file in texts)
    print("files per folder, most:", ", ".join(f"{name} {count}" for name, count in folders.most_common(3)))
    inner = [len(found) for found in graph.values()]
    print(f"imports per module: median {median(inner):.0f}, mean {sum(inner) / len(inner):.1f}, most {max(inner)}")
    rounds = circles(graph)
    print("largest circle of imports:", " ".join(rounds[0]) if rounds else "none")
    chain = deepest(graph)
    print(f"deepest chain of imports: {len(chain)}")
    for name in chain:
        print(f"         {name}")
    have, all_, lacking = mirrored()
    print(f"modules with tests in their own place: {have} of {all_} ({have / all_:.0%})")
    rooms: dict[str, list[str]] = defaultdict(list)
    for name in lacking:
        rooms[str(Path(name).parent)].append(Path(name).stem)
    for room, names in rooms.items():
        print(f"         {room}: {', '.join(names)}")
    print(f"documented: {documented(trees):.1%} of modules, public classes and functions")
    print("the way of one pair:")
    for number, (name, what) in enumerate(STATIONS, 1):
        print(f"     {number:2} {name.removeprefix('aligner.')}: {what}{'' if name in trees else ' (gone)'}")


if __name__ == "__main__":
    main()
