"""A look at the times of a journal that grows gives what a look at all of it gives."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert

from aligner.storage.tables import journal, schema
from aligner.storage.tables.entry_times import EntryTimes

MOMENTS = st.integers(-40, 4).map(lambda days: (datetime.now(UTC) + timedelta(days=days)).isoformat())


@given(st.lists(st.lists(MOMENTS, max_size=4), max_size=4))
def test_growing_and_looking_commute(grown: list[list[str]]) -> None:
    engine = create_engine("sqlite://")
    schema.metadata.create_all(engine)
    times, number = EntryTimes(), 0
    with engine.begin() as connection:
        for moments in grown:
            for at in moments:
                number += 1
                entry = {"id": number, "at": at, "reviewer": "li", "action": "decide", "rows": "[]", "hash": ""}
                connection.execute(insert(schema.change).values(**entry))
            assert times.told(connection) == journal.told_by_order(connection)
    engine.dispose()
