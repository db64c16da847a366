"""What a lesson is made of is changed beside the plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.plan.lesson_panel import LessonPanel
from ui.widgets.check import Check


@pytest.fixture
def lesson(room):
    return room.lessons.create(room.class_id, room.rng())


@pytest.fixture
def panel(qtbot, theme, room, lesson) -> LessonPanel:
    shown = LessonPanel(theme)
    qtbot.addWidget(shown)
    shown.show_lesson(lesson, room.stations.stations(room.class_id))
    shown.show()
    return shown


def named(panel: LessonPanel, name: str):
    return next(w for w in panel.findChildren(QWidget) if w.accessibleName() == name)


def test_a_topic_is_kept_when_the_field_is_left(panel, lesson, qtbot) -> None:
    field = named(panel, "Topic")
    qtbot.keyClicks(field, "fractions ")
    with qtbot.waitSignal(panel.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [replace(lesson, topic="fractions")]


def test_a_field_that_was_not_touched_tells_nothing(panel, qtbot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        qtbot.keyClick(named(panel, "Subject"), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("button", "change"),
    [
        ("As many as fit in, in minutes: 45", {"rounds": 3}),
        ("As many as fit in, in minutes: 90", {"rounds": 6}),
        ("Minutes a round: 20", {"round_seconds": 1200}),
        ("Rounds: more", {"rounds": 5}),
        ("Minutes to move: less", {"transition_seconds": 60}),
    ],
)
def test_one_click_sets_a_length(panel, lesson, qtbot, button: str, change: dict) -> None:
    with qtbot.waitSignal(panel.changed) as told:
        named(panel, button).click()
    assert told.args == [replace(lesson, **change)]


def test_the_warning_is_picked_from_a_list(panel, lesson, qtbot) -> None:
    box = named(panel, "Warning before the end")
    with qtbot.waitSignal(panel.changed) as told:
        box.activated.emit(0)
    assert told.args == [replace(lesson, warning_seconds=0)]


def tick(panel: LessonPanel, text: str):
    return next(w for w in panel.findChildren(QWidget) if getattr(w, "label", str)() == text)


def test_a_station_that_is_not_ticked_is_left_out(panel, lesson, qtbot) -> None:
    with qtbot.waitSignal(panel.changed) as told:
        tick(panel, "Games").click()
    left = (lesson.station_ids[0], *lesson.station_ids[2:])
    assert told.args == [replace(lesson, station_ids=left)]


def test_the_last_station_stays(panel, room, lesson, qtbot) -> None:
    alone = replace(lesson, station_ids=lesson.station_ids[:1])
    panel.show_lesson(alone, room.stations.stations(room.class_id))
    with qtbot.assertNotEmitted(panel.changed):
        tick(panel, "Teacher table").click()
    assert tick(panel, "Teacher table").isChecked()


def test_what_is_typed_is_not_overwritten_by_a_redraw(panel, room, lesson, qtbot) -> None:
    field = named(panel, "Topic")
    qtbot.keyClicks(field, "frac")
    panel.show_lesson(lesson, room.stations.stations(room.class_id))
    assert field.text() == "frac"


def test_what_is_typed_does_not_follow_to_another_lesson(panel, room, lesson, qtbot) -> None:
    field = named(panel, "Topic")
    qtbot.keyClicks(field, "frac")
    panel.show_lesson(replace(lesson, id=9), room.stations.stations(room.class_id))
    assert field.text() == ""
    assert not field.isModified()


def test_tab_goes_from_the_warning_to_the_stations(panel) -> None:
    ticks = panel.findChildren(Check)
    stop = named(panel, "Warning before the end")
    for tick in ticks:
        stop = stop.nextInFocusChain()
        while stop.focusPolicy() == Qt.FocusPolicy.NoFocus:
            stop = stop.nextInFocusChain()
        assert stop is tick


@pytest.mark.parametrize(("typed", "begins"), [("9.30", 570), ("14:05", 845)])
def test_a_lesson_is_given_the_time_it_begins_at(panel, lesson, qtbot, typed, begins) -> None:
    field = named(panel, "Begins at")
    qtbot.keyClicks(field, typed)
    with qtbot.waitSignal(panel.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [replace(lesson, begins=begins)]


def test_an_empty_time_is_no_time_and_nonsense_changes_nothing(panel, room, lesson, qtbot) -> None:
    panel.show_lesson(replace(lesson, begins=570), room.stations.stations(room.class_id))
    field = named(panel, "Begins at")
    field.setText("soon")
    with qtbot.assertNotEmitted(panel.changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    field.setText("")
    with qtbot.waitSignal(panel.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [lesson]
