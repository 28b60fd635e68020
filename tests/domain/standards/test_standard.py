"""One row of a catalogue."""

from standards_tables import a_standard, a_table

from aligner.domain.standards.fields import COLUMN_NAMES, Status
from aligner.domain.standards.standard import standard_at


def test_a_standard_shows_what_people_look_at_and_keeps_the_rest() -> None:
    row = a_standard("GB/T 3001-2019", title="齿轮 术语", published="2019-05-17", ics=["21.200"], ccs="J17")
    standard = standard_at(a_table("GB/T 1-2009", row), 1)
    assert (standard.designation, standard.title, standard.status) == ("GB/T 3001-2019", "齿轮 术语", Status.IN_FORCE)
    assert standard.ics == ("21.200",)
    assert set(standard.values) == set(COLUMN_NAMES)
    assert standard.values["ccs"] == "J17"
