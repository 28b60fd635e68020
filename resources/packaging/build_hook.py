"""Compiles the translations while the package is built; hatch runs it (pyproject.toml)."""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTranslations(BuildHookInterface):
    """Puts a .mo file beside each .po file of a wheel; a checkout that is installed in place has none to grow old."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to what the wheel holds."""
        if version == "editable":
            return
        root, folder = Path(self.root), Path(mkdtemp())
        messages = _messages(root)
        for source in sorted((root / "resources/locale").rglob("*.po")):
            place = source.relative_to(root).with_suffix(".mo")
            made = folder / "-".join(place.parts)
            made.write_bytes(messages.compiled(source.read_text(encoding="utf-8")))
            build_data["force_include"][str(made)] = f"aligner/{place.as_posix()}"


def _messages(root: Path) -> ModuleType:
    """The module that compiles, without the rest of the program and what it needs."""
    loader = SourceFileLoader("messages", str(root / "aligner/messages.py"))
    module = ModuleType(loader.name)
    loader.exec_module(module)
    return module
