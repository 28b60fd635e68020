"""Every command with its keys, its place in the menus and the test that does it: `python -m tests.gui.command_list`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from aligner.gui.commands.command_set import plain, shown_keys
from aligner.gui.commands.registry import COMMANDS, MENUS
from tests.gui.commands.test_registry import SCENES, Scene, test_a_command_does_what_it_says

ROOT = Path(__file__).parents[2]
HEADINGS = ("Command", "Text", "Keys", "Menu", "Test", "What the test does")


def lines() -> Iterator[tuple[str, ...]]:
    """One line for each command, in the order of the menus; the last two are "" for a command without a test."""
    menus = {name: plain(text) for name, text in MENUS}
    for command in COMMANDS:
        scene = SCENES.get(command.id)
        test = f"commands/test_registry.py::{test_a_command_does_what_it_says.__name__}[{command.id}]" if scene else ""
        yield (
            command.id,
            plain(command.text),
            shown_keys(command.shortcut),
            menus[command.menu],
            test,
            _where(scene) if scene else "",
        )


def _where(scene: Scene) -> str:
    """File and function of a scene."""
    file = Path(scene.__code__.co_filename).relative_to(ROOT).as_posix()
    return f"{file}: {scene.__qualname__.partition('.')[0]}"


def main() -> None:
    """Print the list as a table of Markdown."""
    listed = list(lines())
    for line in (HEADINGS, ("---",) * len(HEADINGS), *listed):
        sys.stdout.write(f"| {' | '.join(line)} |\n")
    sys.stdout.write(f"\n{len(listed)} commands, {sum(bool(line[4]) for line in listed)} of them with a test\n")


if __name__ == "__main__":
    main()
