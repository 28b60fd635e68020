"""Completion in the shell: click knows bash, zsh and fish; PowerShell is added here."""

import os
from typing import Final

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

VARIABLE: Final = "_ALIGNER_COMPLETE"
"""By this variable of the environment the script in a shell asks the program."""

SHELLS: Final = ("bash", "zsh", "fish", "powershell")

_POWER_SHELL: Final = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $command, $position)
    $env:%(complete_var)s = 'powershell_complete'
    $env:COMP_WORDS = $command.ToString()
    $env:COMP_CWORD = $word
    try {
        %(prog_name)s | ForEach-Object {
            $kind, $value, $help = $_ -split "`t", 3
            if ($kind -eq 'plain') {
                $tip = if ($help) { $help } else { $value }
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
            } else {
                [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)
            }
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion in PowerShell: each line the kind, the value and its help, with tabs between."""

    name = "powershell"
    source_template = _POWER_SHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being written, and that one."""
        incomplete = os.environ.get("COMP_CWORD", "")
        words = split_arg_string(os.environ.get("COMP_WORDS", ""))[1:]
        return (words[:-1] if incomplete and words and words[-1] == incomplete else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """One line of the answer."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


class ProjectAddress(click.types.StringParamType):
    """A project: a file, which the shell completes, or an address, which it does not know."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click gives them
        """The shell's own files."""
        return [CompletionItem(incomplete, type="file")]


def knows_power_shell() -> None:
    """Let click answer PowerShell, too, when it is a shell that asks."""
    if VARIABLE in os.environ:
        add_completion_class(PowerShellComplete)


def script(shell: str, command: click.Command) -> str:
    """The text that a shell of this kind (SHELLS) has to run so that it completes `aligner`."""
    add_completion_class(PowerShellComplete)
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - one of SHELLS
    made = kind(command, {}, "aligner", VARIABLE)
    return made.source_template % made.source_vars()
