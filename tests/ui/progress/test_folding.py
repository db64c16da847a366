"""Strands as one column."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_SKILL, Order, rows_shown
from ui.progress.folding import StrandCell, StrandColumn, fold, foldable

AMARA, BEN = "Amara Okafor", "Ben Walker"


def test_a_folded_strand_says_on_how_many_skills_a_student_is_secure() -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 3)
    room.see(AMARA, "Place value", 2)
    table = room.progress.table(room.class_id)
    number = table.columns[0].strand_id
    found = fold(table, {number})
    assert [column.heading for column in found.columns] == ["Number", "Add fractions"]
    assert isinstance(found.columns[0], StrandColumn)
    cell = found.rows[0].cells[0]
    assert isinstance(cell, StrandCell)
    assert (cell.secure, cell.of, cell.seen_at) == (1, 2, room.clock.now_ms())
    assert found.columns[0].counts == (6, 0, 1, 1, 0)


def test_a_strand_of_one_skill_does_not_fold() -> None:
    room = ProgressClass()
    table = room.progress.table(room.class_id)
    assert foldable(table) == (table.columns[0].strand_id,)
    assert fold(table, {table.columns[2].strand_id}) is table


def test_rows_can_be_ordered_by_a_folded_strand() -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 3)
    table = room.progress.table(room.class_id)
    number = table.columns[0].strand_id
    shown = rows_shown(fold(table, {number}), "everyone", "", Order(BY_SKILL, number))
    assert [row.name for row in shown.rows] == ["Ben", "Maya L.", "Maya P.", "Amara"]


@given(st.sets(st.integers(0, 3)))
def test_columns_and_cells_stay_side_by_side_whatever_is_folded(which) -> None:
    strands = {f"S{n}": tuple(f"s{n} {m}" for m in range(n + 1)) for n in range(4)}
    room = ProgressClass(strands=strands)
    table = room.progress.table(room.class_id)
    ids = list(dict.fromkeys(column.strand_id for column in table.columns))
    found = fold(table, {ids[at] for at in which})
    assert len(found.columns) == sum(1 if at in which else at + 1 for at in range(4))
    assert {len(row.cells) for row in found.rows} == {len(found.columns)}
    for at, column in enumerate(found.columns):
        is_folded = isinstance(column, StrandColumn)
        assert all(isinstance(row.cells[at], StrandCell) == is_folded for row in found.rows)
