"""Colours, type, sizes and movement."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import TEXT_SCALES
from tests.ui.colour_distance import EYES, distance
from ui.fonts import ARABIC, LATIN
from ui.theme import Theme

SCHEMES = ("light", "dark")
PAPER = ("canvas", "surface", "sunken", "hover", "pressed")
TEXTS = [
    *[(ink, paper) for ink in ("text", "text2") for paper in PAPER],
    *[(ink, paper) for ink in ("ink", "warn", "danger", "ok") for paper in ("canvas", "surface")],
    ("text3", "canvas"),
    ("text3", "surface"),
    ("on_ink", "ink"),
    ("on_ink", "ink_hover"),
    ("on_ink", "ink_pressed"),
    ("ink_text", "ink_tint"),
    ("text", "ink_tint"),
    ("text2", "ink_tint"),
    ("ok", "ok_tint"),
    ("warn", "warn_tint"),
    ("text", "warn_tint"),
    ("danger", "danger_tint"),
    ("on_avatar", "avatar"),
    ("on_toast", "toast"),
    ("toast_link", "toast"),
]
EDGES = [
    *[(line, paper) for line in ("control", "focus", "ink") for paper in ("canvas", "surface")],
    *[(line, "surface") for line in ("warn_line", "danger_line", "ink_line")],
    ("warn_line", "warn_tint"),
    ("danger_line", "danger_tint"),
    ("ink", "ink_tint"),
    ("toast_link", "toast"),
]


def brightness(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "paper"), TEXTS)
def test_text_can_be_read_on_its_paper(theme: Theme, scheme: str, ink: str, paper: str) -> None:
    theme.choose(scheme=scheme)
    assert contrast(theme.colour(ink), theme.colour(paper)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "paper"), EDGES)
def test_edges_can_be_seen_on_their_paper(theme: Theme, scheme: str, line: str, paper: str) -> None:
    theme.choose(scheme=scheme)
    assert contrast(theme.colour(line), theme.colour(paper)) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_station_can_be_read_and_seen(theme: Theme, scheme: str) -> None:
    theme.choose(scheme=scheme)
    for key in theme.station_keys():
        paints = theme.station(key)
        assert contrast(paints.on, paints.strong) >= 4.5
        assert contrast(paints.ink, paints.tint) >= 4.5
        assert contrast(theme.colour("text"), paints.tint) >= 4.5
        assert contrast(theme.colour("text2"), paints.over) >= 4.5
        assert contrast(paints.line, theme.colour("surface")) >= 3
        assert contrast(paints.line, paints.tint) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("level", range(7))
def test_every_numeral_can_be_read_also_on_its_stripes(
    theme: Theme, scheme: str, level: int
) -> None:
    theme.choose(scheme=scheme)
    paints = theme.level(level)
    assert contrast(paints.on, paints.fill) >= 4.5
    assert contrast(paints.on, paints.hatch) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_no_two_of_six_levels_look_alike_to_any_eyes(theme: Theme, scheme: str, eyes: str) -> None:
    theme.choose(scheme=scheme)
    fills = [theme.level(level).fill for level in range(1, 7)]
    for one, other in combinations(fills, 2):
        assert distance(one, other, eyes) > 14, (one.name(), other.name())


def test_the_eight_stations_keep_their_order(theme: Theme) -> None:
    expected = ("blue", "orange", "green", "purple", "sky", "vermil", "yellow", "slate")
    assert theme.station_keys() == expected


def test_an_unknown_colour_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_a_colour_may_be_changed_without_changing_the_theme(theme: Theme) -> None:
    theme.colour("ink").setAlpha(0)
    assert theme.colour("ink").alpha() == 255


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_type_and_sizes_follow_the_text_size(theme: Theme, scale: float) -> None:
    theme.choose(scale=scale)
    assert theme.font("body").pixelSize() == round(14 * scale)
    assert theme.line_height("body") == round(20 * scale)
    assert theme.px(52) == round(52 * scale)


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (3.0, 2.0)])
def test_the_text_size_stays_between_100_and_200_percent(
    theme: Theme, asked: float, given: float
) -> None:
    theme.choose(scale=asked)
    assert theme.scale == given


def test_each_role_has_its_weight_unless_another_is_asked_for(theme: Theme) -> None:
    assert theme.font("strong").weight() == 600
    assert theme.font("strong", 400).weight() == 400


def test_the_bundled_face_is_really_used(theme: Theme) -> None:
    assert QFontInfo(theme.font("body")).family() == LATIN
    face = QRawFont.fromFont(theme.font("body"))
    assert all(face.supportsCharacter(ord(sign)) for sign in "aéżłşğ…–")


def test_arabic_names_have_a_face_of_their_own(theme: Theme) -> None:
    assert ARABIC in QFontDatabase.families()
    assert ARABIC in theme.font("body").families()


@pytest.mark.parametrize("role", ["body", "strong", "caption", "timer"])
def test_tabular_digits_are_all_as_wide(theme: Theme, role: str) -> None:
    metrics = QFontMetricsF(theme.font(role, tabular=True))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_ordinary_digits_are_not_all_as_wide(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("body"))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) > 1


def test_a_changed_font_does_not_change_the_theme(theme: Theme) -> None:
    theme.font("body").setPixelSize(99)
    assert theme.font("body").pixelSize() == 14


def test_a_choice_is_told_once_and_no_choice_never(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, timeout=0):
        theme.choose(scheme="dark", scale=1.3)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(scheme="dark", scale=1.3)


def test_the_whole_app_follows_the_scheme(theme: Theme, qapp: QApplication) -> None:
    for scheme in SCHEMES:
        theme.choose(scheme=scheme)
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("canvas")
        assert theme.scheme == scheme


def test_without_an_application_the_system_look_is_light() -> None:
    theme = Theme()
    theme.choose(scheme="system")
    assert theme.scheme == "light"


def test_nothing_moves_when_nothing_shall_move(theme: Theme) -> None:
    theme.choose(reduced_motion=False)
    assert theme.duration("panel") == 200
    theme.choose(reduced_motion=True)
    assert theme.duration("panel") == 0
