"""A heading tells the status or the degree of what is below it only when it says nothing else."""

import pytest

from aligner.readers.cells.heading_words import read_heading


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("一、废止标准", "withdrawn"),
        ("2019年废止国家标准目录", "withdrawn"),
        ("附件1：废止的推荐性国家标准目录", "withdrawn"),
        ("已废止标准清单（12项）", "withdrawn"),
        ("List of withdrawn standards", "withdrawn"),
        ("2. Superseded standards", "superseded"),
        ("三、即将实施的国家标准（2026年）", "upcoming"),
        ("一、现行标准", "in_force"),
        *[(text, "") for text in ("拟废止国家标准清单", "现行及废止", "废止标准的处理", "关于废止GB/T 1的公告")],
        *[
            (text, "")
            for text in ("（一）机械", "3 Electrical", "修改单", "Standards revised or withdrawn in 2019", "")
        ],
    ],
)
def test_the_status_that_a_heading_is(text: str, status: str) -> None:
    assert read_heading(text).status == status


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("一、等同采用", "等同采用"),
        ("等同采用国际标准的国家标准目录", "等同采用"),
        ("三、非等效采用（12项）", "非等效采用"),
        ("Part A: Identical", "Identical"),
        ("MOD", "MOD"),
        *[(text, "") for text in ("基本等同采用", "采用国际标准目录", "等同采用情况分析", "IDT/MOD", "非等同或修改")],
    ],
)
def test_the_degree_that_a_heading_is(text: str, degree: str) -> None:
    assert read_heading(text).degree == degree
