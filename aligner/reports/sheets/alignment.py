"""一致性程度对照表: every pair that was decided or declared, with its degree, edition and reviewer."""

from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES
from aligner.domain.pairs.candidate import BAND_NAMES, EDITION_STATE_NAMES
from aligner.domain.pairs.decision import COVERAGE_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import PAIR_VERDICTS, deviation_in_words, in_words
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("national", N_("National standard"), Kind.TEXT, 14, 20),
    Column("national_title", N_("Title of the national standard"), Kind.TEXT, 14, 28),
    Column("international", N_("Cited international standard"), Kind.TEXT, 14, 20),
    Column("international_title", N_("Title of the international standard"), Kind.TEXT, 16, 30),
    Column("degree", N_("Degree"), Kind.MARK, 8, 9),
    Column("coverage", N_("Coverage"), Kind.MARK, 9, 13),
    Column("adopted_edition", N_("Adopted edition"), Kind.TEXT, 13, 19),
    Column("edition_basis", N_("Basis of the edition"), Kind.MARK, 10, 13),
    Column("edition_state", N_("State of the edition"), Kind.MARK, 11, 15),
    Column("current_edition", N_("Current edition"), Kind.TEXT, 13, 19),
    Column("verdict", N_("Verdict"), Kind.MARK, 10, 13),
    Column("reason", N_("Reason"), Kind.TEXT, 10, 22),
    Column("note", N_("Note"), Kind.TEXT, 10, 22),
    # on A3 and on the screen only
    Column("national_title_en", N_("Its title in English"), Kind.TEXT, 14, 28),
    Column("work", N_("Work"), Kind.TEXT, 11, 17),
    Column("reviewer", N_("Reviewer"), Kind.TEXT, 9, 13),
    Column("at", N_("Decided"), Kind.MOMENT, 19, 19),
    Column("score", N_("Score at the time"), Kind.DECIMAL, 8, 9),
    Column("band", N_("Band at the time"), Kind.MARK, 10, 12),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The pairs in the order given, their codes in words."""
    pairs = content.table("pairs")
    if not len(pairs):
        return Table({})
    return Table(
        {column.name: pairs[column.name] for column in COLUMNS}
        | {
            "coverage": _coverages(pairs, translate),
            "edition_basis": in_words(pairs["edition_basis"], EDITION_BASIS_NAMES, translate),
            "edition_state": in_words(pairs["edition_state"], EDITION_STATE_NAMES, translate),
            "verdict": _verdicts(pairs, translate),
            "reason": [deviation_in_words(reason, translate) for reason in pairs["reason"]],
            "band": in_words(pairs["band"], BAND_NAMES, translate),
        }
    )


def _coverages(pairs: Table, translate: Translator) -> list[str]:
    """How much is covered; a joint group with its name."""
    words = in_words(pairs["coverage"], COVERAGE_NAMES, translate)
    return [
        translate("{coverage}: {group}", coverage=word, group=joint) if joint else word
        for word, joint in zip(words, pairs["joint"], strict=True)
    ]


def _verdicts(pairs: Table, translate: Translator) -> list[str]:
    """What was decided; a decision on standards that changed since says so."""
    words = in_words(pairs["verdict"], PAIR_VERDICTS, translate)
    return [
        translate("{verdict} (stale)", verdict=word) if is_stale else word
        for word, is_stale in zip(words, pairs["stale"], strict=True)
    ]


SHEET = Listing(
    id="alignment",
    name=N_("Alignment pairs"),
    title=N_("Degrees of correspondence of national and international standards"),
    columns=COLUMNS,
    rows=rows,
    printed=13,
    printed_on_a3=len(COLUMNS),
)
