"""Every section of the rules that code or tests cite exists in resources/rules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RULES = ROOT / "resources" / "rules"
CITING = [
    *(ROOT / "aligner").rglob("*.py"),
    *(ROOT / "tests").rglob("*.py"),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
]

NUMBER = r"\d+(?:\.\d+)*"
CITED = re.compile(rf"\b(\w+)\.md((?:(?: section)? {NUMBER})(?:(?:, | and | to |, and ){NUMBER}\b)*)?(?:, ([a-z]+)\b)?")


def cited_sections() -> Iterator[tuple[str, str, str]]:
    """Document, section ("" for the document as a whole) and the file that cites it."""
    names = {file.stem for file in RULES.glob("*.md")} - {"README"}
    for file in CITING:
        for document, numbers, word in CITED.findall(" ".join(file.read_text(encoding="utf-8").split())):
            if document in names | {"engineering"}:
                sections = re.findall(NUMBER, numbers) or ([word] if document == "cli" and word else [""])
                yield from ((document, section, file.relative_to(ROOT).as_posix()) for section in sections)


def headings(document: str) -> set[str]:
    """The numbers of the sections of a document, and the words of those without a number."""
    file = RULES / f"{document}.md"
    if not file.is_file():
        return set()
    lines = re.findall(rf"^#+ (?:({NUMBER})\.? )?(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {number or title for number, title in lines} | {""}


def test_rules_are_cited_all_over_the_program() -> None:
    assert len({section for document, section, _ in cited_sections() if document == "domain"}) > 20


def test_every_cited_section_is_a_heading() -> None:
    assert sorted({one for one in cited_sections() if one[1] not in headings(one[0])}) == []


@pytest.mark.parametrize("file", sorted(RULES.glob("*.md")), ids=lambda file: file.name)
def test_every_section_number_is_there_once(file: Path) -> None:
    numbers = re.findall(rf"^#+ ({NUMBER})", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(numbers) == len(set(numbers))
