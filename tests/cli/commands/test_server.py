"""`aligner server`, and what every command does with the address of a server."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import keyring
import pytest
from a_server import SECRET, Server
from catalogue_files import decisions_file, international_catalogue, national_catalogue
from command_line import done, run
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

PEOPLE = ("--secretary", "li", "--reviewer", "zhang", "--observer", "zhao")


class InMemory(KeyringBackend):
    """A keyring that is gone with the test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def kept() -> Iterator[InMemory]:
    """The keyring of the system."""
    before, memory = keyring.get_keyring(), InMemory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def prepared(postgresql: Server, database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A project on a server, without a name in its address; the password is found in the environment."""
    monkeypatch.setenv("PGPASSWORD", SECRET)
    for name in ("li", "zhang", "zhao"):
        postgresql.role(name)
    outcome = run("server", "prepare", postgresql.address(database, secret=None), *PEOPLE)
    assert outcome.code == 0, outcome
    assert outcome.out.split() == ["li", "secretary", "zhang", "reviewer", "zhao", "observer"]
    return f"127.0.0.1:{postgresql.port}/{database}"


def test_one_signs_with_the_name_one_logged_in_with(prepared: str, tmp_path: Path) -> None:
    for level, file in (
        ("national", national_catalogue(tmp_path / "gb.csv", ("GB/T 3001-2019",))),
        ("international", international_catalogue(tmp_path / "iso.csv", ("ISO 1001:2017",))),
    ):
        done("load", f"postgresql://li@{prepared}", file, "--level", level)
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3001-2019", "ISO 1001:2017", "", "IDT"))
    refused = run("decide", f"postgresql://zhang@{prepared}", form, "--reviewer", "li")
    assert refused.code == 1
    assert refused.err.strip() == "You are logged in as “zhang” and cannot sign as “li”."
    done("decide", f"postgresql://zhang@{prepared}", form)
    assert "zhang" in done("history", f"postgresql://zhao@{prepared}")


def test_without_the_right_there_is_a_sentence(prepared: str, tmp_path: Path) -> None:
    refused = run(
        "load", f"postgresql://zhao@{prepared}", national_catalogue(tmp_path / "gb.csv"), "--level", "national"
    )
    assert refused.code == 1
    assert "only read this project" in refused.err
    assert "Traceback" not in refused.err


def test_a_password_is_asked_for_kept_in_the_keyring_and_found_there(
    prepared: str, kept: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD")
    address = f"postgresql://li@{prepared}"
    told = run("server", "login", address, given=f"{SECRET}\n")
    assert told.code == 0
    assert list(kept.kept.values()) == [SECRET]
    assert SECRET not in told.out + told.err
    assert run("check", address).code == 0


def test_an_address_with_a_password_is_not_taken_by_any_command(prepared: str) -> None:
    for words in (("check",), ("server", "prepare"), ("new",), ("gui",)):
        refused = run(*words, f"postgresql://li:{quote(SECRET, safe='')}@{prepared}")
        assert refused.code == 1
        assert "aligner server login" in refused.err
        assert SECRET not in refused.err
        assert quote(SECRET, safe="") not in refused.err


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://li@127.0.0.1:1/none", "cannot be reached"),
        ("not-a-server.aligner", "is not the address of a PostgreSQL database"),
    ],
)
def test_what_cannot_be_prepared_is_told(address: str, says: str) -> None:
    outcome = run("server", "prepare", address)
    assert outcome.code == 1
    assert says in outcome.err


def test_nobody_is_two_things(prepared: str) -> None:
    outcome = run("server", "prepare", f"postgresql://keeper@{prepared}", "--reviewer", "li", "--secretary", "li")
    assert outcome.code == 1
    assert "named twice" in outcome.err
