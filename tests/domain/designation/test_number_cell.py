import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.number_cell import read_number_cell


@pytest.mark.parametrize(
    ("cell", "numbers", "lines"),
    [
        ("GB/T 1001-2016", ["GB/T 1001-2016"], (0,)),
        ("GB/T 1001-2016\nGB/T 1002-2016", ["GB/T 1001-2016", "GB/T 1002-2016"], (0, 1)),
        ("GB/T 1001-2016、GB/T 1002-2016", ["GB/T 1001-2016", "GB/T 1002-2016"], (0, 0)),
        ("GB/T 1001-2016 GB/T 1002-2016", ["GB/T 1001-2016", "GB/T 1002-2016"], (0, 0)),
        ("GB/T 1001.1、.2—2010", ["GB/T 1001.1-2010", "GB/T 1001.2-2010"], (0, 0)),
        ("BS EN ISO 9001:2015", ["BS EN ISO 9001:2015"], (0,)),
        ("GB/T 1001-2016 idt ISO 9001:2015", ["GB/T 1001-2016/ISO 9001:2015"], (0,)),
        ("合计 12", [], ()),
        ("3 Electrical", [], ()),
        ("see GB/T 1", [], ()),
        ("ISO/TC 176", [], ()),
        ("03.120.10", [], ()),
        ("本表按GB/T 1.1-2020的规则编制", [], ()),
        ("", [], ()),
    ],
)
def test_the_numbers_of_a_cell_and_their_lines(cell: str, numbers: list[str], lines: tuple[int, ...]) -> None:
    read = read_number_cell(cell)
    assert ([str(one) for one in read.numbers], read.lines) == (numbers, lines)


@pytest.mark.parametrize(
    "cell",
    ["GB/T 1001-2016\n代替 GB/T 1001-2008", "GB/T 1001—2016（代替GB/T 1001—2008）", "GB/T 1001-2016替代GB/T 1001-2008"],
)
def test_a_replaced_number_beside_the_standard_is_kept_apart(cell: str) -> None:
    read = read_number_cell(cell)
    assert [str(one) for one in read.numbers] == ["GB/T 1001-2016"]
    assert [str(one) for one in read.replaced] == ["GB/T 1001-2008"]
    assert read.title == ""


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("GB/T 1001-2016 环境管理体系 要求", "环境管理体系 要求"),
        ("GB/T 1001-2016《环境管理体系 要求》", "环境管理体系 要求"),
        ("《环境管理体系 要求》GB/T 1001-2016", "环境管理体系 要求"),
        ("GB/T 1001-2016\n环境管理体系 要求", "环境管理体系 要求"),
        ("ISO 9001:2015 - Quality management systems - Requirements", "Quality management systems - Requirements"),
        ("《GB/T 1001-2016》", ""),
        ("GB/T 1001-2016《第1号修改单》", ""),
    ],
)
def test_a_title_beside_the_number(cell: str, title: str) -> None:
    read = read_number_cell(cell)
    assert len(read.numbers) == 1
    assert read.title == title


@given(st.text(max_size=60))
def test_any_cell_is_read_without_exception(text: str) -> None:
    read = read_number_cell(text)
    assert len(read.numbers) == len(read.lines)
