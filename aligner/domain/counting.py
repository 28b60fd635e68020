"""The counting rules behind every indicator: each option of domain.md 8 under its name, with its default."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

LATEST_BODIES = {"CISPR": "IEC", "IECEE": "IEC", "IECEx": "IEC", "IECQ": "IEC", "IWA": "ISO", "CCITT": "ITU"}
"""Bodies whose documents belong to another one's catalogue."""

CHOICES: dict[str, tuple[str, ...]] = {
    "undetermined": ("applicable", "excluded"),
    "deferred": ("applicable", "excluded"),
    "edition": ("any", "current_grace", "current", "current_amendments"),
    "unit": ("part", "family_all", "family_any", "national"),
    "basis": ("confirmed", "declared"),
    "ics_counting": ("each", "fractional"),
    "consistency_headline": ("equal", "not_below"),
    "aggregation": ("micro", "macro"),
}
"""The values allowed where an option is a choice between words."""

CHOICES_OF_MANY: dict[str, tuple[str, ...]] = {
    "degrees": ("IDT", "MOD", "NEQ"),
    "national_levels": ("national", "industry", "local", "group", "enterprise"),
}
"""The values allowed in the options that list several words."""

MAY_BE_EMPTY = frozenset({"committees", "ics", "national_left_out"})
"""The options of several words where none means all, or nothing left out; none elsewhere would count nothing at all."""

HIGHEST = {"target_basis_points": 10000, "target_year": 2200}

DATES = frozenset({"published_from", "published_until"})

_DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")
"""A date as printed in the catalogues: day, month or year; "" for none."""


