"""What Python users see of a project without calling anything."""

from importlib.metadata import version
from pathlib import Path

import pytest

import aligner
from aligner.api import Project


def test_the_package_says_its_version() -> None:
    assert aligner.__version__ == version("standards-aligner")
    with pytest.raises(AttributeError, match="no attribute"):
        aligner.no_such_thing  # noqa: B018 - asked for to see it refused


def test_a_notebook_shows_the_project_and_no_markup_of_others(tmp_path: Path) -> None:
    with Project.new(tmp_path / "<b>ours & theirs.aligner", reviewer="<script>") as project:
        shown = project._repr_html_()
        assert project.info().entries == 0
    assert "&lt;b&gt;ours &amp; theirs" in shown
    assert "<b>" not in shown
    assert "<script>" not in shown
