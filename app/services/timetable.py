"""The school's timetable: what is on now, and every change a teacher makes to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, PeriodId, SlotId, SpecialDayId, TimetableId
from app.domain.letters import clean
from app.domain.school_day import Occasion, SchoolCalendar, fits, shortened
from app.domain.timetable import (
    BY_DAY,
    BY_WEEK,
    LETTER,
    OFF,
    SHORT,
    Period,
    Slot,
    SpecialDay,
    Timetable,
)
from app.errors import BadTimes
from app.services.known import known, named

NOBODY_SAID = Timetable(TimetableId(0))
"""The timetable of a school that has none yet: plain weeks from Monday to Friday."""


class TimetableService:
    """One timetable for the school; each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def calendar(self) -> SchoolCalendar:
        """All of it; slots of classes that are put away are left out."""
        kept = self._room.store.find(Timetable)
        taught = {c.id for c in self._room.store.find(SchoolClass, archived=False)}
        return SchoolCalendar(
            timetable=kept[0] if kept else NOBODY_SAID,
            periods=tuple(sorted(self._room.store.find(Period), key=lambda p: (p.begins, p.id))),
            slots=tuple(s for s in self._room.store.find(Slot) if s.class_id in taught),
            specials=self._room.store.find(SpecialDay),
        )

    def here(self) -> tuple[date, int]:
        """The local date, and the minute of it."""
        local = self._room.clock.local(self._room.clock.now_ms())
        return local.date(), local.hour * 60 + local.minute

    def now(self, soon: int = 10) -> Occasion | None:
        """What is on, or begins within `soon` minutes; None when nothing is."""
        calendar = self.calendar()
        day, minute = self.here()
        coming = calendar.after(day, minute)
        if coming and coming.day == day and coming.time.begins - minute <= soon:
            return coming
        return calendar.at(day, minute)

    def of_class(self, class_id: ClassId, day: date) -> Occasion | None:
        """When the class is taught on a day: today what is on or comes next, else the first."""
        today, minute = self.here()
        own = [o for o in self.calendar().occasions(day) if o.class_id == class_id]
        left = [o for o in own if day != today or o.time.ends > minute]
        return min(left, key=lambda o: o.time.begins, default=None)

    def set_cycle(
        self,
        letters: Sequence[str],
        turn: str = BY_WEEK,
        anchor: date | None = None,
        weekdays: Sequence[int] = (1, 2, 3, 4, 5),
    ) -> None:
        """What days are called in turn from `anchor` on, today if it is None."""
        kept = self._room.store.find(Timetable)
        if turn not in {BY_WEEK, BY_DAY}:
            raise ValueError(turn)
        after = Timetable(
            kept[0].id if kept else TimetableId(self._room.ids()),
            tuple(named(letter) for letter in letters),
            turn,
            (anchor or self.here()[0]).isoformat(),
            tuple(sorted(set(weekdays))),
        )
        self._edit(label("timetable changed"), Change(kept[0] if kept else None, after))

    def add_period(self, name: str, begins: int, ends: int, weekdays: Sequence[int] = ()) -> Period:
        """Raises `errors.NameMissing` or `errors.BadTimes`."""
        new = Period(PeriodId(self._room.ids()), named(name), begins, ends, tuple(weekdays))
        self._edit(label("period added", period=new.name), made(_checked(new)))
        return new

    def lay_out(
        self, count: int, begins: int, minutes: int, pause: int, after: int = 0, lunch: int = 0
    ) -> None:
        """So many periods one after the other in place of those there are; slots go with them.

        After period number `after` the pause is `lunch` minutes long. Raises `errors.BadTimes`
        when they do not fit in a day.
        """
        new: list[Period] = []
        for number in range(1, count + 1):
            new.append(Period(PeriodId(self._room.ids()), str(number), begins, begins + minutes))
            begins += minutes + (lunch if number == after else pause)
        old: list[Slot | Period] = [*self._room.store.find(Slot), *self._room.store.find(Period)]
        self._edit(
            label("periods laid out", count=str(count)),
            *map(gone, old),
            *(made(_checked(period)) for period in new),
        )

    def change_period(self, after: Period) -> None:
        """Raises `errors.NameMissing` or `errors.BadTimes`."""
        before = known(self._room.store, Period, after.id, "period")
        kept = _checked(replace(after, name=named(after.name)))
        self._edit(label("period changed", period=kept.name), Change(before, kept))

    def remove_period(self, period_id: PeriodId) -> None:
        """Take a period away with all that is taught in it."""
        period = known(self._room.store, Period, period_id, "period")
        slots = self._room.store.find(Slot, period_id=period_id)
        self._edit(label("period removed", period=period.name), *map(gone, slots), gone(period))

    def put(self, slot: Slot, instead: Iterable[Slot] = ()) -> Slot:
        """Say that a class is taught then; the slot with this id is changed, id 0 makes a new one.

        The same said twice is kept once. The slots of `instead` go; one of every week stays in the
        weeks that the new one has not.
        """
        name = known(self._room.store, SchoolClass, slot.class_id, "class").name
        known(self._room.store, Period, slot.period_id, "period")
        same = [s for s in self._room.store.find(Slot) if replace(s, id=slot.id) == slot]
        if same:
            return same[0]
        before = self._room.store.get(Slot, slot.id) if slot.id else None
        after = slot if before else replace(slot, id=SlotId(self._room.ids()))
        said = label("class put in the timetable", name=name)
        self._edit(said, *self._giving_way(after, instead), Change(before, after))
        return after

    def _giving_way(self, slot: Slot, instead: Iterable[Slot]) -> Iterator[Change]:
        others = [one for one in self.calendar().timetable.letters if one != slot.letter]
        for old in instead:
            yield gone(old)
            if slot.letter and not old.letter:
                yield from (
                    made(replace(old, id=SlotId(self._room.ids()), letter=other))
                    for other in others
                )

    def clear(self, *slot_ids: SlotId) -> None:
        """Classes are not taught then."""
        slots = [known(self._room.store, Slot, slot_id, "slot") for slot_id in slot_ids]
        names = [
            known(self._room.store, SchoolClass, slot.class_id, "class").name for slot in slots
        ]
        said = label("class taken from the timetable", name=", ".join(dict.fromkeys(names)))
        self._edit(said, *map(gone, slots))

    def close(self, first: date, last: date, name: str = "") -> SpecialDay:
        """No school from the first to the last of these days."""
        return self._differ(first, last, OFF, name)

    def shorten(self, day: date, minutes: int, begins: int | None = None) -> SpecialDay:
        """On one day the periods last at most so long, the first from `begins` on."""
        times = shortened(self.calendar().times(day), minutes, begins)
        return self._differ(day, day, SHORT, times=times)

    def call(self, day: date, letter: str) -> SpecialDay:
        """Give one day its letter by hand."""
        return self._differ(day, day, LETTER, letter=named(letter))

    def as_always(self, special_id: SpecialDayId) -> None:
        """What was said of the day does not hold any more."""
        special = known(self._room.store, SpecialDay, special_id, "day")
        self._edit(label("day as always"), gone(special))

    def _differ(
        self,
        first: date,
        last: date,
        kind: str,
        name: str = "",
        letter: str = "",
        times: tuple[int, ...] = (),
    ) -> SpecialDay:
        """Say it in place of what was said of just these days before."""
        start, end = sorted((first, last))
        said = (start.isoformat(), end.isoformat())
        old = [s for s in self._room.store.find(SpecialDay) if (s.day, s.until) == said]
        new = SpecialDay(SpecialDayId(self._room.ids()), *said, kind, clean(name), letter, times)
        self._edit(label("day changed"), *map(gone, old), made(new))
        return new

    def _edit(self, said: Label, *changes: Change) -> None:
        self._room.workspace.edit(said, *changes)


def _checked(period: Period) -> Period:
    if not fits(period.begins, period.ends):
        raise BadTimes(period.begins, period.ends)
    return period
