"""`aligner server`: projects of a team on a PostgreSQL server."""

import sys

import click

from aligner.cli.commands.groups import TranslatedGroup
from aligner.cli.face import Face, language_option
from aligner.domain.text import N_
from aligner.usecases.project.serving import GROUP_NAMES, keep_password, prepare_server


@click.group(cls=TranslatedGroup)
@language_option
def server() -> None:
    """Prepare a project on a PostgreSQL server, and keep the password for it."""


@server.command
@click.argument("address")
@click.option("--secretary", multiple=True, metavar="ROLE", help=N_("Loads, matches and assigns; can be repeated."))
@click.option("--reviewer", multiple=True, metavar="ROLE", help=N_("Decides in their own name; can be repeated."))
@click.option("--observer", multiple=True, metavar="ROLE", help=N_("Only reads; can be repeated."))
@language_option
@click.pass_obj
def prepare(
    face: Face, address: str, secretary: tuple[str, ...], reviewer: tuple[str, ...], observer: tuple[str, ...]
) -> None:
    """Set up tables, rules and rights of a project in the database at this postgresql:// address."""
    members = prepare_server(address, secretaries=secretary, reviewers=reviewer, observers=observer)
    for member in members:
        face.show(f"{member.role}\t{face.translate(GROUP_NAMES[member.group.value])}")
    face.say("The project {address} is prepared.", address=address)
    new = [member.role for member in members if member.is_new]
    if new:
        face.say("These roles are new and still need a password from the server: {roles}", roles=", ".join(new))


@server.command
@click.argument("address")
@language_option
@click.pass_obj
def login(face: Face, address: str) -> None:
    """Keep the password for this postgresql:// address in the keyring of the system; it is asked for, never shown."""
    if sys.stdin.isatty():
        password = click.prompt(face.translate("Password"), hide_input=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if keep_password(address, password):
        face.say("The password is kept in the keyring of this system.")
    else:
        face.say("This system has no keyring. Put the password into PostgreSQL's password file (pgpass) instead.")
