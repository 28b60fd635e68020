"""Builds the documentation as pages for a browser, in English and Chinese, from the guide, the code and site/.

    uv run --with mkdocs-material==9.8.1 python resources/packaging/site.py [--out FOLDER]

The guide inside the program is the same text. The references of commands, indicators and the Python interface are made
from the code. Ends with an error when a link leads nowhere. What is built needs no network to be read.
"""

import argparse
import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from aligner.api import Project
from aligner.cli.face import face_for
from aligner.cli.main import COMMANDS, aligner, translated
from aligner.cli.usage import Context
from aligner.i18n import LANGUAGES, Translator, translator
from aligner.usecases.figures.measure import measure
from aligner.usecases.figures.profile_files import PROFILES, load_profile
from aligner.usecases.project.opening import new_project

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TITLES = {
    "en": {
        "guide": "Guide",
        "tutorials": "Tutorials",
        "reference": "Reference",
        "contributing": "Contributing",
        "figures": "How each figure is counted",
        "commands": "Commands",
    },
    "zh": {
        "guide": "使用指南",
        "tutorials": "教程",
        "reference": "参考",
        "contributing": "参与开发",
        "figures": "各指标的统计方法",
        "commands": "命令",
    },
}
TUTORIALS = ("reviewers", "managers", "analysts", "server")


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the pages of both languages below one folder; the Chinese ones lie in zh/."""
    parser = argparse.ArgumentParser(description="Build the documentation.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist/site")
    out: Path = parser.parse_args(arguments).out.resolve()
    for language in LANGUAGES:
        with TemporaryDirectory() as folder:
            work = Path(folder)
            write_pages(work / "pages", language)
            (work / "mkdocs.yml").write_text(settings(work / "pages", language), encoding="utf-8")
            target = out if language == "en" else out / language
            words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(target)]
            subprocess.run(
                [*words, "--config-file", str(work / "mkdocs.yml")],
                check=True,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            )


def settings(pages: Path, language: str) -> str:
    """The settings of mkdocs for one language, with its pages in their order."""
    words = TITLES[language]
    home = "" if language == "en" else "../"
    lines = [
        (HERE / "site/mkdocs.yml").read_text(encoding="utf-8"),
        "extra:",
        "  generator: false",
        "  alternate:",
        f"    - {{name: English, link: {home or './'}index.html, lang: en}}",
        f"    - {{name: 中文, link: {'./' if home else 'zh/'}index.html, lang: zh}}",
        "nav:",
        "  - index.md",
    ]
    for part, names in (
        ("tutorials", [f"tutorials/{name}.md" for name in TUTORIALS]),
        ("guide", sorted(f"guide/{file.name}" for file in (pages / "guide").iterdir())),
        ("reference", ["reference/figures.md", "reference/commands.md", "reference/python.md"]),
    ):
        lines += [f"  - {words[part]}:", *(f"      - {name}" for name in names)]
    lines.append(f"  - {words['contributing']}: contributing.md")
    return "\n".join(lines).replace("  name: material\n", f"  name: material\n  language: {language}\n") + "\n"


def write_pages(folder: Path, language: str) -> None:
    """Every page of one language as Markdown."""
    shutil.copytree(HERE / "site" / language, folder)
    shutil.copytree(ROOT / "resources/screenshots", folder / "pictures")
    (folder / "guide").mkdir()
    for file in sorted((ROOT / "resources/guide" / language).glob("*.txt")):
        (folder / "guide" / f"{file.stem}.md").write_text(with_headings(file.read_text(encoding="utf-8")), "utf-8")
    (folder / "reference").mkdir()
    translate = translator(language)
    for name, text in (
        ("figures", figures(translate)),
        ("commands", commands(translate)),
        ("python", python_interface(translate)),
    ):
        (folder / "reference" / f"{name}.md").write_text(text, encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (folder / "contributing.md").write_text(contributing, encoding="utf-8")


def with_headings(text: str) -> str:
    """A page of the guide as other programs read Markdown: one title, and lists with a blank line before them."""
    lines: list[str] = []
    for line in text.splitlines():
        is_item = line.startswith("- ")
        if is_item and lines and lines[-1] and not lines[-1].startswith("- "):
            lines.append("")
        marked = re.sub(r"^- ([^:：]{1,60}(?:: |：))", r"- **\1**", line).replace(": **", ":** ")
        lines.append(f"#{line}" if line.startswith("# ") and lines else marked)
    return "\n".join(lines) + "\n"


def figures(translate: Translator) -> str:
    """How every figure is counted, in the words that the program prints beside it, and the profiles."""
    with TemporaryDirectory() as folder, new_project(str(Path(folder) / "empty.aligner"), "documentation") as session:
        measured = measure(session)
    lines = [f"# {TITLES[translate.language]['figures']}", ""]
    for one in measured.indicators:
        lines += [f"## {translate(one.name)}", "", f"`{one.id}`", "", translate(one.rule), ""]
    lines += [f"## {translate('Counting profile')}", ""]
    for name in PROFILES:
        profile = load_profile(name)
        lines.append(f"- `{name}`: {profile.title_zh if translate.language == 'zh' else profile.title_en}")
    return "\n".join(lines) + "\n"


def commands(translate: Translator) -> str:
    """The help of every command."""
    face = face_for(translate, "")
    root = Context(translated(aligner, face), info_name="aligner", obj=face, terminal_width=100)
    lines = [f"# {TITLES[translate.language]['commands']}", ""]
    for name in COMMANDS:
        command = aligner.get_command(root, name)
        assert command is not None  # noqa: S101 - one of COMMANDS
        context = Context(command, info_name=name, parent=root, terminal_width=100)
        lines += [f"## {name}", "", "```text", click.unstyle(command.get_help(context)), "```", ""]
    return "\n".join(lines)


def python_interface(translate: Translator) -> str:
    """The methods of `aligner.api.Project` with what they say of themselves, which is English."""
    lines = ["# aligner.api.Project", "", *paragraphs(Project), ""]
    if translate.language == "zh":
        lines.insert(2, "本页由源代码中的英文说明生成。\n")
    for name, method in inspect.getmembers(Project, callable):
        if not name.startswith("_"):
            lines += [f"## {name}", "", "```python", f"{name}{inspect.signature(method)}", "```", ""]
            lines += [*paragraphs(method), ""]
    return "\n".join(lines)


def paragraphs(thing: object) -> Iterator[str]:
    """The lines of a docstring; what is in angle brackets stays text."""
    yield from (line.replace("<", "&lt;") for line in (inspect.getdoc(thing) or "").splitlines())


if __name__ == "__main__":
    main()
