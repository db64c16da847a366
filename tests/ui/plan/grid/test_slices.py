"""Many names are drawn round by round, and a name that is held near an edge scrolls the rounds."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea

from app.domain.lessons import OWN_PATHS, Lesson
from tests.fakes.classroom import Classroom
from ui.plan.grid.grid import SLICE
from ui.plan.plan_page import PlanPage

MANY = 60


@pytest.fixture
def room() -> Classroom:
    made = Classroom(students=MANY)
    for number in range(3):
        made.stations.add(made.class_id, f"More {number}")
    for station in made.stations.stations(made.class_id):
        made.stations.set_seats(station.id, 12)
    return made


@pytest.fixture
def planned(page, room) -> PlanPage:
    room.lessons.create(room.class_id, random.Random(2), long_one)
    page.resize(1296, 600)
    page.show_class(room.class_id)
    return page


def long_one(lesson: Lesson) -> Lesson:
    return replace(lesson, rounds=6, mode=OWN_PATHS)


def drawn(page: PlanPage) -> dict[tuple[object, int], int]:
    return {(chip.student, chip.round): chip.column for chip in page.grid.chips()}


def wanted(page: PlanPage) -> dict[tuple[object, int], int]:
    return {
        (student, number): column
        for number in range(1, 7)
        for column, there in enumerate(page.shown.seated(number).values())
        for student in there
    }


def test_each_turn_draws_a_part_and_in_the_end_all_of_it_is_there(planned, room, qtbot) -> None:
    qtbot.waitUntil(lambda: planned.shown is not None and drawn(planned) == wanted(planned))
    room.lessons.shuffle(planned.lesson_id, random.Random(9))
    planned.show_class(room.class_id)
    before = drawn(planned)
    planned.proposing.changed.emit()
    after = wanted(planned)
    now = drawn(planned)
    changed = {place for place, at in now.items() if before.get(place) != at}
    assert changed
    assert len(changed) <= SLICE
    assert now != after
    qtbot.waitUntil(lambda: drawn(planned) == after)
    for number, column in ((1, 0), (6, 7)):
        cell = planned.grid.spoken[number, column]
        assert cell.geometry() == planned.grid.cell_rect(number, column)
        assert str(sum(at == column for (_, n), at in after.items() if n == number)) in (
            cell.accessibleDescription()
        )


def test_whoever_is_asked_for_is_there_at_once(planned) -> None:
    planned.proposing.changed.emit()
    last = planned.shown.students[-1].id
    assert planned.grid.chip(last, 6).column == wanted(planned)[last, 6]
    assert drawn(planned) == wanted(planned)


def test_a_name_held_near_an_edge_scrolls_and_stays_under_the_pointer(planned) -> None:
    planned.proposing.changed.emit()
    planned.grid.finish()
    area = planned.view.findChild(QScrollArea)
    down = area.verticalScrollBar()
    assert down.maximum() > 0
    chip = planned.grid.chip(planned.shown.students[0].id, 1)
    low = area.viewport().mapToGlobal(QPoint(200, area.viewport().height() - 5))
    chip.dragged.emit(low)
    before = down.value()
    planned.view.edges.step()
    assert down.value() > before
    assert chip.mapToGlobal(chip.rect().center()).y() == pytest.approx(low.y(), abs=2)
    chip.dropped.emit(low)
    at_the_drop = down.value()
    planned.view.edges.step()
    assert down.value() == at_the_drop


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_rounds_scroll_sideways_too(planned, qapp, mirrored: bool) -> None:
    planned.proposing.changed.emit()
    planned.grid.finish()
    way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    planned.setLayoutDirection(way)
    planned.resize(700, 600)
    qapp.processEvents()
    area = planned.view.findChild(QScrollArea)
    across = area.horizontalScrollBar()
    assert across.maximum() > 0
    across.setValue(across.maximum() // 2)
    chip = planned.grid.chip(planned.shown.students[0].id, 1)
    spot = area.viewport().mapToGlobal(QPoint(area.viewport().width() - 3, 60))
    chip.dragged.emit(spot)
    before = across.value()
    left = planned.grid.mapToGlobal(QPoint(0, 0)).x()
    planned.view.edges.step()
    assert across.value() != before
    assert planned.grid.mapToGlobal(QPoint(0, 0)).x() < left  # what is beyond the right edge comes
