"""An open project: how it is made, opened and closed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Self

from aligner import settings
from aligner.api_parts.tables import as_html, frame_of
from aligner.domain.progress import Progress, Silent
from aligner.i18n import translator
from aligner.usecases.project import backups
from aligner.usecases.project.opening import check_project, new_project, open_project

if TYPE_CHECKING:
    from types import TracebackType

    import pandas as pd

    from aligner.usecases.hand_outs.project_info import ProjectInfo
    from aligner.usecases.project.backups import Restored
    from aligner.usecases.project.session import Session


class OpenProject:
    """What every part works on."""

    def __init__(self, session: Session, progress: Progress | None = None) -> None:
        self._session = session
        self._progress = progress or Silent()

    @classmethod
    def new(cls, address: str | Path, *, reviewer: str | None = None, progress: Progress | None = None) -> Self:
        """A new, empty project: a file or a postgresql:// address. `reviewer` signs decisions."""
        return cls(new_project(str(address), reviewer or settings.load_settings().reviewer), progress)

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        reviewer: str | None = None,
        read_only: bool = False,
        progress: Progress | None = None,
    ) -> Self:
        """The project at this address."""
        name = reviewer or settings.load_settings().reviewer
        return cls(open_project(str(address), name, read_only=read_only), progress)

    @staticmethod
    def restore(address: str | Path, backup: str | Path | None = None) -> Restored:
        """Put the newest sound backup of a damaged project back, with the later changes that its journal holds.

        With `backup` it is this one.
        """
        return backups.restore_project(str(address), Path(backup) if backup is not None else None)

    @staticmethod
    def backups(address: str | Path) -> pd.DataFrame:
        """The copies that a project can be restored from, newest first.

        Columns made_at (UTC), size (bytes), precedes_conversion (kept before a newer program changed the file), file.
        """
        listed = [asdict(one) | {"file": str(one.file)} for one in backups.backups(str(address))]
        return frame_of(listed, columns=["made_at", "size", "precedes_conversion", "file"])

    def back_up(self, out: str | Path | None = None) -> Path:
        """Copy the project into this new file, or among its backups; gives the file."""
        return backups.back_up(self._session.address, Path(out) if out is not None else None).file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the project."""
        self._session.close()

    def info(self) -> ProjectInfo:
        """What the project holds and who changed it last."""
        from aligner.usecases.hand_outs.project_info import project_info  # noqa: PLC0415 - loads what counts

        return project_info(self._session)

    def _repr_html_(self) -> str:
        """A notebook shows this: the project at a glance."""
        return as_html(asdict(self.info()))

    def check(self) -> list[str]:
        """What is wrong with the project file, as English sentences; empty when it is sound."""
        english = translator("en")
        return [english.sentence(finding) for finding in check_project(self._session)]
