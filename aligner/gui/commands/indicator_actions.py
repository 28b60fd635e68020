"""What the commands about figures do: report, print, PDF, profiles, scenarios, work plan."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Silent
from aligner.gui.commands.window import Window
from aligner.gui.dialogs import files
from aligner.gui.dialogs.figures.presentation import Presentation
from aligner.gui.dialogs.figures.profiles import ProfilesDialog
from aligner.gui.dialogs.figures.report import UNIT, ReportDialog
from aligner.gui.dialogs.figures.snapshots import SnapshotsDialog
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.printed_page import paint_page
from aligner.usecases.figures import scenario
from aligner.usecases.figures.profile_files import PROFILES
from aligner.usecases.hand_outs.one_page import ReportContent, page_content, title
from aligner.usecases.hand_outs.report import write_report
from aligner.usecases.project.session import Session


def export_report(window: Window) -> None:
    """Open the dialog, with the profile and the day of the dashboard when it is open."""
    page = window.page
    profile, at = (page.profile, page.at) if isinstance(page, IndicatorsPage) else ("", None)
    ReportDialog(window.context, window.widget(), profile, at).show()


def show_snapshots(window: Window) -> None:
    """Open the list of snapshots."""
    _snapshots(window)


def _snapshots(window: Window) -> SnapshotsDialog:
    """The list of snapshots, opened; new ones keep the profile and the day of the dashboard when that is shown."""
    page = window.page
    profile, at = (page.profile, page.at) if isinstance(page, IndicatorsPage) else (PROFILES[0], None)
    dialog = SnapshotsDialog(window.context, window.widget(), profile, at)
    dialog.open()
    return dialog


def take_snapshot(window: Window) -> None:
    """Open the list and ask for the name of a new one at once."""
    _snapshots(window).ask_name()


def edit_profiles(window: Window) -> None:
    """Open the profiles; the dashboard follows what is chosen or changed there."""
    page = window.page
    if isinstance(page, IndicatorsPage):
        dialog = ProfilesDialog(window.context, window.widget(), page.profile)
        dialog.chosen.connect(page.choose_profile)
        dialog.edited.connect(lambda _source: page.forget())
        dialog.open()


def present(window: Window) -> None:
    """Show the overview on the whole screen; a mark leads back to the page and its rows."""
    page = window.page
    if not isinstance(page, IndicatorsPage):
        return
    dialog = Presentation(window.context, window.widget())
    dialog.show_dashboard(page.shown)
    for chart in page.overview.charts.values():
        dialog.show_chart(chart)
    page.overview.made.connect(dialog.show_chart)
    page.counted.connect(dialog.show_dashboard)
    dialog.opened.connect(page.open_mark)
    dialog.rows_wanted.connect(page.show_figure)
    dialog.plan_wanted.connect(page.open_plan)
    page.show_overview()
    dialog.showFullScreen()


def save_pdf(window: Window) -> None:
    """Ask for a file and write the figures there as one page."""
    name = f"{project_name(window)}.pdf"
    proposed = Path(window.context.preferences.text(files.FOLDER)) / name
    files.ask_target(window.context, window.widget(), proposed, ("pdf",), lambda path: make_pdf(window, path))


def make_pdf(window: Window, path: Path) -> None:
    """Write the page into this file beside the window, and say so."""
    page = window.page
    if not isinstance(page, IndicatorsPage):
        return
    translate, profile, at = window.context.translate, page.profile, page.at
    unit = window.context.preferences.text(UNIT)

    def work(session: Session) -> AlignerError | None:
        try:
            write_report(session, path, translate, Silent(), profile=profile, at=at, organization=unit)
        except AlignerError as error:
            return error
        return None

    def tell(error: AlignerError | None) -> None:
        if error is None:
            window.tell(translate("The page is in {file}.", file=str(path)), Tone.GOOD)
        else:
            window.tell(translate.sentence(error), Tone.BAD, translate("Try again"), lambda: make_pdf(window, path))

    window.context.read(tell, work)


def print_page(window: Window) -> None:
    """Ask for a printer and print the page there: the same one that is saved as PDF."""
    translate = window.context.translate
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window.widget())
    dialog.setWindowTitle(translate("Print the dashboard"))
    dialog.accepted.connect(lambda: put_on_paper(window, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()  # its own `open` wants an older kind of slot


def put_on_paper(window: Window, printer: QPrinter) -> None:
    """Count beside the window what the page says, then paint it: painting is for the window's own thread."""
    page = window.page
    if not isinstance(page, IndicatorsPage):
        return
    translate, profile, at = window.context.translate, page.profile, page.at
    unit = window.context.preferences.text(UNIT)

    def work(session: Session) -> ReportContent:
        return page_content(session, translate, Silent(), profile=profile, at=at, organization=unit)

    def paint(content: ReportContent) -> None:
        printer.setDocName(title(content, translate))
        if not paint_page(content, printer, translate):
            window.tell(translate("The printer refused the page."), Tone.BAD)

    window.context.read(paint, work)


def save_scenario(window: Window) -> None:
    """Ask for a name and keep the ticks."""
    page = window.page
    if not isinstance(page, IndicatorsPage):
        return
    translate, plan = window.context.translate, page.plan
    chosen = plan.chosen_scenario()

    def keep(name: str) -> None:
        window.context.do(scenario.save_scenario, plan.scenario_named(name))
        plan.reload_scenarios(name)

    dialog = NameDialog(
        window.context, window.widget(), translate("Save the scenario"),
        translate("Ticks and target year are kept in the project; one of the same name is replaced."),
        chosen.name if chosen else "",
    )  # fmt: skip
    dialog.named.connect(keep)
    dialog.open()


def forget_scenario(window: Window) -> None:
    """Keep the chosen scenario no longer; the ticks stay."""
    page = window.page
    if isinstance(page, IndicatorsPage):
        chosen = page.plan.chosen_scenario()
        if chosen is not None:
            window.context.do(scenario.forget_scenario, chosen.name)
            page.plan.reload_scenarios()


def export_plan(window: Window) -> None:
    """Ask for a file and write the ticked works there, as xlsx or CSV."""
    name = f"{project_name(window)} {window.context.translate('Work plan')}.xlsx"
    proposed = Path(window.context.preferences.text(files.FOLDER)) / name
    files.ask_target(window.context, window.widget(), proposed, ("xlsx", "csv"), lambda path: write_plan(window, path))


def write_plan(window: Window, path: Path) -> None:
    """Write the ticked works beside the window; a file that is open elsewhere can be tried again."""
    page = window.page
    known = page.plan.outlook if isinstance(page, IndicatorsPage) else None
    if not isinstance(page, IndicatorsPage) or known is None:
        return
    translate, chosen = window.context.translate, page.plan.ticked()
    saved = page.plan.chosen_scenario()
    title = f"{translate('Work plan')} – {saved.name if saved else project_name(window)}"

    def work(_session: Session) -> AlignerError | None:
        try:
            scenario.export_plan(known, chosen, path, title, translate)
        except AlignerError as error:
            return error
        return None

    def tell(error: AlignerError | None) -> None:
        if error is None:
            window.tell(translate("The work plan is in {file}.", file=str(path)), Tone.GOOD)
        else:
            window.tell(translate.sentence(error), Tone.BAD, translate("Try again"), lambda: write_plan(window, path))

    window.context.read(tell, work)


def project_name(window: Window) -> str:
    """The name of the project as it stands on paper."""
    address = window.context.address
    return Path(address).stem if address and "://" not in address else "Aligner"
