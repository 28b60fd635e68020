"""`aligner match --learn`: a recipe from the project's own decisions, said and never silent."""

import shutil
from pathlib import Path

import pytest
from command_line import done, refused

from aligner import paths
from aligner.domain.progress import Silent
from aligner.usecases.samples.project import DECISIONS, sample_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.aligner"
    sample_project(str(file), "secretary", Silent()).close()
    return file


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "ours.aligner"))


def test_a_recipe_is_learnt_said_and_forgotten(project: Path) -> None:
    done("decide", project, paths.sample_data() / DECISIONS)
    learnt = done("match", project, "--learn")
    assert "top-1 on unseen pairs, learnt weights" in learnt
    assert "Weight before" in learnt
    assert "Recipe titles (learnt) of " in learnt
    assert "已确认" in done("match", project, "--full", "--lang", "zh")
    assert "Recipe titles of " in done("match", project, "--shipped")


def test_too_few_decisions_teach_nothing_and_say_so(project: Path) -> None:
    assert "Decide more pairs first" in refused("match", project, "--learn")
