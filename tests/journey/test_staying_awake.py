"""While a lesson runs no screen goes dark; before, after and without Rondo they may."""

from PySide6.QtCore import Qt

from tests.journey.teacher import MINUTE, Teacher


def test_from_the_start_of_a_lesson_to_its_end(lesson: Teacher) -> None:
    screens = lesson.computer.screens
    lesson.wait(lambda: screens.lit)
    lesson.press(Qt.Key.Key_Space)
    assert screens.lit
    lesson.click("More for this lesson")
    lesson.choose("End lesson")
    lesson.wait(lambda: not screens.lit)


def test_not_once_the_window_is_closed(lesson: Teacher) -> None:
    screens = lesson.computer.screens
    lesson.wait(lambda: screens.lit)
    lesson.computer.stop()
    assert not screens.lit


def test_again_when_the_app_is_started_in_the_middle_of_a_lesson(lesson: Teacher) -> None:
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait(lambda: lesson.computer.screens.lit)


def test_a_lesson_left_open_over_night_lets_the_computer_sleep(lesson: Teacher) -> None:
    lesson.press(Qt.Key.Key_Space)
    lesson.computer.clock.advance(121 * MINUTE)
    lesson.desk.live.page.tick()
    assert not lesson.computer.screens.lit
