"""The reason of a change is its cause, never only something that is so as well."""

from dataclasses import replace

from app.domain.ids import StationId
from app.domain.lessons import Path
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
