"""The named sets of counting rules: plain TOML files that a committee can read and change (domain.md 8.13)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aligner import named_files, paths
from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.domain.toml import parse_toml

PROFILES = ("outline-85", "strict-current", "lenient", "all-deliverables", "industry-inclusive")
"""The profiles that come with the program; the first is the default."""

TEXTS = ("name", "title_en", "title_zh", "description_en", "description_zh")
"""What a profile's file says above its rules."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Counting rules under a name, with a title and a description in both languages.

    `ignored` is what a kept profile says about rules that this program does not know; nothing is counted by it.
    """

    name: str
    title_en: str
    title_zh: str
    description_en: str
    description_zh: str
    rules: CountingRules
    ignored: Mapping[str, Any] = field(default_factory=dict)

    def findings(self) -> tuple[Finding, ...]:
        """What is ignored, as a sentence; none when everything is understood."""
        if not self.ignored:
            return ()
        rules = tuple(sorted(self.ignored))
        return (Finding("profile_adapted", IGNORED, {"profile": self.title_en or self.name, "rules": rules}),)


IGNORED = N_(
    "The profile “{profile}” was made by another version of the program: it counts without its rules {rules}, which "
    "this version does not know."
)


def own_profiles() -> Path:
    """The folder in which a user's own profiles are kept; it may not be there yet."""
    return paths.user_config() / "profiles"


def load_profile(name: str = PROFILES[0]) -> Profile:
    """The profile that comes with the program under this name, or that is in this file.

    What the user keeps among the own profiles is read as far as this program knows it; any other file is refused when
    something in it is unclear. Raises AlignerError when there is no such profile or file, and when the file is no
    profile.
    """
    if name in PROFILES:
        return read_profile(paths.resources() / "profiles" / f"{name}.toml")
    file = Path(name)
    if file.suffix != ".toml" or not named_files.is_file(name):
        raise AlignerError(
            N_("There is no profile “{name}”. Name one of {known}, or a .toml file."),
            name=name,
            known=", ".join(PROFILES),
        )
    return kept_profile(file) if file.parent == own_profiles() else read_profile(file)


def kept_profile(file: Path) -> Profile:
    """The profile in a file that some version of the program wrote: what this one does not know is ignored.

    Raises AlignerError only when the file cannot be read.
    """
    values = _table_of(file)
    written = values.get("rules", {})
    rules, ignored = CountingRules.from_kept(written if isinstance(written, dict) else {})
    texts = {key: text if isinstance(text := values.get(key, ""), str) else "" for key in TEXTS}
    return Profile(
        **texts | {"name": texts["name"] or file.stem},
        rules=rules,
        ignored={name: written[name] for name in ignored},
    )


def read_profile(file: Path) -> Profile:
    """The profile in a TOML file: name and titles at the top, the rules that differ in the table [rules]."""
    values = _table_of(file)
    texts = {key: value for key, value in values.items() if key != "rules"}
    for key, value in texts.items():
        if key not in TEXTS or not isinstance(value, str):
            raise AlignerError(
                N_("The profile {file} has an unknown entry “{key}”. Rules go below [rules]."),
                file=str(file),
                key=key,
            )
    rules = values.get("rules", {})
    if not isinstance(rules, dict):
        raise AlignerError(N_("In the profile {file}, [rules] must be a table."), file=str(file))
    filled = {key: texts.get(key, "") for key in TEXTS} | {"name": texts.get("name", file.stem)}
    return Profile(rules=CountingRules.from_mapping(rules), **filled)


def _table_of(file: Path) -> dict[str, Any]:
    try:
        return parse_toml(file.read_text(encoding="utf-8-sig"))  # editors on Windows write a mark
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AlignerError(
            N_("The profile {file} cannot be read: {reason}."), file=str(file), reason=str(error).rstrip(".")
        ) from error
