"""The table for Qt: in words, and telling only what changed."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes.progress_class import ProgressClass
from ui.progress.heat_model import HeatModel

AMARA = "Amara Okafor"
DOWN, ACROSS = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


@pytest.fixture
def model(room: ProgressClass) -> HeatModel:
    found = HeatModel(room.clock)
    show(found, room)
    return found


def show(model: HeatModel, room: ProgressClass) -> None:
    table = room.progress.table(room.class_id)
    model.show(table, max(row.minutes for row in table.rows))


def text(model: HeatModel, row: int, column: int) -> str:
    return model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_it_is_a_sound_model(model, room, qtmodeltester) -> None:
    qtmodeltester.check(model)
    room.see(AMARA, "Round", 3)
    show(model, room)
    qtmodeltester.check(model)


def test_a_cell_says_level_trend_and_when(room, model) -> None:
    room.see(AMARA, "Round", 2, days=40)
    room.see(AMARA, "Round", 3, days=1)
    room.see("Ben Walker", "Round", 4, days=30)
    show(model, room)
    assert text(model, 0, 1) == "3 Secure, up this month, seen Wed 13 May"
    assert text(model, 1, 1) == (
        "4 Extending, seen Tue 14 Apr, older than 21 days, here but not seen on it"
    )
    assert text(model, 0, 0) == "No evidence"


def test_the_columns_after_the_skills_are_in_words_too(room, model) -> None:
    room.see(AMARA, None, None, days=9)
    room.visit(AMARA, room.table_station, 1, 12)
    room.set_goal(AMARA, "Explain aloud", done=(True, False))
    show(model, room)
    assert [text(model, 0, column) for column in (3, 4, 5)] == [
        "9 days",
        "12 min",
        "Explain aloud, 1 of 2 steps done",
    ]
    assert [text(model, 1, column) for column in (3, 4, 5)] == ["Not yet", "0 min", "No goal"]


def test_headings_are_whole_names_and_whole_statements(model) -> None:
    words = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(2, DOWN, words) == "Maya Lindqvist"
    assert [model.headerData(column, ACROSS, words) for column in range(6)] == [
        "Place value", "Round", "Add fractions", "Last seen", "With you this week",
        "Goal, steps done",
    ]  # fmt: skip


def test_the_tip_of_a_heading_counts_the_students_at_each_level(room, model) -> None:
    room.see(AMARA, "Round", 3)
    show(model, room)
    tip = model.headerData(1, ACROSS, Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == [
        "Number", "Round", "No evidence: 3", "1 Beginning: 0", "2 Developing: 0", "3 Secure: 1",
        "4 Extending: 0",
    ]  # fmt: skip


def test_a_name_in_a_tip_is_never_markup(room, model) -> None:
    room.students["<b>Bo</b>"] = room.add_student("<b>Bo</b>")
    show(model, room)
    row = model.row_of(room.students["<b>Bo</b>"])
    tip = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Bo" in tip


def test_one_observation_tells_of_its_own_cells_alone(room, model, qtbot) -> None:
    told: list[tuple[int, int, int]] = []
    model.dataChanged.connect(
        lambda top, end, _roles: told.append((top.row(), top.column(), end.column()))
    )
    room.see("Ben Walker", "Round", 3)
    with qtbot.assertNotEmitted(model.modelReset):
        show(model, room)
    assert told == [(1, 1, 1), (1, 3, 3), (1, 4, 4), (1, 5, 5)]


def test_nothing_new_tells_nothing(room, model, qtbot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        show(model, room)


def test_a_new_student_is_another_table(room, model, qtbot) -> None:
    room.add_student("Zoe Young")
    with qtbot.waitSignal(model.modelReset):
        show(model, room)
    assert model.rowCount() == 5
