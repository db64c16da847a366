"""The reason of a change is its cause, never only something that is so as well."""

from dataclasses import replace

from app.domain.changes import Change, label, made
from app.domain.classes import APART, VISIT, Rule
from app.domain.ids import PullOutId, RuleId, StationId
from app.domain.lessons import Path
from app.domain.pull_outs import PullOut
from app.services.plans.changes import changed_cells
from tests.planned import Planned


def words(planned: Planned, *changed: Path) -> set[str]:
    table = planned.plans.table(planned.lesson.id)
    new = {path.student_id: path for path in changed}
    paths = [new.get(path.student_id, path) for path in table.paths]
    return {cell.because.word for cell in changed_cells(table, paths)}


def path_of(planned: Planned, name: str) -> Path:
    return next(p for p in planned.kept() if p.student_id == planned.student(name))


def test_who_goes_to_the_same_places_in_another_order_does_so_for_no_other() -> None:
    planned = Planned(own=True)
    own = path_of(planned, "Ben")
    one, two, *rest = own.stations
    assert words(planned, replace(own, stations=(two, one, *rest))) == {"again"}


def test_in_another_group_all_stations_come_in_another_round_and_that_is_no_cause() -> None:
    planned = Planned()
    own, other = path_of(planned, "Ben"), path_of(planned, "Chidi")
    moved = replace(own, group=other.group, stations=other.stations)
    assert "again" not in words(planned, moved)


def test_who_is_fixed_at_a_table_with_room_is_no_cause() -> None:
    planned = Planned(own=True)
    own = path_of(planned, "Ben")
    table = planned.plans.table(planned.lesson.id)
    others = [p for p in planned.kept() if p.at(1) == own.at(1) and p != own]
    planned.plans.pin(planned.lesson.id, [other.student_id for other in others], [1])
    elsewhere = next(s for s in table.stations if s not in own.stations[:1])
    row = (elsewhere, *own.stations[1:])
    assert "pin" not in words(planned, replace(own, stations=row))
    assert others


def test_who_left_a_table_with_room_is_no_cause_and_a_full_one_is() -> None:
    planned = Planned(own=True)
    tablets = planned.at("Tablets")  # the one place without room to spare
    gone = next(p for p in planned.kept() if p.at(2) == tablets)
    planned.start()
    planned.moves.mark(planned.scene(), gone.student_id, "absent")
    table = planned.plans.table(planned.lesson.id)
    seen = set()
    for number in (2, 3):
        freed = gone.at(number)
        assert freed is not None
        at = StationId(freed)
        there = [p for p in planned.kept() if p.at(number) == at and p != gone]
        for mover in (p for p in planned.kept() if p.at(number) != at and p != gone):
            row = (*mover.stations[: number - 1], at, *mover.stations[number:])
            needed = len(there) + 2 > table.stations[at].room
            assert ("left" in words(planned, replace(mover, stations=row))) == needed
            seen.add(needed)
    assert seen == {True, False}


def test_who_comes_to_the_teacher_by_it_moves_for_the_visit_though_a_place_is_free_then() -> None:
    planned = Planned()
    chidi, amara, elif_ = (planned.student(name) for name in ("Chidi", "Amara", "Elif"))
    meet = Rule(RuleId(900), planned.school_class.id, VISIT, (chidi, amara), by_round=2)
    out = PullOut(
        PullOutId(901), planned.school_class.id, elif_, "Speech", "", 540, 552, day="2026-05-14"
    )
    timed = Change(planned.lesson, replace(planned.lesson, begins=540))
    planned.room.workspace.edit(label("set up"), made(meet), made(out), timed)
    third = path_of(planned, "Fatima")
    moving = [
        replace(path_of(planned, name), group=3, stations=third.stations)
        for name in ("Chidi", "Amara")
    ]
    table = planned.plans.table(planned.lesson.id)
    assert table.is_out(elif_, 1)
    new = {path.student_id: path for path in moving}
    paths = [new.get(path.student_id, path) for path in table.paths]
    found = {cell.student: cell.because for cell in changed_cells(table, paths) if cell.round == 1}
    assert (found[chidi].word, found[chidi].rule) == ("rule", "rule:900")
    assert found[amara].word == "out", "the one who came there before does not move for the visit"


def by_group(planned: Planned, moved: dict[str, str]) -> dict[str, str]:
    """Why each of these goes to the group of another, as said of the first round."""
    table = planned.plans.table(planned.lesson.id)
    new = {
        planned.student(name): replace(
            path_of(planned, name),
            group=path_of(planned, to).group,
            stations=path_of(planned, to).stations,
        )
        for name, to in moved.items()
    }
    paths = [new.get(path.student_id, path) for path in table.paths]
    found = {c.student: c.because.word for c in changed_cells(table, paths) if c.round == 1}
    return {name: found[planned.student(name)] for name in moved}


def test_in_groups_who_takes_a_free_place_moves_for_it_only_where_groups_became_uneven() -> None:
    planned = Planned()
    planned.start()
    planned.moves.mark(planned.scene(), planned.student("Ben"), "absent")
    assert by_group(planned, {"Elif": "Amara"}) == {"Elif": "better"}, "two and one were even"

    larger = Planned()
    larger.lessons.put(larger.lesson.id, larger.student("Daniyar"), 3)
    larger.start()
    assert by_group(larger, {"Elif": "Amara"}) == {"Elif": "better"}, "three and two were even"
    larger.moves.mark(larger.scene(), larger.student("Ben"), "absent")
    assert by_group(larger, {"Elif": "Amara"}) == {"Elif": "left"}


def test_in_groups_who_goes_the_other_way_keeps_them_even_only_where_another_had_to_come() -> None:
    planned = Planned()
    swap = {"Ben": "Elif", "Elif": "Ben"}
    assert by_group(planned, swap) == {"Ben": "better", "Elif": "better"}
    own = [planned.student(name) for name in ("Amara", "Ben")]
    apart = Rule(RuleId(900), planned.school_class.id, APART, tuple(own))
    planned.room.workspace.edit(label("set up"), made(apart))
    assert by_group(planned, swap) == {"Ben": "rule", "Elif": "even"}