@dataclass(frozen=True, slots=True)
class CountingRules:
    """The named choices behind an indicator; the defaults are the profile outline-85 (domain.md 8.13).

    Percentages that take part in comparisons are basis points, so that the arithmetic stays with integers.
    """

    # international side: the universe
    publishers: tuple[str, ...] = ("ISO", "IEC", "ITU")
    """A joint document (ISO/IEC) counts when one of its publishers is listed (domain.md 1.2)."""
    types: tuple[str, ...] = ("IS",)
    """Designation.type; other deliverables are each a switch (domain.md 1.2, our decision)."""
    committees: tuple[str, ...] = ()
    """Owner committees that count, with what is below them; empty: all."""
    ics: tuple[str, ...] = ()
    """ICS fields, groups or codes that count; empty: all."""
    published_from: str = ""
    published_until: str = ""
    """Limits on the publication date of the current edition; empty: none."""
    ballot_is_withdrawn: bool = False
    """Whether stages 95.20 to 95.60 count as withdrawn (domain.md 4.1)."""
    # the applicable set
    undetermined: str = "applicable"
    """Works without a verdict: `applicable` (conservative) or `excluded`."""
    deferred: str = "applicable"
    """Works with the verdict D: "not now" is not "not applicable"."""
    # national side
    national_levels: tuple[str, ...] = ("national",)
    """Add `industry` for HB, JB, YY ...; the 2025 Measures speak of national standards."""
    national_left_out: tuple[str, ...] = ("GBZ", "GJB", "GJBz", "GBn", "GBW", "GSB", "JJF", "JJG")
    """Codes that never count as national standards: occupational health, military, samples, metrology."""
    count_upcoming: bool = True
    """Published, not yet effective (即将实施)."""
    # links
    basis: str = "confirmed"
    """`confirmed` decisions only, or what the national catalogue itself has `declared`."""
    degrees: tuple[str, ...] = ("IDT", "MOD")
    """Degrees that convert; NEQ is no adoption (GB/T 1.2-2020, 4.1.1)."""
    edition: str = "any"
    """Which cited editions convert: `any`, `current_grace`, `current`, `current_amendments`."""
    grace_months: int = 12
    """How long after a new edition the old one is still in grace (domain.md 5.3, our decision)."""
    count_plans: bool = False
    """Whether national plans count in the headline; they always count in the projected rate."""
    count_foreign: bool = False
    """Whether adopting EN, ASTM ... makes a national standard an adopting one in the adoption rate."""
    unit: str = "part"
    """`part`, `family_all` (a family converts when all its works do), `family_any`, or `national`."""
    # targets
    target_basis_points: int = 8500
    strict_target: bool = False
    """The rate must exceed the target instead of reaching it."""
    cycle_target_months: int = 18
    strict_cycle_target: bool = False
    target_year: int = 0
    """Year by which the target is to be reached, for the adoptions needed a year; 0: not asked."""
    # the rest
    ics_counting: str = "each"
    """A work with several ICS counts in `each` field, or `fractional`ly."""
    year_only_lags: bool = False
    """Whether dates known to the year only take part in lags, as 1 July."""
    weighted_index: bool = False
    """Whether to show the weighted correspondence index; the weights are this tool's, without authority."""
    weight_idt: int = 10000
    weight_mod: int = 5000
    weight_neq: int = 0
    consistency_headline: str = "equal"
    """Which rate of key indicators comes first wherever figures are listed: `equal` or `not_below` (domain.md 8.6)."""
    stricter_is_consistent: bool = False
    """Whether a stricter national limit leaves a pair consistent (domain.md 8.7)."""
    aggregation: str = "micro"
    """Key indicators pooled (`micro`) or as the mean over products (`macro`)."""
    strict_operator: bool = False
    """Whether "≤ 75" and "< 75" are told apart as stricter and looser (domain.md 8.6)."""

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """The rules in a TOML table; what it does not name keeps its default.

        Raises AlignerError for a name that is no rule and for a value that the rule cannot have.
        """
        kinds = {field.name: type(field.default) for field in fields(cls)}
        for name in values:
            if name not in kinds:
                raise AlignerError(
                    N_("“{rule}” is not a counting rule. Known rules: {known}."),
                    rule=name,
                    known=", ".join(sorted(kinds)),
                )
        return cls(**{name: _checked(name, value, kinds[name]) for name, value in values.items()})

    @classmethod
    def from_kept(cls, values: Mapping[str, Any]) -> tuple[Self, tuple[str, ...]]:
        """The rules that some program kept, and the names of those that this one ignores: never refused.

        Ignored are names that are no rule here, and values that the rule cannot have here: its default holds.
        """
        kinds = {field.name: type(field.default) for field in fields(cls)}
        known = {}
        for name, value in values.items():
            try:
                known[name] = _checked(name, value, kinds[name])
            except (KeyError, AlignerError):
                continue
        return cls(**known), tuple(sorted(set(values) - set(known)))

    def to_mapping(self) -> dict[str, Any]:
        """Plain values by name, as a TOML table holds them."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    def changed_from(self, other: "CountingRules") -> dict[str, Any]:
        """The options that differ from the other rules, with their value here."""
        theirs = other.to_mapping()
        return {name: value for name, value in self.to_mapping().items() if value != theirs[name]}

    @property
    def short_hash(self) -> str:
        """Twelve hexadecimal digits that stand for these rules on every output."""
        text = json.dumps(self.to_mapping(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def counts_publisher(self, publisher: str) -> bool:
        """Whether a document of this publisher, or of these joint publishers, belongs to the universe."""
        bodies = (LATEST_BODIES.get(body, body) for body in publisher.split("/"))
        return any(body in self.publishers or body.partition("-")[0] in self.publishers for body in bodies)


DEFAULT_RULES = CountingRules()
"""The profile outline-85."""


def _checked(name: str, value: Any, kind: type) -> Any:
    """The value as the rule holds it: lists become tuples."""
    if kind is tuple:
        value = tuple(value) if isinstance(value, list | tuple) else value
        well_formed = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        allowed: tuple[str, ...] = CHOICES_OF_MANY.get(name, ())
        is_empty = value == () and name not in MAY_BE_EMPTY
        if well_formed and not is_empty and (not allowed or set(value) <= set(allowed)):
            return value
        raise _refusal(name, value, allowed)
    allowed = CHOICES.get(name, ())
    is_out_of_range = isinstance(value, int) and not 0 <= value <= HIGHEST.get(name, value)
    is_no_date = name in DATES and isinstance(value, str) and not _DATE.fullmatch(value)
    if type(value) is not kind or (allowed and value not in allowed) or is_out_of_range or is_no_date:
        raise _refusal(name, value, allowed)
    return value


def _refusal(name: str, value: object, allowed: tuple[str, ...]) -> AlignerError:
    if allowed:
        template = N_("The counting rule “{rule}” cannot be “{value}”. It can be: {allowed}.")
        return AlignerError(template, rule=name, value=value, allowed=", ".join(allowed))
    return AlignerError(N_("The counting rule “{rule}” cannot be “{value}”."), rule=name, value=value)
