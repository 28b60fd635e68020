"""The number of a standard as a value: what it names, on which level of identity, in which order.

Identity levels (domain rules, 5.1): family `ISO 1002`, work `ISO 1002-1`, edition `ISO 1002-1:2018`,
edition with supplements `ISO 1002-1:2018/Amd 1:2022`.
"""

import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Final

from aligner.domain.designation import rendering as printed
from aligner.domain.designation.publishers import Level, level_of
from aligner.domain.designation.rendering import COMMITTEE_DOCUMENT

DRAFT_CODE: Final = "draft"
"""Stage of a URN that says `stage-draft` and no code."""

_RENUMBERED_TYPES: Final = frozenset({"IS", "TR", "TS"})
_RENUMBERED_IN: Final = 1997
"""In this year IEC added 60000 to the numbers of its publications: IEC 335-1 is IEC 60335-1."""

_RUNS: Final = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class Supplement:
    """What changes or completes a document: amendment, corrigendum, addendum, interpretation sheet."""

    type: str
    """Amd, Cor, Add, Suppl, Ext, Expl, ISH, Frag."""
    number: str | None = None
    year: int | None = None
    stage: str | None = None
    """NP, WD, CD, PDAM, DAM, FDAM, DCOR, PRF, ...; none once published."""
    iteration: int | None = None
    is_merged: bool = False
    """Printed with `+`: the document contains it (`IEC 60335-1:2010+AMD1:2013 CSV`)."""
    year_mark: str = ""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A text that is no designation, and why: empty, too_long, no_number, unknown_form."""

    text: str
    reason: str


@total_ordering
@dataclass(frozen=True, slots=True)
class Designation:
    """A designation taken apart; `str(d)` is its canonical text, and parsing that text gives `d` again."""

    publisher: str
    """As printed: `ISO/IEC`, `GB`, `DB44`, `T/CSPSTC`, `GOST R`, `BS EN ISO`, `KS X ISO/IEC`."""
    number: str
    """`9001`, JIS and KS with their letter (`C 5101`), plans and committee documents whole."""
    part: str | None = None
    """Without the leading separator: `1`, `2-201`, `C06`, Chinese `2`."""
    year: int | None = None
    type: str = "IS"
    """International: IS, TR, TS, PAS, GUIDE, IWA, ISP, R, TTA, DATA, SRD, DIR, ...; Chinese: see
    `CHINESE_TYPES`; other bodies: `standard`, or their TS and TR; adoptions: that of the adopted document."""
    supplements: tuple[Supplement, ...] = ()
    stage: str | None = None
    """PWI, NP, AWI, WD, CD, CDV, DIS, FDIS, PRF, DTR, ..., `plan`, or a harmonized stage code (`60.60`)."""
    iteration: int | None = None
    edition: str | None = None
    language: str | None = None
    """ISO 639-1 codes joined by commas: `en,fr`."""
    variant: str | None = None
    """Product, not edition: RLV, CSV, CMV, EXV, SER, `SYMBOL 52130`, `all parts`."""
    adopts: "Designation | None" = None
    """The international (or European) designation printed inside a national one."""
    joint: str | None = None
    """Number of the same document at another organisation: `IDF 26`, `ITU-T X.509`."""
    month: int | None = None
    year_mark: str = ""
    """Printed after the year: JIS `R` (reprint), ASTM `a`, `(2019)`, `e1`."""
    note: str | None = None
    """A remark printed after it in parentheses."""

    def __str__(self) -> str:
        if self.stage is not None and (self.stage == DRAFT_CODE or "." in self.stage):
            return printed.urn_text(
                self.publisher, self.type, self.number, self.part, self.edition, self.stage, self.supplements
            )
        text = self._document() + self._year()
        separate = ""
        for supplement in self.supplements:
            if supplement.is_merged:
                text += printed.supplement_text(supplement, self.publisher, self.type)
            else:
                separate += printed.supplement_text(supplement, self.publisher, self.type)
        if self.variant and not printed.is_trailing(self.variant):
            text += f" {self.variant}"
        language = None if self.type == COMMITTEE_DOCUMENT else self.language  # printed within
        edition = None if self.publisher == "ITU-R" else self.edition
        text += separate + printed.tail_text(self.variant, language, edition, self.joint, self.note)
        if self.adopts is not None and not self._carries(self.adopts.publisher):
            text += f"/{self.adopts}"
        return text

    def __lt__(self, other: "Designation") -> bool:
        return self.sort_key < other.sort_key

    @property
    def work(self) -> str:
        """Undated key at part level, common to drafts, editions, supplements and variants: `ISO 1002-1`."""
        return self._undated(self._base_part())

    @property
    def family(self) -> str:
        """Undated key without part: `ISO 1002`."""
        return self._undated(None)

    @property
    def edition_key(self) -> str:
        """Dated base document without supplements, variant and language: `ISO 9001:2015`.

        Drafts keep their stage (`ISO/DIS 9001:2014`), so that no draft is taken for the edition it became.
        """
        year = printed.year_text(self.publisher, self.type, self.year, self.month, "")
        if self.stage is None or self.stage == DRAFT_CODE or "." in self.stage or self.is_plan:
            return self.work + year
        if self.type == COMMITTEE_DOCUMENT:
            return str(self)
        head = printed.document_head(self._lead(), self.type, self.stage)
        return head + self._number(self.part) + year

    @property
    def level(self) -> Level:
        """International, regional, national, industry, local, group or enterprise."""
        return level_of(self.publisher)

    @property
    def is_dated(self) -> bool:
        return self.year is not None

    @property
    def is_plan(self) -> bool:
        return self.stage == "plan"

    @property
    def is_draft(self) -> bool:
        """Whether the document, or a supplement it names, is not yet published."""
        if any(supplement.stage for supplement in self.supplements):
            return True
        if self.stage is None or self.stage == "plan":
            return False
        return self.stage < "60" if "." in self.stage else True

    @property
    def is_supplement(self) -> bool:
        """Whether it names a supplement on its own, not a document with supplements merged in."""
        if any(not supplement.is_merged for supplement in self.supplements):
            return True
        return self._is_lettered()

    @property
    def is_consolidated(self) -> bool:
        """Whether amendments are merged in: `+AMD1:2004`, CSV, or an edition number like 6.2."""
        if self.variant == "CSV" or any(supplement.is_merged for supplement in self.supplements):
            return True
        if self.edition is None or not self.publisher.startswith(("IEC", "CISPR")):
            return False
        return self.edition.partition(".")[2] not in {"", "0"}

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Natural order: numbers as numbers, undated before dated; the text comes last and decides."""
        return (
            _natural(self._lead()),
            _natural(self.number),
            _natural(self.part or ""),
            self.type,
            self.year or 0,
            self.month or 0,
            tuple((s.type, _natural(s.number or ""), s.year or 0) for s in self.supplements),
            str(self),
        )

    def _undated(self, part: str | None) -> str:
        if self.is_plan or self.type == COMMITTEE_DOCUMENT:
            return self.number
        number = self._base_number()
        return printed.document_head(self._lead(), self.type, None) + printed.document_number(
            self.publisher, self.type, number, part
        )

    def _document(self) -> str:
        if self.is_plan:
            return self.number
        if self.type == COMMITTEE_DOCUMENT:
            language = f"({printed.language_text(self.language)})" if self.language else ""
            return f"{self.number}{language}/{self.stage}"
        if self._is_project():
            kind = "" if self.type == "IS" else f"{self.type} "
            return f"{self.stage} {kind}{self.number}"
        iteration = f".{self.iteration}" if self.iteration is not None else ""
        revision = f"-{self.edition}" if self.edition and self.publisher == "ITU-R" else ""
        head = printed.document_head(self.publisher, self.type, self.stage)
        return head + self._number(self.part) + revision + iteration

    def _number(self, part: str | None) -> str:
        return printed.document_number(self.publisher, self.type, self.number, part)

    def _year(self) -> str:
        return printed.year_text(self.publisher, self.type, self.year, self.month, self.year_mark)

    def _carries(self, adopted: str) -> bool:
        """Whether the number is built around the adopted one: `BS EN ISO 9001`."""
        return self.publisher.endswith((f" {adopted}", f"/{adopted}"))

    def _lead(self) -> str:
        """IEC/ISO is an IEC document with both logos; its other editions are printed IEC alone."""
        return "IEC" + self.publisher[7:] if self.publisher.startswith("IEC/ISO") else self.publisher

    def _is_project(self) -> bool:
        """Whether it is an IEC project under its committee's number: `PWI TR 100-36`."""
        return self.publisher == "IEC" and self.stage in {"PWI", "PNW"} and "-" in self.number

    def _is_lettered(self) -> bool:
        """Whether it is an old IEC supplement with a letter: `IEC 60061-1D` completes `IEC 60061-1`."""
        if self.publisher not in {"IEC", "CISPR"} or self.type == COMMITTEE_DOCUMENT:
            return False
        last = self.part or self.number
        return last[-1:].isalpha() and last[-2:-1].isdigit() and not last[:1].isalpha()

    def _base_part(self) -> str | None:
        return self.part[:-1] if self.part and self._is_lettered() else self.part

    def _base_number(self) -> str:
        number = self.number[:-1] if self.part is None and self._is_lettered() else self.number
        return str(60000 + int(number)) if len(number) < 5 and self._is_renumbered(number) else number

    def _is_renumbered(self, number: str) -> bool:
        is_early = self.year is None or self.year <= _RENUMBERED_IN + 1
        return self.publisher == "IEC" and self.type in _RENUMBERED_TYPES and is_early and number.isdecimal()


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, int(run), run) if run.isdecimal() else (1, 0, run) for run in _RUNS.findall(text))
