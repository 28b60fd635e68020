"""Answers the W3C reconciliation API (version 0.2): which standard of the catalogues a cell of a table means.

Shapes are those of the specification, https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from aligner.domain.catalogue import LEVEL_NAMES, Level
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import BY_NAME
from aligner.i18n import Translator
from aligner.usecases.catalogues.find import Found, search
from aligner.usecases.project.session import Session

Answer = dict[str, Any]

MOST: Final = 20
"""Candidates for one cell at most; fewer where the question says so."""

BATCH: Final = 50
"""Cells in one question."""

PROPERTIES: Final = (
    "title",
    "title_en",
    "published",
    "withdrawn",
    "status",
    "ics",
    "committee",
    "adopted",
    "degree",
    "replaces",
    "replaced_by",
)
"""The columns that can be taken over into the table that asks."""

SAME_NUMBER, SAME_WORK, LEAST = 100.0, 90.0, 30.0
"""Scores: the number itself, its work, and how much of a title has to agree."""


def manifest(address: str, translate: Translator) -> Answer:
    """What the service is and where its parts are; `address` ends with a slash."""
    return {
        "versions": ["0.2"],
        "name": "Aligner",
        "identifierSpace": f"{address}standards/",
        "schemaSpace": f"{address}types/",
        "defaultTypes": [_type(level, translate) for level in Level],
        "view": {"url": f"{address}preview?id={{{{id}}}}"},
        "preview": {"url": f"{address}preview?id={{{{id}}}}", "width": 430, "height": 180},
        "suggest": {
            "entity": {"service_url": address.rstrip("/"), "service_path": "/suggest/entity"},
            "property": {"service_url": address.rstrip("/"), "service_path": "/suggest/property"},
            "type": {"service_url": address.rstrip("/"), "service_path": "/suggest/type"},
        },
        "extend": {
            "propose_properties": {"service_url": address.rstrip("/"), "service_path": "/properties"},
            "property_settings": [],
        },
        "batchSize": BATCH,
    }


def reconciled(session: Session, queries: Mapping[str, Any], translate: Translator) -> Answer:
    """The candidates for each question, best first. A question that says nothing has none.

    Only a number that a catalogue lists exactly so is a `match`; everything else is for somebody to look at.
    """
    return {
        name: {"result": _candidates(session, asked, translate) if isinstance(asked, Mapping) else []}
        for name, asked in queries.items()
    }


def extended(session: Session, asked: Mapping[str, Any], translate: Translator) -> Answer:
    """Columns of the catalogues for standards that were found; what a catalogue leaves empty has no value."""
    names = [one.get("id") for one in asked.get("properties", ()) if isinstance(one, Mapping)]
    wanted = [name for name in names if name in PROPERTIES]
    rows: Answer = {}
    for identifier in asked.get("ids", ()):
        values = values_of(session, str(identifier))
        rows[str(identifier)] = {name: _cells(values.get(name)) for name in wanted}
    return {"meta": [_property(name, translate) for name in wanted], "rows": rows}


def proposed(kind: str, limit: int, translate: Translator) -> Answer:
    """The columns that `extended` knows."""
    return {"type": kind, "limit": limit, "properties": [_property(name, translate) for name in PROPERTIES[:limit]]}


def suggested(session: Session, kind: str, prefix: str, translate: Translator) -> Answer:
    """What begins so, for somebody who types: an entity, a property or a type."""
    if kind == "entity":
        found = [(level, one) for level in Level for one in search(session, level, prefix, MOST)]
        return {
            "result": [
                {"id": identifier(level, one), "name": one.designation, "description": one.title}
                for level, one in found
            ]
        }
    listed = (
        [_property(name, translate) for name in PROPERTIES]
        if kind == "property"
        else [_type(level, translate) for level in Level]
    )
    return {"result": [one for one in listed if prefix.casefold() in f"{one['id']} {one['name']}".casefold()]}


def values_of(session: Session, found: str) -> dict[str, Any]:
    """The row of a catalogue behind an identifier; empty when there is none."""
    word, _, number = found.partition(":")
    if word not in set(Level):
        return {}
    table = session.standards(Level(word))
    places = session.derived(_PLACES[Level(word)])
    return {} if number not in places else {name: column[places[number]] for name, column in table.columns.items()}


def identifier(level: Level, found: Found) -> str:
    """By what a standard is called in answers and questions: its side and its number."""
    return f"{level.value}:{found.designation}"


def _candidates(session: Session, asked: Mapping[str, Any], translate: Translator) -> list[Answer]:
    text = " ".join(str(asked.get("query") or "").split())
    kinds = asked.get("type") or []
    kinds = kinds if isinstance(kinds, list) else [kinds]
    levels = [level for level in Level if level.value in kinds] or list(Level)
    scored = [
        (score, level, found)
        for level in levels
        for found in _found(session, level, text)
        if (score := _score(text, found)) >= LEAST
    ]
    scored.sort(key=lambda one: -one[0])
    return [
        {
            "id": identifier(level, found),
            "name": f"{found.designation} {found.title}".strip(),
            "description": " · ".join(filter(None, (found.status, found.published))),
            "type": [_type(level, translate)],
            "score": round(score, 1),
            "match": score == SAME_NUMBER and len(scored) > 0 and _is_alone(scored),
        }
        for score, level, found in scored[: _limit(asked.get("limit"))]
    ]


def _is_alone(scored: Sequence[tuple[float, Level, Found]]) -> bool:
    """Whether one standard only has the number itself."""
    return sum(score == SAME_NUMBER for score, _, _ in scored) == 1


def _found(session: Session, level: Level, text: str) -> list[Found]:
    """What has every word; of a title that no standard has so, what has most of its words."""
    found = search(session, level, text, MOST)
    if found or isinstance(parse_designation(text), Designation):
        return found
    words = sorted(set(text.split()), key=len, reverse=True)
    for kept in range(len(words) - 1, 0, -1):
        if found := search(session, level, " ".join(words[:kept]), MOST):
            return found
    return []


def _score(text: str, found: Found) -> float:
    """How well a standard fits a text, 0..100."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - loaded with the first question

    asked, listed = parse_designation(text), parse_designation(found.designation)
    if isinstance(asked, Designation) and isinstance(listed, Designation):
        if str(asked) == str(listed):
            return SAME_NUMBER
        return SAME_WORK if asked.work == listed.work else 0.0
    return min(SAME_WORK, float(token_set_ratio(text.casefold(), found.title.casefold())))


def _limit(asked: object) -> int:
    return max(1, min(MOST, asked)) if isinstance(asked, int) and not isinstance(asked, bool) else MOST


def _cells(value: object) -> list[Answer]:
    values = value if isinstance(value, list | tuple) else [value]
    return [{"str": str(one)} for one in values if one not in (None, "")]


def _type(level: Level, translate: Translator) -> Answer:
    return {"id": level.value, "name": translate(LEVEL_NAMES[level])}


def _property(name: str, translate: Translator) -> Answer:
    return {"id": name, "name": translate(BY_NAME[name].label)}


def _national_places(session: Session) -> dict[str, int]:
    return _places(session, Level.NATIONAL)


def _international_places(session: Session) -> dict[str, int]:
    return _places(session, Level.INTERNATIONAL)


def _places(session: Session, level: Level) -> dict[str, int]:
    table = session.standards(level)
    columns = enumerate(zip(table["designation"], table["duplicate_of"], strict=True))
    return {number: row for row, (number, duplicate) in columns if duplicate is None}


_PLACES: Final[Mapping[Level, Callable[[Session], dict[str, int]]]] = {
    Level.NATIONAL: _national_places,
    Level.INTERNATIONAL: _international_places,
}
