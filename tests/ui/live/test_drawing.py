"""What the console shows, what stays the same widget, and what is said aloud."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from app.domain.classes import Goal, Student
from app.domain.stations import Station
from tests.fakes.lesson import (
    ADD,
    AMARA,
    BEN,
    CHIDI,
    DANIYAR,
    GAMES,
    LEILA,
    TABLE,
    TABLETS,
    LessonRoom,
)
from tests.ui.live.stage import open_stage
from tests.ui.pictures import picture_of
from ui.live.stations.column_head import ColumnHead
from ui.widgets.card_places import CardSlot


def rename(room, student, name):
    room.change(room.store.get(Student, student), preferred=name)


def test_a_card_shows_level_days_flag_and_goal(stage):
    stage.room.see(AMARA, 11, ADD, 3)
    stage.room.put(Goal(71, AMARA, "Draw it first", 0))
    stage.room.flags.toggle_flags([AMARA], "Check in")
    view = stage.card(AMARA).view
    shown = (view.level, view.stale_days, view.flag, view.goal, view.stale)
    assert shown == (3, 11, "Check in", "Draw it first", False)


def test_a_card_shows_the_level_on_the_skill_of_the_station_it_is_at(stage):
    stage.room.see(AMARA, 1, ADD, 3)
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.card(AMARA).view.level is None


def test_a_card_says_name_station_and_level_on_the_skill(stage):
    assert stage.card(AMARA).accessibleName() == "Amara, Table, no evidence on Add fractions"
    stage.room.see(AMARA, 8, ADD, 3)
    said = "Amara, Table, level 3 on Add fractions, seen 8 days ago"
    assert stage.card(AMARA).accessibleName() == said
    assert stage.card(CHIDI).accessibleName() == "Chidi, Tablets"


@pytest.mark.parametrize(
    ("adult", "width", "said"),
    [
        ("", 400, "Online · 12 devices"),
        ("", 70, "Online"),
        ("Ms Okoro", 400, "Ms Okoro · Online · 12 devices"),
        ("Ms Okoro", 100, "Ms Okoro"),
    ],
)
def test_the_head_of_a_station_says_what_there_is_room_for(qtbot, theme, adult, width, said):
    tablets = Station(1, 1, "Tablets", "online", "green", "device-tablet", 1, 12, devices=12)
    head = ColumnHead(theme, tablets)
    qtbot.addWidget(head)
    head.show_station(tablets, 3, 12, adult)
    assert head.about_in(width) == said


def test_a_station_is_a_group_with_name_and_count(stage):
    column = stage.column(TABLETS)
    face = QAccessible.queryAccessibleInterface(column)
    assert face.role() == QAccessible.Role.Grouping
    assert face.text(QAccessible.Text.Name) == "Tablets, 2 of 2"


def test_every_control_has_a_name(stage):
    buttons = [b for b in stage.page.findChildren(QAbstractButton) if b.isVisible()]
    nameless = [b for b in buttons if not (b.accessibleName() or b.text())]
    assert buttons
    assert nameless == []


def test_the_foot_counts_who_was_observed_today(stage):
    stage.room.see(AMARA)
    assert stage.column(TABLE).foot_text() == "1 of 2 observed today"


def test_a_move_keeps_every_widget(stage):
    cards = dict(stage.page.console.columns.cards)
    columns = stage.page.console.columns.columns
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    stage.room.live.next(stage.room.session)
    assert dict(stage.page.console.columns.cards) == cards
    assert stage.page.console.columns.columns == columns


def test_a_note_on_one_student_redraws_no_other_station(stage):
    drawn = []
    for station in (TABLE, GAMES, TABLETS):
        column = stage.column(station)
        column.show_column = _spy(column.show_column, station, drawn)
    stage.room.see(BEN)
    assert drawn == [GAMES]


def _spy(real, station, drawn):
    def show(*about):
        drawn.append(station)
        real(*about)

    return show


def test_a_student_who_joins_the_class_without_a_place_waits_in_the_tray(stage):
    stage.room.put(Student(99, 1, "Zoe", "Zoe", ""))
    assert stage.chip(99).view.reason == "No place yet"
    stage.drag(stage.chip(99), stage.foot(TABLE))
    assert stage.room.where(99) == TABLE
    assert 99 not in stage.page.console.tray.chips


def test_a_student_who_leaves_the_class_leaves_the_console(stage):
    stage.room.change(stage.room.store.get(Student, BEN), archived=True)
    assert BEN not in stage.page.console.columns.cards


def test_a_station_that_is_renamed_and_recoloured_stays_the_same_widget(stage):
    column = stage.column(TABLE)
    station = stage.room.store.get(Station, TABLE)
    stage.room.change(station, name="Corner", colour="purple", seats_max=3)
    assert stage.column(TABLE) is column
    assert column.accessibleName() == "Corner, 2 of 3"
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    assert column.mark.slot == "Ben joins here"


@pytest.mark.parametrize("name", ["<b>Bo</b> & Co", "Wolfeschlegelsteinhausenbergerdorffmannhe"])
def test_any_name_is_shown_as_it_is_and_whole(qtbot, theme, name):
    room = LessonRoom()
    rename(room, AMARA, name)
    stage = open_stage(qtbot, theme, room)
    card = stage.card(AMARA)
    assert card.view.name == name
    assert card.height() == card.heightForWidth(card.width())
    stage.lift(card)
    assert stage.column(TABLE).mark.ghosts[AMARA] == f"{name} moves"


def test_lifted_over_and_cancelled_are_said_aloud(stage):
    said = []
    stage.page.say.listen(said.append)
    stage.carry(stage.card(LEILA), stage.foot(TABLETS))
    stage.move(stage.card(LEILA), stage.foot(TABLE))
    stage.key(Qt.Key.Key_Escape)
    assert said[0] == "Leila lifted"
    assert said[-3] == (
        "Tablets. Leila joins here. Full: 2 of 2 tablets. "
        "A 3rd student would have no tablet. Drop on a name to swap."
    )
    assert said[-2:] == [
        "Table. Leila joins here. Keep apart: Amara. You can still drop here.",
        "Leila stays",
    ]


def test_the_tray_shows_what_a_drop_there_means(stage):
    stage.carry(stage.card(BEN), stage.tray)
    assert stage.page.say.said == "Not in the room. Ben would be absent."
    stage.key(Qt.Key.Key_Escape)


def test_a_warning_without_room_below_the_cards_takes_the_place_of_the_foot(qtbot, theme):
    room = LessonRoom(students=36)
    stage = open_stage(qtbot, theme, room, size=(1294, 560))
    assert len(stage.column(GAMES).list.cards) > 6
    stage.lift(stage.card(AMARA))
    column = stage.column(GAMES)
    assert column.mark.note.physical
    assert column.brief_note.isVisible()
    assert column.rect().contains(column.brief_note.geometry())
    box = column.brief_note
    stage.key(Qt.Key.Key_Escape)
    assert column.brief_note is None
    assert box.isHidden()
    stage.lift(stage.card(AMARA))
    assert column.brief_note is box, "made once: each new one would cost the first frame 1 ms"
    assert box.isVisible()


def test_in_a_low_column_a_warning_hides_no_place_to_fall(qtbot, theme):
    theme.choose(scale=2.0)
    stage = open_stage(qtbot, theme, LessonRoom(), size=(1294, 700))
    stage.page.select(AMARA)
    stage.key(Qt.Key.Key_M)
    stage.key(Qt.Key.Key_Right)
    stage.key(Qt.Key.Key_Right)
    column = stage.column(TABLETS)
    assert column.brief_note is not None
    slot = column.findChild(CardSlot)
    qtbot.waitUntil(lambda: not slot.visibleRegion().isEmpty())
    seen = QRect(slot.mapTo(column, QPoint(0, 0)), slot.size()) & column.cards_area()
    assert not seen.intersects(column.brief_note.geometry())


def test_cards_slide_only_where_things_may_move(qtbot, theme):
    theme.choose(reduced_motion=False)
    stage = open_stage(qtbot, theme, LessonRoom())
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES
    columns = stage.page.console.columns
    assert columns.moving
    assert stage.card(AMARA).on_its_way
    qtbot.waitUntil(lambda: not columns.moving)
    assert not stage.card(AMARA).on_its_way


def test_without_movement_a_card_is_there_at_once(stage):
    home = stage.card(BEN).pos()
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.card(AMARA).pos() == home
    assert not stage.page.console.columns.moving


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_another_look_at_once(stage, theme, scheme):
    theme.choose(scheme=scheme)
    picture = picture_of(stage.page)
    assert picture.pixelColor(3, 100).name() == theme.colour("canvas").name()
    assert picture.pixelColor(3, 3).name() == theme.colour("surface").name()


def test_the_ghost_lets_go_of_the_card_when_a_carry_is_cancelled(stage):
    before = stage.card(BEN).grab().toImage()
    stage.lift(stage.card(BEN))
    stage.key(Qt.Key.Key_Escape)
    stage.page.selection.select(None)
    stage.move(stage.card(BEN), QPoint(3, 3))
    assert stage.card(BEN).grab().toImage().size() == before.size()
    assert not stage.card(BEN).is_ghost


def test_the_carried_card_hides_nothing_from_the_pointer(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    hand = stage.page.hands.hand
    assert hand.carried.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert hand.carried.size() == QSize(stage.card(BEN).size())
    assert DANIYAR in stage.page.console.columns.cards
