"""The capture palette: a few words and Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.classes import Student
from app.domain.ids import StudentId
from app.domain.observations import Observation
from tests.fakes.lesson import ADD, AMARA, BEN, CLASS, COMPARE, DANIYAR, OTHER

LEFT = Qt.MouseButton.LeftButton


def kept(room) -> tuple[Observation, ...]:
    return room.store.find(Observation)


def type_line(qtbot, palette, text: str) -> None:
    if not palette.isVisible():
        palette.open()
    qtbot.keyClicks(palette.input, text)


def test_it_is_a_child_of_the_page_above_the_line(page, palette) -> None:
    palette.open()
    assert not palette.isWindow()
    assert palette.parentWidget() is page
    assert palette.geometry().bottom() == 692 - 8 - 1
    assert palette.geometry().left() == 8
    assert palette.width() == 982


def test_it_stays_above_the_line_when_the_page_is_resized(page, palette) -> None:
    palette.open()
    page.line.setGeometry(0, 540, 700, 52)
    assert palette.geometry().bottom() == 592 - 8 - 1
    assert palette.width() == 684


def test_what_is_typed_is_shown_part_by_part(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben 3 dec explains own strategy")
    assert palette.student.pick.view.text == "Ben"
    assert palette.student.pick.view.remark == "Games"
    assert palette.level.pick.view.text == "Secure"
    assert palette.skill.pick.view.text == "Order decimals"
    assert palette.note.pick.view.text == "explains own strategy"
    assert palette.note.options[0].view.text == "Add tag: Explains strategy"
    assert palette.skill.options[0].view.remark == "this station"


def test_enter_saves_and_stays_for_the_next(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben 3 explains own strategy")
    with qtbot.waitSignal(palette.saved) as saved:
        qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    (seen,) = kept(room)
    assert saved.args == [seen]
    assert (seen.student_id, seen.skill_id, seen.level) == (BEN, COMPARE, 3)
    assert (seen.note, seen.round) == ("explains own strategy", 1)
    assert palette.isVisible()
    assert palette.input.text() == ""
    assert palette.hints.message.text().startswith("Saved: Ben")


def test_the_button_saves_too(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben 3")
    qtbot.mouseClick(palette.save, LEFT)
    assert len(kept(room)) == 1


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("3", "Type a name first."),
        ("ben", "Add a level, a tag or a note."),
        ("chidi 3", "Type a skill: this student is at no station with one."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    qtbot, room, palette, line: str, wanted: str
) -> None:
    type_line(qtbot, palette, line)
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert kept(room) == ()
    assert palette.hints.message.text() == wanted
    assert palette.input.text() == line


def test_cards_are_told_who_matches(qtbot, palette) -> None:
    told = []
    palette.matched.connect(lambda best, others: told.append((best, others)))
    type_line(qtbot, palette, "a")
    assert told[-1] == (AMARA, frozenset())
    qtbot.keyClicks(palette.input, " d")
    qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    assert told[-1] == (None, frozenset())


def test_the_level_before_is_told_with_its_day(qtbot, room, palette) -> None:
    room.see(BEN, 2, COMPARE, 2)
    type_line(qtbot, palette, "ben 3")
    assert palette.was.isVisible()
    assert palette.was.accessibleName() == "was 2 on Tue"


def test_a_skill_of_another_lesson_is_looked_up_when_the_typing_pauses(
    qtbot, room, palette
) -> None:
    room.see(BEN, 30, OTHER, 1)
    type_line(qtbot, palette, "ben 3 dec")
    assert not palette.was.isVisible()
    qtbot.waitUntil(palette.was.isVisible)
    assert palette.was.accessibleName() == "was 1 on 14 Apr"


def test_nothing_is_asked_of_the_store_while_typing(qtbot, room, palette) -> None:
    palette.open()
    asked = []
    find, latest = room.store.find, room.evidence.latest
    room.store.find = lambda *a, **k: asked.append(a) or find(*a, **k)
    room.evidence.latest = lambda *a: asked.append(a) or latest(*a)
    qtbot.keyClicks(palette.input, "amara 3 add used the bar")
    assert asked == []


def test_a_move_while_typing_changes_the_stations_skill(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "amara 3")
    assert palette.skill.pick.view.text == "Add fractions"
    games = next(s for s in room.scene.stations if s.skill_id == COMPARE)
    room.moves.move(room.scene, AMARA, games)
    palette.set_scene(room.scene, CLASS)
    assert palette.skill.pick.view.text == "Compare"


def test_the_station_the_teacher_looks_at_comes_first(qtbot, room, palette) -> None:
    room.change(room.store.get(Student, DANIYAR), given="Ada", preferred="")
    room.change(room.store.get(Student, BEN), given="Adam", preferred="")
    palette.set_scene(room.scene, CLASS)
    type_line(qtbot, palette, "ada")
    assert palette.student.pick.view.text == "Ada"
    palette.leave()
    palette.set_observed(room.where(BEN))
    type_line(qtbot, palette, "ad")
    assert palette.student.pick.view.text == "Adam"


def test_without_a_lesson_it_works_with_a_typed_skill(qtbot, room, palette) -> None:
    palette.set_scene(None, CLASS)
    type_line(qtbot, palette, "ben 3 add")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert [(seen.skill_id, seen.session_id) for seen in kept(room)] == [(ADD, None)]


def test_it_goes_with_its_page(page, palette) -> None:
    palette.open("ben")
    page.line.hide()
    assert not palette.isVisible()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_words_of_both_directions_are_underlined_where_they_stand(page, palette, direction) -> None:
    page.setLayoutDirection(direction)
    palette.open()
    palette.input.insert("محمد 3 dec")
    palette.input.textEdited.emit(palette.input.text())
    assert [(run.start, run.end) for run in palette.input.runs] == [(0, 4), (5, 6), (7, 10)]
    assert not palette.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_it_grows_with_the_text_and_stays_on_the_page(qtbot, page, palette, theme, scale) -> None:
    theme.choose(scale=scale)
    type_line(qtbot, palette, "ben 3 dec explains own strategy")
    qtbot.waitUntil(lambda: palette.height() == palette.sizeHint().height())
    assert page.rect().contains(palette.geometry())


def test_with_ctrl_it_is_for_the_teacher_alone(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben was tired today")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (seen,) = kept(room)
    assert (seen.note, seen.private) == ("was tired today", True)
    assert palette.hints.message.text().startswith("Saved for you alone")


def test_between_two_who_are_alike_it_asks_before_it_saves(qtbot, room, palette) -> None:
    twin = replace(room.store.get(Student, AMARA), id=StudentId(77), family="Zed")
    other = replace(room.store.get(Student, AMARA), id=StudentId(78), family="Young")
    room.put(twin, other)
    palette.set_scene(None, CLASS)
    type_line(qtbot, palette, "zed")
    assert palette.reading.rivals == ()
    palette.open()
    type_line(qtbot, palette, "amara y was tired")
    palette.open()
    type_line(qtbot, palette, "amara was tired")
    assert len(palette.reading.rivals) == 3
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert kept(room) == ()
    shown = palette.reading.student.best.student
    assert f"Enter saves for {shown.name}, Tab" in palette.hints.message.text()
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    (seen,) = kept(room)
    assert (seen.note, seen.student_id) == ("was tired", shown.id)


def test_who_is_chosen_with_tab_is_meant(qtbot, room, palette) -> None:
    twin = replace(room.store.get(Student, AMARA), id=StudentId(77), family="Zed")
    room.put(twin)
    palette.set_scene(None, CLASS)
    type_line(qtbot, palette, "amara was tired")
    first = palette.reading.student.best.student.id
    palette.input.setCursorPosition(2)
    qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    (seen,) = kept(room)
    assert seen.student_id != first
