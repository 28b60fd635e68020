"""How a designation is printed: each body's order of head, number, year, supplements and tail."""

from typing import Final, Protocol

from aligner.domain.designation.publishers import DASH_YEAR

CHINESE_TYPES: Final = frozenset({"mandatory", "T", "Z", "group", "enterprise"})
"""Kinds of Chinese standards: mandatory, voluntary /T, guidance /Z, group T/..., enterprise Q/...."""

COMMITTEE_DOCUMENT: Final = "committee document"
UNPRINTED_TYPES: Final = frozenset({"IS", "standard", "REC", COMMITTEE_DOCUMENT})
PREFIXED_STAGES: Final = frozenset({"pr", "Fpr"})
"""European drafts: `prEN ISO 9001`, `FprISO 13679`."""

FUSED_STAGES: Final = {
    f"{prefix}{kind}": kind for prefix in ("D", "FD", "PD", "PR") for kind in ("TR", "TS", "PAS", "ISP", "GUIDE")
}
"""Draft stages that carry the type in their name: `ISO/DTS 11353`."""

FUSED_SUPPLEMENTS: Final = frozenset(
    ["DAM", "FDAM", "PDAM", "FPDAM", "DCOR", "FDCOR", "PDCOR", "FPDCOR", "DAD", "PDAD", "FDAD", "FPDAD"]
)
_SLASH_BODIES: Final = frozenset({"ISO", "IS/ISO", "CEN", "CLC", "CEN/CLC"})
_PRINTED: Final = {
    "GUIDE": "Guide",
    "DGUIDE": "DGuide",
    "FDGUIDE": "FDGuide",
    "PDGUIDE": "PDGuide",
    "PRGUIDE": "PRGuide",
}
_TRAILING_VARIANTS: Final = ("SYMBOL", "all parts")


