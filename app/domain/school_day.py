"""What a date holds at a school: its letter, its periods, and who is taught when.

Dates are local, minutes count from local midnight: daylight saving moves no lesson.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.ids import ClassId, PeriodId
from app.domain.timetable import BY_WEEK, LETTER, OFF, SHORT, Period, Slot, SpecialDay, Timetable

DAY_MINUTES = 24 * 60
_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class PeriodTime:
    """When a period is on one date, in minutes of the local day."""

    period: Period
    begins: int
    ends: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Occasion:
    """One class in one period of one date."""

    class_id: ClassId
    day: date
    time: PeriodTime
    subject: str

    def is_on(self, minute: int) -> bool:
        """Whether the minute of the date lies in it."""
        return self.time.begins <= minute < self.time.ends


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The whole timetable of a school, as it is kept."""

    timetable: Timetable
    periods: tuple[Period, ...] = ()
    slots: tuple[Slot, ...] = ()
    specials: tuple[SpecialDay, ...] = ()

    def special(self, day: date) -> SpecialDay | None:
        """What is different on the date: the last thing said of it holds."""
        told = [s for s in self.specials if s.day <= day.isoformat() <= (s.until or s.day)]
        return max(told, key=lambda s: s.id, default=None)

    def is_school(self, day: date) -> bool:
        """Whether there is school on the date: a special day says so, else its weekday."""
        special = self.special(day)
        if special is not None:
            return special.kind != OFF
        return day.isoweekday() in self.timetable.weekdays

    def letter(self, day: date) -> str:
        """The letter of the date, "" where days have none."""
        letters = self.timetable.letters
        special = self.special(day)
        if special is not None and special.kind == LETTER:
            return special.letter
        if not letters or not self.timetable.anchor:
            return letters[0] if letters else ""
        anchor = date.fromisoformat(self.timetable.anchor)
        return letters[self._turns(anchor, day) % len(letters)]

    def times(self, day: date) -> tuple[PeriodTime, ...]:
        """The periods of the date in order; none on a day off."""
        if not self.is_school(day):
            return ()
        special = self.special(day)
        if special is not None and special.kind == SHORT:
            found = list(self._other_times(special))
        else:
            own = (p for p in self.periods if day.isoweekday() in (p.weekdays or range(1, 8)))
            found = [PeriodTime(p, p.begins, p.ends) for p in own]
        return tuple(sorted(found, key=lambda t: (t.begins, t.ends, t.period.id)))

    def occasions(self, day: date) -> tuple[Occasion, ...]:
        """Who is taught when on the date, in order of time."""
        letter = self.letter(day) if any(slot.letter for slot in self.slots) else ""
        return tuple(
            Occasion(slot.class_id, day, time, slot.subject)
            for time in self.times(day)
            for slot in self.slots
            if slot.period_id == time.period.id and _is_on(slot, day, letter)
        )

    def at(self, day: date, minute: int) -> Occasion | None:
        """What is on at a minute of the date; the one that began last where two overlap."""
        now = [o for o in self.occasions(day) if o.is_on(minute)]
        return max(now, key=lambda o: o.time.begins, default=None)

    def during(self, class_id: ClassId, day: date, minute: int) -> Occasion | None:
        """What the class has at a minute of the date."""
        now = [o for o in self.occasions(day) if o.class_id == class_id and o.is_on(minute)]
        return max(now, key=lambda o: o.time.begins, default=None)

    def after(self, day: date, minute: int, class_id: ClassId | None = None) -> Occasion | None:
        """The next one to begin from this minute on, of one class if it is named.

        None when there is none within four months, longer than any holidays.
        """
        for coming in _days(day, day + _AHEAD):
            for occasion in self.occasions(coming):
                is_later = coming > day or occasion.time.begins >= minute
                if is_later and class_id in {None, occasion.class_id}:
                    return occasion
        return None

    def _turns(self, anchor: date, day: date) -> int:
        """How often the letter has changed from the anchor to the date; below zero before it."""
        if self.timetable.turn == BY_WEEK:
            return (_monday(day) - _monday(anchor)).days // 7
        first, last = sorted((anchor, day))
        turns = sum(1 for between in _days(first, last) if self._is_turn(between))
        return turns if day >= anchor else -turns

    def _is_turn(self, day: date) -> bool:
        """Whether the day after this one has another letter: a school day with a turn of its own.

        A day that was given its letter by hand takes no turn.
        """
        special = self.special(day)
        given = special is not None and special.kind == LETTER
        return self.is_school(day) and not given

    def _other_times(self, special: SpecialDay) -> Iterator[PeriodTime]:
        known = {period.id: period for period in self.periods}
        numbers = special.times
        triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False)
        for period_id, begins, ends in triples:
            if (period := known.get(PeriodId(period_id))) is not None:
                yield PeriodTime(period, begins, ends)


def fits(begins: int, ends: int) -> bool:
    """Whether these minutes are a stretch of one day."""
    return 0 <= begins < ends <= DAY_MINUTES


def shortened(
    times: Sequence[PeriodTime], minutes: int, begins: int | None = None
) -> tuple[int, ...]:
    """The `times` of a short day: every period so long, the breaks between them as they were.

    `begins` moves the first one; periods that would end after midnight are left out.
    """
    found: list[int] = []
    shift = 0 if begins is None or not times else begins - times[0].begins
    for time in times:
        start = time.begins + shift
        length = min(minutes, time.minutes)
        if fits(start, start + length):
            found += [time.period.id, start, start + length]
        shift -= time.minutes - length
    return tuple(found)


def _is_on(slot: Slot, day: date, letter: str) -> bool:
    told = day.isoformat()
    return (
        slot.weekday in {0, day.isoweekday()}
        and slot.letter in {"", letter}
        and slot.since <= told
        and (not slot.until or told <= slot.until)
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days(first: date, last: date) -> Iterator[date]:
    """From the first date up to, not with, the last."""
    for number in range((last - first).days):
        yield first + timedelta(days=number)
