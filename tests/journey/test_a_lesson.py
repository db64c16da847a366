"""One lesson from beginning to end, as a teacher lives through it on her first day."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from app.domain.observations import Observation
from app.domain.session import Visit
from tests.journey.eyes import only, seen
from tests.journey.path import begin_a_lesson, paste_skills, set_target
from tests.journey.tables import cell_words
from tests.journey.teacher import CTRL, CTRL_SHIFT, MINUTE, Teacher
from ui.capture.line_input import LineInput
from ui.live.here.away import AwayPopover
from ui.student.drawer import StudentDrawer

MOST_ACTIONS = 12
TARGET, FREE = "Compare fractions", "Choice & create"


def test_a_whole_lesson_from_a_pasted_list_to_the_end(teacher: Teacher, tmp_path: Path) -> None:
    begin_a_lesson(teacher)
    assert teacher.actions <= MOST_ACTIONS
    teacher.wait_for_projector()
    assert sum(map(len, teacher.board_places().values())) == 28
    she_moves_students(teacher)
    she_says_who_is_not_here(teacher)
    she_runs_the_clock(teacher)
    student = she_notes_what_she_sees(teacher)
    she_looks_at_the_progress(teacher, student)
    she_goes_back_to_her_backup(teacher, tmp_path / "4B.rondo")
    she_closes_and_comes_back(teacher)
    she_ends_the_lesson(teacher)


def she_moves_students(teacher: Teacher) -> None:
    """By pointer, by two clicks, by key and by swapping; every move is on the board at once."""
    games, independent = teacher.console_places()["Games"], teacher.console_places()["Independent"]
    foot = QPoint(teacher.station(FREE).width() // 2, teacher.station(FREE).height() - 12)
    before = teacher.board_picture()
    teacher.drag(teacher.card(games[0]), teacher.station(FREE), foot)
    assert teacher.place_of(games[0]) == FREE
    assert teacher.board_picture() != before
    teacher.click(teacher.card(games[1]))
    teacher.click(teacher.station("Teacher table").head)
    assert teacher.place_of(games[1]) == "Teacher table"
    teacher.click(teacher.card(games[2]))
    teacher.press(Qt.Key.Key_M)
    teacher.press(Qt.Key.Key_3)
    assert teacher.place_of(games[2]) == "Tablets"
    teacher.drag(teacher.card(games[3]), teacher.card(independent[0]))
    assert teacher.place_of(games[3]) == "Independent"
    assert teacher.place_of(independent[0]) == "Games"
    for _move in range(4):
        teacher.press(Qt.Key.Key_Z, CTRL)
    assert teacher.board_places()["Games"] == games
    for _move in range(4):
        teacher.press(Qt.Key.Key_Z, CTRL_SHIFT)
    assert teacher.place_of(games[3]) == "Independent"


def she_says_who_is_not_here(teacher: Teacher) -> None:
    """One is ill, one is late, one goes to speech therapy and is back after a key."""
    ill, late, away = teacher.console_places()["Tablets"][:3]
    teacher.right_click(teacher.card(ill))
    teacher.choose("Absent")
    teacher.right_click(teacher.card(late))
    teacher.choose("Late")
    teacher.right_click(teacher.card(away))
    teacher.choose("Away until")
    asked = teacher.find(AwayPopover, f"{away} is away for")
    teacher.click(asked.reason)
    teacher.type("out for speech")
    teacher.click(asked.confirm)
    assert {teacher.place_of(student) for student in (ill, late, away)} == {""}
    assert "speech" not in repr(teacher.board.scene)
    teacher.press(Qt.Key.Key_Z, CTRL)
    assert teacher.place_of(away) == "Tablets"
    teacher.click(teacher.chip(late))
    teacher.choose("Here")
    assert teacher.place_of(late) == "Tablets"
    assert teacher.chip(ill).view.reason == "Absent"


def she_runs_the_clock(teacher: Teacher) -> None:
    """She pauses, gives a minute, and lets round and transition pass."""
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Plus)
    assert teacher.board_says() == "round 1: 13 paused"
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Minus)
    teacher.computer.clock.advance(12 * MINUTE)
    teacher.wait_for_board("transition 2: 2")
    teacher.computer.clock.advance(2 * MINUTE)
    teacher.wait_for_board("round 2: 12")
    teacher.click("Next")
    assert teacher.board_says() == "transition 3: 2"
    teacher.click("More for this lesson")
    teacher.choose("Back one round")
    assert teacher.board_says() == "round 2: 12"


def she_notes_what_she_sees(teacher: Teacher) -> str:
    """The first skills, a target for the games; then card and key, a tag, and the capture line."""
    paste_skills(teacher)
    set_target(teacher, "Games", TARGET)
    teacher.click("Live")
    student = unmistakable(teacher, teacher.console_places()["Games"])
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_2)
    teacher.click("Explains strategy")
    teacher.computer.clock.advance(2 * MINUTE)
    teacher.press(Qt.Key.Key_Slash)
    teacher.wait(lambda: bool(seen(LineInput, teacher.window)))
    teacher.type(f"{student[:3].lower()} 3 com explains own strategy")
    teacher.press(Qt.Key.Key_Return)
    first, second = teacher.desk.room.store.find(Observation)
    assert (first.level, second.level) == (2, 3)
    assert first.skill_id == second.skill_id
    assert (len(first.tag_ids), first.round, second.round) == (1, 2, 2)
    return student


def unmistakable(teacher: Teacher, students: list[str]) -> str:
    """One of them whose first three letters begin nobody else's name."""
    everyone = [name for who in teacher.console_places().values() for name in who]
    return next(s for s in students if sum(name[:3] == s[:3] for name in everyone) == 1)


