"""Colours and fonts of the window, light and dark.

The colours of a status are told apart by people who see red and green alike, and have a contrast of 4.5 on the
background of tables; a status is never shown by its colour alone.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from aligner import paths

CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Fonts with the Chinese forms of characters: another one may show the Japanese forms."""

POINT_SIZE = 10
IN_USE = "theme"
"""Property of the application: the name of its theme."""


class Tone(StrEnum):
    """What a colour says; the words of review.md 2."""

    NEUTRAL = "neutral"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"
    MUTED = "muted"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as #rrggbb."""

    name: str
    window: str
    base: str
    alternate: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    only_left: str
    only_right: str
    tones: dict[Tone, str]

    def tone(self, tone: Tone) -> QColor:
        """The colour for text and icons that say this."""
        return QColor(self.tones[tone])


LIGHT = Theme(
    name="light",
    window="#f3f5f8",
    base="#ffffff",
    alternate="#f8f9fb",
    raised="#ffffff",
    text="#1b2330",
    muted="#566172",
    border="#d3d9e2",
    accent="#1059b5",
    on_accent="#ffffff",
    selection="#d5e5fa",
    hover="#e8edf4",
    only_left="#fdeadf",
    only_right="#dcefff",
    tones={
        Tone.NEUTRAL: "#566172",
        Tone.GOOD: "#00705a",
        Tone.ATTENTION: "#8f5400",
        Tone.BAD: "#b3261e",
        Tone.MUTED: "#667080",
        Tone.SUGGESTED: "#1059b5",
    },
)

DARK = Theme(
    name="dark",
    window="#1d2126",
    base="#15181c",
    alternate="#191d22",
    raised="#252a31",
    text="#e5e9ee",
    muted="#a3adba",
    border="#39414b",
    accent="#6cb0ff",
    on_accent="#0c1420",
    selection="#24466f",
    hover="#2c333c",
    only_left="#4a2f20",
    only_right="#1d3a57",
    tones={
        Tone.NEUTRAL: "#a3adba",
        Tone.GOOD: "#4fd1ae",
        Tone.ATTENTION: "#f2b655",
        Tone.BAD: "#ff8f80",
        Tone.MUTED: "#929dab",
        Tone.SUGGESTED: "#6cb0ff",
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole program these colours, and fonts that show Chinese as it is written in China."""
    if application.property(IN_USE) == theme.name:
        return  # doing it again would polish every widget anew
    application.setProperty(IN_USE, theme.name)
    application.setStyle("Fusion")
    application.setPalette(_palette(theme))
    application.setFont(_font(application.font()))
    application.setStyleSheet(style_sheet(theme))


def _font(usual: QFont) -> QFont:
    font = QFont(usual)
    families = [family for family in font.families() if family not in CHINESE_FAMILIES]
    font.setFamilies([*families, *CHINESE_FAMILIES])
    font.setPointSize(POINT_SIZE)
    return font


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.alternate,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.tones[Tone.BAD],
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    faint = _mixed(theme.text, theme.window, 0.42)
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return palette


def _mixed(one: str, other: str, share: float) -> QColor:
    """The colour between two, with this share of the first."""
    first, second = QColor(one), QColor(other)
    parts = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return QColor(*(round(mine * share + theirs * (1 - share)) for mine, theirs in parts))


def style_sheet(theme: Theme) -> str:
    """The style sheet (resources/themes/window.qss) with the colours of this theme in its places."""
    text = (paths.resources() / "themes/window.qss").read_text(encoding="utf-8")
    icons = (paths.resources() / "icons").as_posix()
    places = {name: getattr(theme, name) for name in theme.__slots__ if isinstance(getattr(theme, name), str)} | {
        "faint": _mixed(theme.text, theme.window, 0.42).name(),
        "accent_hover": _mixed(theme.accent, theme.text, 0.82).name(),
        "attention": theme.tones[Tone.ATTENTION],
        "bad": theme.tones[Tone.BAD],
        "good": theme.tones[Tone.GOOD],
        "icons": icons,
        "arrow": f"down-{theme.name}",
        "check": f"check-{theme.name}",
    }
    for name, value in places.items():
        text = text.replace(f"@{name}@", value)
    return text
