"""Copy the icons the app uses out of the unpacked package `@phosphor-icons/core`.

    python scripts/pick_icons.py FOLDER

FOLDER holds the package at any depth. The names are in `scripts/icons.txt`; every icon is kept
in the three styles the app draws. Files no longer named are removed.
"""

import sys
from pathlib import Path
from shutil import copyfile, rmtree

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "resources" / "icons"
STYLES = ("regular", "bold", "fill")


def wanted() -> list[str]:
    """The names in the list, in order."""
    return (HERE / "icons.txt").read_text(encoding="utf-8").split()


def file_name(name: str, style: str) -> str:
    """How the package calls the file of an icon."""
    return f"{name}.svg" if style == "regular" else f"{name}-{style}.svg"


def pick(assets: Path, style: str) -> None:
    """Replace the folder of one style."""
    folder = TARGET / style
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in wanted():
        copyfile(assets / style / file_name(name, style), folder / f"{name}.svg")


def main(folder: Path) -> None:
    """Copy every style and the licence."""
    found = sorted(folder.rglob("assets/regular/play.svg"))
    if not found:
        raise SystemExit(f"No icons below {folder}")
    assets = found[0].parent.parent
    for style in STYLES:
        pick(assets, style)
    copyfile(assets.parent / "LICENSE", TARGET / "LICENSE-Phosphor.txt")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
