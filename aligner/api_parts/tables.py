"""Tables as pandas has them; pandas, which takes a second to load, is loaded with the first one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from aligner.domain.standards.table import Table


def frame(table: Table) -> pd.DataFrame:
    """The table with its columns under their names."""
    import pandas as pd  # noqa: PLC0415 - see above

    return pd.DataFrame(dict(table.columns))


def frame_of(rows: Iterable[Mapping[str, Any]], columns: list[str] | None = None) -> pd.DataFrame:
    """A row for each of these; `columns` names them where there may be no row to do so."""
    import pandas as pd  # noqa: PLC0415 - see above

    return pd.DataFrame(list(rows), columns=columns)


def as_html(values: Mapping[str, Any]) -> str:
    """Names and values as a table for a notebook; whatever a file said is text and no markup."""
    rows = "".join(
        f"<tr><th style='text-align:left'>{escape(name.replace('_', ' '))}</th><td>{escape(str(value))}</td></tr>"
        for name, value in values.items()
        if value not in (None, "")
    )
    return f"<table>{rows}</table>"
