"""Confirmed pairs as a mapping set that other programs read."""

import csv
import json
from io import StringIO
from typing import Any

import pytest

from aligner.domain.standards.table import Table
from aligner.reports.content.report import PAIR_COLUMNS
from aligner.reports.exchange.sssom import MappingSet, as_sssom, curie, object_id

DESCRIBED = MappingSet("机械: 2025", 3, "9f" * 32, "0.1.0")
BUILT_IN = {"skos", "semapv", "sssom"}


def a_pair(**values: Any) -> dict[str, Any]:
    """A confirmed identical adoption unless told otherwise."""
    plain = dict.fromkeys(PAIR_COLUMNS, "") | {"stale": False, "bulk": False, "score": None}
    return (
        plain
        | {
            "national": "GB/T 19001-2016",
            "national_title": "质量管理体系 要求",
            "international": "ISO 9001:2015",
            "work": "ISO 9001",
            "international_title": "Quality management systems — Requirements",
            "degree": "IDT",
            "coverage": "full",
            "verdict": "confirmed",
            "reviewer": "secretary",
            "at": "2026-01-09T10:00:00+00:00",
        }
        | values
    )


def parts(*pairs: dict[str, Any]) -> tuple[list[str], list[dict[str, str]]]:
    """The lines of metadata and the mappings."""
    text = as_sssom(Table.from_rows(PAIR_COLUMNS, pairs), DESCRIBED)
    lines = text.split("\n")
    metadata = [line for line in lines if line.startswith("#")]
    return metadata, list(csv.DictReader(StringIO("\n".join(lines[len(metadata) :])), delimiter="\t"))


def test_a_mapping_says_what_maps_to_what_and_who_said_so() -> None:
    _, (mapping,) = parts(a_pair())
    assert mapping == {
        "subject_id": "std:GB%2FT%2019001-2016",
        "subject_label": "质量管理体系 要求",
        "predicate_id": "skos:exactMatch",
        "object_id": "iso:iso:9001",
        "object_label": "Quality management systems — Requirements",
        "mapping_justification": "semapv:ManualMappingCuration",
        "author_label": "secretary",
        "mapping_date": "2026-01-09",
        "confidence": "1",
        "comment": "degree IDT",
    }


@pytest.mark.parametrize(
    ("degree", "coverage", "predicate"),
    [
        ("IDT", "full", "skos:exactMatch"),
        ("MOD", "full", "skos:closeMatch"),
        ("NEQ", "full", "skos:relatedMatch"),
        ("IDT", "partial", "skos:broadMatch"),
        ("MOD", "joint", "skos:broadMatch"),
        ("NEQ", "partial", "skos:relatedMatch"),
    ],
)
def test_the_predicate_follows_degree_and_coverage(degree: str, coverage: str, predicate: str) -> None:
    _, (mapping,) = parts(a_pair(degree=degree, coverage=coverage))
    assert mapping["predicate_id"] == predicate


@pytest.mark.parametrize("verdict", ["unsure", "declared"])
def test_what_nobody_has_decided_is_no_mapping(verdict: str) -> None:
    assert parts(a_pair(verdict=verdict))[1] == []


def test_a_rejected_pair_is_a_mapping_denied_and_no_counterpart_maps_to_no_term() -> None:
    undecided = {"degree": "", "coverage": ""}
    none = undecided | {"international": "", "work": "", "international_title": ""}
    _, (denied, nothing) = parts(
        a_pair(verdict="rejected", note="another test", **undecided),
        a_pair(national="GB/T 2-2020", verdict="no_counterpart", **none),
    )
    shown = ("predicate_id", "predicate_modifier", "object_id", "comment")
    assert [denied[name] for name in shown] == ["skos:mappingRelation", "Not", "iso:iso:9001", "another test"]
    assert [nothing[name] for name in shown] == ["skos:mappingRelation", "", "sssom:NoTermFound", ""]


