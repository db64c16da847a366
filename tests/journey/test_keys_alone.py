"""A whole lesson by the keyboard alone, from the first start to what is carried over."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.lessons import Lesson
from app.domain.observations import Observation
from tests.journey.computer import Computer
from tests.journey.eyes import spoken
from tests.journey.papers import CLASS_LIST, SKILLS
from tests.journey.teacher import CTRL, MINUTE, Teacher, handle

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
FURTHEST = 120


def go_to(teacher: Teacher, name: str) -> None:
    """Tab until the keyboard is on what is called so."""
    for _step in range(FURTHEST):
        focus = QApplication.focusWidget()
        if focus is not None and spoken(focus).startswith(name):
            return
        teacher.press(Key.Key_Tab)
    raise AssertionError(f"Tab never came to “{name}”")


def do(teacher: Teacher, name: str, key: Key = Key.Key_Return) -> None:
    """Tab there and press it."""
    go_to(teacher, name)
    teacher.press(key)


def card_of(teacher: Teacher, student: str) -> None:
    """Walk by arrows from the first card: along the stations, then down."""
    places = teacher.console_places()
    station = next(name for name, who in places.items() if student in who)
    for _station in places:
        teacher.press(Key.Key_Left)
    teacher.press(Key.Key_Home)
    for _station in range(list(places).index(station)):
        teacher.press(Key.Key_Right)
    for _card in range(places[station].index(student)):
        teacher.press(Key.Key_Down)
    assert QApplication.focusWidget() is teacher.card(student)


def choose(teacher: Teacher, *path: str) -> None:
    """Go down the menu that is open, and take a line, through its submenus."""
    before: QWidget | None = None
    for words in path:
        teacher.wait(lambda last=before: QApplication.activePopupWidget() not in {None, last})
        menu = before = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _line in menu.actions():
            line = menu.activeAction()
            if line is not None and line.text().startswith(words):
                break
            teacher.press(Key.Key_Down)
        teacher.press(Key.Key_Return)


def hold(teacher: Teacher, key: Key) -> None:
    """Hold a key until what it does is done."""
    QTest.keyPress(handle(teacher.window), key)
    keys = teacher.desk.live.page.handling.keys
    teacher.wait(lambda: not keys.hold.isActive())
    QTest.keyRelease(handle(teacher.window), key)


def test_a_whole_lesson_by_the_keyboard_alone(qtbot: QtBot, computer: Computer) -> None:
    computer.start()
    teacher = Teacher(qtbot, computer)
    she_brings_her_class(teacher)
    she_plans_and_starts(teacher)
    she_moves_students(teacher)
    she_says_who_is_here(teacher)
    she_observes(teacher)
    she_runs_the_clock(teacher)
    she_shows_and_hides_the_board(teacher)
    she_locks_and_unlocks(teacher)
    she_chooses_in_the_settings(teacher)
    she_ends_and_carries_over(teacher)


def she_brings_her_class(teacher: Teacher) -> None:
    teacher.paste(CLASS_LIST)
    teacher.wait_to_read("2 rows need you")
    teacher.type("Mateo")
    teacher.press(Key.Key_Return)
    teacher.wait_to_read("1 row needs you")
    do(teacher, "Skip")
    teacher.wait_to_read("Every row is clear")
    teacher.press(Key.Key_Return, CTRL)
    do(teacher, "Done")


def she_plans_and_starts(teacher: Teacher) -> None:
    do(teacher, "Plan a lesson")
    do(teacher, "Use this plan")
    teacher.wait_for_projector()
    do(teacher, "Start")
    assert teacher.board_says() == "round 1: 12"


def she_moves_students(teacher: Teacher) -> None:
    """One, then two at once, then two in each other's place; each is taken back."""
    before = teacher.console_places()
    stations = list(before)
    one = before[stations[0]][0]
    card_of(teacher, one)
    teacher.press(Key.Key_M)
    teacher.press(Key.Key_5)
    assert teacher.place_of(one) == stations[4]
    teacher.press(Key.Key_Z, CTRL)
    card_of(teacher, one)
    teacher.press(Key.Key_Down, SHIFT)
    teacher.press(Key.Key_X, CTRL)
    teacher.press(Key.Key_Right)
    teacher.press(Key.Key_V, CTRL)
    assert set(before[stations[0]][:2]) <= set(teacher.console_places()[stations[1]])
    teacher.press(Key.Key_Z, CTRL)
    assert teacher.console_places() == before == teacher.board_places()
    she_swaps_two(teacher, one, before[stations[1]][0])


