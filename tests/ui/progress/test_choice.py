"""Which part of the table is shown, in what order."""

import pytest

from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import (
    BY_LAST_SEEN,
    BY_MINUTES,
    BY_NAME,
    BY_SKILL,
    EVERYONE,
    NO_TEACHER_TIME,
    NOT_SEEN,
    Order,
    next_order,
    rows_shown,
    strand_only,
)

NAMES = ("Amara Okafor", "Ben Walker", "Lucía Fernández", "Quang Nguyen")


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass(names=NAMES)
    room.see("Amara Okafor", "Round", 3, days=1)
    room.see("Ben Walker", "Round", 1, days=9)
    room.see("Lucía Fernández", "Round", 3, days=7)
    room.visit("Amara Okafor", room.table_station, days=1, minutes=24)
    room.visit("Quang Nguyen", room.table_station, days=1, minutes=12)
    for name in ("Ben Walker", "Lucía Fernández"):
        room.visit(name, room.tablets, days=1, minutes=12)
    return room


def shown(room, who=EVERYONE, text="", order=None) -> list[str]:
    table = room.progress.table(room.class_id)
    return [row.name for row in rows_shown(table, who, text, order or Order()).rows]


def test_everyone_in_name_order_is_where_it_begins(room) -> None:
    assert shown(room) == ["Amara", "Ben", "Lucía", "Quang"]
    assert shown(room, order=Order(turned=True)) == ["Quang", "Lucía", "Ben", "Amara"]


def test_not_seen_lately_includes_who_was_never_seen(room) -> None:
    assert shown(room, NOT_SEEN) == ["Ben", "Lucía", "Quang"]


def test_no_teacher_time_leaves_those_without_a_minute(room) -> None:
    assert shown(room, NO_TEACHER_TIME) == ["Ben", "Lucía"]


def test_a_name_is_found_by_any_part_without_its_accents(room) -> None:
    assert shown(room, text="lucia") == ["Lucía"]
    assert shown(room, text=" FERN ") == ["Lucía"]
    assert shown(room, text="ng") == ["Quang"]
    assert shown(room, text="zzz") == []


def test_who_needs_it_most_comes_first(room) -> None:
    assert shown(room, order=Order(BY_LAST_SEEN)) == ["Quang", "Ben", "Lucía", "Amara"]
    assert shown(room, order=Order(BY_MINUTES)) == ["Ben", "Lucía", "Quang", "Amara"]
    by_round = Order(BY_SKILL, room.skills["Round"].id)
    assert shown(room, order=by_round) == ["Quang", "Ben", "Amara", "Lucía"]


def test_turned_round_equal_rows_stay_in_name_order(room) -> None:
    by_round = Order(BY_SKILL, room.skills["Round"].id, turned=True)
    assert shown(room, order=by_round) == ["Amara", "Lucía", "Ben", "Quang"]


def test_the_order_by_a_skill_that_is_not_shown_leaves_the_names_in_order(room) -> None:
    assert shown(room, order=Order(BY_SKILL, 999)) == ["Amara", "Ben", "Lucía", "Quang"]


def test_a_heading_clicked_again_turns_and_then_gives_way_to_names() -> None:
    once = next_order(Order(), BY_MINUTES)
    twice = next_order(once, BY_MINUTES)
    assert (once, twice) == (Order(BY_MINUTES), Order(BY_MINUTES, turned=True))
    assert next_order(twice, BY_MINUTES) == Order()
    assert next_order(twice, BY_SKILL, 5) == Order(BY_SKILL, 5)


def test_the_names_only_turn() -> None:
    assert next_order(Order(), BY_NAME) == Order(turned=True)
    assert next_order(Order(turned=True), BY_NAME) == Order()


def test_one_strand_keeps_its_own_cells(room) -> None:
    table = room.progress.table(room.class_id)
    number = strand_only(table, table.columns[0].strand_id)
    assert [column.statement for column in number.columns] == ["Place value", "Round"]
    assert [cell.level for cell in number.rows[0].cells] == [0, 3]
    assert strand_only(table, None) == table
