from dataclasses import replace

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.errors import Cancelled
from aligner.domain.pairs.candidate import COLUMNS, Band, candidate_from
from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.domain.works.work import build_works
from aligner.matching.match import match, match_changed
from aligner.matching.scoring.recipe import shipped_recipe
from aligner.matching.texts.kept_vectors import KeptVectors

from .small_catalogues import TODAY, candidates_of, first_of, international, titled
from .texts.toy_encoder import ToyEncoder

QUALITY = titled("GB/T 19001-2016", "Quality management systems - Requirements", published="2016-12")
COLD = titled("GB/T 2423.1-2008", "Environmental testing - Part 2-1: Tests - Test A: Cold", published="2008-12")
IRONS = titled(
    "GB 4706.2-2020", "Household appliances - Safety - Part 2-3: Requirements for electric irons", published="2020-01"
)


def test_the_same_title_is_a_strong_candidate_with_the_current_edition() -> None:
    (first,) = first_of(QUALITY)
    assert (first["work"], first["international"], first["band"]) == ("ISO 9001", "ISO 9001:2015", Band.STRONG)
    assert first["suggested_degree"] == ""
    assert first["degree_basis"] == "no basis for IDT or MOD"


def test_the_part_decides_between_siblings() -> None:
    assert [row["work"] for row in first_of(COLD, IRONS)] == ["IEC 60068-2-1", "IEC 60335-2-3"]


def test_guidance_to_a_test_is_not_the_test() -> None:
    guidance = titled("GB/T 2423.60-2008", "Environmental testing - Guidance to test Kc: Sulphur dioxide test")
    test = titled("GB/T 2423.33-2005", "Environmental testing - Test Kc: Sulphur dioxide test")
    assert [row["work"] for row in first_of(guidance, test)] == ["IEC 60068-2-49", "IEC 60068-2-42"]


def test_the_kind_of_document_decides_between_equal_titles() -> None:
    title = "Safety of machinery - Application of protective equipment"
    low, high = titled("JIS TS B 62046:2019", title, type="TS"), titled("JIS B 62046:2019", title, published="2019-01")
    assert [row["work"] for row in first_of(low, high)] == ["IEC TS 62046", "IEC 62046"]


def test_a_work_that_appeared_long_after_the_national_standard_is_doubted() -> None:
    old = titled("GB/T 1-2009", "Safety of machinery - Application of protective equipment", published="2009-01")
    by_work = {row["work"]: row for row in candidates_of(old).rows()}
    assert "dates" in by_work["IEC 62046"]["caps"]
    assert "dates" not in by_work["IEC TS 62046"]["caps"]


def test_equal_digits_alone_propose_nothing() -> None:
    trap = titled("JIS K 2108:1990", "Crude tar - Specification")
    assert all(row["band"] == Band.WEAK for row in candidates_of(trap).rows())


def test_a_statement_is_first_and_strong_whatever_the_title() -> None:
    stated = titled("GB/T 1-2010", "Rolling bearings - Static load ratings", adopted="IEC 60335-2-4:2008", degree="MOD")
    first, *others = candidates_of(stated).rows()
    assert (first["work"], first["international"], first["band"]) == (
        "IEC 60335-2-4",
        "IEC 60335-2-4:2008",
        Band.STRONG,
    )
    assert (first["suggested_degree"], first["score"]) == ("MOD", pytest.approx(100, abs=40))
    assert {other["band"] for other in others} == {Band.WEAK}
    assert all("stated otherwise" in other["caps"] for other in others)


def test_two_statements_give_two_strong_candidates() -> None:
    stated = titled("GB/T 1-2010", "Bearings", adopted="ISO 281:2007; ISO 76:2006", degree="IDT")
    rows = [row for row in candidates_of(stated).rows() if row["band"] == Band.STRONG]
    assert {row["work"] for row in rows} == {"ISO 281", "ISO 76"}
    assert {row["rank"] for row in rows} == {1, 2}


def test_a_statement_about_an_unlisted_work_is_no_evidence_for_or_against_any() -> None:
    silent = titled("GB/T 1-2010", "Rolling bearings - Static load ratings")
    stating = titled("GB/T 1-2010", "Rolling bearings - Static load ratings", adopted="ISO 99999:2001", degree="IDT")
    shown = [
        [(row["work"], row["band"], row["score"]) for row in candidates_of(one).rows()] for one in (stating, silent)
    ]
    assert shown[0] == shown[1]


