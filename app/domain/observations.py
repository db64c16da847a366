"""What adults saw, and the pictures and files that belong to it."""

from dataclasses import dataclass

from app.domain.ids import (
    AttachmentId,
    ClassId,
    DraftId,
    ObservationId,
    SessionId,
    SkillId,
    StationId,
    StudentId,
)

PICTURE = "picture"
FILE = "file"

SIDE = 1280
"""Px of the longer side of a picture that is kept: work on a table can be read in it."""

MOST_BYTES = 300_000
"""More than this no picture and no file that is kept has."""

MOST = 8
"""So many an observation may have."""


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


@dataclass(frozen=True, slots=True)
class Clip:
    """What is to be attached: a JPEG or a file in base64, and the name it came with."""

    kind: str
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """`content` is a JPEG or a file in base64, empty when it was erased; `name` is the file's.

    `student_id` is whose observation it belongs to.
    """

    id: AttachmentId
    observation_id: ObservationId
    student_id: StudentId
    kind: str
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A line typed at `seen_at` (ms UTC), to be made an observation later, of then and there.

    `station_id` is where it was seen, `skill_id` what that station was about in the lesson.
    """

    id: DraftId
    class_id: ClassId
    text: str
    seen_at: int
    session_id: SessionId | None = None
    station_id: StationId | None = None
    skill_id: SkillId | None = None
    round: int | None = None
    adult: str = ""
