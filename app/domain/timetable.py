"""When which class is taught: the school's periods, the cycle of its days, and days that differ."""

from dataclasses import dataclass

from app.domain.ids import ClassId, PeriodId, SlotId, SpecialDayId, TimetableId

BY_WEEK = "week"
BY_DAY = "day"
OFF = "off"
SHORT = "short"
LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Timetable:
    """The cycle of a school's days; there is one, or none yet.

    `letters` are what the days are called in turn ("A", "B", or "1" to "6"); empty for weeks that
    are all alike. They change each `turn`: "week" (from Monday) or school "day". `anchor` is a
    local date (ISO text) that has the first letter. `weekdays` are those with school (ISO, 1
    Monday to 7 Sunday).
    """

    id: TimetableId
    letters: tuple[str, ...] = ()
    turn: str = BY_WEEK
    anchor: str = ""
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the school day from `begins` to `ends`, minutes of the local day.

    `weekdays` (ISO, 1 Monday to 7 Sunday) are those it has these times on; empty for all.
    """

    id: PeriodId
    name: str
    begins: int
    ends: int
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A class is taught in a period on a weekday (ISO; 0 for any) with a letter ("" for any).

    From the local date `since` to `until` (ISO text, both included; empty for no limit): a class
    of one term in a block timetable has both.
    """

    id: SlotId
    class_id: ClassId
    period_id: PeriodId
    weekday: int
    letter: str = ""
    subject: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """Days from `day` to `until` (ISO text, both included) that are not like the others.

    `kind` "off": no school. "short": the periods have other `times` (period, begins, ends for
    each, one after the other; a period that is not named does not take place). "letter": the day
    has this `letter`, whatever its turn.
    """

    id: SpecialDayId
    day: str
    until: str
    kind: str
    name: str = ""
    letter: str = ""
    times: tuple[int, ...] = ()
