"""One file for a browser: nothing is loaded from elsewhere, and what comes from files is data, never markup."""

import json
from base64 import b64encode
from gzip import compress
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from aligner import paths
from aligner.collecting import collector_at_rest
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.exchange.target import replacing
from aligner.reports.html.content import shown

SCRIPTS = ("texts.js", "charts.js", "rows.js", "page.js")
"""The page's script in its parts, in the order in which they build on each other."""


def write_browser_page(content: ReportContent, target: Path, translate: Translator) -> None:
    """Write the page in the place of `target`, whole or not at all; the same content gives the same bytes.

    It holds both languages and opens in the translator's. Raises AlignerError when the target cannot be written.
    """
    with replacing(target) as file, collector_at_rest():
        file.write(browser_page(content, translate.language).encode(errors="replace"))


def browser_page(content: ReportContent, language: str) -> str:
    """The page as text."""
    style, script = _resource("page.css"), "".join(map(_resource, SCRIPTS))
    data = json.dumps(shown(content, language), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    whole = data.encode(errors="replace")
    return Template(_resource("page.html")).substitute(
        language="zh-CN" if language == "zh" else language,
        policy=policy(style, script),
        title=escape(content.project or "Aligner"),
        style=style,
        data=packed(whole),
        script=script,
    )


def policy(style: str, script: str) -> str:
    """The content security policy: this style and this script, pictures within the page, and nothing else."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_source(style)}'; script-src '{_source(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def packed(data: bytes) -> str:
    """The data as gzip within base64: a third of the size, and nothing in it can end its element."""
    return b64encode(compress(data, compresslevel=6, mtime=0)).decode()


def _source(text: str) -> str:
    """An inline text as a policy names it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _resource(name: str) -> str:
    return (paths.resources() / "html" / name).read_text(encoding="utf-8")
