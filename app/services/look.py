"""One look at a student: a level, tags and a note that belong together."""

from app.domain.ids import SkillId, StudentId, TagId
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.ports import Clock
from app.services.observe import ObserveService

SAME_LOOK_MS = 60_000
"""What is said within a minute of the last word is about the same moment."""


class Look:
    """Turns clicks into observations: the first makes one, those soon after amend it.

    Each click is its own undo step. Another student, another skill or a minute's silence ends the
    look.
    """

    def __init__(self, observe: ObserveService, clock: Clock) -> None:
        self._observe = observe
        self._clock = clock
        self._scene: LiveScene | None = None
        self._student: StudentId | None = None
        self._skill: SkillId | None = None
        self._made: Observation | None = None
        self._touched = 0

    @property
    def observation(self) -> Observation | None:
        """What this look has made so far, as it is kept now; None when it is over or undone.

        Another adult's look is another one.
        """
        if self._made is None or self.rest_ms <= 0 or self._made.adult != self._observe.adult:
            return None
        return self._observe.current(self._made)

    @property
    def rest_ms(self) -> int:
        """How long the look still lasts."""
        return max(0, self._touched + SAME_LOOK_MS - self._clock.now_ms())

    def turn_to(
        self, scene: LiveScene | None, student_id: StudentId | None, skill_id: SkillId | None
    ) -> None:
        """Look at a student and a skill; the same ones again change nothing."""
        self._scene = scene
        if (student_id, skill_id) != (self._student, self._skill):
            self._student, self._skill = student_id, skill_id
            self._made = None

    def keep(self) -> None:
        """The teacher is still at it, such as typing a note."""
        if self.observation is not None:
            self._touched = self._clock.now_ms()

    def give_level(self, level: int) -> Observation | None:
        """The level that was seen; another one soon after takes its place."""
        made = self.observation
        if made is None:
            return self._record(level=level)
        return self._amend(made, level=level)

    def toggle_tag(self, tag_id: TagId) -> Observation | None:
        """Give a tag, or take it back; an observation of nothing else goes with it."""
        made = self.observation
        if made is None:
            return self._record(tag_ids=(tag_id,))
        if tag_id not in made.tag_ids:
            return self._amend(made, tag_ids=(*_tags(made), tag_id))
        left = tuple(tag for tag in _tags(made) if tag != tag_id)
        if not left and made.level is None and not made.note:
            self._observe.delete(made)
            self._made = None
            return None
        return self._amend(made, tag_ids=left)

    def add_note(self, note: str) -> Observation | None:
        """A note on what was seen; a second one is put behind the first."""
        made = self.observation
        if made is None:
            return self._record(note=note)
        return self._amend(made, note=f"{made.note}; {note}" if made.note else note)

    def _record(
        self, level: int | None = None, tag_ids: tuple[TagId, ...] = (), note: str = ""
    ) -> Observation | None:
        scene, student = self._scene, self._student
        if scene is None or student is None:
            return None
        made = self._observe.record(
            scene.school_class.id,
            student,
            skill_id=self._skill,
            level=level,
            tag_ids=tag_ids,
            note=note,
            scene=scene,
        )
        return self._now(made)

    def _amend(
        self,
        made: Observation,
        level: int | None = None,
        tag_ids: tuple[TagId, ...] | None = None,
        note: str | None = None,
    ) -> Observation:
        return self._now(self._observe.amend(made, level=level, tag_ids=tag_ids, note=note))

    def _now(self, made: Observation) -> Observation:
        self._made = made
        self._touched = self._clock.now_ms()
        return made


def _tags(observation: Observation) -> tuple[TagId, ...]:
    return tuple(TagId(tag) for tag in observation.tag_ids)
