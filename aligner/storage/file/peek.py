"""A look at one setting of a project file before the project is opened: in a millisecond, without SQLAlchemy.

Only for beginning work early that is begun anew when the opened project says otherwise.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from aligner import named_files


def setting_seen(address: str, name: str) -> object | None:
    """The setting as it is in the file; None when there is none, no such file, or nothing that can be read now."""
    path = Path(address)
    if not named_files.is_file(address):
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        found: object = json.loads(row[0]) if row else None
    except (sqlite3.Error, OSError, ValueError, TypeError, RecursionError):
        return None
    return found
