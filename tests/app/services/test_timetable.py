"""What is on now, and every change of the timetable: each one step, and undone whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.classes import SchoolClass
from app.domain.ids import PeriodId, SlotId
from app.domain.timetable import BY_DAY, Slot
from app.errors import BadTimes, NameMissing, NotFound
from app.services.classes import ClassService
from app.services.timetable import TimetableService


@pytest.fixture
def service(room) -> TimetableService:
    return TimetableService(room)


def taught(service: TimetableService, four_b: SchoolClass, begins: int, ends: int) -> Slot:
    period = service.add_period("1", begins, ends)
    return service.put(Slot(SlotId(0), four_b.id, period.id, 0))


def test_a_school_without_a_timetable_has_plain_weeks_and_nothing_on(service) -> None:
    calendar = service.calendar()
    assert calendar.slots == ()
    assert calendar.timetable.weekdays == (1, 2, 3, 4, 5)
    assert service.now() is None


def test_what_is_on_now_is_found_and_so_is_what_begins_soon(service, four_b) -> None:
    day, minute = service.here()
    assert day.isoweekday() <= 5
    taught(service, four_b, minute + 8, minute + 60)
    coming = service.now()
    assert coming is not None
    assert (coming.class_id, coming.time.minutes) == (four_b.id, 52)
    assert service.now(soon=5) is None
    period = service.calendar().periods[0]
    service.change_period(replace(period, begins=minute - 5, ends=minute + 5))
    on = service.now()
    assert on is not None
    assert on.time.ends == minute + 5


def test_every_change_is_one_step_and_undo_takes_it_back(service, four_b, room) -> None:
    day, _ = service.here()
    period = service.add_period("1", 540, 600)
    changes = (
        lambda: service.set_cycle(("A", "B"), BY_DAY, day),
        lambda: service.change_period(replace(period, name="First", ends=610)),
        lambda: service.put(Slot(SlotId(0), four_b.id, period.id, 3, "A")),
        lambda: service.close(day, day + timedelta(days=4), "Holidays"),
        lambda: service.shorten(day, 30),
        lambda: service.call(day, "B"),
        lambda: service.as_always(service.calendar().specials[-1].id),
        lambda: service.remove_period(period.id),
        lambda: service.lay_out(6, 480, 45, 5),
    )
    for change in changes:
        before, steps = service.calendar(), room.store.count_steps()
        change()
        assert room.store.count_steps() == steps + 1
        after = service.calendar()
        assert after != before
        room.workspace.undo()
        assert service.calendar() == before
        room.workspace.redo()
        assert service.calendar() == after


def test_periods_are_laid_out_one_after_the_other(service) -> None:
    service.lay_out(3, 8 * 60, 50, 10)
    assert [(p.name, p.begins, p.ends) for p in service.calendar().periods] == [
        ("1", 480, 530),
        ("2", 540, 590),
        ("3", 600, 650),
    ]
    with pytest.raises(BadTimes):
        service.lay_out(20, 8 * 60, 60, 10)
    assert len(service.calendar().periods) == 3


def test_a_period_that_goes_takes_what_is_taught_in_it(service, four_b) -> None:
    slot = taught(service, four_b, 540, 600)
    service.remove_period(slot.period_id)
    assert service.calendar().slots == ()


def test_the_same_said_twice_is_kept_once_and_a_slot_can_be_changed(service, four_b) -> None:
    slot = taught(service, four_b, 540, 600)
    assert service.put(replace(slot, id=SlotId(0))) == slot
    service.put(replace(slot, weekday=2))
    assert [s.weekday for s in service.calendar().slots] == [2]
    service.clear(slot.id)
    assert service.calendar().slots == ()


def test_what_is_said_of_a_day_takes_the_place_of_what_was_said_of_it(service) -> None:
    day = date(2026, 5, 15)
    service.close(day, day)
    service.call(day, "B")
    assert [s.kind for s in service.calendar().specials] == ["letter"]


def test_a_class_that_is_put_away_is_not_taught(service, four_b, room) -> None:
    taught(service, four_b, 540, 600)
    ClassService(room).archive(four_b.id)
    assert service.calendar().slots == ()


def test_times_and_names_that_make_no_sense_are_refused(service, four_b) -> None:
    with pytest.raises(BadTimes):
        service.add_period("1", 600, 600)
    with pytest.raises(NameMissing):
        service.add_period("  ", 540, 600)
    with pytest.raises(NotFound):
        service.put(Slot(SlotId(0), four_b.id, PeriodId(77), 1))
    assert service.calendar().periods == ()


def test_lunch_is_a_longer_pause(service) -> None:
    service.lay_out(4, 510, 50, 10, after=2, lunch=45)
    assert [p.begins for p in service.calendar().periods] == [510, 570, 665, 725]


def test_several_classes_are_taken_out_in_one_step(room, service, four_b) -> None:
    first = taught(service, four_b, 510, 560)
    second = service.put(replace(first, id=SlotId(0), weekday=2))
    service.clear(first.id, second.id)
    assert service.calendar().slots == ()
    room.workspace.undo()
    assert len(service.calendar().slots) == 2
