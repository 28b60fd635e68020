"""Wrong usage and help in the user's language."""

import re

import pytest
from command_line import done, run

WRONG = [
    (
        ["laod"],
        "There is no command laod. Did you mean load? More: aligner --help",
        "没有命令 laod。是否想输入：load？",
    ),
    (["load"], "PROJECT is missing. More: aligner load --help", "缺少 PROJECT。详见：aligner load --help"),
    (
        ["load", "p", "f"],
        "--level is missing; it is one of: national, international.",
        "缺少 --level，可取：national, international。",
    ),
    (
        ["load", "p", "f", "--level", "planetary"],
        "--level takes one of: national, international.",
        "--level 的取值不对，可取：national, international。",
    ),
    (["load", "p", "f", "--leve", "national"], "There is no option --leve. Did you mean --level?", "没有选项 --leve。"),
    (["load", "p", "f", "--level"], "--level needs a value after it. More: aligner load --help", "之后须给出取值"),
    (["load", "p", "f", "--preview=3"], "--preview takes no value. More: aligner load --help", "不带取值"),
    (["load", "p", "f", "--level", "national", "--update", "a"], "--update takes a whole number.", "须为整数"),
    (["candidates", "p", "--top", "0"], "--top takes a whole number of at least 1.", "须为不小于 1 的整数"),
    (["indicators", "p", "--as-of", "2020"], "--as-of takes a day such as 2026-12-31.", "须为日期"),
    (
        ["match", "our", "standards", "2026"],
        "Too many arguments: standards 2026. Put names with spaces",
        "多出的是：standards 2026",
    ),
]


@pytest.mark.parametrize(("words", "english", "chinese"), WRONG, ids=[" ".join(words) for words, *_ in WRONG])
def test_wrong_usage_is_said_in_the_users_language(words: list[str], english: str, chinese: str) -> None:
    for language, sentence in (("en", english), ("zh", chinese)):
        outcome = run("--lang", language, *words)
        assert (outcome.code, outcome.out) == (2, "")
        assert sentence in outcome.err
        assert "--help" in outcome.err


def test_a_chinese_help_has_no_words_of_clicks_own() -> None:
    for text in (
        done("load", "--help", "--lang", "zh"),
        done("report", "--help", "--lang", "zh"),
        done("--lang", "zh"),
    ):
        assert text.startswith("用法: aligner")
        assert not re.search("Usage|Options:|Commands:|Show|Language|required|default", text)


def test_what_is_required_and_what_is_usual_is_marked() -> None:
    assert "[必填]" in done("load", "--help", "--lang", "zh")
    assert "[默认：outline-85]" in done("report", "--help", "--lang", "zh")
    assert "[default: outline-85]" in done("report", "--help", "--lang", "en")


def test_the_language_is_chosen_before_or_after_the_command() -> None:
    after = done("templates", "--lang", "zh")
    assert "钢铁产品" in after
    assert done("--lang", "zh", "templates") == done("--lang=zh", "templates") == after
