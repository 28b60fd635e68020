"""The page in a real browser, with real clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.standards.table import Table
from aligner.i18n import translator
from aligner.reports.html.browser_page import write_browser_page
from reports.contents import a_report
from reports.html.browser import CHROMIUM, Browser

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

MARKUP = '<img src="http://example.org/x.png" onerror="window.hurt = 1"></script><script>window.hurt = 1</script>'


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    report = a_report(300)
    works = report.table("works")
    notes = {"title_en": [MARKUP, *works["title_en"][1:]]}
    tables = dict(report.tables) | {"works": Table({**works.columns, **notes})}
    page = tmp_path / "page.html"
    write_browser_page(a_report(300, tables=tables, project=MARKUP), page, translator("en"))
    opened = Browser(page, tmp_path / "home")
    yield opened
    assert opened.complaints == []
    assert opened.asked_for == [page.as_uri()]
    opened.close()


def rows(browser: Browser) -> int:
    """How many rows are on this page of the rows."""
    return int(browser.run("document.querySelectorAll('#found tbody tr').length"))


def test_markup_in_a_file_is_shown_as_text(browser: Browser) -> None:
    assert browser.run("window.hurt === undefined")
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert MARKUP in browser.text("#found")


def test_the_pages_of_the_rows_are_turned(browser: Browser) -> None:
    assert browser.text("#shown") == "Rows 1 to 50 of 300"
    browser.click("#after")
    assert (browser.text("#shown"), rows(browser)) == ("Rows 51 to 100 of 300", 50)
    browser.click("#before")
    assert browser.text("#shown") == "Rows 1 to 50 of 300"


def test_a_figure_leads_to_its_rows(browser: Browser) -> None:
    report = a_report(300)
    rate = report.indicator("conversion_rate")
    assert rate is not None
    assert browser.text("#rate") == "57.4 %"
    for counted, amount in (("numerator", rate.numerator), ("denominator", rate.denominator)):
        browser.click(f"#drill-{counted}")
        assert browser.text("#shown") == f"Rows 1 to 50 of {amount:.0f}"


def test_a_field_leads_to_its_works_with_its_own_rate(browser: Browser) -> None:
    field = browser.run("data.charts.ics.marks[0]")
    browser.click("#chart-ics button.plain")
    numerator, denominator = field["counts"].split(" / ")
    assert browser.text("#counts").startswith(f"Of these rows, {numerator} of {denominator}")
    assert browser.text("#counts").endswith(f"{field['text'][0]}.")
    browser.click("#clear")
    assert browser.text("#shown") == "Rows 1 to 50 of 300"


def test_every_chart_is_drawn(browser: Browser) -> None:
    for chart in browser.run("Object.values(data.charts)"):
        place = f"#chart-{chart['id']}"
        assert browser.run(f"document.querySelector('{place}') !== null"), chart["id"]
        titles = browser.run(f"[...document.querySelectorAll('{place} svg title')].map((one) => one.textContent)")
        words = [one["words"] if isinstance(one["words"], str) else one["words"][0] for one in chart["marks"]]
        drawn = [one for one, mark in zip(words, chart["marks"], strict=True) if mark["end"] is not None]
        assert set(drawn[:12]) <= set(titles)


def test_rows_are_filtered_by_degree_committee_and_search(browser: Browser) -> None:
    works = a_report(300).table("works")
    browser.choose("#degree", "MOD")
    assert browser.text("#shown").endswith(f" of {works['degree'].count('MOD')}")
    browser.choose("#committee", "ISO/TC 4")
    both = zip(works["degree"], works["committee"], strict=True)
    assert browser.text("#shown").endswith(f" of {list(both).count(('MOD', 'ISO/TC 4'))}")
    browser.type("#search", "nothing is called so")
    assert browser.text("#shown") == "No rows match the filters."


def test_a_degree_leads_to_as_many_rows_as_it_counts(browser: Browser) -> None:
    for part in browser.run("data.charts.degrees_by_work.marks"):
        browser.click(f"#chart-degrees_by_work [data-key={part['key']}]")
        number = part["text"]
        shown = browser.text("#shown")
        assert shown.endswith(f" of {number}") or (number, shown) == ("0", "No rows match the filters.")


def test_a_browser_that_cannot_unpack_the_report_says_so(browser: Browser) -> None:
    browser.run("document.getElementById('page').replaceChildren(), delete window.DecompressionStream, void begin()")
    assert "too old" in browser.text("#page")
    assert "版本过旧" in browser.text("#page")


def test_a_filter_that_a_table_does_not_have_is_given_up(browser: Browser) -> None:
    browser.choose("#committee", "ISO/TC 4")
    browser.click("#tab-nationals")
    assert browser.run("document.getElementById('committee').value") == ""
    assert browser.text("#shown").startswith("Rows 1 to 50 of ")


def test_the_language_is_switched_and_the_choice_kept(browser: Browser) -> None:
    browser.click("#tab-pairs")
    browser.choose("#degree", "IDT")
    browser.click("#language-zh")
    assert browser.text("h1") == translator("zh")("Conversion of international standards")
    assert browser.run("document.documentElement.lang") == "zh-CN"
    assert browser.run("document.getElementById('degree').value") == "IDT"
    assert browser.text("#rate") == "57.4%"
    browser.click("#language-en")
    assert browser.text("h1") == "Conversion of international standards"
