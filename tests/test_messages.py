"""Translations compiled without a tool: what gettext finds is what Babel reads."""

import gettext
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from aligner.messages import compiled

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from('\\"\n\t')
TEXTS = st.text(CHARACTERS, min_size=1)


def messages_of(compiled_form: bytes) -> dict[object, str]:
    """What gettext knows, without the header."""
    known = gettext.GNUTranslations(BytesIO(compiled_form))._catalog  # type: ignore[attr-defined]
    return {message: text for message, text in known.items() if message != ""}


def by_babel(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def as_po(catalog: Catalog) -> str:
    file = BytesIO()
    write_po(file, catalog, width=30)
    return file.getvalue().decode()


@given(st.dictionaries(TEXTS, TEXTS), st.dictionaries(TEXTS, st.tuples(TEXTS, TEXTS)))
def test_messages_are_those_that_babel_reads(plain: dict[str, str], in_context: dict[str, tuple[str, str]]) -> None:
    catalog = Catalog(locale="zh")
    for english, chinese in plain.items():
        catalog.add(english, chinese)
    for english, (context, chinese) in in_context.items():
        catalog.add(english, chinese, context=context)
    assert messages_of(compiled(as_po(catalog))) == messages_of(by_babel(catalog))


def test_plurals_and_their_forms_are_kept() -> None:
    catalog = Catalog(locale="cs")
    catalog.add(("{number} row", "{number} rows"), ("{number} řádek", "{number} řádky", "{number} řádků"))
    read = gettext.GNUTranslations(BytesIO(compiled(as_po(catalog))))
    forms = [read.ngettext("{number} row", "{number} rows", number) for number in (1, 2, 5)]
    assert forms == ["{number} řádek", "{number} řádky", "{number} řádků"]


def test_what_is_not_translated_or_only_guessed_is_left_out() -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\nmsgstr "C"'
    assert messages_of(compiled(text)) == {"c": "C"}


@pytest.mark.parametrize("line", ["msgid a", '"a text of nothing"', 'msgtext "a"'])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 3"):
        compiled(f'msgid "a"\n\n{line}')
