import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.usecases.catalogues.searched import has_words, search_words, searchable

LISTED = (
    "GB/T 19001-2016",
    "GB/T 45001-2020",
    "GB/T 5169.10-2017",
    "ISO 9001:2015",
    "ISO/IEC 27001:2022/Amd 1:2024",
    "質量管理體系 要求",
    "信息技术 安全技术—第1部分：总则",
    "Non-destructive testing — Part 1: Général",
)


def found(typed: str) -> list[str]:
    words = search_words(typed)
    return [text for text, form in zip(LISTED, searchable(LISTED), strict=True) if has_words(form, words)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("GB/T 45001—2020", "GB/T 45001-2020"),  # the dash that the standards themselves print
        ("GB/T 45001–2020", "GB/T 45001-2020"),
        ("GB/T 45001−2020", "GB/T 45001-2020"),
        ("ＧＢ／Ｔ　４５００１－２０２０", "GB/T 45001-2020"),
        ("gb / t 45001 - 2020", "GB/T 45001-2020"),
        ("GBT19001", "GB/T 19001-2016"),
        ("GBT 19001-2016", "GB/T 19001-2016"),
        ("GBT19001-2016", "GB/T 19001-2016"),
        ("GB19001", "GB/T 19001-2016"),
        ("5169-10", "GB/T 5169.10-2017"),
        ("ISO9001", "ISO 9001:2015"),
        ("iso 9001：2015", "ISO 9001:2015"),
        ("ISO9001-2015", "ISO 9001:2015"),
        ("2015 9001 iso", "ISO 9001:2015"),
        ("ISO / IEC 27001", "ISO/IEC 27001:2022/Amd 1:2024"),
        ("27001:", "ISO/IEC 27001:2022/Amd 1:2024"),
        ("7001", "ISO/IEC 27001:2022/Amd 1:2024"),
        ("质量管理体系要求", "質量管理體系 要求"),
        ("要求 管理", "質量管理體系 要求"),
        ("資訊技術", ""),  # other words, not other characters
        ("安全技術", "信息技术 安全技术—第1部分：总则"),
        ("第 1 部分", "信息技术 安全技术—第1部分：总则"),
        ("nondestructive general", "Non-destructive testing — Part 1: Général"),
        ("GENERAL PART1", "Non-destructive testing — Part 1: Général"),
        ("GÉNÉRAL part 1", "Non-destructive testing — Part 1: Général"),
    ],
)
def test_what_people_type_finds_what_is_listed(typed: str, meant: str) -> None:
    assert found(typed) == ([meant] if meant else [])


def test_nothing_typed_finds_everything() -> None:
    assert search_words(" — ") == ()
    assert found("  ") == list(LISTED)


TEXTS = st.text(alphabet="ab GT19./-:—：０é質质 、\t", max_size=20)


@given(TEXTS, st.data())
def test_every_piece_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert has_words(searchable([text])[0], search_words(text[start:end]))


@given(st.lists(st.text(max_size=6), max_size=1200))
def test_each_text_is_made_searchable_by_itself(texts: list[str]) -> None:
    assert searchable(texts) == [searchable([text])[0] for text in texts]
