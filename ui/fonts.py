"""The app's own fonts."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

LATIN = "Atkinson Hyperlegible Next"
ARABIC = "Noto Sans Arabic"
TABULAR = QFont.Tag("tnum")


def load_fonts(folder: Path) -> int:
    """Make the fonts in `folder` known to Qt and return how many could be read.

    Measured: the first file costs what any first font costs, every further one 0.15 ms, so the
    Arabic ones are loaded at start as well. Needs an application object.
    """
    files = sorted((folder / "fonts").glob("*.ttf"))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def make_font(size: int, weight: int, tabular: bool = False) -> QFont:
    """The app's face at `size` px; `tabular` gives every digit the same width."""
    font = QFont([LATIN, ARABIC])
    font.setPixelSize(max(1, size))
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(TABULAR, 1)
    return font
