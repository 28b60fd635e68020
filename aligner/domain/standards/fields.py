"""The columns of a table of standards: one row here for each; readers, storage, reports and tables follow.

Canonical names of what catalogues print: domain.md 4.3. A new column is a new row here and, for its
headings, a line in resources/columns/aliases.toml; storage keeps fields as JSON and needs no migration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.text import N_


class Kind(StrEnum):
    """How a cell is read, and what the column holds."""

    TEXT = "text"  # str, "" when empty; NFKC is not applied
    TITLE = "title"  # str, NFKC, HTML gone
    DESIGNATION = "designation"  # str, canonical rendering; as printed when not understood
    DESIGNATIONS = "designations"  # list[str], canonical; identifiers of ISO Open Data are resolved to designations
    DATE = "date"  # str "2016-12-30", "2016-12" or "2016": the precision that was printed; "" when empty
    STATUS = "status"  # str, a Status
    STAGE = "stage"  # int, harmonized stage code without the dot (9060), or None
    INTEGER = "integer"  # int or None
    ICS = "ics"  # list[str], padded: "03.100.01"
    FLAG = "flag"  # bool
    STATEMENTS = "statements"  # list[[designation, degree or None, degree as printed, "EQV" | "REF" | ""]]
    MAPPING = "mapping"  # dict[str, str], heading to text


class Status(StrEnum):
    """Whether a document is in force, as its catalogue says (domain.md 4.1, 4.2)."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"  # published, not yet effective (即将实施)
    WITHDRAWN = "withdrawn"  # 废止, 作废
    SUPERSEDED = "superseded"  # 被代替
    DRAFT = "draft"  # international document below publication
    PLAN = "plan"  # national project being drafted
    DELETED = "deleted"  # project cancelled (stage xx98)
    UNKNOWN = "unknown"


OUT_OF_FORCE = frozenset({Status.WITHDRAWN, Status.SUPERSEDED})
"""Published once, and over now."""

UNPUBLISHED = frozenset({Status.DRAFT, Status.PLAN, Status.DELETED})
"""Not published, or never."""

NOT_IN_FORCE = OUT_OF_FORCE | UNPUBLISHED
"""Everything else counts as in force: what is upcoming is published, and of the unknown nobody says that it ended."""

