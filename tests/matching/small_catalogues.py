"""A small international catalogue with the difficulties of large ones, and a national one against it."""

from datetime import date
from typing import Any

from standards_tables import a_standard, a_table

from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.matching.match import match
from aligner.matching.scoring.recipe import Recipe, shipped_recipe
from aligner.matching.sides.meaning import VectorsFinder, no_vectors

TODAY = date(2026, 1, 1)


def international() -> Table:
    """Siblings, retitled editions, a TS beside its standard, withdrawn works, an edition with an amendment."""
    env = "Environmental testing - Part"
    house = "Household and similar electrical appliances - Safety - Part"
    return a_table(
        titled("ISO 9001:2008", "Quality management systems - Requirements", status="withdrawn", published="2008-11"),
        titled("ISO 9001:2015", "Quality management systems - Requirements", published="2015-09"),
        titled(
            "ISO 14001:2015",
            "Environmental management systems - Requirements with guidance for use",
            published="2015-09",
        ),
        titled("IEC 60068-2-1:2007", f"{env} 2-1: Tests - Test A: Cold", published="2007-03", ics=["19.040"]),
        titled("IEC 60068-2-2:2007", f"{env} 2-2: Tests - Test B: Dry heat", published="2007-07", ics=["19.040"]),
        titled("IEC 60068-2-42:2003", f"{env} 2-42: Tests - Test Kc: Sulphur dioxide test", published="2003-05"),
        titled("IEC 60068-2-49:1983", f"{env} 2-49: Guidance to test Kc: Sulphur dioxide test", published="1983-01"),
        titled("IEC 60335-2-3:2012", f"{house} 2-3: Particular requirements for electric irons", published="2012-03"),
        titled("IEC 60335-2-4:2008", f"{house} 2-4: Particular requirements for spin extractors", published="2008-09"),
        titled("IEC TS 62046:2008", "Safety of machinery - Application of protective equipment", published="2008-02"),
        titled("IEC 62046:2018", "Safety of machinery - Application of protective equipment", published="2018-03"),
        titled("ISO 4892-2:2013", "Plastics - Methods of exposure - Part 2: Xenon-arc lamps", published="2013-03"),
        titled("ISO 281:2007", "Rolling bearings - Dynamic load ratings and rating life", published="2007-02"),
        titled("ISO 76:2006", "Rolling bearings - Static load ratings", published="2006-05"),
        titled("ISO 2108:2017", "Documentation - International standard book number", published="2017-12"),
        titled(
            "ISO 21940-11:2016",
            "Mechanical vibration - Rotor balancing - Part 11",
            status="withdrawn",
            published="2016-11",
        ),
        titled("ISO 21940-11:2016/Amd 1:2022", "Rotor balancing - Amendment 1", published="2022-01"),
    )


def titled(designation: str, title: str, **values: Any) -> dict[str, Any]:
    """One standard with an English title."""
    return a_standard(designation, title=title, title_en=title, **values)


def candidates_of(
    *nationals: dict[str, Any],
    recipe: Recipe | None = None,
    against: Table | None = None,
    find_vectors: VectorsFinder = no_vectors,
) -> Table:
    """What matching proposes for these national standards."""
    table = international() if against is None else against
    recipe = recipe or shipped_recipe()
    return match(a_table(*nationals), table, recipe, Silent(), at=TODAY, find_vectors=find_vectors)


def first_of(
    *nationals: dict[str, Any], against: Table | None = None, find_vectors: VectorsFinder = no_vectors
) -> list[dict[str, Any]]:
    """The first candidate of each national standard."""
    found = candidates_of(*nationals, against=against, find_vectors=find_vectors)
    return [row for row in found.rows() if row["rank"] == 1]
