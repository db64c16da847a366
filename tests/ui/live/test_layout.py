"""Sizes: narrow, wide, many stations, large text, from right to left."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.fakes.lesson import AMARA, GAMES, TABLE, TABLETS, LessonRoom
from tests.ui.live.stage import open_stage
from ui.live.carry.edges import EdgeScroll


def opened(qtbot, theme, students=6, stations=3, size=(1294, 768)):
    return open_stage(qtbot, theme, LessonRoom(students=students, stations=stations), size)


def widths(stage):
    return [column.width() for column in stage.page.console.columns.columns]


def test_five_stations_share_the_room_beside_the_panel(qtbot, theme):
    stage = opened(qtbot, theme, stations=5)
    assert set(widths(stage)) <= {186, 187}
    assert stage.page.console.panel.width() == 296
    assert not stage.page.console.collapsed


def test_on_a_wide_screen_columns_stop_growing_and_stand_in_the_middle(qtbot, theme):
    stage = opened(qtbot, theme, size=(1848, 1004))
    assert widths(stage) == [260, 260, 260]
    first = stage.column(TABLE).mapTo(stage.page, stage.column(TABLE).rect().topLeft())
    last = stage.column(TABLETS).mapTo(stage.page, stage.column(TABLETS).rect().topRight())
    assert abs(first.x() - (1848 - 296 - last.x())) <= 2


@pytest.mark.parametrize(("stations", "scrolls"), [(6, False), (7, False), (12, True)])
def test_with_more_stations_the_panel_becomes_a_strip(qtbot, theme, stations, scrolls):
    stage = opened(qtbot, theme, students=60, stations=stations)
    console = stage.page.console
    assert console.collapsed
    assert console.panel.isHidden()
    assert console.strip.width() == 44
    assert min(widths(stage)) >= 160
    assert (console.columns.horizontalScrollBar().maximum() > 0) is scrolls


def test_the_strip_opens_the_panel_over_the_stations_and_esc_closes_it(qtbot, theme):
    stage = opened(qtbot, theme, stations=7)
    stage.page.console.strip.button.click()
    assert stage.page.console.panel.isVisible()
    stage.key(Qt.Key.Key_Escape)
    assert stage.page.console.panel.isHidden()


def test_nothing_can_be_dropped_through_the_open_panel(qtbot, theme):
    stage = opened(qtbot, theme, stations=7)
    stage.page.console.strip.button.click()
    spot = stage.middle(stage.page.console.panel)
    assert stage.page.console.target_at(stage.page.mapToGlobal(spot)) is None


@pytest.mark.parametrize("scale", [1.3, 2.0])
def test_large_text_cuts_nothing_off_the_cards(qtbot, theme, scale):
    theme.choose(scale=scale)
    stage = opened(qtbot, theme, stations=5)
    for card in stage.page.console.columns.cards.values():
        assert card.height() >= card.heightForWidth(card.width())
        assert card.width() >= card.minimumSizeHint().width()


def seen_whole(card):
    return card.visibleRegion().boundingRect() == card.rect()


def test_where_heads_leave_no_room_for_cards_all_scroll_as_one_page(qtbot, theme):
    """At 200 % with a message above the page."""
    theme.choose(scale=2.0)
    stage = opened(qtbot, theme, students=24, stations=3, size=(1222, 520))
    columns = stage.page.console.columns
    assert columns.verticalScrollBar().maximum() > 0
    assert not any(column.scroll_by(9) for column in columns.columns)
    first = columns.cards[AMARA].visibleRegion().boundingRect()
    assert first.top() == 0
    assert first.height() > columns.cards[AMARA].height() / 2  # her name, before anything scrolls
    for student, card in columns.cards.items():
        columns.show_card(student)
        assert seen_whole(card)
    stage.page.resize(1222, 1000)
    qtbot.waitUntil(lambda: columns.verticalScrollBar().maximum() == 0)
    assert columns.columns[0].scroll_by(9)


def test_there_a_card_held_at_the_edge_scrolls_all(qtbot, theme):
    theme.choose(scale=2.0)
    stage = opened(qtbot, theme, students=24, stations=3, size=(1222, 520))
    columns = stage.page.console.columns
    edges, view = EdgeScroll(theme, columns), columns.viewport()
    edges.hold_at(view.mapToGlobal(QPoint(200, view.height() - 3)))
    edges.step()
    assert columns.verticalScrollBar().value() > 0
    edges.drag(view.mapToGlobal(QPoint(200, 100)), view.mapToGlobal(QPoint(200, 20)))
    assert columns.verticalScrollBar().value() > 80


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("width", [900, 1294, 1848])
def test_the_parts_of_the_top_bar_never_overlap(qtbot, theme, scale, width):
    theme.choose(scale=scale)
    stage = opened(qtbot, theme, size=(width, 768))
    bar = stage.page.top_bar
    parts = [bar.title, bar.pills, bar.timer, bar.buttons, bar.board]
    places = [part.geometry() for part in parts if part.width() > 0]
    assert all(one.right() < other.left() for one, other in pairwise(places))
    assert places[-1].right() < width


def test_the_rounds_that_fit_are_now_and_those_to_come_first(stage):
    stage.room.live.next(stage.room.session)
    stage.room.live.next(stage.room.session)
    pills = stage.page.top_bar.pills
    assert [p.number for p in pills.shown(1000)] == [1, 2, 3, 4]
    assert [p.number for p in pills.shown(84 + 60 + 60)] == [2, 3, 4]
    assert [p.number for p in pills.shown(90)] == [2]
    assert pills.shown(40) == ()


def test_from_right_to_left_everything_is_mirrored(qtbot, theme):
    stage = opened(qtbot, theme)
    stage.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage.page.resize(1300, 768)
    left = {s: stage.column(s).mapTo(stage.page, stage.column(s).pos()).x() for s in (TABLE, GAMES)}
    assert left[TABLE] > left[GAMES]
    assert stage.page.console.panel.x() == 0
    assert stage.page.top_bar.title.x() > stage.page.top_bar.board.x()
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES


def test_six_cards_fit_beside_a_taskbar(qtbot, theme):
    stage = opened(qtbot, theme, students=36, stations=6, size=(1294, 696))
    last = stage.column(TABLE).list.cards[5]
    bottom = last.mapTo(stage.column(TABLE), last.rect().bottomLeft()).y()
    assert bottom < stage.column(TABLE).cards_area().bottom()


def test_an_empty_class_shows_its_stations(qtbot, theme):
    stage = opened(qtbot, theme, students=0)
    assert stage.column(TABLE).list.free_seats.label() == "4 free seats"
    stage.key(Qt.Key.Key_Down)
    assert stage.page.selection.student is None


def test_one_student_is_a_class_too(qtbot, theme):
    stage = opened(qtbot, theme, students=1)
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES


def scroll_to_the_end(stage):
    """What the timer does for as long as the card is held there."""
    edges = stage.page.findChild(EdgeScroll)
    for _ in range(200):
        edges.step()


def test_holding_a_card_at_the_edge_scrolls_to_hidden_stations(qtbot, theme):
    stage = opened(qtbot, theme, students=24, stations=12)
    bar = stage.page.console.columns.horizontalScrollBar()
    view = stage.page.console.columns
    edge = view.mapTo(stage.page, view.rect().center())
    edge.setX(view.mapTo(stage.page, view.rect().topRight()).x() - 5)
    stage.carry(stage.card(AMARA), edge)
    scroll_to_the_end(stage)
    assert bar.value() == bar.maximum()
    last = view.columns[-1].station_id
    stage.drag(stage.card(AMARA), stage.foot(last))
    assert stage.room.where(AMARA) == last


def test_holding_a_card_at_the_foot_scrolls_the_cards_of_that_station(qtbot, theme):
    stage = opened(qtbot, theme, students=60)
    column = stage.column(GAMES)
    spot = column.mapTo(stage.page, column.cards_area().center())
    spot.setY(column.mapTo(stage.page, column.cards_area().bottomLeft()).y() - 4)
    first = column.list.cards[0]
    before = first.mapTo(stage.page, first.rect().topLeft()).y()
    stage.carry(stage.card(AMARA), spot)
    scroll_to_the_end(stage)
    assert first.mapTo(stage.page, first.rect().topLeft()).y() < before - 100
    stage.key(Qt.Key.Key_Escape)


def test_walking_to_a_hidden_card_shows_it(qtbot, theme):
    stage = opened(qtbot, theme, students=60, stations=12)
    stage.page.select(AMARA)
    for _ in range(11):
        stage.key(Qt.Key.Key_Right)
    stage.key(Qt.Key.Key_End)
    card = stage.card(stage.page.selection.student)
    assert not card.visibleRegion().isEmpty()


def test_where_the_board_is_is_shown_in_full_as_soon_as_it_changes(stage) -> None:
    block = stage.page.top_bar.board
    stage.page.set_board(True, "On projector · names are small")
    assert block.width() >= block.sizeHint().width()
    assert block.geometry().right() < stage.page.width()


def test_a_screen_reader_hears_where_the_keyboard_is_while_no_card_has_it(stage) -> None:
    stage.page.setFocus()
    assert stage.page.window().focusWidget() is stage.page
    assert stage.page.accessibleName() == "Lesson"
