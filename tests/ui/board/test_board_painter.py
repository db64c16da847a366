"""The board's picture: everything in its place, at every size and in every look."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.board.scene import BoardScene, BoardStation
from ui.board.layout import BoardLayout, lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image, paint_board
from ui.board.sheet import Sheet
from ui.theme import Theme

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]


def colour_at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name()


def differing(image: QImage, area: QRect, colour: QColor) -> list[tuple[int, int]]:
    """The points of an area that do not have that colour."""
    plain = colour.rgb()
    return [
        (x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
        if image.pixel(x, y) != plain
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_stations_stand_under_their_colours_in_their_places(
    theme: Theme, look: BoardLook, scene: BoardScene, size: tuple[int, int], scheme: str
) -> None:
    theme.choose(scheme=scheme)
    image = board_image(look, scene, *size)
    assert (image.width(), image.height()) == size
    assert colour_at(image, 2, 2) == theme.colour("canvas").name()
    fit = lay_out(look, scene, *size).fit
    for station, place in zip(scene.stations, fit.stations, strict=True):
        paints = theme.station(station.colour)
        head, box = place.header, place.box
        assert colour_at(image, head.x + head.width - 6, head.y + 6) == paints.strong.name()
        assert colour_at(image, box.x + 1, box.y + box.height / 2) == paints.line.name()
        inset = 12 * fit.canvas.unit + 2
        assert (
            colour_at(image, box.right - inset, box.bottom - inset)
            == theme.colour("surface").name()
        )


@pytest.mark.parametrize("mirrored", [False, True])
def test_names_leave_no_ink_outside_their_boxes(
    theme: Theme, scene: BoardScene, mirrored: bool
) -> None:
    look = BoardLook(theme, "ar" if mirrored else "")
    image = board_image(look, scene, 1024, 768)
    fit = lay_out(look, scene, 1024, 768).fit
    for place in fit.stations:
        names = [
            QRect(
                round(n.box.x - 2),
                round(n.box.y - 4),
                round(n.box.width + 4),
                round(n.box.height + 8),
            )
            for n in place.names
        ]
        body = QRect(
            round(place.box.x) + 4,
            round(place.header.bottom) + 2,
            round(place.box.width) - 8,
            round(place.box.bottom - place.header.bottom) - 12,
        )
        inked = differing(image, body, theme.colour("surface"))
        assert inked
        assert [p for p in inked if not any(box.contains(*p) for box in names)] == []


def test_the_bar_says_how_much_time_is_left(look: BoardLook, scene: BoardScene) -> None:
    image = board_image(look, scene, 1920, 1080)
    row = [colour_at(image, x, 214) for x in range(1920)]
    assert row.count("#33409b") == pytest.approx(146 * 521 / 60, abs=3)
    assert row.count("#cbc5ba") == pytest.approx(146 * (12 - 521 / 60), abs=3)


def test_a_paused_bar_is_hatched_and_says_so(look: BoardLook, scene: BoardScene) -> None:
    paused = replace(scene, clock=replace(scene.clock, paused=True))
    image = board_image(look, paused, 1920, 1080)
    row = [colour_at(image, x, 214) for x in range(40, 180)]
    assert 0.2 < row.count("#33409b") / len(row) < 0.8
    area = QRect(1200, 100, 240, 70)
    assert differing(image, area, look.theme.colour("canvas"))
    running = board_image(look, scene, 1920, 1080)
    assert not differing(running, area, look.theme.colour("canvas"))


def test_the_board_of_a_language_read_from_the_right_is_turned_round(
    theme: Theme, scene: BoardScene
) -> None:
    turned = BoardLook(theme, "ar")
    image = board_image(turned, scene, 1920, 1080)
    first = lay_out(turned, scene, 1920, 1080).fit.stations[0].box
    assert first.right == pytest.approx(1880)
    assert colour_at(image, first.right - 30, first.y + 20) == "#0072b2"
    row = [colour_at(image, x, 214) for x in range(1920)]
    assert row.index("#cbc5ba") < row.index("#33409b")


def test_the_transition_has_a_coloured_head_and_no_message(
    look: BoardLook, moving: BoardScene
) -> None:
    image = board_image(look, moving, 1920, 1080)
    assert colour_at(image, 5, 5) == "#33409b"
    assert colour_at(image, 1915, 250) == "#33409b"
    assert colour_at(image, 5, 253) == "#f6f4f0"
    assert lay_out(look, moving, 1920, 1080).fit.stations[0].box.bottom == 1048


def test_the_end_of_the_lesson_names_nobody(look: BoardLook, scene: BoardScene) -> None:
    clock = replace(scene.clock, phase="finished")
    full, empty = replace(scene, clock=clock), replace(scene, clock=clock, stations=())
    image = board_image(look, full, 1366, 768)
    assert image == board_image(look, empty, 1366, 768)
    assert differing(image, QRect(300, 250, 766, 200), look.theme.colour("canvas"))


def test_a_station_with_a_very_long_name_keeps_it_inside_its_header(
    look: BoardLook, scene: BoardScene
) -> None:
    name = "Independent reading, vocabulary and quiet letter writing"
    first, *others = scene.stations
    stations = (replace(first, name=name), *others)
    image = board_image(look, replace(scene, stations=stations), 1024, 768)
    fit = lay_out(look, scene, 1024, 768).fit
    head = fit.stations[0].header
    right = QRect(round(head.right) - 7, round(head.y) + 6, 5, round(head.height) - 10)
    assert differing(image, right, look.theme.station("blue").strong) == []


@pytest.mark.parametrize("size", SIZES)
def test_sixty_names_at_twelve_stations_are_drawn(
    look: BoardLook, scene: BoardScene, size: tuple[int, int]
) -> None:
    keys = look.theme.station_keys()
    stations = tuple(
        BoardStation(
            n, f"Station {n}", "cube", keys[n % len(keys)], scene.stations[n % 5].names[:5]
        )
        for n in range(12)
    )
    image = board_image(look, replace(scene, stations=stations), *size)
    fit = lay_out(look, replace(scene, stations=stations), *size).fit
    assert len(fit.stations) == 12
    last = fit.stations[-1].header
    assert colour_at(image, last.right - 6, last.y + 6) == look.theme.station(keys[3]).strong.name()


def test_where_nothing_moves_a_badge_tells_where_a_name_comes_from(
    look: BoardLook, moving: BoardScene
) -> None:
    shown = lay_out(look, moving, 1920, 1080, show_origins=True)
    plain = lay_out(look, moving, 1920, 1080)
    assert dict(shown.origins) == dict(moving.came_from)
    assert plain.origins == ()
    beside = QRect(312, 440, 55, 60)
    assert differing(drawn(look, shown), beside, look.theme.colour("surface"))
    assert not differing(drawn(look, plain), beside, look.theme.colour("surface"))


def drawn(look: BoardLook, layout: BoardLayout) -> QImage:
    """A layout as a picture."""
    image = QImage(int(layout.width), int(layout.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_board(Sheet(painter, look, layout))
    painter.end()
    return image


def test_keys_are_never_seen(look: BoardLook, scene: BoardScene) -> None:
    stations = tuple(replace(s, key=n) for n, s in enumerate(scene.stations))
    other = replace(scene, stations=stations)
    assert board_image(look, other, 1024, 768) == board_image(look, scene, 1024, 768)
