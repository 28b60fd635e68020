"""The program: the command line, which opens the window when asked to."""

import gc
from collections.abc import Sequence

from aligner.cli.face import Window
from aligner.cli.main import main as run_command


def main() -> None:
    """Run the command line with a window at hand; Qt is loaded only when it is opened."""
    try:
        run_command(window=Window(_has_screen, _open))
    finally:
        gc.freeze()  # or the interpreter looks through all of it for garbage as it ends, several times


def _has_screen() -> bool:
    from aligner.gui.surroundings.screen_check import missing_libraries  # noqa: PLC0415 - commands do without the window

    return not missing_libraries()


def _open(files: Sequence[str]) -> int:
    from aligner.gui.app import main as open_window  # noqa: PLC0415 - Qt is heavy, and commands do without it

    return open_window(list(files))


if __name__ == "__main__":
    main()