def she_looks_at_the_progress(teacher: Teacher, student: str) -> None:
    """The newest level counts; a click tells how it came about."""
    teacher.click("Progress")
    teacher.wait(lambda: cell_words(teacher.window, student, TARGET).startswith("3"))
    teacher.click_row(student, TARGET)
    drawer = only(seen(StudentDrawer, teacher.window), "drawer")
    assert any(TARGET in text for text in teacher.reads(drawer))
    teacher.press(Qt.Key.Key_Escape)


def she_goes_back_to_her_backup(teacher: Teacher, file: Path) -> None:
    """Saved, changed, opened again: everything is as it was when it was saved."""
    teacher.click("Live")
    before = teacher.console_places()
    teacher.computer.dialogs.file = file
    teacher.click("Settings")
    teacher.click("Save a backup")
    teacher.wait_to_read("Backup saved")
    teacher.click("Live")
    moved = before["Games"][0]
    teacher.click(teacher.card(moved))
    teacher.press(Qt.Key.Key_M)
    teacher.press(Qt.Key.Key_5)
    assert teacher.place_of(moved) == FREE
    desk = teacher.desk
    teacher.click("Settings")
    teacher.click("Open a backup")
    teacher.wait(lambda: teacher.computer.has_desk and teacher.desk is not desk)
    teacher.computer.fill_the_laptop()
    teacher.wait_for_projector()
    assert teacher.console_places() == teacher.board_places() == before


def she_closes_and_comes_back(teacher: Teacher) -> None:
    """The clock stood meanwhile; she says that the time counts."""
    here, left = teacher.console_places(), teacher.timer()
    assert left == "10:00"
    teacher.computer.stop()
    teacher.computer.clock.advance(4 * MINUTE)
    teacher.computer.start()
    teacher.wait_for_projector()
    assert teacher.console_places() == teacher.board_places() == here
    assert teacher.timer() == "10:00"
    teacher.wait_to_read("Count that time")
    teacher.click("Count that time")
    assert teacher.timer() == "06:00"


def she_ends_the_lesson(teacher: Teacher) -> None:
    """Everyone who was here has visits; the board says good-bye."""
    teacher.click("More for this lesson")
    teacher.choose("End lesson")
    assert teacher.board_places() == {}
    teacher.wait_to_read("27 students")
    visits = teacher.desk.room.store.find(Visit)
    assert len({visit.student_id for visit in visits}) == 27
