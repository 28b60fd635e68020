"""The report on one page: what it says, and that it is the same page every time."""

import base64
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.i18n import translator
from aligner.reports.content.report import KeptState, ReportContent
from aligner.reports.pdf.one_page import write_page
from reports.contents import a_report

_STREAM = re.compile(rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\n(.*?)~>", re.DOTALL)
_SHOWN = re.compile(rb"\((.*?)(?<!\\)\) Tj", re.DOTALL)


def page(content: ReportContent, folder: Path, language: str = "en") -> bytes:
    target = folder / "page.pdf"
    write_page(content, target, translator(language))
    return target.read_bytes()


def texts(pdf: bytes) -> str:
    """What is drawn in the fonts for Latin script, piece by piece."""
    streams = [zlib.decompress(base64.a85decode(found)) for found in _STREAM.findall(pdf)]
    drawn = next(stream for stream in streams if b" Tj" in stream)
    return "\n".join(piece.replace(b"\\", b"").decode("cp1252") for piece in _SHOWN.findall(drawn))


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


def test_figures_that_were_not_computed_are_left_out(tmp_path: Path) -> None:
    shown = texts(page(replace(a_report(30), indicators=(), breakdowns=()), tmp_path))
    assert "n/a" in shown
    assert "Nothing is missing." in shown


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(AlignerError):
        write_page(a_report(30), tmp_path / "nowhere" / "page.pdf", translator("en"))
