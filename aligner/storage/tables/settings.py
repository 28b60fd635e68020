"""What a project remembers beside its data: mappings of headings, its profile."""

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from aligner.storage.tables import schema, seals
from aligner.storage.tables.encoding import decoding, dumps, loads_all


def read(connection: Connection, name: str, default: Any) -> Any:
    """The remembered value, or the default."""
    text = connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == name)).scalar_one_or_none()
    if text is None:
        return default
    with decoding():
        return loads_all([text])[0]


def write(connection: Connection, name: str, value: Any) -> None:
    """Remember a value of plain JSON types; None forgets it."""
    connection.execute(delete(schema.setting).where(schema.setting.c.name == name))
    if value is None:
        seals.drop(connection, seals.Part.SETTING, name)
    else:
        connection.execute(insert(schema.setting).values(name=name, value=dumps(value)))
        seals.renew(connection, seals.Part.SETTING, name)


def note(connection: Connection, name: str, value: Any) -> None:
    """Remember a note of a reviewer on a server, which lets every reviewer write some notes and seals them itself."""
    connection.execute(select(func.aligner_note(name, None if value is None else dumps(value))))
