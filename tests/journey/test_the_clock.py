"""The lesson's clock: what the teacher does to it, and what it does by itself."""

from PySide6.QtCore import Qt

from tests.journey.teacher import CTRL, MINUTE, Teacher


def test_a_minute_more_a_minute_less_and_a_pause(lesson: Teacher) -> None:
    assert (lesson.timer(), lesson.board_says()) == ("12:00", "round 1: 12")
    lesson.press(Qt.Key.Key_Plus)
    assert (lesson.timer(), lesson.board_says()) == ("13:00", "round 1: 13")
    lesson.press(Qt.Key.Key_Minus)
    assert (lesson.timer(), lesson.board_says()) == ("12:00", "round 1: 12")
    lesson.press(Qt.Key.Key_Space)
    lesson.computer.clock.advance(5 * MINUTE)
    assert "Resume" in lesson.reads()
    assert lesson.board_says() == "round 1: 12 paused"
    lesson.press(Qt.Key.Key_Space)
    assert (lesson.timer(), lesson.board_says()) == ("12:00", "round 1: 12")


def test_the_buttons_do_what_the_keys_do(lesson: Teacher) -> None:
    lesson.click("1 min")
    assert lesson.board_says() == "round 1: 13"
    lesson.click("More for this lesson")
    lesson.choose("1 minute less")
    assert lesson.board_says() == "round 1: 12"
    lesson.click("Pause")
    assert lesson.board_says() == "round 1: 12 paused"
    lesson.click("Resume")
    assert lesson.board_says() == "round 1: 12"


def test_rounds_and_transitions_follow_each_other_by_themselves(lesson: Teacher) -> None:
    first = lesson.console_places()
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    second = lesson.console_places()
    assert second == lesson.board_places()
    stations = list(first)
    assert [second[name] for name in stations[1:]] == [first[name] for name in stations[:-1]]
    assert second[stations[0]] == first[stations[-1]]
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.wait_for_board("round 2: 12")
    assert lesson.console_places() == lesson.board_places() == second


def test_a_clock_that_nobody_looked_at_for_a_while_is_right_at_once(lesson: Teacher) -> None:
    lesson.computer.clock.advance((12 + 2 + 12 + 2 + 5) * MINUTE)
    lesson.wait_for_board("round 3: 7")
    assert lesson.timer() == "07:00"


def test_next_and_back(lesson: Teacher) -> None:
    first = lesson.console_places()
    lesson.click("Next")
    assert lesson.board_says() == "transition 2: 2"
    lesson.click("Next")
    assert lesson.board_says() == "round 2: 12"
    lesson.click("More for this lesson")
    lesson.choose("Back one round")
    assert lesson.board_says() == "round 1: 12"
    assert lesson.console_places() == lesson.board_places() == first


def test_the_last_round_runs_over_and_says_so(lesson: Teacher) -> None:
    lesson.computer.clock.advance((4 * 12 + 3 * 2 + 1) * MINUTE)
    lesson.wait(lambda: lesson.timer() == "+1:00")
    scene = lesson.board.scene
    assert scene is not None
    assert (scene.clock.over, scene.clock.remaining_ms) == (True, MINUTE)


def test_what_was_done_to_the_clock_can_be_undone(lesson: Teacher) -> None:
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Space):
        lesson.press(key)
    assert lesson.board_says() == "round 1: 14 paused"
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.board_says() == "round 1: 14"
    lesson.press(Qt.Key.Key_Z, CTRL)
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.board_says() == "round 1: 12"


def test_a_move_holds_for_its_round_and_the_plan_goes_on_after_it(lesson: Teacher) -> None:
    places = lesson.console_places()
    student, planned = places["Games"][0], list(places)[2]
    lesson.click(lesson.card(student))
    lesson.press(Qt.Key.Key_M)
    lesson.press(Qt.Key.Key_5)
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    assert lesson.place_of(student) == planned


def test_the_end_says_who_was_where_and_clears_the_board(lesson: Teacher) -> None:
    lesson.click("More for this lesson")
    lesson.choose("End lesson")
    assert lesson.board_places() == {}
    lesson.wait_to_read("28 students")
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.board_says() == "round 1: 12"
    assert lesson.console_places() == lesson.board_places()


def test_once_the_question_after_a_sleep_is_answered_the_next_key_is_the_lessons(
    lesson: Teacher,
) -> None:
    lesson.computer.clock.sleep(4 * MINUTE)
    lesson.wait_to_read("The clock stands at 12:00.")
    lesson.wait_to_read("Go on from there")
    lesson.click("Go on from there")
    assert lesson.board_says() == "round 1: 12"
    lesson.press(Qt.Key.Key_Space)
    assert lesson.board_says() == "round 1: 12 paused"
