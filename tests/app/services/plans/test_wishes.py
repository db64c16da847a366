"""Visits owed are wished for in a plan as long as they are owed."""

from dataclasses import replace
from random import Random

from app.domain.ids import LessonId
from app.domain.owed import Owed
from app.domain.planning.table import PlanTable
from app.services.plans.wishes import owed_visits
from tests.planned import Planned

HOUR = 60 * 60_000


def teach(planned: Planned, absent: str = "") -> None:
    """Teach the lesson to its end, and make the same one for the next day."""
    planned.start()
    scene = planned.scene()
    if absent:
        planned.moves.mark(scene, planned.student(absent), "absent")
    planned.clock.advance(HOUR)
    planned.live.end(scene.session)
    planned.clock.advance(23 * HOUR)
    planned.lesson = planned.lessons.same_again(planned.school_class.id, Random(1))


def owing(planned: Planned, name: str, station: str) -> PlanTable:
    student, at = planned.student(name), planned.stations[station]
    led = station == "Teacher table"
    debt = Owed(student, at.id, LessonId(1), "2026-05-11", 1, "absent", led=led)
    return replace(planned.plans.table(planned.lesson.id), owed={student: (debt,)})


def test_who_was_owed_two_and_had_one_back_still_comes_first() -> None:
    planned = Planned()
    planned.room.workspace.subscribe(planned.plans.forget)
    teach(planned, absent="Amara")
    teach(planned, absent="Amara")
    worth = planned.plans.table(planned.lesson.id).quality()
    assert (worth.owed, worth.owed_repaid) == (2, 1), "and that is what the lesson brings:"
    teach(planned)
    table = planned.plans.table(planned.lesson.id)
    assert len(table.owed[planned.student("Amara")]) == 1
    (visit,) = owed_visits(table)
    assert visit.students == (str(planned.student("Amara")),)
    teach(planned)
    assert owed_visits(planned.plans.table(planned.lesson.id)) == ()


def test_as_many_visits_are_wished_for_as_are_owed_on_an_own_path_and_in_groups_one() -> None:
    for own, debts, count in ((False, 2, 1), (True, 1, 1), (True, 2, 2), (True, 3, 2)):
        table = owing(Planned(own=own), "Amara", "Teacher table")
        table = replace(table, owed={one: debt * debts for one, debt in table.owed.items()})
        (visit,) = owed_visits(table)
        assert visit.count == count


def test_a_must_do_station_is_wished_for_by_itself() -> None:
    planned = Planned()
    (visit,) = owed_visits(owing(planned, "Ben", "Games"))
    assert visit.stations == {str(planned.at("Games"))}
