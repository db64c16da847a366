"""Identity: 63-bit integers that sort by the time they were made."""

from collections.abc import Callable
from typing import NewType

ClassId = NewType("ClassId", int)
StudentId = NewType("StudentId", int)
RuleId = NewType("RuleId", int)
StationId = NewType("StationId", int)
FrameworkId = NewType("FrameworkId", int)
SkillId = NewType("SkillId", int)
TagId = NewType("TagId", int)
LessonId = NewType("LessonId", int)
PathId = NewType("PathId", int)
SessionId = NewType("SessionId", int)
EventId = NewType("EventId", int)
MoveId = NewType("MoveId", int)
AttendanceId = NewType("AttendanceId", int)
VisitId = NewType("VisitId", int)
ObservationId = NewType("ObservationId", int)
GoalId = NewType("GoalId", int)
AdultId = NewType("AdultId", int)
PhotoId = NewType("PhotoId", int)
AttachmentId = NewType("AttachmentId", int)
DraftId = NewType("DraftId", int)
JudgementId = NewType("JudgementId", int)
PullOutId = NewType("PullOutId", int)
PullOutDayId = NewType("PullOutDayId", int)
TimetableId = NewType("TimetableId", int)
PeriodId = NewType("PeriodId", int)
SlotId = NewType("SlotId", int)
SpecialDayId = NewType("SpecialDayId", int)
FinishId = NewType("FinishId", int)
ExtraId = NewType("ExtraId", int)
ChoiceId = NewType("ChoiceId", int)
ReflectionId = NewType("ReflectionId", int)
NeedId = NewType("NeedId", int)
StepId = NewType("StepId", int)

COUNTER_BITS = 21
_COUNTER_MASK = (1 << COUNTER_BITS) - 1


def made_at(own: int) -> int:
    """When an id was made, in milliseconds UTC; never before, where the clock was set back."""
    return own >> COUNTER_BITS


class IdMaker:
    """Makes ids: milliseconds since 1970 above, a counter from a random start below.

    Ids of one maker always rise, also when the computer's clock is set back, so ordering by id
    is ordering by creation; `above` is the highest id there is already. The random start keeps
    two computers from making the same id.
    """

    def __init__(self, now_ms: Callable[[], int], start: int, above: int = 0) -> None:
        self._now_ms = now_ms
        self._counter = start & _COUNTER_MASK
        self._last = above

    def __call__(self) -> int:
        self._counter = (self._counter + 1) & _COUNTER_MASK
        fresh = (self._now_ms() << COUNTER_BITS) | self._counter
        self._last = max(fresh, self._last + 1)
        return self._last
