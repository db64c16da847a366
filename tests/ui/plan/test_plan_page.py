"""A teacher plans a lesson, changes it by hand, and takes it into the room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.changes import label, made
from app.domain.ids import SlotId, StudentId
from app.domain.names import PersonName
from app.domain.pull_outs import PullOut
from app.domain.session import Session
from app.domain.timetable import Slot
from app.services.timetable import TimetableService
from tests.fakes.classroom import Classroom
from tests.ui.plan.conftest import open_page
from ui.plan import plan_words as words
from ui.plan.plan_page import PlanPage

DAY = 24 * 60 * 60 * 1000


def plan(page: PlanPage, qtbot) -> None:
    qtbot.mouseClick(page.empty.plan_button, Qt.MouseButton.LeftButton)


def column_of(page: PlanPage, student: StudentId, number: int) -> int:
    return page.grid.chip(student, number).column


def other_column(page: PlanPage, student: StudentId, number: int) -> int:
    return (column_of(page, student, number) + 2) % 5


@pytest.fixture
def planned(page, qtbot) -> PlanPage:
    plan(page, qtbot)
    return page


def test_one_click_makes_a_plan_with_everyone_in_it(page, room, qtbot) -> None:
    assert not page.header.use_button.isVisible()

    plan(page, qtbot)

    assert page.header.use_button.isVisible()
    lesson = room.lessons.next(room.class_id)
    assert (lesson.rounds, lesson.round_seconds) == (4, 720)
    for student in room.classes.students(room.class_id):
        assert page.grid.chip(student.id, 4).isVisible()


def test_using_the_plan_asks_for_the_lesson(planned, room, qtbot) -> None:
    with qtbot.waitSignal(planned.lesson_wanted) as asked:
        qtbot.mouseClick(planned.header.use_button, Qt.MouseButton.LeftButton)
    assert asked.args == [room.lessons.next(room.class_id).id]


def test_a_shuffle_changes_the_groups_and_can_be_undone(planned, room) -> None:
    before = room.lessons.paths(planned.lesson_id)
    planned.deeds.shuffle()
    assert room.lessons.paths(planned.lesson_id) != before

    room.workspace.undo()

    student = before[0].student_id
    column = column_of(planned, student, 1)
    assert room.lessons.paths(planned.lesson_id) == before
    assert column == before[0].group - 1


def test_a_click_on_a_name_and_on_a_station_moves_the_student(planned, room, qtbot) -> None:
    maya = room.student("王梓涵").id
    target = other_column(planned, maya, 2)

    qtbot.mouseClick(planned.grid.chip(maya, 2), Qt.MouseButton.LeftButton)
    assert planned.grid.selected == maya
    foot = planned.grid.cell_rect(2, target).bottomLeft() + QPoint(20, -10)
    qtbot.mouseClick(planned.grid, Qt.MouseButton.LeftButton, pos=foot)

    assert column_of(planned, maya, 2) == target
    assert column_of(planned, maya, 3) == (target + 1) % 5
    assert planned.grid.selected is None


def test_a_click_in_another_round_only_lets_go(planned, room, qtbot) -> None:
    maya = room.student("王梓涵").id
    before = room.lessons.paths(planned.lesson_id)
    qtbot.mouseClick(planned.grid.chip(maya, 2), Qt.MouseButton.LeftButton)
    foot = planned.grid.cell_rect(1, 0).bottomLeft() + QPoint(20, -10)
    qtbot.mouseClick(planned.grid, Qt.MouseButton.LeftButton, pos=foot)
    assert planned.grid.selected is None
    assert room.lessons.paths(planned.lesson_id) == before


def drag(page: PlanPage, qtbot, student: StudentId, number: int, to: QPoint) -> None:
    chip = page.grid.chip(student, number)
    inside = chip.rect().center()
    goal = chip.mapFromGlobal(page.grid.mapToGlobal(to))
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseMove(chip, inside + QPoint(30, 0))
    goal = chip.mapFromGlobal(page.grid.mapToGlobal(to))
    qtbot.mouseMove(chip, goal)
    goal = chip.mapFromGlobal(page.grid.mapToGlobal(to))
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=goal)


def test_dragging_a_name_to_a_station_moves_the_student(planned, room, qtbot) -> None:
    maya = room.student("王梓涵").id
    target = other_column(planned, maya, 1)
    drag(planned, qtbot, maya, 1, planned.grid.cell_rect(1, target).center())
    assert column_of(planned, maya, 1) == target


def test_a_name_dropped_beside_the_stations_goes_back(planned, room, qtbot) -> None:
    maya = room.student("王梓涵").id
    place = planned.grid.chip(maya, 1).pos()
    before = room.lessons.paths(planned.lesson_id)
    drag(planned, qtbot, maya, 1, QPoint(5, 5))
    assert room.lessons.paths(planned.lesson_id) == before
    assert planned.grid.chip(maya, 1).pos() == place


@pytest.mark.parametrize("keys", ["number", "arrows"])
def test_the_keyboard_lifts_and_drops(planned, room, qtbot, keys: str) -> None:
    maya = room.student("王梓涵").id
    target = (column_of(planned, maya, 1) + 1) % 5
    chip = planned.grid.chip(maya, 1)
    chip.setFocus()

    qtbot.keyClick(chip, Qt.Key.Key_M)
    if keys == "number":
        qtbot.keyClick(chip, str(target + 1))
    else:
        qtbot.keyClick(chip, Qt.Key.Key_Right)
        qtbot.keyClick(chip, Qt.Key.Key_Return)

    assert column_of(planned, maya, 1) == target


def test_escape_puts_a_lifted_name_down_where_it_was(planned, room, qtbot) -> None:
    maya = room.student("王梓涵").id
    chip = planned.grid.chip(maya, 1)
    qtbot.keyClick(chip, Qt.Key.Key_M)
    qtbot.keyClick(chip, Qt.Key.Key_Escape)
    assert planned.grid.selected is None


def test_arrows_walk_from_name_to_name_and_tab_stops_once(planned, room, qtbot) -> None:
    stops = [
        chip
        for student in room.classes.students(room.class_id)
        for number in (1, 2, 3, 4)
        if (chip := planned.grid.chip(student.id, number)).focusPolicy()
        == Qt.FocusPolicy.StrongFocus
    ]
    assert len(stops) == 1
    stops[0].setFocus()

    qtbot.keyClick(stops[0], Qt.Key.Key_Down)

    assert stops[0].focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_who_has_no_seat_is_named(planned, room) -> None:
    assert planned.side.rules.cards == []
    room.classes.add_student(room.class_id, PersonName("", "Zuzanna", ""))
    (card,) = planned.side.rules.cards
    assert "Zuzanna has no station" in card.text.text()
    assert planned.view.quality.facts["broken"].text() == "1 not kept"


def test_students_who_meet_and_should_not_are_named(planned, room) -> None:
    one, other = room.student("Amara").id, room.student("Ben").id
    room.lessons.put(planned.lesson_id, one, 1)
    room.lessons.put(planned.lesson_id, other, 1)
    room.classes.keep_apart(room.class_id, [one, other])
    (card,) = planned.side.rules.cards
    assert card.title.text() == "Amara and Ben"
    assert "Amara and Ben meet at Teacher table in round 1." in card.text.text()


def test_changed_lengths_are_kept_and_shown(planned, room) -> None:
    lesson = room.lessons.next(room.class_id)
    planned.panel.changed.emit(replace(lesson, rounds=3, round_seconds=600))
    assert room.lessons.next(room.class_id).rounds == 3
    assert column_of(planned, room.student("Ben").id, 3) >= 0
    with pytest.raises(KeyError):
        planned.grid.chip(room.student("Ben").id, 4)


def test_a_class_without_students_is_sent_to_its_list(qtbot, theme) -> None:
    empty = Classroom(students=0)
    shown = open_page(qtbot, theme, empty)
    with qtbot.waitSignal(shown.import_wanted):
        shown.empty.import_button.click()


def test_a_class_without_stations_is_sent_to_them(qtbot, theme) -> None:
    bare = Classroom(stations=False)
    shown = open_page(qtbot, theme, bare)
    with qtbot.waitSignal(shown.stations_wanted):
        shown.empty.stations_button.click()


def test_the_day_after_the_same_again_is_offered_and_carries_on(planned, room, qtbot) -> None:
    first = {p.student_id: p.group for p in room.lessons.paths(planned.lesson_id)}
    room.clock.advance(DAY)
    planned.show_class(room.class_id)
    assert planned.empty.again_button.label() == "Same again as Thursday"

    qtbot.mouseClick(planned.empty.again_button, Qt.MouseButton.LeftButton)

    second = {p.student_id: p.group for p in room.lessons.paths(planned.lesson_id)}
    assert all(second[s] == (group + 3) % 5 + 1 for s, group in first.items())


def test_a_lesson_that_is_being_taught_is_shown_and_not_begun_again(planned, room, qtbot) -> None:
    lesson = room.lessons.next(room.class_id)
    session = Session(room.ids(), room.class_id, lesson.id, room.clock.ms)
    room.workspace.edit(label("opened", lesson=""), made(session))
    assert planned.header.use_button.label() == "Show the lesson"
    with qtbot.assertNotEmitted(planned.lesson_wanted), qtbot.waitSignal(planned.live_wanted):
        planned.header.use_button.click()


def test_who_is_out_in_a_round_is_said_beside_it_and_has_no_chip(page, room):
    page.empty.plan_wanted.emit()
    student = room.student("Ben").id
    lesson = room.lessons.next(room.class_id)
    room.lessons.edit(replace(lesson, begins=570), room.rng())
    out = PullOut(room.ids(), room.class_id, student, "Violin", "", 560, 583, (4,))
    room.workspace.edit(label("pull-out added", student=""), made(out))
    picture = room.lessons.picture(lesson.id)
    assert [words.out_note(picture, number) for number in (1, 2)] == ["Ben out", ""]
    assert page.grid.accessibleDescription() == "Round 1: Ben out"
    assert "Violin" not in page.grid.accessibleDescription()
    with pytest.raises(KeyError):
        page.grid.chip(student, 1)
    assert page.grid.chip(student, 2).isVisible()
    page.grab()


def set_in_timetable(room, ends: int) -> None:
    """The class is taught today from 09:25."""
    times = TimetableService(room)
    period = times.add_period("2", 565, ends)
    times.put(Slot(SlotId(0), room.class_id, period.id, 0))


def test_a_lesson_has_the_time_of_its_period_and_every_round_its_own(page, room, qtbot) -> None:
    set_in_timetable(room, 625)
    plan(page, qtbot)
    picture = room.lessons.picture(page.lesson_id)
    assert words.subtitle("4B", picture.lesson).startswith("4B · Thu 14 May, 09:25 · ")
    assert [words.round_time(picture, n) for n in (1, 2, 3)] == ["09:25", "09:39", "09:53"]
    assert not page.view.fit_button.isVisible()


def test_rounds_that_do_not_fit_the_period_are_told_and_cut_with_one_click(
    page, room, qtbot
) -> None:
    set_in_timetable(room, 605)
    plan(page, qtbot)
    said = "The rounds need 54 min; the period has 40 min from then on."
    assert page.view.note.accessibleName() == said
    assert page.view.fit_button.label() == "Use 3 rounds"
    page.view.fit_button.click()
    assert room.lessons.lesson(page.lesson_id).rounds == 3
    assert not page.view.note.isVisible()
    room.workspace.undo()
    assert page.view.note.isVisible()


def test_a_lesson_without_a_timetable_counts_its_minutes(planned, room) -> None:
    picture = room.lessons.picture(planned.lesson_id)
    assert words.round_time(picture, 2) == "14–26 min"
    assert not planned.view.note.isVisible()
