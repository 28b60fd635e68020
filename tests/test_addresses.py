"""Addresses are shown without passwords, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.addresses import is_server, password_in, shown

WRITTEN = st.text(
    st.characters(codec="utf-8", exclude_characters=" \t\n“”\"'<>", exclude_categories=("Z", "C")), min_size=1
)


@given(WRITTEN.filter(lambda text: text not in "postgresql://li@host/db"))
def test_no_password_is_shown_whatever_it_holds(password: str) -> None:
    address = f"postgresql://li:{password}@host/db"
    assert shown(address) == "postgresql://li@host/db"
    assert shown(f"cannot open “{address}”: refused") == "cannot open “postgresql://li@host/db”: refused"
    assert password_in(address) is not None


@pytest.mark.parametrize(
    ("address", "plain", "password"),
    [
        ("postgresql://li@host/db", "postgresql://li@host/db", None),
        ("postgres://li:a%40b%20c@host:5433/db", "postgres://li@host:5433/db", "a@b c"),
        ("postgresql://host/db?user=li&password=geheim", "postgresql://host/db?user=li&password=", "geheim"),
        ("postgresql+psycopg://:x@/db?host=/run", "postgresql+psycopg://@/db?host=/run", "x"),
        ("/home/li/国家.aligner", "/home/li/国家.aligner", None),
        ("C:\\list:a@b", "C:\\list:a@b", None),
    ],
)
def test_what_an_address_says(address: str, plain: str, password: str | None) -> None:
    assert shown(address) == plain
    assert password_in(address) == password


def test_a_path_is_no_server() -> None:
    assert not is_server("postgresql.aligner")
