"""The adults of a class."""

from dataclasses import dataclass

from app.domain.ids import AdultId, ClassId


@dataclass(frozen=True, slots=True)
class Adult:
    """A teacher, co-teacher or assistant: leads stations, makes observations."""

    id: AdultId
    class_id: ClassId
    name: str
    position: int = 0
    retired: bool = False
