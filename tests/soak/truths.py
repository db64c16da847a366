"""What holds after whatever a teacher does in a lesson."""

from collections import Counter
from typing import NamedTuple

from app.domain.classes import Student
from data.mapping import TABLES
from tests.journey.eyes import seen
from tests.journey.teacher import Places, Teacher
from ui.live.stations.column import StationColumn
from ui.live.tray_chip import TrayChip
from ui.widgets.focus import focused, holds

Tables = dict[str, list[tuple[object, ...]]]


class Picture(NamedTuple):
    """What the teacher sees of a lesson; `kept` is every row of everything that is kept."""

    console: Places
    tray: tuple[tuple[str, str], ...]
    board: Places
    clock: str
    levels: dict[str, int | None]
    kept: Tables


def picture(teacher: Teacher) -> Picture:
    """This moment, on the screens and in the file."""
    columns = seen(StationColumn, teacher.window)
    cards = [card for column in columns for card in column.list.cards]
    return Picture(
        teacher.console_places(),
        tuple(sorted((chip.view.name, chip.view.reason) for chip in chips(teacher))),
        teacher.board_places(),
        f"{teacher.timer()} {teacher.board_says()}" if columns else "",
        {card.view.name: card.view.level for card in cards},
        tables(teacher),
    )


def tables(teacher: Teacher) -> Tables:
    """Every row of everything that is kept; the journal is no part of it."""
    connection = teacher.desk.opened.connection
    return {
        table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
        for table in TABLES.values()
    }


def chips(teacher: Teacher) -> list[TrayChip]:
    return list(teacher.desk.live.page.console.tray.chips.values())


def everyone_is_in_one_place(teacher: Teacher) -> None:
    """Each student of the class is at one station or in the tray, never twice and never nowhere."""
    class_id = teacher.desk.class_id
    students = teacher.desk.room.store.find(Student, class_id=class_id)
    wanted = {student.id for student in students}
    columns = seen(StationColumn, teacher.window)
    there = Counter(card.student for column in columns for card in column.list.cards)
    there.update(chip.student for chip in chips(teacher))
    assert there == Counter(wanted), f"{there - Counter(wanted)} {Counter(wanted) - there}"


def heads_count_right(teacher: Teacher) -> None:
    """The number in a station's head is the number of cards below it."""
    for column in seen(StationColumn, teacher.window):
        cards = [card.student for card in column.list.cards]
        assert column.head.seated == len(cards), column.view.name
        assert [seat.student for seat in column.view.seats] == cards, column.view.name


def board_is_console(teacher: Teacher) -> None:
    """The class sees where the teacher has them, and the clock they both follow."""
    assert teacher.board_places() == teacher.console_places()
    page = teacher.desk.live.page
    shown, scene = teacher.board.scene, page.scene
    assert shown is not None
    assert scene is not None
    reading = scene.reading_at(teacher.computer.clock.now_ms())
    board = (shown.clock.phase, shown.clock.round, shown.clock.paused)
    assert board == (reading.phase, reading.round, reading.paused)


def nothing_hangs(teacher: Teacher) -> None:
    """Nobody is carried, and the board is where the class looks or nowhere."""
    page, control = teacher.desk.live.page, teacher.desk.live.board.controller
    assert page.carry.lifted is None
    assert page.deeds.shown_menu is None
    assert control.open == teacher.board.isVisible()


def keys_are_the_lessons(teacher: Teacher) -> None:
    """The next key means what it means in a lesson, wherever the keyboard was before."""
    page = teacher.desk.live.page
    assert holds(page, focused(page)), f"the keyboard is with {focused(page)}"


IN_A_LESSON = (
    *(everyone_is_in_one_place, heads_count_right, board_is_console, nothing_hangs),
    keys_are_the_lessons,
)
