"""`python -m aligner` is the command line; with `gui` and perhaps a project it opens the window."""

import sys


def main() -> None:
    """Open the window or run the command line; each is loaded only when it is wanted."""
    if sys.argv[1:2] == ["gui"]:
        from aligner.gui.app import main as open_window  # noqa: PLC0415 - Qt is heavy, and may be missing

        sys.exit(open_window(sys.argv[2:]))
    from aligner.cli.main import main as run_command  # noqa: PLC0415 - the window does not need it

    run_command()


if __name__ == "__main__":
    main()
