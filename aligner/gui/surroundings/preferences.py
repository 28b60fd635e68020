"""What the window remembers between two starts: language, colours, recent projects, sizes, places."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aligner import own_files, paths

MOST_RECENT = 12

logger = logging.getLogger(__name__)


class Preferences:
    """Plain values by name in one JSON file; a file that cannot be read or written is as good as none."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.user_config() / "window.json"
        self._values = self._read()

    def text(self, name: str, default: str = "") -> str:
        """The text under this name."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def mapping(self, name: str) -> dict[str, Any]:
        """The mapping under this name, a copy; empty when there is none."""
        value = self._values.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def set(self, name: str, value: str | Mapping[str, Any]) -> None:
        """Remember a text or a mapping of plain values; it is on disk after `save`."""
        self._values[name] = value if isinstance(value, str) else dict(value)

    def recent_projects(self) -> list[str]:
        """Addresses of the projects opened last, newest first."""
        value = self._values.get("recent")
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []

    def remember_project(self, address: str) -> None:
        """Put this project at the head of the recent ones."""
        others = [one for one in self.recent_projects() if one != address]
        self._values["recent"] = [address, *others][:MOST_RECENT]

    def forget_project(self, address: str) -> None:
        """Take a project off the list of recent ones; the project itself stays."""
        self._values["recent"] = [one for one in self.recent_projects() if one != address]

    def save(self) -> None:
        """Write the file, whole or not at all."""
        try:
            own_files.private_folder(self._file.parent)
            own_files.remove_left_behind(self._file.parent)
            with own_files.unfinished(self._file) as unfinished:
                unfinished.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
                unfinished.replace(self._file)
        except OSError:
            logger.warning("the preferences could not be saved to %s", self._file, exc_info=True)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            logger.warning("the preferences in %s could not be read", self._file, exc_info=True)
            return {}
        return values if isinstance(values, dict) else {}
