import re

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import BAND_NAMES, EDITION_STATE_NAMES
from aligner.gui.commands.registry import COMMANDS
from aligner.gui.dialogs.program.guide import GuideDialog
from aligner.gui.surroundings.context import Context
from aligner.gui.words.guide import Kind, guide_pages, page_from
from aligner.i18n import LANGUAGES, translator
from aligner.usecases.figures.profile_files import PROFILES, load_profile


def whole_text(language: str) -> str:
    return "\n".join(f"{line.lead}\n{line.text}" for page in guide_pages(language) for line in page.lines).casefold()


def test_a_page_is_headings_paragraphs_and_items() -> None:
    page = page_from("# Bands\n\nWhat they say.\n- Strong: sure: nearly\n- weak\n# More\n")
    assert page.title == "Bands"
    assert [(line.kind, line.lead, line.text) for line in page.lines] == [
        (Kind.PARAGRAPH, "", "What they say."),
        (Kind.ITEM, "Strong", "sure: nearly"),
        (Kind.ITEM, "", "weak"),
        (Kind.HEADING, "", "More"),
    ]


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = ([[line.kind for line in page.lines] for page in guide_pages(one)] for one in LANGUAGES)
    assert english == chinese
    assert len(english) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_program_are_explained(language: str) -> None:
    text, translate = whole_text(language), translator(language)
    words = [*BAND_NAMES.values(), *EDITION_STATE_NAMES.values()]
    assert [word for word in words if translate(word).casefold() not in text] == []
    assert [degree for degree in Degree if str(degree).casefold() not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_profile_is_explained(language: str) -> None:
    text = whole_text(language)
    titles = [getattr(load_profile(name), f"title_{language}") for name in PROFILES]
    assert [title for title in titles if title.casefold() not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_of_the_guide_are_keys_of_the_program(language: str) -> None:
    known = {key for command in COMMANDS for key in command.shortcut.split(", ")}
    named = set(re.findall(r"Ctrl\+\w", whole_text(language), re.IGNORECASE))
    assert {key.title() for key in named} <= known


def test_the_guide_shows_the_chosen_page_as_plain_text(context: Context, qtbot: QtBot) -> None:
    dialog = GuideDialog(context, None)
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(2)
    texts = [one.text() for one in dialog.area.findChildren(QLabel)]
    assert texts[0] == "Candidates and bands"
    assert "Strong" in texts