def test_a_withdrawn_work_is_not_strong_for_a_standard_in_force() -> None:
    (first,) = first_of(titled("GB/T 2-2017", "Rotor balancing - Part 11", published="2017-01"))
    assert first["work"] == "ISO 21940-11"
    assert first["band"] == Band.PROBABLE
    assert first["caps"] == ["withdrawn"]


def test_a_chinese_title_finds_its_work_by_the_shipped_terms() -> None:
    (first,) = first_of(a_standard("GB/T 6391-2010", title="滚动轴承 额定动载荷和额定寿命", published="2010-01"))
    assert first["work"] in {"ISO 281", "ISO 76"}
    assert any("=" in entry[3] for entry in first["evidence"] if entry[0] == "translated title")


def test_a_catalogue_teaches_its_own_words() -> None:
    taught = [
        titled(f"JIS B {n}:2000", "Load ratings of rolling bearings") | {"title": "転がり軸受の定格荷重"}
        for n in (1, 2)
    ]
    other = [titled(f"JIS B {n}:2000", "Electric irons") | {"title": "電気アイロン"} for n in (3, 4)]
    (first,) = first_of(*taught, *other, a_standard("JIS B 9:2008", title="電気アイロン", published="2015-01"))[4:]
    assert first["work"] == "IEC 60335-2-3"


def test_a_standard_without_title_and_statement_has_no_candidates() -> None:
    assert len(candidates_of(a_standard("GB/T 5-2000"))) == 0


def test_statements_are_enough_where_no_title_is_given_at_all() -> None:
    stated = a_standard("GB/T 5-2000", adopted="ISO 281:2007", degree="IDT")
    untitled = a_table("ISO 281:2007", "ISO 76:2006")
    assert [row["work"] for row in candidates_of(stated, against=untitled).rows()] == ["ISO 281"]
    assert [row["work"] for row in candidates_of(stated).rows()] == ["ISO 281"]


def test_what_two_national_catalogues_list_is_matched_once() -> None:
    assert candidates_of(QUALITY, COLD, QUALITY) == candidates_of(QUALITY, COLD)


def test_a_russian_title_is_found_by_what_bilingual_ones_teach() -> None:
    irons = [titled(f"GOST {n}-2000", "Electric irons") | {"title": "Утюги электрические"} for n in (1, 2)]
    bearings = [titled(f"GOST {n}-2000", "Rolling bearings") | {"title": "Подшипники качения"} for n in (3, 4)]
    *_, first = first_of(*irons, *bearings, a_standard("GOST 9-2015", title="Часть 2-3: Утюгов электрических"))
    assert first["national"] == "GOST 9-2015"
    assert first["work"] == "IEC 60335-2-3"


def test_duplicates_and_empty_catalogues_give_no_candidates() -> None:
    assert len(candidates_of(QUALITY | {"duplicate_of": 2})) == 0
    assert len(candidates_of()) == 0
    assert len(candidates_of(QUALITY, against=a_table())) == 0


def test_candidates_come_in_the_order_of_the_table_and_of_their_ranks() -> None:
    table = candidates_of(IRONS, QUALITY, COLD)
    assert tuple(table.columns) == COLUMNS
    nationals = list(dict.fromkeys(table["national"]))
    assert nationals == [row["designation"] for row in (IRONS, QUALITY, COLD)]
    for national in nationals:
        ranks = [rank for rank, name in zip(table["rank"], table["national"], strict=True) if name == national]
        assert ranks == list(range(1, len(ranks) + 1))


def test_contributions_add_up_to_the_score() -> None:
    table = candidates_of(IRONS, QUALITY, COLD, titled("GB/T 7-2001", "Gauges", adopted="ISO 281:2007"))
    for row in table.rows():
        candidate = candidate_from(row)
        assert sum(entry.contribution for entry in candidate.evidence) == pytest.approx(candidate.score, abs=0.011)
        assert 0 <= candidate.score <= 100


@pytest.mark.parametrize(("chunk", "threads"), [(1, 1), (2, 2), (100, 3)])
def test_the_result_depends_neither_on_chunks_nor_on_threads(chunk: int, threads: int) -> None:
    nationals = [IRONS, QUALITY, COLD, a_standard("GB/T 8-2001", title="滚动轴承")]
    changed = replace(shipped_recipe(), chunk=chunk, threads=threads)
    assert candidates_of(*nationals, recipe=changed) == candidates_of(*nationals)


