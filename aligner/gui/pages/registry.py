"""The pages of the window, from top to bottom. A new page is a file beside this one and a line here."""

from dataclasses import dataclass

from aligner.domain.text import N_
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.pages.page import Page
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.pages.start.page import StartPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the navigation knows it; `needs_project` keeps it closed until a project is open."""

    id: str
    title: str
    icon: str
    kind: type[Page]
    needs_project: bool = True


PAGES = (
    PageEntry("start", N_("Home"), "start", StartPage, needs_project=False),
    PageEntry("catalogues", N_("Catalogues"), "catalogues", CataloguesPage),
    PageEntry("review", N_("Review"), "review", ReviewPage),
    PageEntry("indicators", N_("Indicators"), "indicators", IndicatorsPage),
    PageEntry("history", N_("History"), "history", HistoryPage),
)
"""Ctrl+1, Ctrl+2, ... open them in this order."""
