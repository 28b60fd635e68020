"""Completion: what the program answers a shell that asks it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import command, done

from aligner.cli.completing import SHELLS, VARIABLE
from aligner.cli.main import COMMANDS


def asked(shell: str, words: str, word: str, position: int) -> list[str]:
    """The lines of the answer; fish and PowerShell give the unfinished word, the others its position."""
    where = word if shell in {"fish", "powershell"} else str(position)
    environment = os.environ | {VARIABLE: f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": where, "LANG": "C"}
    answer = subprocess.run(command(), env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert answer.stderr == ""
    return answer.stdout.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_told_the_commands_that_begin_so(shell: str) -> None:
    answer = "\n".join(asked(shell, "aligner ind", "ind", 1))
    assert "indicators" in answer
    assert "load" not in answer


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_told_options_and_their_values(shell: str) -> None:
    assert "--level" in "\n".join(asked(shell, "aligner load p f --lev", "--lev", 4))
    assert "international" in "\n".join(asked(shell, "aligner load p f --level inter", "inter", 5))


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_completes_projects_itself(shell: str) -> None:
    assert any("file" in line for line in asked(shell, "aligner check our", "our", 2))


def test_no_command_is_loaded_for_the_list_of_commands() -> None:
    assert len(asked("bash", "aligner ", "", 1)) == len(COMMANDS)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_by_the_same_variable(shell: str) -> None:
    text = done("completion", shell)
    assert VARIABLE in text
    assert f"{shell}_complete" in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="There is no bash here.")
def test_bash_takes_the_script(tmp_path: Path) -> None:
    script = tmp_path / "aligner.bash"
    script.write_text(done("completion", "bash"), encoding="utf-8")
    ask = f"source {script}; complete -p aligner"
    answer = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True)
    assert "_aligner_completion" in answer.stdout
