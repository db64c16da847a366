"""Photos of students: kept with the class, and shown to it only with consent."""

from dataclasses import dataclass

from app.domain.ids import PhotoId, StudentId

SIDE = 320
"""Px of the longer side of a photo that is kept."""

MOST_BYTES = 300_000
"""More than this no photo that is kept has."""


@dataclass(frozen=True, slots=True)
class Photo:
    """`image` is a JPEG in base64, empty when it was erased. `consent`: others may see it."""

    id: PhotoId
    student_id: StudentId
    image: str
    consent: bool = False
