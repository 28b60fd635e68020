"""What can be done with a project, and where: the Python interface, the command line and the window hold the same."""

import inspect
from pathlib import Path

import click
import pytest
from PySide6.QtWidgets import QApplication

from aligner.api import Project
from aligner.cli.commands.export import export
from aligner.cli.main import COMMANDS as CLI_COMMANDS
from aligner.gui.commands.registry import COMMANDS as WINDOW_COMMANDS
from aligner.gui.dialogs.figures.export import WHAT_NAMES, ExportDialog
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.theme import LIGHT
from aligner.i18n import translator
from aligner.usecases.hand_outs.export import FORMS, WHAT

CAPABILITIES = {
    # what: (methods of api.Project, commands of `aligner`, commands of the window)
    "make a project": ("new", "new", "project.new"),
    "open a project": ("open", "gui", "project.open"),
    "close it": ("close", "", "project.close"),
    "the sample": ("", "demo", "project.sample"),
    "check file and journal": ("check", "check", "project.check"),
    "back it up": ("backups back_up", "backup", "project.backups"),
    "restore a damaged one": ("restore", "restore", "project.restore project.backups"),
    "load a catalogue": ("load preview", "load", "catalogue.load"),
    "list the catalogues": ("catalogues removed_catalogues", "list", "go.catalogues catalogue.removed"),
    "remove a catalogue": ("remove_catalogue", "remove", "catalogue.remove"),
    "put a catalogue back": ("put_back_catalogue", "remove", "catalogue.removed"),
    "look at standards": ("standards", "export", "catalogues.national catalogues.international"),
    "look at problems": ("problems", "load", "catalogues.problems"),
    "find candidates": ("match", "match", "catalogue.match"),
    "look at candidates": ("candidates", "candidates", "go.review"),
    "learn from decisions": ("learn", "match", "catalogue.recipe"),
    "take decisions from a file": ("decide", "decide", "import.decisions"),
    "take applicability from a file": ("judge_applicability", "applicability", "import.applicability"),
    "take comparisons from a file": ("compare", "compare", "import.comparisons"),
    "settle differences": ("settle open_differences", "settle", "review.settle_first review.settle_second"),
    "look at a project": ("info", "info", "go.start"),
    "look at decisions": ("decisions applicability", "export", "go.review go.history"),
    "look at comparisons": ("comparisons comparison_form", "comparisons", "review.compare"),
    "templates": ("indicator_templates save_indicator_template", "templates", "review.compare"),
    "look at the journal": ("history", "history", "go.history view.history"),
    "write a review pack": ("pack", "pack", "pack.write"),
    "read a review pack": ("stage_pack unpack", "unpack", "pack.read"),
    "merge another copy": ("merge", "merge", "project.merge"),
    "undo": ("undo", "undo", "edit.undo"),
    "redo": ("redo", "redo", "edit.redo"),
    "take one decision back": ("take_back", "", "review.take_back history.take_back"),
    "measure": ("measure indicators", "indicators", "go.indicators"),
    "explain a figure": ("explain waterfall sensitivity", "explain indicators", "go.indicators"),
    "write the report": ("report", "report", "report.export"),
    "export rows": ("rows export", "export", "export.rows"),
    "minutes of a meeting": ("minutes", "minutes", "review.minutes"),
    "take a snapshot": ("take_snapshot", "snapshot", "snapshots.take"),
    "list snapshots": ("snapshots snapshot_indicators snapshot_report", "snapshots report", "snapshots.list"),
    "compare snapshots": ("compare_snapshots", "compare-snapshots", "snapshots.list"),
    "forget a snapshot": ("forget_snapshot", "forget-snapshot", "snapshots.list"),
}
"""Several in one place are parted by blanks; "" where it makes no sense, see NOWHERE_ELSE."""

NOWHERE_ELSE = {
    "close it": "a command closes what it opened",
    "the sample": "the Python interface loads the sample's files as any others",
    "take one decision back": "a command undoes whole steps",
}

ONLY_FOR_EXPERTS = {
    "api": {"evaluate"},
    "cli": {"evaluate", "server", "parse", "completion", "reconcile"},
}
"""Measuring the matching against known pairs, how numbers are understood, completion in the shell, questions of other
programs, and what the administrator of a server does."""


def named(place: int) -> set[str]:
    return {name for capability in CAPABILITIES.values() for name in capability[place].split()}


def test_every_capability_is_in_all_three() -> None:
    lacking = {what for what, places in CAPABILITIES.items() if not all(places)}
    assert lacking == NOWHERE_ELSE.keys()


def test_every_method_of_the_python_interface_is_listed() -> None:
    methods = {name for name, _ in inspect.getmembers(Project, callable) if not name.startswith("_")}
    assert methods - named(0) == ONLY_FOR_EXPERTS["api"]
    assert named(0) - methods == set()


def test_every_command_of_the_command_line_is_listed() -> None:
    assert set(CLI_COMMANDS) - named(1) == ONLY_FOR_EXPERTS["cli"]
    assert named(1) - set(CLI_COMMANDS) == set()


@pytest.mark.parametrize("command", sorted(named(2)))
def test_every_listed_command_of_the_window_exists(command: str) -> None:
    assert command in {one.id for one in WINDOW_COMMANDS}


def test_the_window_exports_whatever_the_command_line_does(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001
    context = Context(translator("en"), LIGHT, Preferences(tmp_path / "window.json"), "secretary")
    dialog = ExportDialog(context, None)
    assert {dialog.what.itemData(place) for place in range(dialog.what.count())} == set(WHAT) == set(WHAT_NAMES)
    forms = set()
    for what in WHAT:
        dialog.what.setCurrentIndex(dialog.what.findData(what))
        forms |= {dialog.form.itemData(place) for place in range(dialog.form.count())}
    assert forms == set(FORMS)


EXPORT_OPTIONS = {"what", "form", "profile", "as_of", "decided_until", "snapshot"}
"""Each has a field in the dialog, where `as_of` is the reference date and `snapshot` the state of the project."""


def test_every_option_of_an_export_has_a_field_in_the_window() -> None:
    options = {option.name for option in export.params if isinstance(option, click.Option)}
    assert options - {"lang"} == EXPORT_OPTIONS
    assert set(inspect.signature(Project.export).parameters) - {"self", "out"} == EXPORT_OPTIONS
