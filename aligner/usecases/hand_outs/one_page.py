"""The report on one page, for whoever draws it elsewhere than in a file: the window on a printer."""

from dataclasses import replace
from datetime import date

from aligner.domain.progress import Progress
from aligner.i18n import Translator
from aligner.indicators.counting.profiles import PROFILES, Profile
from aligner.reports.content.report import ReportContent
from aligner.reports.pdf.drawing import HEIGHT, WIDTH, Drawing
from aligner.usecases.hand_outs.forms import ONE_PAGE
from aligner.usecases.hand_outs.report import report_content
from aligner.usecases.project.session import Session

PAGE_WIDTH, PAGE_HEIGHT = WIDTH, HEIGHT
"""Points."""

__all__ = ["PAGE_HEIGHT", "PAGE_WIDTH", "Drawing", "ReportContent", "draw", "page_content", "title"]


def page_content(
    session: Session,
    translate: Translator,
    progress: Progress,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    organization: str = "",
) -> ReportContent:
    """What the page says; raises as `write_report`."""
    content = report_content(session, translate, progress, profile=profile, at=at, form=ONE_PAGE)
    return replace(content, organization=organization)


def draw(content: ReportContent, drawing: Drawing, translate: Translator) -> None:
    """Draw the page: the same as in a file."""
    from aligner.reports.pdf.one_page import draw_page  # noqa: PLC0415 - loads xlsxwriter

    draw_page(content, drawing, translate)


def title(content: ReportContent, translate: Translator) -> str:
    """What the page is called in the list of a printer."""
    from aligner.reports.pdf.one_page import page_title  # noqa: PLC0415 - loads xlsxwriter

    return page_title(content, translate)
