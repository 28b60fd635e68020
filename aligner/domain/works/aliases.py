"""The other names under which one document is cited: `ISO 27001` and `IEC 27001` for `ISO/IEC 27001`, ITU-T twins."""

from collections.abc import Container, Iterator
from dataclasses import replace

from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation

JOINT_BODIES = ("ISO/IEC", "ISO", "IEC")
"""Bodies whose joint documents are cited under any of them (domain rules, 11.5); IEC/ISO is printed IEC."""


def as_listed(cited: Designation, names: Container[str]) -> Designation:
    """The designation under the one name that the lists have for it; as cited when they have none or several.

    ISO, IEC and ISO/IEC before the same number are one work where only one of them is listed. A text with two
    numbers (`ITU-T X.509|ISO/IEC 9594-8`) is found under its second when the first is not listed.
    """
    if cited.work in names:
        return cited
    listed = [one for one in _under_other_names(cited) if one.work in names]
    return listed[0] if len(listed) == 1 else cited


def _under_other_names(cited: Designation) -> Iterator[Designation]:
    body = "IEC" if cited.publisher == "IEC/ISO" else cited.publisher
    if body in JOINT_BODIES:
        yield from (replace(cited, publisher=other) for other in JOINT_BODIES if other != body)
    other = parse_designation(cited.joint) if cited.joint else NotUnderstood("", "empty")
    if isinstance(other, Designation):
        yield other
