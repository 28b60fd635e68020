"""The report on one page: what it says, and that it is the same page every time."""

import base64
import re
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.domain.errors import AlignerError
from aligner.i18n import translator
from aligner.reports.content.counting_rules import NOT_SET
from aligner.reports.content.report import KeptState, ReportContent
from aligner.reports.pdf.drawing import HEIGHT, WIDTH, Rehearsal
from aligner.reports.pdf.figures import LEFT_FIGURES, REVIEW_FIGURES, RIGHT_FIGURES
from aligner.reports.pdf.file import PdfFile
from aligner.reports.pdf.fonts import faces
from aligner.reports.pdf.one_page import draw_page, write_page
from aligner.reports.pdf.page import MARGIN
from aligner.reports.workbook.paper import LEAST_TYPE
from reports.contents import a_report

_STREAM = re.compile(rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\n(.*?)~>", re.DOTALL)
_SHOWN = re.compile(rb"\((.*?)(?<!\\)\) Tj", re.DOTALL)


def page(content: ReportContent, folder: Path, language: str = "en") -> bytes:
    target = folder / "page.pdf"
    write_page(content, target, translator(language))
    return target.read_bytes()


def texts(pdf: bytes) -> str:
    """What is drawn in the fonts for Latin script, piece by piece."""
    return "\n".join(piece.replace(b"\\", b"").decode("cp1252") for piece in _SHOWN.findall(drawn(pdf)))


def drawn(pdf: bytes) -> bytes:
    """The page's own stream."""
    streams = [zlib.decompress(base64.a85decode(found)) for found in _STREAM.findall(pdf)]
    return next(stream for stream in streams if b" Tj" in stream)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_is_one_sheet_of_a4(tmp_path: Path, language: str) -> None:
    pdf = page(a_report(30), tmp_path, language)
    assert pdf.startswith(b"%PDF-1.")
    assert re.findall(rb"/Count (\d+)", pdf) == [b"1"]
    assert b"/MediaBox [ 0 0 595.2756 841.8898 ]" in pdf


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, language: str) -> None:
    assert page(a_report(30), tmp_path, language) == page(a_report(30), tmp_path, language)


def test_the_page_says_what_the_workbook_says(tmp_path: Path) -> None:
    content = a_report(30, organization="SAC/TC 98")
    shown = texts(page(content, tmp_path)).replace("\xa0", " ")
    english = translator("en")
    rate = content.indicator("conversion_rate")
    assert rate is not None
    assert english.percent(rate.value) in shown
    assert f"{english.number(rate.numerator)} / {english.number(rate.denominator)}" in shown
    assert f"Target {english.percent(content.target)}" in shown
    assert "Reporting unit: SAC/TC 98" in shown
    assert "Reference date: 2025-12-31" in shown
    assert all(each.sha256 in shown for each in content.catalogues)
    assert "Nothing in this report is an official figure." in shown


def test_three_people_sign_and_there_is_room_for_a_seal(tmp_path: Path) -> None:
    shown = texts(page(a_report(30), tmp_path)).splitlines()
    assert [shown.count(label) for label in ("Prepared by", "Checked by", "Approved by", "Date", "Seal")] == [
        1,
        1,
        1,
        3,
        1,
    ]


def test_a_page_from_a_snapshot_names_it_and_what_comes_out_otherwise(tmp_path: Path) -> None:
    kept = KeptState("2025", "2026-02-05T08:30:00+00:00", ("conversion_rate",))
    shown = texts(page(a_report(30, snapshot=kept), tmp_path))
    assert "Snapshot: 2025, taken 2026-02-05 08:30:00 UTC" in shown


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_on_the_page_is_smaller_than_eight_points(tmp_path: Path, language: str) -> None:
    sizes = [float(size) for size in re.findall(rb"/F\S+ ([\d.]+) Tf", drawn(page(a_report(30), tmp_path, language)))]
    assert len(sizes) > 90
    assert min(sizes) >= LEAST_TYPE


@pytest.mark.parametrize("count", [2_345, 123_456, 98_765_432])
def test_no_figure_is_cut_however_large(tmp_path: Path, count: int) -> None:
    content = a_report(30)
    large = tuple(
        replace(each, numerator=count - 1, denominator=count) if each.denominator else each
        for each in content.indicators
    )
    shown = texts(page(replace(content, indicators=large), tmp_path)).replace("\xa0", " ")
    english = translator("en")
    whole = f"{english.number(count - 1)} / {english.number(count)}".replace("\xa0", " ").replace("\u202f", " ")
    printed = {*LEFT_FIGURES, *RIGHT_FIGURES, *REVIEW_FIGURES}
    counted = [each for each in content.figures(sorted(printed)) if each.numerator is not None and each.denominator]
    assert shown.count(whole) >= len(counted) >= 5
    assert not re.findall(r"\d…", shown.replace("9f9f9f9f9f9f9f9f…", ""))


def test_every_rule_that_is_set_stands_on_the_page(tmp_path: Path) -> None:
    content = a_report(30)
    shown = " ".join(texts(page(content, tmp_path)).replace("\n", " ").split())
    for rule in content.rules:
        label = rule.label.rpartition("”")[2]  # quotation marks are written as numbers in the file
        assert (label in shown) is (rule.value != NOT_SET or rule.is_changed), rule.label
    assert "*Works without a verdict on applicability: left out" in shown


@settings(max_examples=12, deadline=None)
@given(
    names=st.lists(st.text(min_size=1, max_size=120), min_size=0, max_size=9), until=st.sampled_from(["", "2025-12-31"])
)
def test_all_of_the_page_is_between_its_margins(names: list[str], until: str) -> None:
    content = a_report(30)
    files = tuple(replace(content.catalogues[0], file_name=name) for name in names)
    places = _Places()
    crowded = replace(content, catalogues=files, decided_until=until, project="n" * 300)
    draw_page(crowded, places, translator("en"))
    assert places.lowest <= HEIGHT - MARGIN + 10
    assert places.rightmost <= WIDTH - MARGIN + 0.5


class _Places(Rehearsal):
    """Remembers how far down and to the right anything is drawn."""

    def __init__(self) -> None:
        super().__init__(PdfFile(BytesIO(), "", "en", faces()).width)
        self.lowest = self.rightmost = 0.0

    def text(self, text: str, left: float, base: float, size: float, *, bold: bool, colour: str) -> None:
        super().text(text, left, base, size, bold=bold, colour=colour)
        self.lowest = max(self.lowest, base)
        self.rightmost = max(self.rightmost, left + self.width(text, size, bold=bold))


def test_figures_that_were_not_computed_are_left_out(tmp_path: Path) -> None:
    shown = texts(page(replace(a_report(30), indicators=(), breakdowns=()), tmp_path))
    assert "n/a" in shown
    assert "Nothing is missing." in shown


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(AlignerError):
        write_page(a_report(30), tmp_path / "nowhere" / "page.pdf", translator("en"))
