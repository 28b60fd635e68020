"""Both sides as matching works on them."""

from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.sides.prepare import Internationals, Nationals, prepare

from ..small_catalogues import international, titled


def prepared(
    *nationals: dict[str, object], against: list[dict[str, object]] | None = None
) -> tuple[Nationals, Internationals]:
    theirs = international() if against is None else a_table(*against)
    return prepare(a_table(*nationals), theirs, build_works(theirs), Silent())


def titles_of_works(side: Internationals) -> dict[str, set[str]]:
    """The titles that each work bore, by the position of its documents."""
    found: dict[str, set[str]] = {}
    for title, text in enumerate(side.titles.texts):
        start, end = side.title_ends[title], side.title_ends[title + 1]
        for position in side.title_works[start:end].tolist():
            found.setdefault(side.table["designation"][side.documents.row[position]], set()).add(text)
    return found


def test_every_title_leads_to_each_work_that_bore_it_and_to_no_other() -> None:
    _, side = prepared(
        titled("GB/T 1-2010", "Gears"),
        against=[
            titled("ISO 1:2001", "Gears", status="withdrawn", published="2001-01"),
            titled("ISO 1:2011", "Cylindrical gears", published="2011-01"),
            titled("ISO 2:2005", "Gears", published="2005-01"),
            titled("ISO 3:2005", "Bearings", published="2005-01"),
        ],
    )
    assert {name: {text.lower() for text in texts} for name, texts in titles_of_works(side).items()} == {
        "ISO 1:2011": {"gears", "cylindrical gears"},
        "ISO 2:2005": {"gears"},
        "ISO 3:2005": {"bearings"},
    }


def test_the_last_title_is_that_of_the_newest_edition() -> None:
    _, side = prepared(
        titled("GB/T 1-2010", "Gears"),
        against=[
            titled("ISO 1:2011", "Cylindrical gears", published="2011-01"),
            titled("ISO 1:2001", "Gears", status="withdrawn", published="2001-01"),
        ],
    )
    assert [side.titles.texts[title].lower() for title in side.latest_title.tolist()] == ["cylindrical gears"]


def test_an_empty_side_is_prepared_like_any_other() -> None:
    nationals, side = prepared(titled("GB/T 1-2010", "Gears"), against=[])
    assert (len(nationals.documents), len(side.documents), side.titles.texts) == (1, 0, [])
    nationals, side = prepared()
    assert len(nationals.documents) == 0
    assert len(side.documents) > 0
