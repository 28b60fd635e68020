"""Errors and problems: one sentence with its values."""

import pytest

from aligner.domain.errors import AlignerError, Cancelled, Conflict
from aligner.domain.problem import Problem, Severity, problem_of


def test_an_error_keeps_its_template_and_its_values() -> None:
    error = AlignerError("{file} is empty; row {row}.", file="list.xlsx", row=3)
    assert str(error) == "list.xlsx is empty; row 3."
    assert (error.template, error.values) == ("{file} is empty; row {row}.", {"file": "list.xlsx", "row": 3})


def test_braces_in_a_value_are_text() -> None:
    assert str(AlignerError("“{text}” is no degree.", text="{0}{file}")) == "“{0}{file}” is no degree."


@pytest.mark.parametrize("kind", [Cancelled, Conflict])
def test_a_stop_and_a_conflict_are_errors_that_the_user_can_act_on(kind: type[AlignerError]) -> None:
    assert isinstance(kind("Stopped."), AlignerError)


def test_an_error_about_a_row_becomes_a_problem_that_leaves_it_out() -> None:
    error = AlignerError("{standard} is unknown, {number} rows.", standard=["ISO 1"], number=3)
    assert problem_of(error, "unknown", file="form.csv", row=7) == Problem(
        "unknown",
        Severity.LEFT_OUT,
        "{standard} is unknown, {number} rows.",
        {"standard": "['ISO 1']", "number": 3},
        file="form.csv",
        row=7,
    )
