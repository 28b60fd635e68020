"""What the user chose once for all projects: reviewer name and language."""

import getpass
import os
from dataclasses import dataclass

from aligner import paths
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.domain.toml import parse_toml
from aligner.i18n import LANGUAGES, system_language


@dataclass(frozen=True, slots=True)
class Settings:
    """`reviewer` signs decisions, `language` is "en" or "zh"."""

    reviewer: str
    language: str


def load_settings() -> Settings:
    """The user's settings file (settings.toml in the configuration folder), completed from the system.

    The variables ALIGNER_REVIEWER and ALIGNER_LANG of the environment come before the file. Raises AlignerError when
    the file is there but cannot be read.
    """
    file = paths.settings_file()
    chosen: dict[str, object] = {}
    if file.is_file():
        try:
            chosen = parse_toml(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise AlignerError(
                N_("The settings file {file} cannot be read ({reason}). Correct or delete it."),
                file=str(file),
                reason=str(error),
            ) from error
    language = os.environ.get("ALIGNER_LANG") or chosen.get("language")
    return Settings(
        reviewer=str(os.environ.get("ALIGNER_REVIEWER") or chosen.get("reviewer") or _user_name()),
        language=str(language) if language in LANGUAGES else system_language(),
    )


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account name, as in some containers
        return "reviewer"