def test_amendments_of_the_national_standard_are_matched_by_the_title_of_their_base() -> None:
    (first,) = first_of(
        titled("JIS C 9335-2-3:2020/AMENDMENT 1:2021", IRONS["title"] + " (Amendment 1)", published="2021-01")
    )
    assert first["work"] == "IEC 60335-2-3"


class StopAt:
    """Progress that is stopped at its n-th step."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - the protocol's signature
        self.left -= 1
        if self.left < 0:
            raise Cancelled("Stopped.")


@pytest.mark.parametrize("steps", range(0, 6))
def test_a_stop_request_is_heard_at_every_stage(steps: int) -> None:
    with pytest.raises(Cancelled):
        match(a_table(QUALITY, COLD), international(), shipped_recipe(), StopAt(steps), at=TODAY)


def test_a_finished_run_was_never_silent() -> None:
    heard: list[str] = []

    class Listen(Silent):
        def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - the protocol's signature
            heard.append(text)

    match(a_table(QUALITY), international(), shipped_recipe(), Listen(), at=TODAY)
    assert heard[0] == "Reading titles"
    assert heard[-1] == "Comparing titles"


def test_a_changed_row_is_matched_anew_and_the_others_are_taken_over() -> None:
    before = a_table(QUALITY, COLD, IRONS)
    renamed = (
        COLD | {"title": "Environmental testing - Part 2-2: Dry heat"} | {"title_en": "Dry heat, test B, Part 2-2"}
    )
    after = a_table(IRONS, renamed, titled("GB/T 7-2020", "Rolling bearings - Static load ratings"))
    recipe, works = shipped_recipe(), build_works(international())
    previous = match(before, international(), recipe, Silent(), at=TODAY, works=works)
    taken_over = match_changed(
        previous,
        after,
        international(),
        recipe,
        Silent(),
        at=TODAY,
        works=works,
        nationals={COLD["designation"], QUALITY["designation"], "GB/T 7-2020"},
        internationals=(),
    )
    assert taken_over == match(after, international(), recipe, Silent(), at=TODAY, works=works)


def test_a_new_work_reaches_the_standards_it_is_near_to() -> None:
    table = a_table(QUALITY, IRONS)
    rows = list(international().rows())
    old = a_table(*(row for row in rows if row["work"] != "ISO 9001"))
    previous = match(table, old, shipped_recipe(), Silent(), at=TODAY)
    heard: list[int] = []

    class Count(Silent):
        def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - the protocol's signature
            if text == "Comparing titles":
                heard.append(total)

    new = a_table(*rows)
    changed = match_changed(
        previous,
        table,
        new,
        shipped_recipe(),
        Count(),
        at=TODAY,
        works=build_works(new),
        nationals=(),
        internationals={"ISO 9001:2008", "ISO 9001:2015"},
    )
    assert changed["work"][0] == "ISO 9001"
    assert set(heard) == {1}


MEANINGS = ToyEncoder({"iron": 0, "утюг": 0, "bearing": 1, "подшипник": 1, "static": 2, "статич": 2, "dry heat": 3})


def test_a_title_in_another_language_is_found_by_its_meaning_and_told_with_it() -> None:
    (first,) = first_of(a_standard("GOST 9-2015", title="Подшипники. Статические"), find_vectors=kept)
    assert first["work"] == "ISO 76"
    (entry,) = [entry for entry in first["evidence"] if entry[0] == "meaning"]
    assert entry[3:] == ["подшипники. статические", "rolling bearings - static load ratings"]


def test_without_an_encoder_titles_are_compared_by_their_words_alone() -> None:
    russian = a_standard("GOST 9-2015", title="Утюг USB")
    assert all(entry[0] != "meaning" for row in candidates_of(russian).rows() for entry in row["evidence"])


def test_the_meaning_is_never_asked_for_english_titles() -> None:
    def never() -> KeptVectors:
        raise AssertionError

    assert candidates_of(QUALITY, COLD, find_vectors=never) == candidates_of(QUALITY, COLD)


def test_a_recipe_in_which_the_meaning_weighs_nothing_does_without_it() -> None:
    recipe = shipped_recipe()
    recipe = replace(recipe, weights=dict(recipe.weights) | {"meaning": 0.0})
    russian = a_standard("GOST 9-2015", title="Утюг")
    assert candidates_of(russian, recipe=recipe, find_vectors=kept) == candidates_of(russian, recipe=recipe)


def test_a_few_titles_of_one_language_change_nothing_for_those_of_another() -> None:
    chinese = a_standard("GB/T 6391-2010", title="滚动轴承 额定动载荷和额定寿命", published="2010-01")
    japanese = [a_standard(f"JIS B {number}:2010", title="転がり軸受の定格荷重") for number in (1, 2, 3)]
    alone = candidates_of(chinese)
    beside = candidates_of(chinese, *japanese)
    assert list(beside.rows())[: len(alone)] == list(alone.rows())


def test_a_french_title_meets_the_french_one_of_the_work() -> None:
    french = a_table(
        titled("ISO 281:2007", "Dynamic load ratings", title_fr="Roulements - Charges dynamiques"),
        titled("ISO 76:2006", "Static load ratings", title_fr="Roulements - Charges statiques"),
        titled("ISO 9001:2015", "Quality management systems", title_fr="Titre manque"),
    )
    own = a_standard("NF E22-1", title="ROULEMENTS - CHARGES STATIQUES DE BASE DES ROULEMENTS")
    (first,) = first_of(own, against=french)
    assert first["work"] == "ISO 76"
    assert "title" in {entry[0] for entry in first["evidence"]}


def test_a_native_title_of_the_international_list_is_matched_in_its_own_language() -> None:
    bilingual = a_table(
        titled("ISO 281:2007", "Rolling bearings - Dynamic load ratings") | {"title": "Подшипники качения"},
        titled("ISO 76:2006", "Plain bearings") | {"title": "Подшипники скольжения"},
    )
    (first,) = first_of(a_standard("GOST 9-2015", title="Подшипники скольжения"), against=bilingual)
    assert (first["work"], first["score"] > 80) == ("ISO 76", True)


def test_a_new_work_reaches_the_titles_that_mean_the_same() -> None:
    russian = a_standard("GOST 9-2015", title="Подшипники. Статические")
    rows = list(international().rows())
    old, new = a_table(*(row for row in rows if row["work"] != "ISO 76")), a_table(*rows)
    previous = candidates_of(russian, QUALITY, against=old, find_vectors=kept)
    changed = match_changed(
        previous,
        a_table(russian, QUALITY),
        new,
        shipped_recipe(),
        Silent(),
        at=TODAY,
        works=build_works(new),
        nationals=(),
        internationals={"ISO 76:2006"},
        find_vectors=kept,
    )
    assert changed["work"][0] == "ISO 76"


def test_only_what_is_compared_anew_is_asked_for_its_meaning() -> None:
    scoped = "Настоящий стандарт: подшипник, статич. нагрузки"
    silent, changed = a_standard("GOST 8-2015", scope=scoped), a_standard("GOST 9-2015", title="Утюг")
    encoder = ToyEncoder(MEANINGS.meanings)
    table, works = a_table(silent, changed), build_works(international())
    match_changed(
        candidates_of(silent, changed),
        table,
        international(),
        shipped_recipe(),
        Silent(),
        at=TODAY,
        works=works,
        nationals={"GOST 9-2015"},
        internationals=(),
        find_vectors=lambda: KeptVectors(encoder, None),
    )
    assert "утюг" in encoder.asked
    assert all("подшипник" not in text for text in encoder.asked)


GEARS_SCOPE = "This document specifies the accuracy of cylindrical involute gears and their flank deviations."


def scoped() -> Table:
    """Works with scopes."""
    return a_table(
        titled(
            "ISO 1328-1:2013", "Cylindrical gears - ISO system of flank tolerance", scope=f"ISO 1328-1 {GEARS_SCOPE}"
        ),
        titled("ISO 76:2006", "Rolling bearings - Static load ratings", scope="Specifies static loads of bearings."),
        titled("ISO 281:2007", "Rolling bearings", scope="Specifies dynamic loads and the rating life of bearings."),
    )


@pytest.mark.parametrize("title", ["", "General", "Part 2"])
def test_a_standard_whose_title_says_little_is_found_by_its_scope(title: str) -> None:
    (first,) = first_of(titled("GB/T 9-2015", title, scope=GEARS_SCOPE), against=scoped())
    assert first["work"] == "ISO 1328-1"
    assert first["band"] != Band.STRONG
    (entry,) = [entry for entry in first["evidence"] if entry[0] == "scope alone"]
    assert entry[3] == GEARS_SCOPE
    assert "involute" in entry[4]


def test_a_scope_in_another_language_is_found_by_its_meaning() -> None:
    russian = a_standard("GOST 9-2015", scope="Настоящий стандарт: подшипник, статич. нагрузки")
    (first,) = first_of(russian, against=scoped(), find_vectors=kept)
    assert first["work"] == "ISO 76"
    (entry,) = [entry for entry in first["evidence"] if entry[0] == "scope alone"]
    assert entry[3:] == ["Настоящий стандарт: подшипник, статич. нагрузки", "rolling bearings - static load ratings"]


def test_a_scope_never_counts_in_place_of_a_title_that_tells() -> None:
    told = titled("GB/T 9-2015", "Rolling bearings - Static load ratings", scope=GEARS_SCOPE)
    for row in candidates_of(told, against=scoped()).rows():
        assert all(entry[0] != "scope alone" for entry in row["evidence"])


def test_a_vietnamese_title_finds_its_work_by_the_shipped_terms() -> None:
    (first,) = first_of(a_standard("TCVN 9-2015", title="Hệ thống quản lý chất lượng - Các yêu cầu"))
    assert first["work"] == "ISO 9001"


def kept() -> KeptVectors:
    return KeptVectors(MEANINGS, None)


def a_divided_catalogue() -> Table:
    title = "Date and time - Representations - Part"
    return a_table(
        titled("ISO 8601:2004", "Date and time - Representations", status="withdrawn", published="2004-12"),
        titled("ISO 8601-1:2019", f"{title} 1: Basic rules", published="2019-02"),
        titled("ISO 8601-2:2019", f"{title} 2: Extensions", published="2019-02"),
        titled("ISO 105-A01:2010", "Textiles - Colour fastness - Part A01: General principles", published="2010-04"),
        titled("ISO 105-X12:2016", "Textiles - Colour fastness - Part X12: Rubbing", published="2016-08"),
        titled("ISO 76:2006", "Rolling bearings - Static load ratings", published="2006-05"),
    )


def test_all_parts_stated_are_every_listed_part_under_its_own_number() -> None:
    stated = titled("GB/T 1-2020", "Rolling bearings", adopted="ISO 105（所有部分）", degree="MOD")
    rows = match(a_table(stated), a_divided_catalogue(), shipped_recipe(), Silent(), at=TODAY).rows()
    found = {row["work"]: (row["band"], row["international"], row["edition_state"]) for row in rows}
    assert found["ISO 105-A01"] == (Band.STRONG, "ISO 105-A01", "undated")
    assert found["ISO 105-X12"] == (Band.STRONG, "ISO 105-X12", "undated")
    assert all(band == Band.WEAK for work, (band, *_) in found.items() if not work.startswith("ISO 105"))


def test_the_parts_of_a_withdrawn_undivided_work_are_offered_and_not_taken_as_stated() -> None:
    stated = titled("GB/T 7408-2005", "Data elements", adopted="ISO 8601:2004", degree="IDT")
    rows = list(match(a_table(stated), a_divided_catalogue(), shipped_recipe(), Silent(), at=TODAY).rows())
    assert [row["work"] for row in rows][:1] == ["ISO 8601"]
    parts = {row["work"]: row for row in rows if row["work"].startswith("ISO 8601-")}
    assert set(parts) == {"ISO 8601-1", "ISO 8601-2"}
    assert all("stated otherwise" not in row["caps"] and row["band"] != Band.STRONG for row in parts.values())
    assert all(not row["suggested_degree"] for row in parts.values())


def test_a_new_part_reaches_the_standards_that_state_all_parts() -> None:
    table = a_table(titled("GB/T 1-2020", "Something else", adopted="ISO 105 (all parts)", degree="MOD"), QUALITY)
    new = a_divided_catalogue()
    old = a_table(*(row for row in new.rows() if row["work"] != "ISO 105-X12"))
    recipe = shipped_recipe()
    changed = match_changed(
        match(table, old, recipe, Silent(), at=TODAY),
        table,
        new,
        recipe,
        Silent(),
        at=TODAY,
        works=build_works(new),
        nationals=(),
        internationals={"ISO 105-X12:2016"},
    )
    assert {row["work"] for row in changed.rows() if row["band"] == Band.STRONG} == {"ISO 105-A01", "ISO 105-X12"}
