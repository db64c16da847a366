"""What is looked for among the notes, and what was found."""

from dataclasses import dataclass

from app.domain.ids import ClassId, SkillId, StationId, StudentId, TagId
from app.domain.observations import Observation
from app.domain.progress import Sighting
from app.domain.voice import Reflection


@dataclass(frozen=True, slots=True)
class NoteQuery:
    """Words a note must have, each by its start, and what else must be so; None is anything.

    Seen at `start` (ms UTC) or later, and before `end`. Without words what was observed without a
    note is found too. `private` says that jottings were asked for by name, `own` what students
    said of themselves.
    """

    text: str = ""
    class_id: ClassId | None = None
    student_id: StudentId | None = None
    skill_id: SkillId | None = None
    tag_id: TagId | None = None
    station_id: StationId | None = None
    adult: str | None = None
    start: int | None = None
    end: int | None = None
    private: bool = False
    own: bool = False

    @property
    def asks(self) -> bool:
        """Whether it leaves anything out, the class and what only comes when asked for aside."""
        plain = NoteQuery(class_id=self.class_id, private=self.private, own=self.own)
        return self != plain

    @property
    def only_seen(self) -> bool:
        """Whether it asks for what only an observation has."""
        return (self.tag_id, self.station_id, self.adult) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Found:
    """Observations and what students said, each newest first, and whether there are more of them.

    `waiting` notes are not in the index yet; `broken` says that it does not answer.
    """

    observations: tuple[Observation, ...] = ()
    said: tuple[Reflection, ...] = ()
    more: bool = False
    waiting: int = 0
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An observation that was found, whose it is and where; `school_class` is its name.

    Of what a student `said`, the observation is how it would read as one; it is kept nowhere.
    """

    observation: Observation
    student: str
    school_class: str
    sighting: Sighting
    said: Reflection | None = None
