"""Everything a user can do, one row each. Menus, the tool bar, the key sheet and the palette are made from it."""

from aligner.domain.text import N_
from aligner.gui.commands import catalogue_actions as catalogues
from aligner.gui.commands import exchange_actions as exchange
from aligner.gui.commands import program_actions as actions
from aligner.gui.commands import project_actions as projects
from aligner.gui.commands.command import (
    Command,
    always,
    can_close,
    can_start_work,
    can_write,
    has_project,
    has_table,
    is_idle,
    on,
    when,
)
from aligner.gui.commands.indicators import INDICATORS
from aligner.gui.commands.review import REVIEW
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.registry import PAGES, PageEntry
from aligner.gui.pages.start.page import StartPage

MENUS = (
    ("project", N_("&Project")),
    ("edit", N_("&Edit")),
    ("catalogue", N_("&Catalogues")),
    ("review", N_("&Review")),
    ("candidates", N_("C&andidates")),
    ("indicators", N_("&Indicators")),
    ("go", N_("&Go to")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)
"""The menus in their order."""

# fmt: off
# id, text, what it does, menu, icon, keys, whether it can be done
PROJECT = (
    Command("project.new", N_("New project…"), projects.new_project, "project", "new", "Ctrl+N", is_idle,
            in_toolbar=True),
    Command("project.open", N_("Open project…"), projects.open_project, "project", "open", "Ctrl+O", is_idle,
            in_toolbar=True),
    Command("project.server", N_("Open a project on a server…"), projects.open_server, "project", "user", "", is_idle,
            tip=N_("For a committee that keeps its project in a PostgreSQL database")),
    Command("project.sample", N_("Open the sample project"), projects.open_sample, "project", "sample", "", is_idle),
    Command("project.close", N_("Close project"), projects.close_project, "project", "close", "Ctrl+W", can_close,
            separated=True),
    Command("project.check", N_("Check the project file"), projects.check_project, "project", "success", "",
            has_project),
    Command("project.backups", N_("Backups…"), projects.show_backups, "project", "history", "", can_close,
            tip=N_("See which backups there are, save a copy, restore a damaged project")),
    Command("project.merge", N_("Merge another copy…"), exchange.merge_copy, "project", "load", "", can_start_work,
            tip=N_("Join the steps of a copy that somebody else has worked on; what differs is kept to be settled")),
    Command("project.restore", N_("Restore a damaged project…"), projects.ask_to_restore, "project", "take_back", "",
            is_idle, tip=N_("For a project that can no longer be opened: its newest sound backup takes its place")),
    Command("program.quit", N_("Quit"), actions.leave, "project", "", "Ctrl+Q", separated=True),
)

EDIT = (
    Command("edit.undo", N_("Undo"), actions.undo, "edit", "undo", "Ctrl+Z", can_write,
            tip=N_("Undo my last step; the journal keeps both"), in_toolbar=True),
    Command("edit.redo", N_("Redo"), actions.redo, "edit", "redo", "Ctrl+Y, Ctrl+Shift+Z", can_write,
            tip=N_("Redo my last undone step"), in_toolbar=True),
    Command("history.take_back", N_("Undo this decision only"), on(HistoryPage, HistoryPage.take_back),
            "edit", "take_back", "Ctrl+Shift+T", when(HistoryPage, HistoryPage.can_take_back),
            tip=N_("The other steps of the journal stay as they are")),
    Command("edit.copy_rows", N_("Copy rows"), lambda window: window.page.copy_rows(), "edit", "copy",
            "Ctrl+Shift+C", has_table, tip=N_("As tab-separated lines, to paste into a spreadsheet"), separated=True),
    Command("edit.search", N_("Search"), lambda window: window.page.search(), "edit", "search", "Ctrl+F, /",
            lambda window: window.page.can_search()),
)

WORK = (
    Command("catalogue.load", N_("Load a catalogue…"), catalogues.load_catalogue, "catalogue", "load", "Ctrl+L",
            can_start_work, tip=N_("Read an Excel or text file with national or international standards"),
            in_toolbar=True),
    Command("catalogue.load_national", N_("Load the national list…"), catalogues.load_national, "catalogue", "", "",
            can_start_work, tip=N_("The list whose adoption is to be measured")),
    Command("catalogue.load_international", N_("Load the international list…"), catalogues.load_international,
            "catalogue", "", "", can_start_work, tip=N_("What is adopted: ISO, IEC, ITU …")),
    Command("catalogue.match", N_("Find candidates"), catalogues.match, "catalogue", "match", "Ctrl+M", can_start_work,
            tip=N_("Look for the international counterparts of every national standard"), in_toolbar=True),
    Command("catalogue.remove", N_("Remove the catalogue"), on(CataloguesPage, CataloguesPage.remove_catalogue),
            "catalogue", "close", "", when(CataloguesPage, CataloguesPage.can_remove),
            tip=N_("Takes the chosen list out of the project; it can be put back, and decisions stay"), separated=True),
    Command("catalogue.removed", N_("Removed catalogues…"), catalogues.show_removed, "catalogue", "history", "",
            has_project, tip=N_("See which lists were removed, and put them back")),
    Command("import.decisions", N_("Import decisions…"), exchange.import_decisions, "edit", "load", "",
            can_start_work, tip=N_("From Excel or CSV; what it would do is shown before anything is recorded"),
            separated=True),
    Command("pack.write", N_("Review pack for a reviewer…"), exchange.write_pack, "edit", "right", "", can_start_work,
            tip=N_("A workbook with standards to decide on, to fill in and send back")),
    Command("pack.read", N_("Read a review pack…"), exchange.read_pack, "edit", "load", "", can_start_work,
            tip=N_("What became of every row is shown before anything is recorded")),
    Command("import.applicability", N_("Import applicability verdicts…"), exchange.import_applicability, "edit", "load",
            "", can_start_work, tip=N_("From Excel or CSV; what it would do is shown before anything is recorded")),
    Command("import.comparisons", N_("Import key indicators…"), exchange.import_comparisons, "edit", "load", "",
            can_start_work, tip=N_("From Excel or CSV; what it would do is shown before anything is recorded")),
    Command("export.rows", N_("Export rows…"), exchange.export_rows, "edit", "right", "", can_close,
            tip=N_("Pairs, decisions, the queue and more as Excel, CSV, JSON or SSSOM")),
    Command("catalogue.recipe", N_("How candidates are found…"), catalogues.show_recipe, "catalogue", "info", "",
            has_project, tip=N_("The weight of each piece of evidence, and where the bands begin")),
    Command("work.cancel", N_("Cancel the running work"), actions.cancel_work, "catalogue", "cancel", "Ctrl+.",
            lambda window: window.context.is_busy, separated=True),
)

VIEW = (
    Command("view.columns", N_("Choose columns…"), lambda window: window.page.choose_columns(), "view", "columns", "",
            has_table),
    Command("catalogues.national", N_("National catalogue"), on(CataloguesPage, CataloguesPage.show_national),
            "view", "", "Alt+1", when(CataloguesPage, CataloguesPage.is_ready), separated=True),
    Command("catalogues.international", N_("International catalogue"),
            on(CataloguesPage, CataloguesPage.show_international),
            "view", "", "Alt+2", when(CataloguesPage, CataloguesPage.is_ready)),
    Command("catalogues.problems", N_("Problems of a catalogue"), on(CataloguesPage, CataloguesPage.show_problems),
            "view", "warning", "Alt+3", when(CataloguesPage, CataloguesPage.is_ready)),
    Command("history.now", N_("Back to today"), on(HistoryPage, HistoryPage.show_now), "view", "calendar", "",
            when(HistoryPage, HistoryPage.is_in_the_past), tip=N_("Show the journal as it is now")),
    Command("start.forget", N_("Remove from the list of recent projects"), on(StartPage, StartPage.forget_project),
            "view", "close", "", when(StartPage, StartPage.can_forget)),
    Command("view.history", N_("Latest steps"),
            lambda window: window.show_history(shown=not window.is_history_wanted), "view", "history", "Ctrl+H",
            has_project, checked=lambda window: window.is_history_wanted,
            tip=N_("Show the latest steps of all reviewers below every page; a row opens its pair")),
    Command("view.dark", N_("Dark colours"), actions.turn_colours, "view", "theme", "Ctrl+D",
            checked=lambda window: window.context.theme.name == "dark", separated=True),
    Command("view.language", N_("Language: English or Chinese"), actions.turn_language, "view", "language",
            "Ctrl+Shift+L"),
    Command("view.reviewer", N_("Name of the reviewer…"), actions.ask_reviewer, "view", "user"),
)

HELP = (
    Command("help.palette", N_("Find a command…"), actions.show_palette, "help", "palette", "Ctrl+K", in_toolbar=True),
    Command("help.guide", N_("Guide"), actions.show_guide, "help", "help", "F1",
            tip=N_("What to do first, and what the words of the program mean")),
    Command("help.keys", N_("Keys"), actions.show_keys, "help", "keys", "?", in_toolbar=True),
    Command("help.log", N_("Open the folder with the log"), actions.open_log_folder, "help", "folder", separated=True),
    Command("help.about", N_("About Aligner"), actions.show_about, "help", "info"),
)
# fmt: on


def _go(number: int, page: PageEntry) -> Command:
    """The command that opens a page: Ctrl and its number."""
    return Command(
        f"go.{page.id}",
        page.title,
        lambda window: window.show_page(page.id),
        "go",
        page.icon,
        f"Ctrl+{number}",
        has_project if page.needs_project else always,
        checked=lambda window: window.page_id == page.id,
    )


GO = tuple(_go(number, page) for number, page in enumerate(PAGES, 1))

COMMANDS = (*PROJECT, *EDIT, *WORK, *REVIEW, *INDICATORS, *GO, *VIEW, *HELP)
"""All of them, in the order of the menus."""
