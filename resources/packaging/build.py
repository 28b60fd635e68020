"""Builds what people install who have no Python: a folder to unpack and, on Linux, a package for Debian and Ubuntu.

    uv run python resources/packaging/build.py [--out FOLDER]

The wheel is built first and installed with the exact versions of constraints.txt in an environment of its own; what
PyInstaller finds there is the program (aligner.spec). Beside it lie the licences of all that is in it. On Windows
and macOS the same command makes the folder; the set-up program is made from it by windows/aligner.nsi, the image by
`hdiutil` (both in .github/workflows/installers.yml; neither has been run on a machine of ours).
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PYINSTALLER = "pyinstaller==6.22.3"
PROGRAM = "aligner"


def main(arguments: Sequence[str] | None = None) -> None:
    """Build everything that this system can build, and print each file with its size and SHA-256."""
    parser = argparse.ArgumentParser(description="Build the program with its interpreter.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out: Path = parser.parse_args(arguments).out.resolve()
    work = out / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    folder = frozen(environment(work), work)
    made = [portable(folder, out)]
    if sys.platform == "linux" and shutil.which("dpkg-deb"):
        made.append(debian(folder, out, work))
    for one in made:
        print(f"{one.name}  {one.stat().st_size / 1e6:.1f} MB  {hashlib.sha256(one.read_bytes()).hexdigest()}")


def project() -> dict[str, Any]:
    """Name, version and description, as pyproject.toml has them."""
    described: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return described


def environment(work: Path) -> Path:
    """The interpreter of a new environment that holds the wheel, what it needs, and PyInstaller."""
    run(["uv", "build", "--wheel", "--quiet", "--out-dir", work, ROOT])
    (wheel,) = work.glob("*.whl")
    run(["uv", "venv", "--quiet", "--python", sys.executable, work / "environment"])
    inside = work / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    constraints = ["--constraint", HERE / "constraints.txt"]
    run(["uv", "pip", "install", "--quiet", "--python", inside, *constraints, wheel, PYINSTALLER])
    return inside


def frozen(interpreter: Path, work: Path) -> Path:
    """The folder with the program, its interpreter, and the licences of all that is in it."""
    made = ["--distpath", work / "made", "--workpath", work / "steps", "--noconfirm", "--log-level", "ERROR"]
    icon = work / ("aligner.icns" if sys.platform == "darwin" else "aligner.ico")
    run([interpreter, HERE / "icon.py", icon])
    recipe = [interpreter, "-m", "PyInstaller", *made, HERE / "aligner.spec"]
    run(recipe, at=work, environment=os.environ | {"ALIGNER_ICON": str(icon)})
    folder = work / "made" / PROGRAM
    run([interpreter, HERE / "licences.py", folder])
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    for text in (ROOT / "resources/licences").iterdir():
        shutil.copy(text, folder)
    if sys.platform == "linux" and shutil.which("strip"):
        without_symbols(folder)
    return folder


def without_symbols(folder: Path) -> None:
    """Take the names for debuggers out of the interpreter and the compiled modules.

    What lies in *.libs stays as it is: those libraries were given new names after they were linked, and `strip` breaks
    some of them.
    """
    modules = (file for kind in ("*.cpython-*.so", "*.abi3.so", "libpython3*.so*") for file in folder.rglob(kind))
    run(["strip", "--strip-unneeded", *(file for file in modules if not file.is_symlink())])


def portable(folder: Path, out: Path) -> Path:
    """The folder as one file to unpack anywhere."""
    name = f"{PROGRAM}-{project()['version']}-{sys.platform}-{platform.machine().lower()}"
    if os.name == "nt":
        return Path(shutil.make_archive(str(out / name), "zip", folder.parent, folder.name))
    target = out / f"{name}.tar.xz"
    packed = [
        "tar",
        "--create",
        "--xz",
        "--file",
        target,
        "--owner=0",
        "--group=0",
        "--transform",
        f"s,^{PROGRAM},{name},",
    ]
    run([*packed, "--directory", folder.parent, PROGRAM], environment=os.environ | {"XZ_OPT": "-6 -T0"})
    return target


def debian(folder: Path, out: Path, work: Path) -> Path:
    """A package that puts the program below /usr/lib, with its command, menu entry, file type and icon."""
    root, described = work / "debian", project()
    shutil.copytree(folder, root / "usr/lib/standards-aligner", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/aligner").symlink_to("../lib/standards-aligner/aligner")
    put(ROOT / "resources/desktop/aligner.desktop", root / "usr/share/applications")
    put(ROOT / "resources/desktop/aligner-mime.xml", root / "usr/share/mime/packages")
    put(ROOT / "resources/icons/aligner.svg", root / "usr/share/icons/hicolor/scalable/apps")
    put(folder / "THIRD-PARTY.txt", root / "usr/share/doc/standards-aligner")
    shutil.copy(ROOT / "LICENSE", root / "usr/share/doc/standards-aligner/copyright")
    size = sum(one.stat().st_size for one in root.rglob("*") if one.is_file() and not one.is_symlink())
    architecture = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(
        (HERE / "linux/control")
        .read_text(encoding="utf-8")
        .format(
            version=described["version"],
            architecture=architecture.strip(),
            size=size // 1024,
            description=described["description"],
        ),
        encoding="utf-8",
    )
    target = out / f"standards-aligner_{described['version']}_{architecture.strip()}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target])
    return target


def put(file: Path, folder: Path) -> None:
    """Copy a file into a folder that may not exist yet."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder)


def run(words: Sequence[str | Path], at: Path = ROOT, environment: Mapping[str, str] | None = None) -> None:
    """Run a command in a folder; the build ends where one fails.

    What looks for the package runs elsewhere than in the checkout, which it would find instead of the wheel.
    """
    subprocess.run([str(word) for word in words], check=True, cwd=at, env=environment)


if __name__ == "__main__":
    main()
