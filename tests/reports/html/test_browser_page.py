"""The page for a browser: one file under a strict policy, in which what comes from files is data."""

import json
import re
from base64 import b64decode, b64encode
from gzip import decompress
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from aligner.domain.standards.table import Table
from aligner.i18n import LANGUAGES, translator
from aligner.reports.content import charts
from aligner.reports.content.report import ReportContent
from aligner.reports.html.bilingual import TRANSLATORS
from aligner.reports.html.browser_page import browser_page, write_browser_page
from aligner.reports.html.rows import ROWS
from reports.contents import a_report

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '<img src=x onerror="alert(1)">',
    '=HYPERLINK("http://example.org")',
    "$title ${data} $$",
    "\u2028\u2029\x00]]>",
    "\ud800",
)


SAID = frozenset({"title_en", "national_title", "note", "committee"})
"""Columns of texts from files."""


class _Parsed(HTMLParser):
    """The elements of a page with their attributes and texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._is_open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self._is_open = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.texts[-1] += data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [
            (attributes, text) for (name, attributes), text in zip(self.found, self.texts, strict=True) if name == tag
        ]


def data_of(page: str) -> Any:
    """What the page holds for its script."""
    packed = next(text for attributes, text in _Parsed(page).of("script") if attributes.get("id") == "data")
    return json.loads(decompress(b64decode(packed)))


def cells(data: Any, column: Any, language: int = 0) -> list[Any]:
    """A column as a reader of one language sees it."""
    if "numbers" in column:
        return list(column["numbers"])
    words = [data["words"][place] for place in column["cells"]]
    return [word[language] if isinstance(word, list) else word for word in words]


def titled(text: str) -> ReportContent:
    """A report in which every text that comes from files is this one."""
    report = a_report(3, project=text, organization=text)
    tables = {
        name: Table(
            {
                column: [
                    text if column in {"title_en", "national_title", "note", "committee"} else one for one in given
                ]
                for column, given in table.columns.items()
            }
        )
        for name, table in report.tables.items()
    }
    return a_report(3, project=text, organization=text, tables=tables)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_comes_from_files_is_never_markup(text: str, tmp_path: Path) -> None:
    plain, target = _Parsed(browser_page(titled("plain"), "en")), tmp_path / "page.html"
    write_browser_page(titled(text), target, translator("en"))
    page = target.read_text(encoding="utf-8")
    assert [tag for tag, _ in _Parsed(page).found] == [tag for tag, _ in plain.found]
    data = data_of(page)
    assert data["project"] == text.encode(errors="replace").decode() or "\ud800" in text
    assert text in cells(data, data["tables"][0]["columns"][1]) or "\ud800" in text


def test_the_policy_allows_nothing_but_the_pages_own_style_and_script() -> None:
    parsed = _Parsed(browser_page(a_report(), "en"))
    policy = next(one["content"] for one, _ in parsed.of("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    (style,), (script,) = parsed.of("style"), [one for one in parsed.of("script") if "type" not in one[0]]
    assert rules == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "style-src": f"'sha256-{b64encode(sha256(style[1].encode()).digest()).decode()}'",
        "script-src": f"'sha256-{b64encode(sha256(script[1].encode()).digest()).decode()}'",
    }


def test_nothing_is_loaded_and_nothing_is_made_from_markup() -> None:
    page = browser_page(a_report(), "en")
    for _, attributes in _Parsed(page).found:
        assert not {"src", "href", "style"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|fetch\(|import\(|url\(", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_are_those_of_the_workbook(language: str) -> None:
    report = a_report(40)
    data, translate = data_of(browser_page(report, language)), TRANSLATORS[LANGUAGES.index(language)]
    assert [table["id"] for table in data["tables"]] == list(ROWS)
    for table in data["tables"]:
        sheet = ROWS[table["id"]].sheet.rows(report, translate)
        assert table["rows"] == len(report.table(table["id"]))
        for column in table["columns"]:
            if column["kind"] in {"text", "mark", "day", "code"}:
                shown = ["; ".join(one) if isinstance(one, list) else one or "" for one in sheet[column["id"]]]
                assert cells(data, column, LANGUAGES.index(language)) == shown


def test_the_figures_are_those_of_the_report() -> None:
    report = a_report(120)
    data = data_of(browser_page(report, "en"))
    values = {column["id"]: cells(data, column) for column in data["indicators"]}
    assert values["numerator"] == [one.numerator for one in report.indicators]
    assert values["denominator"] == [one.denominator for one in report.indicators]
    rate = report.indicator("conversion_rate")
    assert rate is not None
    assert (data["rate"]["value"], data["rate"]["low"], data["rate"]["target"]) == (rate.value, rate.low, 0.85)
    counts = data["tables"][0]["counts"]
    assert (counts.count(2), counts.count(1) + counts.count(2)) == (rate.numerator, rate.denominator)


@pytest.mark.parametrize("place", range(len(LANGUAGES)))
def test_the_charts_are_those_of_the_window(place: int) -> None:
    report, translate = a_report(120), TRANSLATORS[place]
    data, overview = data_of(browser_page(report, "en"))["charts"], report.overview
    assert overview is not None
    made = (
        charts.by_group("ics", overview.fields, 0.85, translate),
        charts.by_group("committee", overview.committees, 0.85, translate),
        charts.years(overview.years, 0.85, translate),
        charts.ages(overview.ages, translate),
        charts.burn_up(overview.pace, translate),
        charts.waterfall(report.waterfall, 0.85, translate),
    )
    for chart in made:
        shown = data[chart.id]
        assert told(shown["title"], place) == chart.title
        assert told(shown["remark"], place) == chart.remark
        found = [(one["key"], one["start"], one["end"], told(one["words"], place)) for one in shown["marks"]]
        assert found == [(one.key, one.start, one.end, one.words) for one in chart.marks]


def told(text: str | list[str], language: int) -> str:
    """A text as a reader of one language sees it."""
    return text if isinstance(text, str) else text[language]


def test_every_word_is_in_both_languages_and_the_statement_is_there() -> None:
    data = data_of(browser_page(a_report(), "zh"))
    assert data["language"] == "zh"
    assert all(isinstance(text, list) and len(text) == len(LANGUAGES) for text in data["texts"].values())
    assert "No authority has published a formula" in data["statement"][0]
    assert "非官方" in data["statement"][1]


def test_what_the_figures_rest_on_is_named() -> None:
    report = a_report()
    data = data_of(browser_page(report, "en"))
    files = {column["id"]: cells(data, column) for column in data["files"]}
    assert files["sha256"] == [one.sha256 for one in report.catalogues]
    origins = {column["id"]: cells(data, column) for column in data["origins"]}
    assert report.journal_head in origins["value"]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert browser_page(a_report(20), "en") == browser_page(a_report(20), "en")


def test_ten_thousand_pairs_stay_below_five_megabytes() -> None:
    report = a_report(14_000)
    assert len(report.table("pairs")) >= 10_000
    assert len(browser_page(report, "en").encode()) < 5_000_000
