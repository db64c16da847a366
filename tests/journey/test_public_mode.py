"""One screen, and the class sees it: the board covers it, and one key leads behind it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.screens import BEAMER, LAPTOP, MIRROR, PANEL
from tests.journey.eyes import named, spoken
from tests.journey.teacher import Teacher, handle
from ui.board.way_back import WayBack

Key = Qt.Key


def alone(lesson: Teacher) -> None:
    """The projector is gone, and the board is not wanted."""
    lesson.computer.screens.become(LAPTOP)
    lesson.desk.live.set_board(False)
    lesson.computer.come_back()
    lesson.wait(lambda: not lesson.board.isVisible())


def cover(lesson: Teacher) -> None:
    """Press B, and the board has the keyboard."""
    lesson.press(Key.Key_B)
    lesson.wait(lesson.board.isVisible)
    lesson.board.activateWindow()
    lesson.wait(lesson.board.isActiveWindow)


def press(lesson: Teacher, key: Key) -> None:
    """A key on the board itself."""
    QTest.keyClick(handle(lesson.board), key)


def observe_panel(lesson: Teacher) -> QWidget:
    return lesson.desk.live.page.console.panel


def test_b_covers_the_only_screen_and_b_gives_it_back(lesson: Teacher) -> None:
    alone(lesson)
    assert observe_panel(lesson).isVisible()
    cover(lesson)
    press(lesson, Key.Key_B)
    lesson.wait(lambda: not lesson.board.isVisible())
    assert not lesson.desk.live.board.controller.on


def test_coming_back_finds_the_private_panel_shut_until_it_is_opened(lesson: Teacher) -> None:
    alone(lesson)
    cover(lesson)
    press(lesson, Key.Key_Escape)
    lesson.computer.come_back()
    assert not observe_panel(lesson).isVisible()
    lesson.click("Observe")
    assert observe_panel(lesson).isVisible()
    lesson.computer.screens.become(LAPTOP, BEAMER)
    lesson.press(Key.Key_B)
    lesson.wait(lambda: not lesson.desk.live.board.controller.public)
    assert observe_panel(lesson).isVisible()
    assert not lesson.desk.live.page.console.strip.isVisible()


def test_the_corner_of_the_board_leads_back_too(lesson: Teacher) -> None:
    alone(lesson)
    cover(lesson)
    (corner,) = named(WayBack, "Back to your window", lesson.board)
    assert min(corner.width(), corner.height()) >= 24
    assert lesson.board.rect().contains(corner.geometry())
    lesson.click(corner)
    lesson.wait(lambda: not lesson.board.isVisible())


def test_on_a_projector_there_is_no_corner(lesson: Teacher) -> None:
    assert lesson.board.isVisible()
    assert not named(WayBack, "Back to your window", lesson.board)
    alone(lesson)
    cover(lesson)
    lesson.computer.screens.become(LAPTOP, BEAMER)
    assert not named(WayBack, "Back to your window", lesson.board)


def test_the_keys_of_the_clock_work_on_the_board(lesson: Teacher) -> None:
    alone(lesson)
    cover(lesson)
    assert lesson.board_says() == "round 1: 12"
    press(lesson, Key.Key_Space)
    lesson.wait_for_board("round 1: 12 paused")
    press(lesson, Key.Key_Space)
    lesson.wait_for_board("round 1: 12")
    QTest.keyClicks(lesson.board, "+")
    lesson.wait_for_board("round 1: 13")
    QTest.keyPress(handle(lesson.board), Key.Key_N)
    lesson.wait(lambda: lesson.board_says().startswith("transition 2"))
    QTest.keyRelease(handle(lesson.board), Key.Key_N)


def test_keys_that_are_about_a_student_do_nothing_there(lesson: Teacher) -> None:
    alone(lesson)
    student = lesson.console_places()["Tablets"][0]
    lesson.click(lesson.card(student))
    step = lesson.desk.room.workspace.newest
    cover(lesson)
    for key in (Key.Key_1, Key.Key_M, Key.Key_F, Key.Key_T, Key.Key_I, Key.Key_Slash):
        press(lesson, key)
    assert lesson.board.isVisible()
    assert QApplication.activeModalWidget() is None
    assert lesson.desk.room.workspace.newest == step


def test_mirrored_it_covers_by_itself_and_the_panel_is_shut_behind_it(lesson: Teacher) -> None:
    lesson.computer.screens.become(LAPTOP, MIRROR)
    lesson.wait(lambda: lesson.board.geometry().topLeft().x() == LAPTOP.x)
    assert lesson.board.isVisible()
    assert not observe_panel(lesson).isVisible()


def test_mirrored_from_the_start_the_panel_is_shut_and_no_board_covers(lesson: Teacher) -> None:
    lesson.computer.stop()
    lesson.computer.screens.become(LAPTOP, MIRROR)
    lesson.computer.start()
    lesson.wait_to_read("Not in the room")
    lesson.wait(lambda: not observe_panel(lesson).isVisible())
    assert not lesson.desk.live.board.window.isVisible()


def test_a_projector_that_is_plugged_in_during_a_lesson_gets_the_board(lesson: Teacher) -> None:
    lesson.computer.stop()
    lesson.computer.screens.become(LAPTOP)
    lesson.computer.start()
    lesson.wait_to_read("Not in the room")
    lesson.computer.screens.become(LAPTOP, BEAMER)
    lesson.wait(lambda: lesson.computer.screens.shown[-1:] == [BEAMER])


def test_black_works_while_somebody_is_typing_and_on_every_page(lesson: Teacher) -> None:
    lesson.press(Key.Key_Slash)
    lesson.type("may")
    lesson.press(Key.Key_F12)
    assert lesson.board.blank
    lesson.press(Key.Key_F12)
    assert not lesson.board.blank
    lesson.click("Progress")
    lesson.press(Key.Key_F12)
    assert lesson.board.blank
    assert lesson.board.isVisible()


def test_black_is_told_on_the_console_and_shown_in_its_miniature(lesson: Teacher) -> None:
    lesson.press(Key.Key_Period)
    lesson.wait_to_read("Black until F12")
    picture = lesson.desk.live.miniature.grab().toImage()
    assert picture.pixelColor(picture.rect().center()).lightness() < 10
    lesson.press(Key.Key_Period)
    lesson.wait_to_read("On projector")


def test_black_over_the_only_screen_goes_with_a_key_or_a_click(lesson: Teacher) -> None:
    alone(lesson)
    for leave in (
        lambda: press(lesson, Key.Key_F12),
        lambda: QTest.mouseClick(lesson.board, Qt.MouseButton.LeftButton),
    ):
        lesson.press(Key.Key_F12)
        assert (lesson.board.isVisible(), lesson.board.blank) == (True, True)
        leave()
        lesson.wait(lambda: not lesson.board.isVisible())
        lesson.computer.come_back()


def test_swapped_the_board_takes_the_screen_the_teacher_leaves(lesson: Teacher) -> None:
    first = lesson.computer.screens.shown[-1]
    lesson.press(Key.Key_F9)
    assert lesson.computer.screens.sent == [first]
    assert lesson.computer.screens.shown[-1] == LAPTOP


def test_with_one_screen_it_is_said_that_nothing_can_be_swapped(lesson: Teacher) -> None:
    alone(lesson)
    lesson.press(Key.Key_F9)
    lesson.wait_to_read("There is only one screen")


def test_waiting_for_its_projector_is_told_in_a_whole_sentence(lesson: Teacher) -> None:
    lesson.computer.screens.become(LAPTOP)
    lesson.wait_to_read("Projector not found. The board is ready and will open when you plug it")
    switch = lesson.desk.live.page.top_bar.board.switch
    assert switch.toolTip().startswith("Projector not found.")
    assert spoken(switch) == "Board"
    lesson.computer.screens.become(LAPTOP, BEAMER)
    lesson.wait_to_read("The board is back.")


def test_black_and_swap_have_lines_in_the_menu_for_a_pointer_alone(lesson: Teacher) -> None:
    lesson.click("More for this lesson")
    lesson.choose("Make the board black")
    assert lesson.board.blank
    lesson.click("More for this lesson")
    lesson.choose("Show the board again")
    assert not lesson.board.blank
    first = lesson.computer.screens.shown[-1]
    lesson.click("More for this lesson")
    lesson.choose("Swap the two screens")
    assert lesson.computer.screens.sent == [first]


def test_with_three_screens_the_board_is_sent_to_another(lesson: Teacher) -> None:
    screens = lesson.computer.screens
    first = screens.shown[-1]
    screens.become(LAPTOP, first, PANEL)
    lesson.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert screens.shown[-1] == PANEL
    lesson.click("More for this lesson")
    lesson.choose("The board on another screen")
    assert screens.shown[-1] == first
    screens.become(LAPTOP, first)
    lesson.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    lesson.wait_to_read("There is no third screen")
