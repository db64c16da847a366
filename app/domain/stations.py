"""Stations: places with work."""

from dataclasses import dataclass

from app.domain.ids import AdultId, ClassId, SkillId, StationId

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
    """A place with work. `devices` is None where the station needs none.

    `adult_id` leads it. A visit to a station that is `must_do` is owed when it was missed.
    `next_task` is for whoever finishes early. `room_x` and `room_y` say where its middle stands
    in the room, in thousandths of the room's width and depth; None where nobody placed it.
    """

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
    adult_id: AdultId | None = None
    must_do: bool = False
    next_task: str = ""
    room_x: int | None = None
    room_y: int | None = None

    @property
    def spot(self) -> tuple[int, int] | None:
        """Where its middle stands in the room, None where nobody placed it."""
        if self.room_x is None or self.room_y is None:
            return None
        return self.room_x, self.room_y

    @property
    def room(self) -> int:
        """How many students the station can hold: seats, or devices where those are fewer."""
        return self.seats_max if self.devices is None else min(self.seats_max, self.devices)