class PrintedSupplement(Protocol):
    """What of a supplement is printed."""

    @property
    def type(self) -> str: ...
    @property
    def number(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def stage(self) -> str | None: ...
    @property
    def iteration(self) -> int | None: ...
    @property
    def is_merged(self) -> bool: ...
    @property
    def year_mark(self) -> str: ...


def document_head(publisher: str, kind: str, stage: str | None) -> str:
    """Everything before the number, with its separator: `ISO/CD TS `, `GB/T `, `TS `."""
    if kind in CHINESE_TYPES:
        return _chinese_head(publisher, kind)
    if kind == "IWA":
        return f"{stage} IWA " if stage else "IWA "
    if publisher == "JIS":
        return "JIS " if kind == "standard" else f"{kind} "
    if stage in PREFIXED_STAGES:
        publisher, stage = f"{stage}{publisher}", None
    words = [] if stage is None else [_PRINTED.get(stage, stage)]
    if kind not in UNPRINTED_TYPES and (stage is None or FUSED_STAGES.get(stage) != kind):
        words.append(_PRINTED.get(kind, kind))
    if not words:
        return f"{publisher} "
    body = publisher.rpartition(" ")[2]
    with_slash = body in _SLASH_BODIES or (stage is not None and body == "IEC")
    if kind == "DIR" or words == ["Guide"]:
        with_slash = False
    return f"{publisher}{'/' if with_slash else ' '}{' '.join(words)} "


def _chinese_head(publisher: str, kind: str) -> str:
    if kind in {"T", "Z"}:
        return f"{publisher}/{kind} "
    return f"{publisher}/" if publisher.startswith("DB") and len(publisher) > 2 else f"{publisher} "


def document_number(publisher: str, kind: str, number: str, part: str | None) -> str:
    """Number and part: `1002-1`, Chinese `20000.2`, Indian `302 (Part 2/Sec 26)`."""
    if part is None:
        return number
    if kind in CHINESE_TYPES:
        return f"{number}.{part}"
    if publisher == "IS":
        return f"{number} (Part {part.replace('-', '/Sec ', 1)})"
    return f"{number}-{part}"


def year_text(publisher: str, kind: str, year: int | None, month: int | None, mark: str) -> str:
    """The year as this body prints it: `:2015`, `-2016`, ` (10/2019)`."""
    if year is None:
        return ""
    if publisher.startswith("ITU"):
        return f" ({month:02d}/{year})" if month else f" ({year})"
    if publisher == "ASTM" and 1950 < year <= 2050:
        return f"-{year % 100:02d}{mark}"
    dash = kind in CHINESE_TYPES or publisher.partition(" ")[0].partition("/")[0] in DASH_YEAR
    dash = dash and month is None  # a month after a dash would be taken for a two-digit year
    return f"{'-' if dash else ':'}{year}{f'-{month:02d}' if month else ''}{mark}"


def supplement_text(supplement: PrintedSupplement, publisher: str, kind: str) -> str:
    """One supplement with its sign: `/Amd 1:2024`, `+AMD1:2004`, `/DAM 1`, `/A1:2016`, `/XG1-2010`."""
    name, number = supplement.type, supplement.number or ""
    sign = "+" if supplement.is_merged else "/"
    iteration = f".{supplement.iteration}" if supplement.iteration is not None else ""
    year = "" if supplement.year is None else f":{supplement.year}{supplement.year_mark}"
    if supplement.stage is not None:
        staged = supplement.stage if supplement.stage in FUSED_SUPPLEMENTS else f"{supplement.stage} {name}"
        return f"{sign}{staged} {number}".rstrip() + iteration + year
    if kind in CHINESE_TYPES and name == "Amd":
        return f"{sign}XG{number}{iteration}{year.replace(':', '-')}"
    if publisher == "JIS" and name in _JIS_NAMES:
        long = "EXPL" if name == "Expl" and not number else _JIS_NAMES[name]
        return f"{sign}{long} {number}".rstrip() + iteration + year
    if name in {"ISH", "Frag"}:
        return f"{sign}{name.upper()}{number}{iteration}{year}"
    lead = publisher.partition("/")[0]
    if lead in {"IEC", "CISPR"} or (supplement.is_merged and lead == "ISO"):
        return f"{sign}{name.upper()}{number}{iteration}{year}"
    is_european = name == "Cor" or (name == "Amd" and number)
    if is_european and lead not in {"ISO", "IWA", "ITU-T", "ITU-R"} and kind not in CHINESE_TYPES:
        return f"{sign}{'A' if name == 'Amd' else 'AC'}{number}{iteration}{year}"
    return f"{sign}{name} {number}".rstrip() + iteration + year


_JIS_NAMES: Final = {"Amd": "AMENDMENT", "Cor": "CORRIGENDUM", "Expl": "EXPLANATION"}


def tail_text(
    variant: str | None, language: str | None, edition: str | None, joint: str | None, note: str | None
) -> str:
    """What follows year and supplements: `(all parts)`, language, edition, remark, joint number."""
    text = ""
    if variant == "all parts":
        text += " (all parts)"
    elif is_trailing(variant):
        text += f" {variant}"
    if language:
        text += f"({language_text(language)})"
    if edition:
        text += f" ED{edition}"
    if note:
        text += f" ({note})"
    return f"{text}|{joint}" if joint else text


def language_text(language: str) -> str:
    """Languages as ISO prints them on the page: `E/F`; by their codes when there is one without a letter."""
    codes = language.split(",")
    return "/".join(_LETTERS[code] for code in codes) if _LETTERS.keys() >= set(codes) else language


_LETTERS: Final = {"en": "E", "fr": "F", "ru": "R"}


def is_trailing(variant: str | None) -> bool:
    """Whether a variant is printed at the end, not before the supplements."""
    return variant is not None and variant.startswith(_TRAILING_VARIANTS)


def urn_text(  # the parts of RFC 5141 in their order
    publisher: str, kind: str, number: str, part: str | None, edition: str | None, stage: str,
    supplements: "tuple[PrintedSupplement, ...]",
) -> str:  # fmt: skip
    """The RFC 5141 form, the only one that prints a harmonized stage code."""
    fields = ["urn:iso:std", publisher.lower().replace("/", "-")]
    if kind not in UNPRINTED_TYPES and kind != "IWA":
        fields.append(kind.lower())
    fields.append(number)
    if part is not None:
        fields.append(f"-{part}")
    if edition:
        fields.append(f"ed-{edition}")
    fields.append(f"stage-{stage}")
    for supplement in supplements:
        fields.append(supplement.type.lower())
        if supplement.year is not None:
            fields += [str(supplement.year), f"v{supplement.number}"]
        else:
            fields += [str(supplement.number), *([f"v{supplement.iteration}"] if supplement.iteration else [])]
    return ":".join(fields)
