"""The projected window: what it shows is the scene, and it paints no more than it must."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from tests.ui.board.boards import opened, shown
from tests.ui.board.conftest import with_tiny_names
from ui.board.clock_face import clock_boxes
from ui.board.layout import BoardLayout, lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image, paint_board
from ui.board.sheet import Sheet
from ui.board.window import BoardWindow
from ui.theme import Theme


def moved(scene: BoardScene, places: list[int]) -> BoardScene:
    """The same names, each at the station with the given number."""
    names = [name for station in scene.stations for name in station.names]
    at: dict[int, list] = {index: [] for index in range(len(scene.stations))}
    for name, place in zip(names, places, strict=True):
        at[place].append(name)
    stations = tuple(replace(s, names=tuple(at[n])) for n, s in enumerate(scene.stations))
    return replace(scene, stations=stations)


def test_it_shows_the_scene(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> None:
    assert shown(opened(qtbot, look, scene)) == board_image(look, scene, 1024, 768)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.lists(st.integers(0, 4), min_size=25, max_size=25),
            st.integers(0, 900),
            st.sampled_from(["paused", "over", "message", "round"]),
        ),
        max_size=6,
    )
)
def test_after_any_changes_it_shows_what_a_board_drawn_afresh_in_these_places_would(
    qtbot: QtBot, look: BoardLook, scene: BoardScene, changes: list[list[int] | int | str]
) -> None:
    window = opened(qtbot, look, scene)
    wanted = lay_out(look, scene, 1024, 768)
    for change in changes:
        scene = after(scene, change)
        window.show_scene(scene)
        wanted = lay_out(look, scene, 1024, 768, keep=wanted.fit)
        assert shown(window) == image_of(look, wanted)
    window.close()


def after(scene: BoardScene, change: list[int] | int | str) -> BoardScene:
    clock = scene.clock
    if isinstance(change, list):
        return moved(scene, change)
    if isinstance(change, int):
        return replace(scene, clock=replace(clock, remaining_ms=1000 * change))
    if change == "message":
        return replace(scene, message="" if scene.message else "Quiet voices.")
    if change == "round":
        return replace(scene, clock=replace(clock, round=clock.round % 4 + 1))
    return replace(scene, clock=replace(clock, **{change: not getattr(clock, change)}))


def test_a_second_repaints_the_clock_alone(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    window.painted.clear()
    window.show_clock(replace(scene.clock, remaining_ms=520_000))
    qtbot.waitUntil(lambda: bool(window.painted))
    boxes = clock_boxes(look, lay_out(look, scene, 1024, 768))
    clock = boxes[0].united(boxes[1])
    assert all(clock.contains(rect) for rect in window.painted)


def test_the_same_scene_again_repaints_nothing(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    before = shown(window)
    window.painted.clear()
    window.show_scene(replace(scene))
    window.show_scene(replace(scene, clock=replace(scene.clock, remaining_ms=520_000)))
    qtbot.waitUntil(lambda: bool(window.painted))
    assert len(window.painted) == 1
    assert shown(window) != before


def test_stations_stay_where_they_are_when_names_move(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    crowded = moved(scene, [n % 2 for n in range(25)])
    window = opened(qtbot, look, crowded)
    before = lay_out(look, crowded, 1024, 768).fit
    window.show_scene(scene)
    held = lay_out(look, scene, 1024, 768, keep=before)
    assert held.fit.rows == before.rows != lay_out(look, scene, 1024, 768).fit.rows
    assert shown(window) == image_of(look, held)


def test_names_set_anew_repaint_the_stations_and_not_the_head(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, moved(scene, [n % 2 for n in range(25)]))
    before = window.layout_shown
    window.painted.clear()
    window.show_scene(moved(scene, [int(n > 10) for n in range(25)]))
    qtbot.waitUntil(lambda: bool(window.painted))
    after = window.layout_shown
    assert before is not None
    assert after is not None
    assert (after.fit.tier, after.fit.rows) == (before.fit.tier, before.fit.rows)
    assert after.fit.pitch != before.fit.pitch
    assert min(rect.top() for rect in window.painted) >= before.head_bottom - before.unit


def test_pages_turn_by_themselves_where_names_would_be_too_small(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    assert not window.turning
    crowded = replace(
        scene,
        stations=tuple(
            replace(s, names=tuple(replace(n, text=" ".join(["Bartholomew"] * 4)) for n in s.names))
            for s in scene.stations
        ),
    )
    window.show_scene(crowded)
    assert window.turning
    first = shown(window)
    window.turn_page()
    second = shown(window)
    assert first == board_image(look, crowded, 1024, 768)
    assert second == board_image(look, crowded, 1024, 768, page=1) != first
    window.turn_page()
    assert shown(window) == first
    window.show_scene(scene)
    assert not window.turning


def image_of(look: BoardLook, layout: BoardLayout) -> QImage:
    image = QImage(1024, 768, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_board(Sheet(painter, look, layout))
    painter.end()
    return image


def test_blank_is_black_and_says_nothing(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> None:
    window = opened(qtbot, look, scene)
    window.set_blank(True)
    image = shown(window)
    assert all(image.pixel(x, 300) == 0xFF000000 for x in range(1024))
    assert window.accessibleDescription() == ""
    window.show_clock(replace(scene.clock, remaining_ms=1000))
    window.set_blank(False)
    assert shown(window) == board_image(look, window.scene or scene, 1024, 768)


def test_before_the_first_scene_it_is_black(qtbot: QtBot, look: BoardLook) -> None:
    window = BoardWindow(look)
    qtbot.addWidget(window)
    window.resize(200, 100)
    window.show()
    assert shown(window).pixel(100, 50) == 0xFF000000


def test_names_set_out_when_a_transition_begins_and_are_home_when_it_ends(
    qtbot: QtBot, theme: Theme, look: BoardLook, scene: BoardScene, moving: BoardScene
) -> None:
    theme.choose(reduced_motion=False)
    window = opened(qtbot, look, scene)
    window.show_scene(moving)
    assert window.flying
    window.show_clock(replace(moving.clock, remaining_ms=83_000))
    assert window.flying
    arrived = replace(moving, clock=replace(scene.clock, round=3), came_from=())
    window.show_scene(arrived)
    assert not window.flying
    assert shown(window) == board_image(look, arrived, 1024, 768)


def test_a_board_opened_in_the_middle_of_a_transition_lets_nobody_fly(
    qtbot: QtBot, theme: Theme, look: BoardLook, moving: BoardScene
) -> None:
    theme.choose(reduced_motion=False)
    window = opened(qtbot, look, moving)
    assert not window.flying
    assert shown(window) == board_image(look, moving, 1024, 768)


def test_with_reduced_motion_nobody_flies(
    qtbot: QtBot, look: BoardLook, scene: BoardScene, moving: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    window.show_scene(moving)
    assert not window.flying


def test_another_look_is_taken_at_once(
    qtbot: QtBot, theme: Theme, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    theme.choose(scheme="dark")
    assert shown(window) == board_image(look, scene, 1024, 768)
    assert shown(window).pixelColor(2, 2).name() == "#14161a"


def test_another_size_is_drawn_anew(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> None:
    window = opened(qtbot, look, scene)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: shown(window).width() == 1280)
    assert shown(window) == board_image(look, scene, 1280, 720)


def test_it_tells_when_names_are_too_small_to_read(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    heard: list[bool] = []
    window.too_small_changed.connect(heard.append)
    window.show_scene(with_tiny_names(scene))
    window.show_scene(scene)
    assert heard == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_B])
def test_escape_and_b_ask_to_leave(
    qtbot: QtBot, look: BoardLook, scene: BoardScene, key: Qt.Key
) -> None:
    window = opened(qtbot, look, scene)
    with qtbot.waitSignal(window.leave_wanted):
        qtbot.keyClick(window, key)


def test_it_never_keeps_the_app_from_ending(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_a_projector_window_leaves_keyboard_and_pointer_to_the_teacher(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    assert window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    window.set_keyboard(True)
    assert not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
