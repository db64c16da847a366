"""Stations: places with work."""

from dataclasses import dataclass

from app.domain.ids import ClassId, SkillId, StationId

TEACHER_LED = "teacher-led"
KINDS = (
    TEACHER_LED,
    "online",
    "collaborative",
    "independent",
    "choice",
    "project",
    "reflection",
)
COLOURS = ("blue", "orange", "green", "purple", "sky", "vermil", "yellow", "slate")


@dataclass(frozen=True, slots=True)
class Station:
    """A place with work. `devices` is None where the station needs none."""

    id: StationId
    class_id: ClassId
    name: str
    kind: str
    colour: str
    icon: str
    seats_min: int
    seats_max: int
    devices: int | None = None
    skill_id: SkillId | None = None
    position: int = 0
    archived: bool = False

    @property
    def room(self) -> int:
        """How many students the station can hold: seats, or devices where those are fewer."""
        return self.seats_max if self.devices is None else min(self.seats_max, self.devices)
