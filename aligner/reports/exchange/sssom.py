"""Decided pairs as a mapping set that other programs read: SSSOM/TSV, a simple standard for sharing mappings."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from aligner.domain.cell_text import field
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.table import Table

PREFIX, IRI_PREFIX = "std", "urn:x-standard:"
"""No register gives identifiers to national designations, nor to those of IEC and ITU: they are percent-encoded in a
URN of our own."""

ISO_PREFIX, ISO_IRI_PREFIX = "iso", "urn:iso:std:"
"""Documents of ISO, alone or with IEC, have registered URNs (RFC 5141). Those name an edition by its number and know no
year, and catalogues tell years and no numbers: the URN is that of the work, and the comment names the edition."""

ISO_TYPES = {"IS": "", "TS": "ts:", "TR": "tr:", "PAS": "pas:", "GUIDE": "guide:"}
SET_PREFIX = "https://w3id.org/sssom/mappings/"
"""Where mapping sets without an address of their own are named."""

DECIDED = ("confirmed", "rejected", "no_counterpart")
"""Verdicts that a mapping set can say."""

NO_TERM = "sssom:NoTermFound"
NONE_AT_ALL = "skos:mappingRelation"
"""The relation that all mappings are: rejected, or without anything on the other side, it denies each of them."""

PREDICATES = {"IDT": "skos:exactMatch", "MOD": "skos:closeMatch", "NEQ": "skos:relatedMatch"}
PART_OF = "skos:broadMatch"
"""A national standard that adopts only a part, alone or with others: the international one is the broader."""

CURATED, REVIEWED = "semapv:ManualMappingCuration", "semapv:MappingReview"
"""Decided pair by pair, and a candidate accepted together with others."""

COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "confidence",
    "similarity_score",
    "similarity_measure",
    "comment",
)
"""In the order of the standard; a column without any value is left out.

`confidence` is 1 for a decision that stands, and empty when one of the two standards changed since. `similarity_score`
is the candidate's score at the time, 0..1: advice, not evidence.
"""


NEEDED = (*COLUMNS[:3], *COLUMNS[4:7])
"""The columns of a set without mappings."""


@dataclass(frozen=True, slots=True)
class MappingSet:
    """What is said of the set as a whole."""

    title: str
    journal_count: int
    journal_head: str
    program_version: str


def as_sssom(pairs: Table, described: MappingSet) -> str:
    """The decided ones of these pairs (columns of `reports.content.PAIR_COLUMNS`), sorted, with their metadata.

    Confirmed pairs are mappings, rejected ones negated mappings, and "no counterpart" maps to no term.
    """
    rows = sorted(
        (_mapping(pair) for pair in pairs.rows() if pair["verdict"] in DECIDED),
        key=lambda row: (row["subject_id"], row["object_id"]),
    )
    used = [column for column in COLUMNS if any(row[column] != "" for row in rows)] or list(NEEDED)
    text = StringIO()
    text.writelines(f"#{line}\n" for line in _metadata(described))
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(used)
    writer.writerows([field(str(row[column])) for column in used] for row in rows)
    return text.getvalue()


def _metadata(described: MappingSet) -> Iterator[str]:
    """The metadata block as YAML; texts are quoted as JSON does, which YAML reads."""
    identity = uuid5(NAMESPACE_URL, f"{IRI_PREFIX}{described.title}:{described.journal_count}:{described.journal_head}")
    yield "curie_map:"
    yield f"  {PREFIX}: {json.dumps(IRI_PREFIX)}"
    yield f"  {ISO_PREFIX}: {json.dumps(ISO_IRI_PREFIX)}"
    yield f"mapping_set_id: {json.dumps(f'{SET_PREFIX}{identity}')}"
    yield f"mapping_set_version: {json.dumps(f'{described.journal_count}-{described.journal_head[:12]}')}"
    yield f"mapping_set_title: {json.dumps(described.title, ensure_ascii=False)}"
    yield 'license: "https://w3id.org/sssom/license/unspecified"'
    yield "mapping_tool: Aligner"
    yield f"mapping_tool_version: {json.dumps(described.program_version)}"


def _mapping(pair: Mapping[str, Any]) -> dict[str, Any]:
    is_none = pair["verdict"] == "no_counterpart"
    scored = pair["score"] is not None
    return {
        "subject_id": curie(pair["national"]),
        "subject_label": pair["national_title"] or pair["national_title_en"],
        "predicate_id": _predicate(pair),
        "predicate_modifier": "Not" if pair["verdict"] == "rejected" else "",
        "object_id": NO_TERM if is_none else object_id(pair["work"] or pair["international"]),
        "object_label": pair["international_title"],
        "mapping_justification": REVIEWED if pair["bulk"] else CURATED,
        "author_label": pair["reviewer"],
        "mapping_date": pair["at"][:10],
        "confidence": "" if pair["stale"] else 1,
        "similarity_score": round(pair["score"] / 100, 4) if scored else "",
        "similarity_measure": "Aligner candidate score" if scored else "",
        "comment": _comment(pair),
    }


def _predicate(pair: Mapping[str, Any]) -> str:
    if pair["verdict"] != "confirmed":
        return NONE_AT_ALL
    is_part = pair["coverage"] in {"partial", "joint"} and pair["degree"] != "NEQ"
    return PART_OF if is_part else PREDICATES[pair["degree"]]


def _comment(pair: Mapping[str, Any]) -> str:
    """The degree, the edition and all that the predicate cannot say."""
    edition, basis = pair["adopted_edition"], pair["edition_basis"]
    coverage = f"joint:{pair['joint']}" if pair["coverage"] == "joint" else pair["coverage"]
    pieces = [
        f"degree {pair['degree']}" if pair["degree"] else "",
        f"edition {edition} ({basis})" if edition else "edition unknown" if basis else "",
        "" if coverage in {"", "full"} else f"coverage {coverage}",
        "a standard changed since the decision" if pair["stale"] else "",
        pair["reason"],
        pair["note"],
    ]
    return "; ".join(piece for piece in pieces if piece)


def object_id(work: str) -> str:
    """The identifier of an international work: the registered URN where it has one, else as `curie`."""
    parsed = parse_designation(work)
    if not isinstance(parsed, Designation) or parsed.publisher not in {"ISO", "ISO/IEC"}:
        return curie(work)
    if parsed.type not in ISO_TYPES or not parsed.number.isdigit() or str(parsed) != parsed.work:
        return curie(work)  # a draft, an edition, an amendment alone
    part = f":-{parsed.part.lower()}" if parsed.part else ""
    originator = parsed.publisher.lower().replace("/", "-")
    return f"{ISO_PREFIX}:{originator}:{ISO_TYPES[parsed.type]}{parsed.number.lower()}{part}"


def curie(designation: str) -> str:
    """The identifier of a standard in a mapping set: `GB/T 19001-2016` is `std:GB%2FT%2019001-2016`."""
    return f"{PREFIX}:{quote(designation, safe='-.:+')}"
