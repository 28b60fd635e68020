"""Counting profiles as files: those that come with the program, and a user's own to copy, change and hand on."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aligner import own_files
from aligner.domain.counting import CHOICES, CHOICES_OF_MANY, DEFAULT_RULES, CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.indicators.counting.profiles import PROFILES, TEXTS, Profile, load_profile, own_profiles
from aligner.reports.content.counting_rules import CHOICES as CHOICE_WORDS
from aligner.reports.content.counting_rules import LABELS, rule_rows
from aligner.reports.exchange.target import replacing

__all__ = ["CHOICES", "CHOICES_OF_MANY", "CHOICE_WORDS", "LABELS", "PROFILES", "CountingRules", "Profile"]


@dataclass(frozen=True, slots=True)
class KnownProfile:
    """A profile that can be chosen: `source` is its name or the path of its file, as `load_profile` takes it."""

    source: str
    profile: Profile
    is_own: bool


@dataclass(frozen=True, slots=True)
class ComparedRule:
    """One counting rule under several profiles, in English words marked for translation."""

    label: str
    settings: tuple[str, ...]
    differs: bool


def profiles() -> list[KnownProfile]:
    """The profiles that come with the program, then the user's own by name, as far as this program knows their rules.

    Own files that cannot be read are left out; `profile_findings` tells of both.
    """
    shipped = [KnownProfile(name, load_profile(name), is_own=False) for name in PROFILES]
    own, _ = _own_profiles()
    return shipped + own


def profile_findings() -> list[AlignerError | Finding]:
    """What is ignored in the user's own profiles, and which of them cannot be read, a sentence each."""
    own, unreadable = _own_profiles()
    return [*(finding for known in own for finding in known.profile.findings()), *unreadable]


def _own_profiles() -> tuple[list[KnownProfile], list[AlignerError]]:
    own, unreadable = [], []
    for file in sorted(own_profiles().glob("*.toml")):
        try:
            own.append(KnownProfile(str(file), load_profile(str(file)), is_own=True))
        except AlignerError as error:
            unreadable.append(error)
    return own, unreadable


def copy_of(profile: Profile, name: str) -> Profile:
    """The profile under another name, its titles that name in both languages."""
    return replace(profile, name=name, title_en=name, title_zh=name, description_en="", description_zh="")


def changed_rules(profile: Profile, values: Mapping[str, Any]) -> Profile:
    """The profile with these rules. Raises AlignerError for a value that a rule cannot have.

    What another version of the program said about a rule that is set now is forgotten.
    """
    ignored = {name: value for name, value in profile.ignored.items() if name not in values}
    rules = CountingRules.from_mapping(profile.rules.to_mapping() | dict(values))
    return replace(profile, rules=rules, ignored=ignored)


def save_own(profile: Profile) -> Path:
    """Keep the profile among the user's own, in the place of one of that name. Raises AlignerError."""
    if profile.name in PROFILES:
        raise AlignerError(N_("“{name}” comes with the program and cannot be changed. Give the copy another name."),
                           name=profile.name)  # fmt: skip
    try:
        own_files.private_folder(own_profiles())
    except OSError as error:
        raise AlignerError(
            N_("The folder {folder} cannot be created ({reason})."),
            folder=str(own_profiles()),
            reason=error.strerror or str(error),
        ) from error
    return save_profile(profile, own_profiles() / f"{_file_name(profile.name)}.toml")


def save_profile(profile: Profile, target: Path) -> Path:
    """Write the profile as a TOML file that `load_profile` reads. Raises AlignerError when that fails."""
    with replacing(target) as file:
        file.write(as_toml(profile).encode())
    return target


def remove_own(source: str) -> None:
    """Forget one of the user's own profiles."""
    file = Path(source)
    if file.parent == own_profiles():
        file.unlink(missing_ok=True)


def as_toml(profile: Profile) -> str:
    """Name and texts, then every rule that differs from the default, and what another version said about others."""
    head = [f"{key} = {_toml(getattr(profile, key))}" for key in TEXTS if getattr(profile, key)]
    unknown = {name: value for name, value in profile.ignored.items() if not isinstance(value, dict)}
    rules = unknown | profile.rules.changed_from(DEFAULT_RULES)
    return "\n".join([*head, "", "[rules]", *(f"{name} = {_toml(value)}" for name, value in rules.items())]) + "\n"


def compared(listed: Sequence[Profile]) -> list[ComparedRule]:
    """Every counting rule under each of the profiles, those that differ first."""
    columns = [rule_rows(profile.rules, DEFAULT_RULES) for profile in listed]
    lines = [
        ComparedRule(
            label=rules[0].label,
            settings=tuple(rule.value for rule in rules),
            differs=len({rule.value for rule in rules}) > 1,
        )
        for rules in zip(*columns, strict=True)
    ]
    return sorted(lines, key=lambda line: not line.differs)


def _toml(value: Any) -> str:
    """JSON's way of writing texts, numbers, lists and booleans is TOML's too, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _file_name(name: str) -> str:
    """The name without what file systems refuse."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", name).strip(" .")
    return plain or "profile"
