"""Whether the times of a journal fit its order, looked at once and afterwards only where it grew."""

from datetime import UTC, timedelta

from sqlalchemy import Connection, func, select

from aligner.domain.clock import utc_now
from aligner.storage.tables import journal, schema


class EntryTimes:
    """The misplaced times of one journal; as long as its times only rise, a look takes no longer the more it holds."""

    def __init__(self) -> None:
        self._until = (0, "")

    def told(self, connection: Connection) -> dict[int, str]:
        """What `journal.told_by_order` gives."""
        stored = schema.change.c
        last = connection.execute(select(stored.id, stored.at).order_by(stored.id.desc()).limit(1)).one_or_none()
        if last is None:
            return {}
        number, moment = self._until
        before = func.lag(stored.at, 1, moment).over(order_by=stored.id).label("moment_before")
        newer = select(stored.at, before).where(stored.id > number).subquery()
        falls = connection.execute(select(newer.c.at).where(newer.c.at < newer.c.moment_before).limit(1)).first()
        if falls is not None or last.at > (utc_now().astimezone(UTC) + timedelta(days=1)).isoformat():
            return journal.told_by_order(connection)
        self._until = (last.id, last.at)
        return {}
