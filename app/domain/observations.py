"""What adults saw."""

from dataclasses import dataclass

from app.domain.ids import ClassId, ObservationId, SessionId, SkillId, StationId, StudentId


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing an adult saw at `seen_at` (milliseconds UTC).

    With a skill and a level it is evidence. `private` marks a jotting: never exported or shown
    unless asked for by name.
    """

    id: ObservationId
    class_id: ClassId
    student_id: StudentId
    seen_at: int
    skill_id: SkillId | None = None
    level: int | None = None
    tag_ids: tuple[int, ...] = ()
    note: str = ""
    station_id: StationId | None = None
    session_id: SessionId | None = None
    round: int | None = None
    adult: str = ""
    private: bool = False
