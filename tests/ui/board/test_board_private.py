"""Nothing private is in anything the board paints, titles or tells a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.clock import Reading, Timing
from app.domain.ids import (
    AttendanceId,
    ClassId,
    LessonId,
    RuleId,
    SessionId,
    StationId,
    StudentId,
)
from app.domain.lessons import Lesson
from app.domain.live import LiveScene
from app.domain.record import SessionRecord
from app.domain.seating import Seating
from app.domain.session import ABSENT, Attendance, Session
from app.domain.stations import Station
from app.services.board_scene import board_scene
from ui.board.look import BoardLook
from ui.board.miniature import BoardMiniature
from ui.board.painter import board_image
from ui.board.window import BoardWindow
from ui.theme import Theme

MARK = "ZZ-PRIVATE"
CLASS, HERE = ClassId(1), StationId(7)
PHASES = ["ready", "round", "transition", "finished"]


def lesson_of(secret: str, phase: str) -> LiveScene:
    """A lesson in which every text that is not for the class says `secret`."""
    students = tuple(
        Student(StudentId(n), CLASS, f"Ana{n}", secret, secret, flag=secret) for n in (1, 2, 3)
    )
    lesson = Lesson(
        LessonId(1), CLASS, secret, "Maths", "Fractions", "Read on.", (7,), 4, 720, 120, 60
    )
    session = Session(SessionId(1), CLASS, LessonId(1), 0)
    away = Attendance(AttendanceId(1), SessionId(1), StudentId(3), ABSENT, 0, reason=secret)
    station = Station(HERE, CLASS, "Tablets", secret, "green", "device-tablet", 1, 6)
    moving = phase == "transition"
    return LiveScene(
        school_class=SchoolClass(CLASS, secret, secret, 0),
        record=SessionRecord(session, lesson, (), (), (), (away,)),
        students=students,
        names={student.id: student.preferred for student in students},
        stations=(station,),
        rules=(Rule(RuleId(1), CLASS, secret, (1, 2)),),
        timing=Timing(4, 720_000, 120_000),
        reading=Reading(phase, 2, 4, 521_000, 720_000),
        seating=Seating({HERE: (StudentId(1),)}, {StudentId(3): away}, (StudentId(2),)),
        came_from={StudentId(1): StationId(99)} if moving else {},
        round_starts=(0, 1, 2, 3),
    )


def texts(interface: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader can be told of a widget and what is in it."""
    for kind in QAccessible.Text:
        if kind != QAccessible.Text.UserText:
            yield interface.text(kind)
    for index in range(interface.childCount()):
        yield from texts(interface.child(index))


def everything_said(widget: QWidget) -> str:
    """Title, tips, names and descriptions of a window and its parts, and the accessible tree."""
    parts: list[QObject] = [widget, *widget.findChildren(QWidget)]
    said = [
        text
        for part in parts
        if isinstance(part, QWidget)
        for text in (
            part.windowTitle(),
            part.toolTip(),
            part.statusTip(),
            part.whatsThis(),
            part.accessibleName(),
            part.accessibleDescription(),
            part.objectName(),
        )
    ]
    return "\n".join([*said, *texts(QAccessible.queryAccessibleInterface(widget))])


@pytest.fixture(params=PHASES)
def phase(request: pytest.FixtureRequest) -> str:
    """Each phase of a lesson."""
    return str(request.param)


def test_a_scene_holds_nothing_private(phase: str) -> None:
    assert MARK not in repr(board_scene(lesson_of(MARK, phase)))


def test_the_picture_is_the_same_whatever_is_private(look: BoardLook, phase: str) -> None:
    secret, plain = board_scene(lesson_of(MARK, phase)), board_scene(lesson_of("", phase))
    assert board_image(look, secret, 1024, 768) == board_image(look, plain, 1024, 768)


def test_title_tips_and_accessible_tree_hold_nothing_private(
    qtbot: QtBot, look: BoardLook, phase: str
) -> None:
    window = BoardWindow(look)
    qtbot.addWidget(window)
    window.show_scene(board_scene(lesson_of(MARK, phase)))
    window.resize(1024, 768)
    window.show()
    said = everything_said(window)
    assert MARK not in said
    assert window.windowTitle() == "Rondo board"


def test_a_screen_reader_hears_names_and_stations_but_not_who_is_away(
    qtbot: QtBot, look: BoardLook
) -> None:
    window = BoardWindow(look)
    qtbot.addWidget(window)
    window.show_scene(board_scene(lesson_of(MARK, "round")))
    said = everything_said(window)
    assert "Tablets: Ana1" in said
    assert "Ana2" not in said
    assert "Ana3" not in said


def test_the_miniature_tells_nothing(
    qtbot: QtBot, theme: Theme, look: BoardLook, scene: BoardScene
) -> None:
    stamp = BoardMiniature(theme, look)
    qtbot.addWidget(stamp)
    stamp.show_scene(scene)
    assert "Amara" not in everything_said(stamp)
