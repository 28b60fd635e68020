"""A splitter whose sizes are remembered."""

from typing import Any

from PySide6.QtWidgets import QSplitter


def restore_sizes(splitter: QSplitter, sizes: Any) -> None:
    """Give the parts the sizes that `sizes()` gave before; anything else is left out."""
    if isinstance(sizes, list) and len(sizes) == splitter.count() and all(isinstance(one, int) for one in sizes):
        splitter.setSizes(sizes)
