"""Guides of a transition: on their way one after the other, under three seconds in all."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.board.scene import BoardName, BoardScene
from ui.board.flight import Flight
from ui.board.layout import BoardLayout, lay_out
from ui.board.look import BoardLook
from ui.board.pills import names_together
from ui.board.walks import walks
from ui.theme import Theme

MOVE, APART = 900, 40


@pytest.fixture
def layout(look: BoardLook, moving: BoardScene) -> BoardLayout:
    """The transition at 1920 by 1080."""
    return lay_out(look, moving, 1920, 1080)


def painted(flight: Flight, at_ms: float) -> QImage:
    """Only the guides, on nothing."""
    image = QImage(1920, 1080, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    flight.paint(painter, at_ms)
    painter.end()
    return image


def test_five_groups_set_out_one_after_the_other(look: BoardLook, layout: BoardLayout) -> None:
    assert [len(walk.names) for walk in walks(layout)] == [5, 5, 6, 5, 4]
    assert Flight(look, layout, MOVE, APART).total_ms == MOVE + 4 * MOVE // 2


def test_a_name_alone_walks_under_its_own_name(look: BoardLook, layout: BoardLayout) -> None:
    names = layout.fit.stations[0].names
    assert names_together(look, layout, names[:1]).strip("\u2068\u2069") == "Finn"
    assert names_together(look, layout, names[:2]).count(",") == 1


def test_names_that_are_too_many_for_a_pill_are_counted(
    look: BoardLook, layout: BoardLayout
) -> None:
    names = layout.fit.stations[2].names * 3
    text = names_together(look, layout, names)
    count = text.count("\u2068")
    assert text.endswith(f" +{len(names) - count}")
    assert look.lettering.width(text, layout.fit.size) <= 640


def test_where_all_have_their_own_ways_there_is_one_guide_for_each_station(
    look: BoardLook, moving: BoardScene
) -> None:
    own = tuple(
        (name.key, (s.key + n) % 5 + 1)
        for s in moving.stations
        for n, name in enumerate(s.names)
        if (s.key + n) % 5 + 1 != s.key
    )
    found = walks(lay_out(look, replace(moving, came_from=own), 1920, 1080))
    assert len(found) == 5
    assert sum(len(walk.names) for walk in found) == len(own)


def sixty(moving: BoardScene) -> BoardScene:
    """Twelve at each station, who all go on together."""
    stations = tuple(
        replace(s, names=tuple(BoardName(100 * s.key + n, f"Ana {n}") for n in range(12)))
        for s in moving.stations
    )
    came_from = tuple((n.key, s.key % 5 + 1) for s in stations for n in s.names)
    return replace(moving, stations=stations, came_from=came_from)


def test_sixty_names_arrive_in_under_three_seconds(look: BoardLook, moving: BoardScene) -> None:
    full = lay_out(look, sixty(moving), 1920, 1080)
    assert Flight(look, full, MOVE, APART).total_ms < 3000


def test_also_a_long_pill_keeps_to_the_stations_and_off_the_edge(
    look: BoardLook, moving: BoardScene
) -> None:
    full = lay_out(look, sixty(moving), 1920, 1080)
    flight, boxes = Flight(look, full, MOVE, APART), [place.box for place in full.fit.stations]
    for at_ms in range(0, flight.total_ms, 100):
        for rect in flight.covered(at_ms):
            assert rect.left() >= min(box.x for box in boxes) - 1
            assert rect.right() <= max(box.right for box in boxes)


def test_nobody_who_stays_is_on_the_way(look: BoardLook, moving: BoardScene) -> None:
    here = {n.key: s.key for s in moving.stations for n in s.names}
    staying = replace(moving, came_from=tuple(here.items()))
    flight = Flight(look, lay_out(look, staying, 1920, 1080), MOVE, APART)
    assert flight.total_ms == 0
    assert flight.covered(100) == []


def test_names_leave_station_by_station(look: BoardLook, layout: BoardLayout) -> None:
    flight = Flight(look, layout, MOVE, APART)
    at_first = flight.covered(0)
    second = layout.fit.stations[1].names[0].box
    slot = QRect(round(second.x), round(second.y), round(second.width), round(second.height))
    assert any(rect.contains(slot) for rect in at_first)
    assert len(at_first) == 2 + 5


def test_guides_are_only_painted_where_they_say(look: BoardLook, layout: BoardLayout) -> None:
    flight = Flight(look, layout, MOVE, APART)
    for at_ms in (0, 400, 1000, 1700):
        image, covered = painted(flight, at_ms), flight.covered(at_ms)
        cover = QPainter(image)
        cover.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for rect in covered:
            cover.fillRect(rect, QColor("black"))
        cover.end()
        empty = QImage(image.size(), image.format())
        empty.fill(QColor(0, 0, 0, 0))
        assert image == empty


def test_everybody_has_landed_at_the_end(look: BoardLook, layout: BoardLayout) -> None:
    flight = Flight(look, layout, MOVE, APART)
    assert flight.covered(flight.total_ms) == []


def test_guides_stay_on_the_picture(theme: Theme, moving: BoardScene) -> None:
    for mirrored in (False, True):
        look = BoardLook(theme, "ar" if mirrored else "")
        flight = Flight(look, lay_out(look, moving, 1024, 768), MOVE, APART)
        for at_ms in range(0, flight.total_ms, 100):
            for rect in flight.covered(at_ms):
                assert rect.left() >= -1
                assert rect.right() <= 1025
                assert rect.bottom() <= 768


def test_a_station_that_is_gone_sends_nobody(look: BoardLook, moving: BoardScene) -> None:
    lost = replace(moving, came_from=tuple((key, 99) for key, _ in moving.came_from))
    assert Flight(look, lay_out(look, lost, 1920, 1080), MOVE, APART).total_ms == 0
