"""Runs the command line as people and scripts do: in this process, or as a program of its own."""

import gc
import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import pytest

from aligner.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def run(*arguments: object, given: str | bytes = "") -> Outcome:
    """The command in this process; `given` is what it reads from standard input."""
    content = given.encode() if isinstance(given, str) else given
    out, err, pace = io.StringIO(), io.StringIO(), gc.get_threshold()
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
    gc.set_threshold(*pace)
    return Outcome(int(ended.value.code or 0), out.getvalue(), err.getvalue())


def done(*arguments: object, given: str | bytes = "") -> str:
    """What a command that succeeds writes to standard output."""
    outcome = run(*arguments, given=given)
    assert outcome.code == 0, outcome.err
    return outcome.out


def refused(*arguments: object) -> str:
    """The one sentence of a command that the user has to change something for."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (1, ""), outcome
    sentence = outcome.err.strip()
    assert "\n" not in sentence, sentence
    assert "ran into an error" not in sentence, sentence
    return sentence


def program(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """The command as a program of its own; options as of `subprocess.run`."""
    return subprocess.run(command(*arguments), capture_output=True, check=False, timeout=60, **options)


def command(*arguments: object) -> list[str]:
    """The words that start the command as a program of its own."""
    return [sys.executable, "-m", "aligner", *map(str, arguments)]
