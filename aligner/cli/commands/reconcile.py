"""`aligner reconcile`: the catalogues as a reconciliation service on this computer."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.reconciling import Service
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_


@click.command
@click.argument("project")
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65535),
    default=8477,
    show_default=True,
    help=N_("Port on this computer; 0 takes one that is free."),
)
@language_option
@click.pass_obj
def reconcile(face: Face, project: str, port: int) -> None:
    """Let OpenRefine ask which standards of the catalogues the cells of a table mean, until Ctrl+C. Only programs on
    this computer are answered."""
    with opened(face, project, read_only=True) as session:
        try:
            service = Service(session, face.translate, port)
        except OSError as error:
            raise AlignerError(
                N_("Port {port} cannot be used ({reason}). Choose another one with --port."),
                port=str(port),
                reason=error.strerror or str(error),
            ) from error
        with service:
            face.show(service.url)
            face.say("Add this address as a standard service in OpenRefine. Ctrl+C ends the service.")
            try:
                service.serve_forever()
            except KeyboardInterrupt:
                face.say("The service has ended.")
