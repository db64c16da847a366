"""The panel over an empty page, joined with a class file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, ObservationId, StudentId
from app.domain.observations import Observation
from tests.fakes import FakeTasks
from tests.fakes.clock import FakeClock
from ui.bootstrap import OpenProfile, open_profile, profile_at
from ui.finding.link import FindLink
from ui.theme import Theme

NOTES = ("Counts in tens", "Explains own strategy", "Counts on, with counters")


class Desk:
    """A desk that notes where it was led to."""

    def __init__(self, opened: OpenProfile, theme: Theme, tasks: object) -> None:
        self.opened, self.room = opened, opened.classroom
        self.theme, self.tasks = theme, tasks
        self.class_id: ClassId | None = ClassId(1)
        self.led: list[tuple[int, int]] = []

    def show_class(self, class_id: ClassId) -> None:
        self.class_id = class_id

    def show_seen(self, student: StudentId, seen: ObservationId) -> None:
        self.led.append((student, seen))

    def note(self, own: int, text: str, student: int = 10, private: bool = False) -> None:
        class_id = ClassId(1 if student == 10 else 2)
        seen = Observation(
            ObservationId(own),
            class_id,
            StudentId(student),
            self.room.clock.now_ms() - 1_000_000 + own,
            note=text,
            private=private,
        )
        self.room.workspace.edit(label("noted"), made(seen))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenProfile]:
    found = open_profile(profile_at(tmp_path / "profile"), FakeClock())
    classes = (SchoolClass(ClassId(1), "4B", "Maths", 1), SchoolClass(ClassId(2), "5A", "Maths", 1))
    students = (
        Student(StudentId(10), ClassId(1), "", "Maya", "Patel"),
        Student(StudentId(20), ClassId(2), "", "Kofi", "Addo"),
    )
    found.classroom.workspace.edit(label("set up"), *map(made, (*classes, *students)))
    yield found
    found.close()


@pytest.fixture
def desk(opened: OpenProfile, theme: Theme) -> Desk:
    found = Desk(opened, theme, FakeTasks())
    for own, text in enumerate(NOTES, 1):
        found.note(own, text)
    return found


@pytest.fixture
def opens(qtbot, desk: Desk) -> Callable[[], FindLink]:
    """Opens the panel over a page."""
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(1294, 768)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)

    def made_now() -> FindLink:
        link = FindLink(desk, desk.opened, area)
        link.open(None)
        return link

    return made_now
