"""Students are moved in every way there is, and the board follows each of them at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tests.journey.teacher import CTRL, CTRL_SHIFT, Teacher
from ui.live.here.away import AwayPopover

FREE, FULL = "Choice & create", "Tablets"


@pytest.fixture
def leila(lesson: Teacher) -> str:
    """A student who is not at the last station yet."""
    return next(who[0] for place, who in lesson.console_places().items() if place != FREE)


def foot(teacher: Teacher, station: str) -> QPoint:
    """A point of a station where no card is."""
    column = teacher.station(station)
    return QPoint(column.width() // 2, column.height() - 12)


def by_drag(teacher: Teacher, student: str) -> None:
    teacher.drag(teacher.card(student), teacher.station(FREE), foot(teacher, FREE))


def by_click_and_click(teacher: Teacher, student: str) -> None:
    teacher.click(teacher.card(student))
    teacher.click(teacher.station(FREE).list.free_seats)


def by_head(teacher: Teacher, student: str) -> None:
    teacher.click(teacher.card(student))
    teacher.click(teacher.station(FREE).head)


def by_number(teacher: Teacher, student: str) -> None:
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_M)
    teacher.press(Qt.Key.Key_5)


def by_arrows(teacher: Teacher, student: str) -> None:
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_M)
    for _station in range(4):
        if teacher.station(FREE).mark.over:
            break
        teacher.press(Qt.Key.Key_Right)
    teacher.press(Qt.Key.Key_Return)


def by_cut_and_paste(teacher: Teacher, student: str) -> None:
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_X, CTRL)
    for _station in range(4):
        if teacher.station(FREE).mark.over:
            break
        teacher.press(Qt.Key.Key_Right)
    teacher.press(Qt.Key.Key_V, CTRL)


def by_menu(teacher: Teacher, student: str) -> None:
    teacher.right_click(teacher.card(student))
    teacher.choose("Move to", FREE.replace("&", "&&"))


WAYS = [by_drag, by_click_and_click, by_head, by_number, by_arrows, by_cut_and_paste, by_menu]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_student_moves_on_both_screens(
    lesson: Teacher, leila: str, way: Callable[[Teacher, str], None]
) -> None:
    here, before = lesson.place_of(leila), lesson.board_picture()
    way(lesson, leila)
    assert lesson.place_of(leila) == FREE
    assert lesson.board_picture() != before
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.place_of(leila) == here
    assert lesson.board_picture() == before
    lesson.press(Qt.Key.Key_Z, CTRL_SHIFT)
    assert lesson.place_of(leila) == FREE


@pytest.fixture
def three(lesson: Teacher) -> list[str]:
    """Three students of three stations, selected."""
    chosen = [who[0] for place, who in lesson.console_places().items() if place != FREE][:3]
    for number, student in enumerate(chosen):
        lesson.click(lesson.card(student), CTRL if number else Qt.KeyboardModifier.NoModifier)
    return chosen


def test_three_students_move_together_and_back_in_one_step(
    lesson: Teacher, three: list[str]
) -> None:
    before = lesson.console_places()
    lesson.drag(lesson.card(three[1]), lesson.station(FREE), foot(lesson, FREE))
    assert [lesson.place_of(student) for student in three] == [FREE] * 3
    assert f"3 students moved to {FREE}" in lesson.reads()
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.console_places() == before
    assert lesson.board_places() == before


def test_a_flag_key_flags_all_who_are_selected(lesson: Teacher, three: list[str]) -> None:
    lesson.press(Qt.Key.Key_F)
    assert all(lesson.card(student).view.flag for student in three)


def test_a_whole_group_goes_by_its_head(lesson: Teacher) -> None:
    group = lesson.console_places()["Games"]
    lesson.drag(lesson.station("Games").head, lesson.station(FREE), foot(lesson, FREE))
    assert [lesson.place_of(student) for student in group] == [FREE] * len(group)
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.console_places()["Games"] == group


def test_a_card_let_go_on_another_swaps_the_two(lesson: Teacher) -> None:
    one = lesson.console_places()["Games"][0]
    other = lesson.console_places()[FREE][0]
    lesson.drag(lesson.card(one), lesson.card(other))
    assert (lesson.place_of(one), lesson.place_of(other)) == (FREE, "Games")
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert (lesson.place_of(one), lesson.place_of(other)) == ("Games", FREE)


def test_the_board_stands_still_while_a_card_is_carried(lesson: Teacher, leila: str) -> None:
    before = lesson.board_picture()
    with lesson.carrying(lesson.card(leila), lesson.station(FREE), foot(lesson, FREE)):
        assert lesson.station(FREE).mark.slot == f"{leila} joins here"
        assert lesson.board_picture() == before
    assert lesson.place_of(leila) == FREE
    assert lesson.board_picture() != before


def test_a_full_station_warns_and_takes_the_student(lesson: Teacher) -> None:
    seats = lesson.station(FULL).view.station.seats_max
    others = [s for place, who in lesson.console_places().items() if place != FULL for s in who]
    while len(lesson.console_places()[FULL]) < seats:
        lesson.drag(lesson.card(others[0]), lesson.station(FULL), foot(lesson, FULL))
        others.pop(0)
    with lesson.carrying(lesson.card(others[0]), lesson.station(FULL), foot(lesson, FULL)):
        note = lesson.station(FULL).mark.note
        assert note is not None
        assert note.title.startswith("Full")
    assert lesson.place_of(others[0]) == FULL


def test_escape_takes_a_carry_back(lesson: Teacher, leila: str) -> None:
    here = lesson.place_of(leila)
    lesson.click(lesson.card(leila))
    lesson.press(Qt.Key.Key_M)
    lesson.press(Qt.Key.Key_Escape)
    lesson.press(Qt.Key.Key_Escape)
    assert lesson.place_of(leila) == here


def test_a_window_that_is_covered_puts_the_card_back(lesson: Teacher, leila: str) -> None:
    """As the lock does: what is behind it is not to be moved by a hand that was there before."""
    here = lesson.place_of(leila)
    with lesson.carrying(lesson.card(leila), lesson.station(FREE), foot(lesson, FREE)):
        lesson.desk.window.cover(QWidget())
        assert lesson.desk.live.page.carry.lifted is None
    lesson.desk.window.uncover()
    assert lesson.place_of(leila) == here
    lesson.click(lesson.card(leila))
    lesson.press(Qt.Key.Key_M)
    lesson.desk.window.cover(QWidget())
    lesson.desk.window.uncover()
    lesson.press(Qt.Key.Key_5)
    assert lesson.place_of(leila) == here


def test_absent_late_and_away_leave_the_board_and_come_back_by_undo(
    lesson: Teacher, leila: str
) -> None:
    here, full = lesson.place_of(leila), lesson.board_picture()
    lesson.right_click(lesson.card(leila))
    lesson.choose("Absent")
    assert (lesson.place_of(leila), lesson.chip(leila).view.reason) == ("", "Absent")
    lesson.click(lesson.chip(leila))
    lesson.choose("Late")
    assert (lesson.place_of(leila), lesson.chip(leila).view.reason) == ("", "Late")
    lesson.click(lesson.chip(leila))
    lesson.choose("Away until")
    away = lesson.find(AwayPopover, f"{leila} is away for")
    lesson.click(away.reason)
    lesson.type("out for speech")
    lesson.click(away.confirm)
    assert lesson.chip(leila).view.reason.startswith("out for speech")
    assert leila not in str(lesson.board.scene)
    for _step in ("away", "late", "absent"):
        lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.place_of(leila) == here
    assert lesson.board_picture() == full
    for _step in ("absent", "late", "away"):
        lesson.press(Qt.Key.Key_Z, CTRL_SHIFT)
    assert lesson.chip(leila).view.reason.startswith("out for speech")


def test_a_student_dropped_in_the_tray_is_absent_and_dragged_back_is_here(
    lesson: Teacher, leila: str
) -> None:
    tray = lesson.desk.live.page.console.tray
    lesson.drag(lesson.card(leila), tray)
    assert lesson.place_of(leila) == ""
    lesson.drag(lesson.chip(leila), lesson.station(FREE), foot(lesson, FREE))
    assert lesson.place_of(leila) == FREE


def test_the_toast_names_what_was_done_and_takes_it_back(lesson: Teacher, leila: str) -> None:
    here = lesson.place_of(leila)
    by_drag(lesson, leila)
    assert f"{leila} moved to {FREE}" in lesson.reads()
    lesson.click("Undo")
    assert lesson.place_of(leila) == here


def test_the_keys_stay_with_the_lesson_when_a_chip_or_a_card_goes(
    lesson: Teacher, leila: str
) -> None:
    lesson.click(lesson.card(leila))
    lesson.right_click(lesson.card(leila))
    lesson.choose("Late")
    lesson.press(Qt.Key.Key_Space)
    assert lesson.board_says() == "round 1: 12 paused"
    lesson.click(lesson.chip(leila))
    lesson.choose("Here")
    lesson.press(Qt.Key.Key_Space)
    assert lesson.board_says() == "round 1: 12"
    assert lesson.place_of(leila) != ""