def she_swaps_two(teacher: Teacher, one: str, other: str) -> None:
    here, there = teacher.place_of(one), teacher.place_of(other)
    card_of(teacher, one)
    teacher.press(Key.Key_F10, SHIFT)
    choose(teacher, "Swap with", there, other)
    assert (teacher.place_of(one), teacher.place_of(other)) == (there, here)
    teacher.press(Key.Key_Z, CTRL)
    assert teacher.place_of(one) == here
    teacher.press(Key.Key_Escape)


def she_says_who_is_here(teacher: Teacher) -> None:
    """The list of all, and one card by its key; everything comes back with undo."""
    first = teacher.console_places()["Tablets"][0]
    teacher.press(Key.Key_H)
    teacher.wait_to_read("28 here")
    do(teacher, f"{first}, Here")
    teacher.wait_to_read("27 here, 1 absent")
    teacher.press(Key.Key_Escape)
    assert teacher.place_of(first) == ""
    teacher.press(Key.Key_Z, CTRL)
    card_of(teacher, first)
    teacher.press(Key.Key_A)
    assert teacher.place_of(first) == ""
    teacher.press(Key.Key_Z, CTRL)
    assert teacher.place_of(first) == "Tablets"


def she_observes(teacher: Teacher) -> None:
    """Skills are pasted, one is given a level, and a note is written below it."""
    teacher.press(Key.Key_4, CTRL)
    go_to(teacher, "Students")
    teacher.press(Key.Key_Right)
    teacher.press(Key.Key_Right)
    go_to(teacher, "One skill on each line")
    teacher.paste(SKILLS)
    do(teacher, "Add 6 skills")
    teacher.press(Key.Key_1, CTRL)
    student = unmistakable(teacher)
    card_of(teacher, student)
    teacher.press(Key.Key_F6)
    go_to(teacher, "One-line note")
    teacher.press(Key.Key_Escape)
    teacher.press(Key.Key_Slash)
    teacher.type(f"{student} 3 compare with the cubes")
    teacher.press(Key.Key_Return)
    [saved] = teacher.desk.room.store.find(Observation)
    assert (saved.level, saved.note) == (3, "with the cubes")
    teacher.press(Key.Key_Escape)


def unmistakable(teacher: Teacher) -> str:
    """Someone who plays, with a name that no other name begins like."""
    places = teacher.console_places()
    names = [name for who in places.values() for name in who]
    alone = (n for n in places["Games"] if sum(m[:3] == n[:3] for m in names) == 1)
    return next(alone)


def she_runs_the_clock(teacher: Teacher) -> None:
    """Pause, a minute more, a table that stays, and on."""
    teacher.press(Key.Key_Space)
    teacher.press(Key.Key_Plus)
    assert teacher.board_says() == "round 1: 13 paused"
    teacher.press(Key.Key_Space)
    card_of(teacher, teacher.console_places()["Games"][0])
    teacher.press(Key.Key_S)
    choose(teacher, "Games: 2 minutes more")
    hold(teacher, Key.Key_N)
    teacher.wait_for_board("transition 2: 2")
    assert "stays" in teacher.station("Games").accessibleName()


def she_shows_and_hides_the_board(teacher: Teacher) -> None:
    teacher.press(Key.Key_B)
    teacher.wait(lambda: not teacher.board.isVisible())
    teacher.press(Key.Key_B)
    teacher.wait_for_projector()
    for black in (True, False):
        teacher.press(Key.Key_Period)
        assert teacher.board.blank is black


def she_locks_and_unlocks(teacher: Teacher) -> None:
    teacher.press(Key.Key_L)
    teacher.wait_to_read("The lesson goes on")
    teacher.press(Key.Key_Return)
    teacher.wait_to_read("Observe")


def she_chooses_in_the_settings(teacher: Teacher) -> None:
    teacher.press(Key.Key_6, CTRL)
    do(teacher, "Less movement", Key.Key_Space)
    assert not teacher.desk.settings.reduced_motion
    teacher.press(Key.Key_Space)
    assert teacher.desk.settings.reduced_motion
    teacher.press(Key.Key_1, CTRL)


def she_ends_and_carries_over(teacher: Teacher) -> None:
    teacher.computer.clock.advance(90 * MINUTE)
    teacher.wait(lambda: teacher.timer().startswith("+"))
    hold(teacher, Key.Key_E)
    teacher.wait_to_read("Lesson finished")
    do(teacher, "Carry over")
    assert len(teacher.desk.room.store.find(Lesson)) == 2


def test_f6_goes_from_part_to_part_in_the_order_they_are_read(lesson: Teacher) -> None:
    page = lesson.desk.live.page
    console = page.console
    parts = (page.top_bar, console.columns, console.tray, console.panel, console.capture)
    order = []
    for _part in parts:
        lesson.press(Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(next(part for part in parts if part.isAncestorOf(focus) or part is focus))
    assert order == list(parts)
    lesson.press(Key.Key_F6, SHIFT)
    assert console.panel.isAncestorOf(QApplication.focusWidget())
