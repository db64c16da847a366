"""Pictures and files that belong to an observation, kept with the class."""

from dataclasses import dataclass

from app.domain.ids import AttachmentId, ObservationId, StudentId

PICTURE = "picture"
FILE = "file"

SIDE = 1280
"""Px of the longer side of a picture that is kept: work on a table can be read in it."""

MOST_BYTES = 300_000
"""More than this no picture and no file that is kept has."""

MOST = 8
"""So many an observation may have."""


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
