"""The named sets of counting rules: plain TOML files that a committee can read and change (domain.md 8.13)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from aligner import paths
from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

PROFILES = ("outline-85", "strict-current", "lenient", "all-deliverables", "industry-inclusive")
"""The profiles that come with the program; the first is the default."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Counting rules under a name, with a title and a description in both languages."""

    name: str
    title_en: str
    title_zh: str
    description_en: str
    description_zh: str
    rules: CountingRules


def load_profile(name: str = PROFILES[0]) -> Profile:
    """The profile that comes with the program under this name, or stands in this file.

    Raises AlignerError when there is no such profile or file, and when the file is no profile.
    """
    if name in PROFILES:
        return read_profile(paths.resources() / "profiles" / f"{name}.toml")
    file = Path(name)
    if file.suffix != ".toml" or not file.is_file():
        raise AlignerError(
            N_("There is no profile “{name}”. Name one of {known}, or a .toml file."),
            name=name,
            known=", ".join(PROFILES),
        )
    return read_profile(file)


def read_profile(file: Path) -> Profile:
    """The profile in a TOML file: name and titles at the top, the rules that differ in the table [rules]."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))  # editors on Windows write a mark
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AlignerError(
            N_("The profile {file} cannot be read: {reason}."), file=str(file), reason=str(error).rstrip(".")
        ) from error
    texts = {key: value for key, value in values.items() if key != "rules"}
    known = {"name", "title_en", "title_zh", "description_en", "description_zh"}
    for key, value in texts.items():
        if key not in known or not isinstance(value, str):
            raise AlignerError(
                N_("The profile {file} has an entry “{key}” that is no text of a profile. Rules stand below [rules]."),
                file=str(file),
                key=key,
            )
    rules = values.get("rules", {})
    if not isinstance(rules, dict):
        raise AlignerError(N_("In the profile {file}, [rules] must be a table."), file=str(file))
    filled = {key: texts.get(key, "") for key in known} | {"name": texts.get("name", file.stem)}
    return Profile(rules=CountingRules.from_mapping(rules), **filled)
