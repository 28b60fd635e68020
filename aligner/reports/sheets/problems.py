"""What the catalogues' files had to be asked about, row by row."""

from aligner.domain.problem import SEVERITY_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("severity", N_("Severity"), Kind.MARK, 11, 14),
    Column("file", N_("File"), Kind.TEXT, 14, 30),
    Column("sheet", N_("Sheet"), Kind.TEXT, 9, 20),
    Column("row", N_("Row"), Kind.INTEGER, 7, 10),
    Column("column", N_("Column"), Kind.TEXT, 10, 24),
    Column("sentence", N_("Problem"), Kind.TEXT, 40, 80),
    Column("code", N_("Code"), Kind.TEXT, 10, 24),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The problems in the order given, each as a sentence."""
    names = {severity: translate(name) for severity, name in SEVERITY_NAMES.items()}
    return Table.from_rows(
        [column.name for column in COLUMNS],
        [
            {
                "severity": names[each.severity],
                "file": each.file,
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "sentence": translate.sentence(each),
                "code": each.code,
            }
            for each in content.problems
        ],
    )


SHEET = Listing(
    id="problems",
    name=N_("Problems"),
    title=N_("Problems found in the files"),
    columns=COLUMNS,
    rows=rows,
)
