"""A project's own templates, kept by whatever version of the program."""

from pathlib import Path

from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.i18n import translator
from aligner.usecases.comparing.templates import find_template, own_templates, save_template
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session

NOISE = IndicatorTemplate("Noise", national_unit="dB")
LATER = {"indicator": "Noise", "direction": "upwards", "colour": "red"}


def told(session: Session, name: str) -> list[str]:
    return [translator("en").sentence(one) for one in find_template(session, name, translator("en")).findings]


def test_a_template_of_another_version_is_used_as_far_as_it_is_known(tmp_path: Path) -> None:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as session:
        session.store.writing().save_setting("indicator_templates", {"pumps": [LATER, {"weight": 3}, 5], "fans": "all"})
        assert own_templates(session) == {"pumps": (IndicatorTemplate("Noise"),)}
        adapted, nameless = told(session, "pumps")
        assert "colour, direction" in adapted
        assert nameless.endswith("2.")


def test_saving_one_template_leaves_the_others_as_they_were_written(tmp_path: Path) -> None:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as session:
        session.store.writing().save_setting("indicator_templates", {"pumps": [LATER]})
        save_template(session, "fans", [NOISE])
        assert session.store.setting("indicator_templates")["pumps"] == [LATER]
        assert told(session, "fans") == []
