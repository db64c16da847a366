"""What students would like to work at: their own stations, the best first."""

from dataclasses import dataclass

from app.domain.ids import ChoiceId, ClassId, LessonId, StudentId


@dataclass(frozen=True, slots=True)
class Choice:
    """A student's stations by rank; for one lesson, or (`lesson_id` None) for every lesson."""

    id: ChoiceId
    class_id: ClassId
    student_id: StudentId
    station_ids: tuple[int, ...]
    lesson_id: LessonId | None = None
