"""Make resources/fonts from unpacked font packages.

Qt does not read woff2 reliably, and the web packages split a face into one file per script.
This joins the Latin halves of each weight into one TrueType file and unpacks the Arabic ones.

    python scripts/make_fonts.py FOLDER

FOLDER holds the unpacked packages `@fontsource/atkinson-hyperlegible-next` and
`@fontsource/noto-sans-arabic`, at any depth. Needs fontTools and brotli.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"


@dataclass(frozen=True, slots=True)
class Family:
    """A family to make: the stem of its files, the subsets to join and the weights to keep."""

    stem: str
    subsets: tuple[str, ...]
    weights: tuple[int, ...]
    licence: str


FAMILIES = (
    Family(
        "atkinson-hyperlegible-next",
        ("latin", "latin-ext"),
        (400, 500, 600, 700),
        "OFL-AtkinsonHyperlegibleNext.txt",
    ),
    Family("noto-sans-arabic", ("arabic",), (400, 600), "OFL-NotoSansArabic.txt"),
)


def find_one(folder: Path, name: str) -> Path:
    """The file called `name` below `folder`; SystemExit when there is none."""
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} is not below {folder}")
    return found[0]


def unpack(source: Path, target: Path) -> Path:
    """Write a woff2 file as plain TrueType."""
    font = TTFont(source)
    font.flavor = None
    font.save(target)
    return target


def join(parts: Sequence[Path], target: Path) -> None:
    """Write one TrueType file holding the letters of all `parts`."""
    if len(parts) == 1:
        copyfile(parts[0], target)
        return
    Merger().merge([str(part) for part in parts]).save(target)


def make_weight(folder: Path, family: Family, weight: int) -> None:
    """Make one weight of a family."""
    target = TARGET / f"{family.stem}-{weight}.ttf"
    with TemporaryDirectory() as scratch:
        parts = [
            unpack(
                find_one(folder, f"{family.stem}-{subset}-{weight}-normal.woff2"),
                Path(scratch) / f"{subset}.ttf",
            )
            for subset in family.subsets
        ]
        join(parts, target)


def main(folder: Path) -> None:
    """Make every weight of every family, each with its licence beside it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        for weight in family.weights:
            make_weight(folder, family, weight)
        sample = find_one(folder, f"{family.stem}-{family.subsets[0]}-400-normal.woff2")
        copyfile(sample.parent.parent / "LICENSE", TARGET / family.licence)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
