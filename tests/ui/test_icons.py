"""Icons: each there, tinted, kept, and turned only if it points."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from ui.icons import KEPT, MIRRORED, STYLES, Icons, app_icon
from ui.theme import Theme
from ui.tokens import RESOURCES

FLOORS = [RESOURCES.parent / floor for floor in ("app", "ui")]
INK = QColor("#33409B")
NAMES = sorted(path.stem for path in (RESOURCES / "icons" / "bold").glob("*.svg"))


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """A fresh store; a theme stands for the application pixmaps need."""
    del theme
    return Icons(RESOURCES)


def inked(picture: QPixmap) -> int:
    """How many pixels carry colour."""
    image = picture.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y).alpha() > 127 for x, y in places)


def as_drawn(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)


@pytest.mark.parametrize("style", STYLES)
def test_every_icon_draws_something(icons: Icons, style: str) -> None:
    empty = [name for name in NAMES if not inked(icons.pixmap(name, 24, INK, style))]
    assert empty == []


def test_the_list_of_icons_is_what_is_there() -> None:
    listed = (RESOURCES.parent / "scripts" / "icons.txt").read_text("utf-8").split()
    assert listed == sorted(listed)
    for style in STYLES:
        assert sorted(p.stem for p in (RESOURCES / "icons" / style).iterdir()) == listed


def test_our_own_signs_are_there(icons: Icons) -> None:
    assert inked(icons.pixmap("rondo", 32, INK))
    assert inked(icons.pixmap("rondo-app", 64, INK))


def test_windows_have_the_apps_sign(theme: Theme) -> None:
    del theme
    assert app_icon(RESOURCES).availableSizes() == [QSize(256, 256)]
    assert inked(app_icon(RESOURCES).pixmap(32, 32)) > 500


def test_an_icon_has_one_colour(icons: Icons) -> None:
    image = icons.pixmap("play", 24, INK, "fill").toImage()
    assert image.pixelColor(12, 12).name() == INK.name()


def test_an_icon_is_sharp_on_a_dense_screen(icons: Icons) -> None:
    picture = icons.pixmap("play", 24, INK, ratio=1.5)
    assert picture.width() == 36
    assert picture.deviceIndependentSize().width() == 24


def test_an_icon_is_drawn_once(icons: Icons) -> None:
    first = icons.pixmap("play", 24, INK)
    assert icons.pixmap("play", 24, INK).cacheKey() == first.cacheKey()
    assert icons.pixmap("play", 25, INK).cacheKey() != first.cacheKey()


def test_the_store_does_not_grow_for_ever(icons: Icons) -> None:
    first = icons.pixmap("play", 1, INK)
    for size in range(2, KEPT + 2):
        icons.pixmap("play", 1, QColor(size % 256, size // 256, 0))
    assert icons.pixmap("play", 1, INK).cacheKey() != first.cacheKey()


def test_arrows_turn_for_who_reads_from_right_to_left(icons: Icons) -> None:
    ahead = icons.pixmap("arrow-right", 24, INK)
    turned = icons.pixmap("arrow-right", 24, INK, rtl=True)
    assert as_drawn(turned) == as_drawn(ahead).flipped(Qt.Orientation.Horizontal)


def test_clocks_and_play_never_turn(icons: Icons) -> None:
    for name in ("clock-counter-clockwise", "play", "skip-forward", "check"):
        plain = icons.pixmap(name, 24, INK)
        assert icons.pixmap(name, 24, INK, rtl=True).cacheKey() == plain.cacheKey()


def test_the_names_that_turn_exist() -> None:
    assert set(NAMES) >= MIRRORED


def test_every_icon_is_drawn_somewhere() -> None:
    code = "".join(path.read_text("utf-8") for room in FLOORS for path in room.rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in code] == []


def test_an_unknown_icon_is_an_error(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("unicorn-rampant", 24, INK)


def test_an_icon_comes_from_the_folder_given(tmp_path: Path) -> None:
    assert Icons(tmp_path).path("play", "bold") == tmp_path / "icons" / "bold" / "play.svg"
