"""How the workbook looks: fonts, colours that survive a grey printer and colour blindness, formats by kind of cell."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

INK = "#1F2933"
FAINT = "#52606D"
HEADER = "#1F4E79"
SHADE = "#EAF0F6"
LINE = "#C3CCD5"
BLUE = "#0072B2"
SKY = "#56B4E9"
AMBER = "#E69F00"
VERMILION = "#D55E00"
GREY = "#A9B2BC"

FONTS = {"zh": "SimSun", "en": "Calibri"}
"""Fonts that Excel and WPS have on the systems where the language is read; others put a like one in their place."""

HEADING_FONTS = {"zh": "SimHei", "en": "Calibri"}
"""Fonts of titles and headings: 黑体 over 宋体, as documents are filed; it is black by itself and needs no bold."""

LINE_HEIGHTS = {"zh": 15.0, "en": 13.5}
"""Points that a line of these fonts takes."""

FONT_SIZE = 10


class Kind(StrEnum):
    """What a column of a sheet holds, and so how its cells are written and look."""

    TEXT = "text"  # long text, wrapped
    CODE = "code"  # a number or name that should stay on one line
    MARK = "mark"  # one word, centred
    INTEGER = "integer"
    DECIMAL = "decimal"  # one digit
    RATIO = "ratio"  # 0..1, shown in per cent
    GAIN = "gain"  # a small part of 1, shown in thousandths of a point
    DAY = "day"  # a date; text when only its month or year is known
    MOMENT = "moment"  # date and time, local
    FIGURE = "figure"  # (value, unit): a ratio, a count or months; (None, unit) shows "n/a"


_BY_KIND: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.CODE: {},
    Kind.MARK: {"align": "center", "text_wrap": True},
    Kind.INTEGER: {"num_format": "#,##0_)", "align": "right"},
    Kind.DECIMAL: {"num_format": "0.0_)", "align": "right"},
    Kind.RATIO: {"num_format": "0.0%_)", "align": "right"},
    Kind.GAIN: {"num_format": "0.000%_)", "align": "right"},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "center"},
    Kind.MOMENT: {"num_format": "yyyy-mm-dd hh:mm:ss", "align": "center"},
    Kind.FIGURE: {"align": "right"},
}


class Style:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self.font = font(language)
        self.heading = heading_font(language)
        self.line_height = LINE_HEIGHTS.get(language, LINE_HEIGHTS["en"])
        self.row_height = self.line_height + 1.5
        self._workbook = workbook
        self._formats: dict[str, Format] = {}

    def ruled(self) -> Format:
        """The fine lines between the cells of a table, laid over whatever format they have."""
        if "ruled" not in self._formats:
            self._formats["ruled"] = self._workbook.add_format({"border": 1, "border_color": LINE})
        return self._formats["ruled"]

    def cell(self, kind: Kind) -> Format:
        """The look of a cell in a table."""
        return self._format(f"cell {kind}", valign="top", font_color=INK, **_BY_KIND[kind])

    def linked(self, kind: Kind) -> Format:
        """The look of a cell that leads to the rows behind it."""
        look = _BY_KIND[kind]
        return self._format(f"linked {kind}", valign="top", font_color=BLUE, underline=1, **look)

    def total(self, kind: Kind) -> Format:
        """The look of a cell in the line of totals."""
        return self._format(
            f"total {kind}", bold=True, font_color=INK, bg_color=SHADE, top=1, top_color=HEADER, **_BY_KIND[kind]
        )

    def form_title(self) -> Format:
        """The title of a form, over the middle of its columns."""
        return self._format(
            "form title", bold=True, font_size=16, font_color=INK, valign="vcenter", align="center_across"
        )

    def cover_title(self) -> Format:
        """The title of the whole report."""
        return self._format(
            "cover title", bold=True, font_size=22, font_color=HEADER, valign="vcenter", align="center", text_wrap=True
        )

    def cover_subtitle(self) -> Format:
        """What the report is about."""
        return self._format("cover subtitle", font_size=14, font_color=INK, valign="vcenter", align="center")

    def label(self) -> Format:
        """What is to be filled in beside it."""
        return self._format("label", bold=True, font_color=FAINT, valign="bottom")

    def filled(self) -> Format:
        """A line that is filled in, here or by hand."""
        return self._format("filled", text_wrap=True, font_color=INK, valign="bottom", bottom=1, bottom_color=FAINT)

    def title(self) -> Format:
        """The line at the top of a sheet."""
        return self._format("title", bold=True, font_size=16, font_color=HEADER, valign="vcenter")

    def section(self) -> Format:
        """The line above a table of the summary."""
        return self._format("section", bold=True, font_size=12, font_color=HEADER, valign="bottom")

    def note(self) -> Format:
        """A line that explains."""
        return self._format("note", font_color=FAINT, valign="top")

    def statement(self) -> Format:
        """A sentence nobody should overlook."""
        return self._format(
            "statement",
            text_wrap=True,
            valign="vcenter",
            indent=1,
            bg_color=SHADE,
            font_color=INK,
            left=5,
            left_color=HEADER,
        )

    def header(self, kind: Kind) -> Format:
        """The heading of a column, standing over its values as they stand."""
        align = "left" if kind in {Kind.TEXT, Kind.CODE} else "center"
        return self._format(
            f"header {align}",
            bold=True,
            font_color="#FFFFFF",
            bg_color=HEADER,
            align=align,
            valign="vcenter",
            text_wrap=True,
            border=1,
            border_color="#FFFFFF",
        )

    def headline(self) -> Format:
        """The one figure everybody looks for."""
        return self._format(
            "headline", bold=True, font_size=28, font_color=HEADER, num_format="0.0%", align="center", valign="vcenter"
        )

    def headline_text(self) -> Format:
        """What the one figure means."""
        return self._format("headline text", font_size=12, text_wrap=True, valign="vcenter", font_color=INK)

    def _format(self, name: str, **properties: Any) -> Format:
        if name not in self._formats:
            shared: dict[str, Any] = {"font_name": self.font, "font_size": FONT_SIZE}
            if properties.get("bold") and self.heading != self.font:
                shared, properties = shared | {"font_name": self.heading}, properties | {"bold": False}
            self._formats[name] = self._workbook.add_format(shared | properties)
        return self._formats[name]


def font(language: str) -> str:
    """The font for texts of this language."""
    return FONTS.get(language, FONTS["en"])


def heading_font(language: str) -> str:
    """The font for titles and headings of this language."""
    return HEADING_FONTS.get(language, HEADING_FONTS["en"])
