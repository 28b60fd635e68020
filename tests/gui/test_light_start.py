"""The window opens without the libraries of matching, tables and reports."""

import subprocess
import sys

LATER = {"scipy", "pandas", "sqlalchemy", "alembic", "reportlab", "xlsxwriter", "openpyxl", "pint"}


def test_the_window_loads_none_of_what_is_only_used_later() -> None:
    program = "import sys, aligner.gui.app; print(*sys.modules, sep='\\n')"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert LATER & set(ended.stdout.split()) == set()
