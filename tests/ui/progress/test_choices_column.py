"""First choices beside the skills, where anybody chose."""

import pytest
from PySide6.QtCore import Qt

from app.domain.choices import Choice
from app.domain.ids import ChoiceId
from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_CHOICES
from ui.progress.filters import NONE, UNASKED, Filter
from ui.progress.measures import Room, least_width, measure

AMARA, BEN = "Amara Okafor", "Ben Walker"
WORDS = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass()
    for name, station in ((AMARA, room.table_station), (BEN, room.tablets)):
        room.visit(name, station, 2, 12)
        chosen = (room.tablets.id, room.table_station.id)
        room.keep(Choice(ChoiceId(room.ids()), room.class_id, room.students[name], chosen))
    return room


def said(page) -> list[str]:
    model = page.heat.heat
    last = model.columnCount() - 1
    return [model.index(row, last).data(WORDS) for row in range(model.rowCount())]


def test_it_says_how_often_the_first_choice_came_true(page) -> None:
    assert said(page) == ["0 of 1", "1 of 1", "None chosen", "None chosen"]
    head = page.heat.heat.headerData(6, Qt.Orientation.Horizontal, WORDS)
    assert head == "First choices that came true, last 4 weeks"


def test_rows_can_be_ordered_and_left_out_by_it(page) -> None:
    page.heat.order_wanted.emit(BY_CHOICES, None)
    assert said(page) == ["0 of 1", "1 of 1", "None chosen", "None chosen"]
    page.panel.filter_wanted.emit(Filter(BY_CHOICES, NONE))
    assert [row.name for row in page.heat.heat.rows] == ["Amara"]
    assert page.parts.filters.chips[0].label() == "Never came to the first choice"


def test_who_chose_nothing_can_be_asked_for(page) -> None:
    page.panel.filter_wanted.emit(Filter(BY_CHOICES, UNASKED))
    assert [row.name for row in page.heat.heat.rows] == ["Maya L.", "Maya P."]
    assert page.parts.filters.chips[0].label() == "Chose nothing"


def test_where_nobody_chose_there_is_no_such_column(open_page) -> None:
    page = open_page(ProgressClass())
    assert page.heat.heat.columnCount() == 6
    assert "First choice" not in " ".join(
        action.text() for action in page.heat.corner.menu().actions()
    )


def test_a_new_choice_brings_the_column(open_page) -> None:
    room = ProgressClass()
    room.visit(AMARA, room.tablets, 2, 12)
    page = open_page(room)
    chosen = (room.tablets.id,)
    room.keep(Choice(ChoiceId(room.ids()), room.class_id, room.students[AMARA], chosen))
    assert said(page)[0] == "1 of 1"


def test_it_has_its_room_and_is_drawn(page) -> None:
    firsts = (True, False, True)
    found = measure(Room(600, 400, firsts, [0] * 4, choices=True))
    assert sum(found.widths) == 600
    assert len(found.widths) == 7
    assert least_width(firsts, 1.0, choices=True) == least_width(firsts, 1.0) + 49
    assert not page.grab().isNull()
