"""What can be done with figures, one row each."""

from aligner.domain.text import N_
from aligner.gui.commands import indicator_actions as actions
from aligner.gui.commands.command import Command, on, when
from aligner.gui.commands.window import Window
from aligner.gui.pages.indicators.page import IndicatorsPage


def _can_report(window: Window) -> bool:
    return window.context.has_project and not window.context.is_busy


_has_figures = when(IndicatorsPage, IndicatorsPage.has_figures)
_is_planning = when(IndicatorsPage, IndicatorsPage.is_planning)
_can_export = when(IndicatorsPage, IndicatorsPage.can_export_plan)

# fmt: off
INDICATORS = (
    Command("report.export", N_("Export report…"), actions.export_report, "indicators", "report", "Ctrl+E", _can_report,
            tip=N_("One Excel workbook with every figure and the rows behind it"), in_toolbar=True),
    Command("indicators.pdf", N_("Save as PDF…"), actions.save_pdf, "indicators", "document", "", _has_figures,
            tip=N_("The dashboard on one page")),
    Command("indicators.print", N_("Print…"), actions.print_page, "indicators", "print", "Ctrl+P", _has_figures,
            tip=N_("The dashboard on one page")),
    Command("indicators.present", N_("Presentation"), actions.present, "indicators", "indicators", "F11", _has_figures,
            tip=N_("The overview on the whole screen, to be read from afar; Page Down turns, Escape leaves")),
    Command("indicators.profiles", N_("Profiles…"), actions.edit_profiles, "indicators", "columns", "", _has_figures,
            tip=N_("View, copy and change the counting rules"), separated=True),
    Command("snapshots.take", N_("Take a snapshot…"), actions.take_snapshot, "indicators", "added", "",
            lambda window: window.context.can_write and not window.context.is_busy,
            tip=N_("Save the current catalogues, decisions and rules under a name"), separated=True),
    Command("snapshots.list", N_("Snapshots…"), actions.show_snapshots, "indicators", "history", "", _can_report,
            tip=N_("View earlier states, explain what changed the rate, and write the report as of then")),
    Command("plan.enough", N_("Tick enough for the target"), on(IndicatorsPage, lambda page: page.plan.tick_enough()),
            "indicators", "success", "", _is_planning,
            tip=N_("Tick from the top of the list until the target is reached"), separated=True),
    Command("plan.clear", N_("Clear all ticks"), on(IndicatorsPage, lambda page: page.plan.clear()),
            "indicators", "close", "", _can_export),
    Command("plan.save", N_("Save the scenario…"), actions.save_scenario, "indicators", "added", "",
            when(IndicatorsPage, IndicatorsPage.can_save_scenario),
            tip=N_("Save the ticks in the project under a name")),
    Command("plan.forget", N_("Delete the scenario"), actions.forget_scenario, "indicators", "cancel", "",
            when(IndicatorsPage, IndicatorsPage.can_forget_scenario)),
    Command("plan.export", N_("Export the work plan…"), actions.export_plan, "indicators", "right", "", _can_export,
            tip=N_("The ticked standards as Excel or CSV, to be filled in")),
)
# fmt: on