STATUS_NAMES: Final[Mapping[Status, str]] = {
    Status.IN_FORCE: N_("in force"),
    Status.UPCOMING: N_("not yet effective"),
    Status.WITHDRAWN: N_("withdrawn"),
    Status.SUPERSEDED: N_("superseded"),
    Status.DRAFT: N_("draft"),
    Status.PLAN: N_("plan"),
    Status.DELETED: N_("project cancelled"),
    Status.UNKNOWN: N_("unknown"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `printed` ones are read from cells, the others are derived while reading."""

    name: str
    kind: Kind
    label: str
    printed: bool = True
    identifying: bool = False  # a change of it makes decisions on the standard stale


FIELDS: tuple[Field, ...] = (
    Field("designation", Kind.DESIGNATION, N_("Standard number"), identifying=True),
    Field("title", Kind.TITLE, N_("Title"), identifying=True),  # in the catalogue's own language
    Field("title_en", Kind.TITLE, N_("Title in English"), identifying=True),
    Field("title_fr", Kind.TITLE, N_("Title in French")),
    Field("published", Kind.DATE, N_("Publication date"), identifying=True),
    Field("effective", Kind.DATE, N_("Effective date")),
    Field("withdrawn", Kind.DATE, N_("Withdrawal date"), identifying=True),
    Field("status", Kind.STATUS, N_("Status"), identifying=True),
    Field("stage", Kind.STAGE, N_("Stage")),
    Field("adopted", Kind.TEXT, N_("Adopted international standard"), identifying=True),
    Field("adopted_title", Kind.TITLE, N_("Title of the adopted standard")),
    Field("degree", Kind.TEXT, N_("Degree of correspondence"), identifying=True),  # as printed
    Field("adopted_flag", Kind.TEXT, N_("Adopts an international standard")),
    Field("ics", Kind.ICS, N_("ICS")),
    Field("ccs", Kind.TEXT, N_("CCS")),
    Field("committee", Kind.TEXT, N_("Committee")),
    Field("department", Kind.TEXT, N_("Department")),
    Field("plan_no", Kind.TEXT, N_("Plan number")),
    Field("plan_issued", Kind.DATE, N_("Plan issued")),
    Field("plan_form", Kind.TEXT, N_("New or revision")),
    Field("submitted", Kind.DATE, N_("Submitted for approval")),
    Field("replaces", Kind.DESIGNATIONS, N_("Replaces"), identifying=True),
    Field("replaced_by", Kind.DESIGNATIONS, N_("Replaced by"), identifying=True),
    Field("scope", Kind.TITLE, N_("Scope")),
    Field("nature", Kind.TEXT, N_("Kind of standard")),
    Field("source_id", Kind.TEXT, N_("Identifier in the source")),
    Field("edition", Kind.INTEGER, N_("Edition")),
    Field("deliverable_type", Kind.TEXT, N_("Deliverable type")),
    Field("supplement_type", Kind.TEXT, N_("Supplement type")),
    Field("languages", Kind.TEXT, N_("Languages")),
    # derived from the designation and the cells above, or kept as they are
    Field("extra", Kind.MAPPING, N_("Further columns"), printed=False),  # the user's own, such as 备注
    Field("sheet", Kind.TEXT, N_("Sheet"), printed=False),
    Field("row", Kind.INTEGER, N_("Row"), printed=False),  # row number in the sheet, 1-based
    Field("printed", Kind.TEXT, N_("Number as printed"), printed=False),
    Field("understood", Kind.FLAG, N_("Number understood"), printed=False),
    Field("work", Kind.TEXT, N_("Work"), printed=False),  # Designation.work; the printed text when not understood
    Field("family", Kind.TEXT, N_("Family"), printed=False),
    Field("publisher", Kind.TEXT, N_("Publisher"), printed=False),
    Field("type", Kind.TEXT, N_("Document type"), printed=False),  # IS, TR, TS, PAS, GUIDE, IWA ... (Designation.type)
    Field("year", Kind.INTEGER, N_("Year"), printed=False),
    Field("is_supplement", Kind.FLAG, N_("Supplement"), printed=False),
    Field("is_draft", Kind.FLAG, N_("Draft"), printed=False),
    Field("is_plan", Kind.FLAG, N_("Plan"), printed=False),
    Field("statements", Kind.STATEMENTS, N_("Adoption statements"), printed=False),
    Field("duplicate_of", Kind.INTEGER, N_("Duplicate of row"), printed=False),  # row number of the one that counts
    Field("fingerprint", Kind.TEXT, N_("Fingerprint"), printed=False),  # over the identifying fields
)

BY_NAME = {field.name: field for field in FIELDS}
COLUMN_NAMES = tuple(field.name for field in FIELDS)
PRINTED = tuple(field for field in FIELDS if field.printed)

EMPTY_VALUES: dict[Kind, object] = {
    Kind.STAGE: None,
    Kind.INTEGER: None,
    Kind.FLAG: False,
    Kind.STATUS: Status.UNKNOWN.value,
}
"""What an empty cell becomes, by kind; "" where the kind is not listed, [] for the list kinds."""

LIST_KINDS = frozenset({Kind.DESIGNATIONS, Kind.ICS, Kind.STATEMENTS})


def empty_value(kind: Kind) -> object:
    """The value of an empty cell: a fresh list or mapping, else None, False, "" or `unknown`."""
    if kind is Kind.MAPPING:
        return {}
    return [] if kind in LIST_KINDS else EMPTY_VALUES.get(kind, "")
