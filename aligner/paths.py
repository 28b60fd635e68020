"""Where the program's own files and the user's folders are."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _shipped(folder: str) -> Path:
    """A folder of the distribution: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resources() -> Path:
    """Folder with translations, column aliases and profiles."""
    return _shipped("resources")


def sample_data() -> Path:
    """Folder with the sample catalogues and decisions."""
    return _shipped("sample_data")


def user_config() -> Path:
    """The user's folder for settings and remembered mappings, or what ALIGNER_CONFIG names; may not exist yet."""
    if named := os.environ.get("ALIGNER_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - the child that reads a file does without it

    return user_config_path("aligner", appauthor=False)


def settings_file() -> Path:
    """The file with the user's settings; may not exist."""
    return user_config() / "settings.toml"


def log_file() -> Path:
    """The file that faults of the program are written to; may not exist."""
    return user_log() / "aligner.log"


def user_log() -> Path:
    """The user's folder for log files, or what ALIGNER_LOG names; may not exist yet."""
    if named := os.environ.get("ALIGNER_LOG"):
        return Path(named)
    from platformdirs import user_log_path  # noqa: PLC0415 - the child that reads a file does without it

    return user_log_path("aligner", appauthor=False)


def user_cache() -> Path:
    """The user's folder for what can be made again, or what ALIGNER_CACHE names; may not exist yet."""
    if named := os.environ.get("ALIGNER_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 - the child that reads a file does without it

    return user_cache_path("aligner", appauthor=False)
