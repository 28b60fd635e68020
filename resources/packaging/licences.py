"""Writes the licences of everything that is built into the program beside it, from what each package says of itself.

python licences.py FOLDER      run in the environment from which the program was built
"""

import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

NOT_IN_THE_PROGRAM = {"pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "pip", "standards-aligner"}
QT = """
Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie as separate shared libraries
in the folder PySide6 (inside _internal) beside this file and may be replaced by other builds of the same version: put
yours in the place of the files there. Their source is published by The Qt Company. The text of that licence, and of
the GNU General Public License that it refers to, is in LGPL-3.txt and GPL-3.txt beside this file.
"""


def main() -> None:
    """Write THIRD-PARTY.txt into the folder that is named."""
    target = Path(sys.argv[1]) / "THIRD-PARTY.txt"
    built_in = sorted(distributions(), key=lambda one: str(one.metadata["Name"]).casefold())
    parts = [part(one) for one in built_in if str(one.metadata["Name"]).casefold() not in NOT_IN_THE_PROGRAM]
    head = f"What is built into this program besides itself, and under which terms.\n{QT}"
    target.write_text("\n".join([head, python(), *parts]), encoding="utf-8")


def part(one: Distribution) -> str:
    """Name, version, terms, and the texts of its licences."""
    about = one.metadata
    classified = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License")
    ]
    terms = about["License-Expression"] or "; ".join(classified) or (about["License"] or "see below").splitlines()[0]
    texts = [
        Path(str(one.locate_file(file))).read_text(encoding="utf-8", errors="replace")
        for file in one.files or []
        if any(word in file.name.upper() for word in ("LICENSE", "LICENCE", "COPYING", "NOTICE"))
        and file.suffix != ".py"
    ]
    return "\n".join([f"{'=' * 100}\n{about['Name']} {about['Version']}\n{terms}\n", *texts])


def python() -> str:
    """The terms of the interpreter, with their text where it lies beside the standard library."""
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    terms = text.read_text(encoding="utf-8") if text.is_file() else ""
    return f"{'=' * 100}\nPython {sys.version.split()[0]}\nPSF-2.0\n\n{terms}"


if __name__ == "__main__":
    main()
