"""Every visible text has a Chinese one that keeps its places."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from aligner import paths
from aligner.domain.text import CONTEXT_END, N_
from aligner.i18n import translator

ROOT = Path(__file__).parent.parent
SHOWN = {"N_", "translate", "_translate", "say", "alert", "plural"}
"""Names of the functions whose text arguments are shown to people."""


def shown_texts() -> Iterator[str]:
    """Every text literal that the program marks for translation, with its context where it has one."""
    for file in (ROOT / "aligner").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWN:
                yield from (
                    N_(argument.value, _context(node))
                    for argument in node.args[: 2 if _name(node.func) == "plural" else 1]
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                )
            if isinstance(node, ast.FunctionDef) and _is_command(node):
                yield " ".join((ast.get_docstring(node) or "").split())


def _is_command(function: ast.FunctionDef) -> bool:
    """Whether the docstring of this function is the help of a command."""
    return any(
        ast.unparse(decorator).startswith(("click.command", "click.group")) for decorator in function.decorator_list
    )


def _context(call: ast.Call) -> str:
    """The context that a marked text is given."""
    given = call.args[1:] if _name(call.func) == "N_" else []
    return next((str(one.value) for one in given if isinstance(one, ast.Constant)), "")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def chinese() -> dict[str, str]:
    """The Chinese text by its English one."""
    with (paths.resources() / "locale/zh/LC_MESSAGES/aligner.po").open("rb") as file:
        catalogue = read_po(file, locale="zh")
    texts: dict[str, str] = {}
    for message in catalogue:
        for english in message.id if isinstance(message.id, tuple) else (message.id,):
            texts[N_(english, message.context or "")] = (
                message.string[0] if isinstance(message.string, tuple) else message.string
            )
    return texts


def places(text: str) -> set[str]:
    """The named places of a template."""
    return set(re.findall(r"{(\w+)", text.rpartition(CONTEXT_END)[2]))


def test_every_shown_text_is_in_chinese() -> None:
    known = chinese()
    missing = sorted({text for text in shown_texts() if text and not known.get(text)})
    assert missing == []


def counted_texts() -> set[tuple[str, str]]:
    """The two forms of every text with a number, as the program asks for them."""
    return {
        (one.value, many.value)
        for file in (ROOT / "aligner").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) == "plural" and len(node.args) > 1
        for one, many in [node.args[:2]]
        if isinstance(one, ast.Constant) and isinstance(many, ast.Constant)
    }


def test_both_forms_of_a_counted_text_are_one_entry() -> None:
    messages = translator("zh")._messages
    assert {pair for pair in counted_texts() if messages.ngettext(*pair, 2) in pair} == set()


def test_no_translation_is_left_over() -> None:
    shown = set(shown_texts())
    assert sorted(text for text in chinese() if text and text not in shown) == []


@pytest.mark.parametrize(("english", "text"), sorted(chinese().items()))
def test_a_translation_keeps_the_places_of_its_text(english: str, text: str) -> None:
    assert places(text) == places(english) or not english


def test_a_context_is_no_part_of_the_text() -> None:
    marked = N_("open", "project")
    assert translator("en")(marked) == "open"
    assert translator("zh")(marked) == "已打开"
    assert translator("zh")(N_("no such text", "project")) == "no such text"