@pytest.mark.parametrize(
    ("work", "identifier"),
    [
        ("ISO 9001", "iso:iso:9001"),
        ("ISO/IEC 27001", "iso:iso-iec:27001"),
        ("ISO 6892-1", "iso:iso:6892:-1"),
        ("ISO/TR 10017", "iso:iso:tr:10017"),
        ("ISO/IEC Guide 51", "iso:iso-iec:guide:51"),
        ("ISO 9001:2015", "std:ISO%209001:2015"),
        ("IEC 60335-1", "std:IEC%2060335-1"),
        ("ITU-T X.509", "std:ITU-T%20X.509"),
    ],
)
def test_works_of_iso_have_their_registered_urn_and_all_else_one_of_ours(work: str, identifier: str) -> None:
    assert object_id(work) == identifier


def test_the_edition_that_a_urn_cannot_name_is_in_the_comment() -> None:
    _, (mapping,) = parts(a_pair(adopted_edition="ISO 9001:2015", edition_basis="presumed"))
    assert mapping["comment"] == "degree IDT; edition ISO 9001:2015 (presumed)"


def test_a_stale_decision_carries_no_confidence() -> None:
    _, mappings = parts(a_pair(stale=True, coverage="joint", joint="A", note="two parts"), a_pair(national="GB 2-2020"))
    stale = next(one for one in mappings if "19001" in one["subject_id"])
    assert stale["confidence"] == ""
    assert stale["comment"] == "degree IDT; coverage joint:A; a standard changed since the decision; two parts"


def test_candidates_accepted_together_are_a_review() -> None:
    _, (mapping,) = parts(a_pair(bulk=True, score=87.5))
    assert mapping["mapping_justification"] == "semapv:MappingReview"
    assert (mapping["similarity_score"], mapping["similarity_measure"]) == ("0.875", "Aligner candidate score")


def test_every_prefix_is_declared_and_every_column_has_a_value() -> None:
    metadata, mappings = parts(a_pair(), a_pair(national="GB 2-2020", reviewer=""))
    assert metadata[:3] == ["#curie_map:", '#  std: "urn:x-standard:"', '#  iso: "urn:iso:std:"']
    for mapping in mappings:
        prefixes = {mapping[name].partition(":")[0] for name in mapping if name.endswith(("_id", "_justification"))}
        assert prefixes <= {"std", "iso", *BUILT_IN}
    assert all(any(mapping[name] for mapping in mappings) for name in mappings[0])


def test_the_metadata_is_plain_yaml_and_names_state_and_program() -> None:
    metadata, _ = parts(a_pair())
    values = dict(line[1:].split(": ", 1) for line in metadata if ": " in line)
    assert json.loads(values["mapping_set_title"]) == "机械: 2025"
    assert json.loads(values["mapping_set_version"]) == f"3-{'9f' * 6}"
    assert json.loads(values["mapping_set_id"]).startswith("https://w3id.org/sssom/mappings/")
    assert parts(a_pair())[0] == metadata


def test_text_with_tabs_quotes_and_line_breaks_stays_one_value() -> None:
    _, (mapping,) = parts(a_pair(note='a\t"b"\nc'))
    assert mapping["comment"] == 'degree IDT; a\t"b"\nc'


def test_without_pairs_there_is_a_heading() -> None:
    text = as_sssom(Table.from_rows(PAIR_COLUMNS, []), DESCRIBED)
    assert text.endswith("subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\n")


def test_an_identifier_is_one_word() -> None:
    assert curie("GB/T 19001-2016/ISO 9001:2015") == "std:GB%2FT%2019001-2016%2FISO%209001:2015"


@pytest.mark.parametrize("field", ["national_title", "international_title", "reviewer"])
@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+A1", "-A1", "@SUM(A1)", "＝1+1", "\t=1"])
def test_no_label_can_pass_for_a_formula(field: str, text: str) -> None:
    _, (mapping,) = parts(a_pair(**{field: text}))
    assert "'" + text in mapping.values()
