"""Writing down what an adult saw. Each call is one undo step."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.clock import READY
from app.domain.ids import (
    AttachmentId,
    ClassId,
    ObservationId,
    SkillId,
    StationId,
    StudentId,
    TagId,
)
from app.domain.letters import clean
from app.domain.live import LiveScene
from app.domain.observations import Attachment, Clip, Observation
from app.domain.skills import Framework, Skill, Tag
from app.domain.stations import Station
from app.errors import (
    NoSuchLevel,
    NoteTooLong,
    NothingSeen,
    NotRead,
    SkillMissing,
    StaleChange,
)
from app.ports import Store
from app.services.known import known
from app.services.roll import called

LONGEST_NOTE = 500


class ObserveService:
    """Records, amends and deletes observations; what is not said is taken from the lesson.

    `adult` is who observes; it may be changed at any time.
    """

    def __init__(self, room: Classroom) -> None:
        self.store = room.store
        self._room = room
        self.workspace = room.workspace
        self.clock = room.clock
        self.adult = ""

    def record(
        self,
        class_id: ClassId,
        student_id: StudentId,
        *,
        skill_id: SkillId | None = None,
        level: int | None = None,
        tag_ids: Sequence[TagId] = (),
        note: str = "",
        scene: LiveScene | None = None,
        private: bool = False,
    ) -> Observation:
        """Something was seen now.

        With a `scene` the observation also tells the station where the student is, session and
        round; without a skill it is about the station's. Raises `errors.NothingSeen`,
        `SkillMissing`, `NoSuchLevel`, `NoteTooLong` and `NotFound`.
        """
        station = _station_of(scene, student_id)
        observation = Observation(
            id=ObservationId(self._room.ids()),
            class_id=class_id,
            student_id=student_id,
            seen_at=self.clock.now_ms(),
            skill_id=skill_id or (station.skill_id if station else None),
            level=level,
            tag_ids=tuple(tag_ids),
            note=one_line(note),
            station_id=station.id if station else None,
            session_id=scene.session.id if scene else None,
            round=round_of(scene),
            adult=self.adult,
            private=private,
        )
        if scene is not None:
            observation = self._of_guest(scene, observation)
        self.workspace.edit(self._said(observation, scene), made(observation))
        return observation

    def record_clips(
        self, scene: LiveScene, student: StudentId, clips: Sequence[Clip]
    ) -> Observation:
        """Pictures and files of what is worked on now, and nothing else yet; one step."""
        seen = self.at_station(scene, student, None)
        attached = [made(attachment_of(self._room.ids, seen, clip)) for clip in clips]
        said = label("attached", student=self._called(student))
        self.workspace.edit(said, made(seen), *attached)
        return seen

    def amend(
        self,
        observation: Observation,
        *,
        skill_id: SkillId | None = None,
        level: int | None = None,
        tag_ids: Sequence[TagId] | None = None,
        note: str | None = None,
    ) -> Observation:
        """Change what was said, not when it was seen; None leaves a part as it is.

        Raises as `record` does, and `errors.StaleChange` when the observation is gone.
        """
        before = self._kept(observation)
        after = replace(
            before,
            skill_id=skill_id or before.skill_id,
            level=level or before.level,
            tag_ids=before.tag_ids if tag_ids is None else tuple(tag_ids),
            note=before.note if note is None else one_line(note),
        )
        self.check(after)
        self.workspace.edit(self._amended(before, after), Change(before, after))
        return after

    def give_to(self, observation: Observation, student_id: StudentId) -> Observation:
        """It was another student, perhaps a guest of the lesson, or not the guest."""
        from app.services.twins import at_home  # nothing is put right at the start

        before = self._kept(observation)
        after = at_home(self.store, replace(before, student_id=student_id))
        said = label("observation moved", student=self._called(student_id))
        along = [
            Change(one, replace(one, student_id=student_id))
            for one in attached_to(self.store, before)
        ]
        self.workspace.edit(said, Change(before, after), *along)
        return after

    def delete(self, observation: Observation) -> None:
        """Take it away. Raises `errors.StaleChange` when it is gone already."""
        before = self._kept(observation)
        said = label("observation deleted", student=self._called(before.student_id))
        self.workspace.edit(said, *map(gone, attached_to(self.store, before)), gone(before))

    def current(self, observation: Observation) -> Observation | None:
        """The observation as it is kept now, None when it was undone or deleted."""
        return self.store.get(Observation, observation.id)

    def recent(self, student_id: StudentId, limit: int) -> tuple[Observation, ...]:
        """What was seen of the student last, newest first."""
        return self._room.evidence.of_student(student_id, limit)

    def levels(self, skill_id: SkillId) -> tuple[str, ...]:
        """The words for level 1, 2, ... of the skill's framework."""
        skill = known(self.store, Skill, skill_id, "skill")
        return known(self.store, Framework, skill.framework_id, "framework").levels

    def at_station(self, scene: LiveScene, student: StudentId, level: int | None) -> Observation:
        """What is seen of a student now where she is; it is not kept yet."""
        station = _station_of(scene, student)
        seen = Observation(
            id=ObservationId(self._room.ids()),
            class_id=scene.school_class.id,
            student_id=student,
            seen_at=self.clock.now_ms(),
            skill_id=station.skill_id if station else None,
            level=level,
            station_id=station.id if station else None,
            session_id=scene.session.id,
            round=round_of(scene),
            adult=self.adult,
        )
        return self._of_guest(scene, seen)

    def _of_guest(self, scene: LiveScene, seen: Observation) -> Observation:
        """What is seen of a guest belongs to the guest's own class."""
        if seen.student_id not in scene.lesson.guest_ids:
            return seen
        from app.services.twins import at_home  # no guest is seen at the start

        return at_home(self.store, seen)

    def _said(self, seen: Observation, scene: LiveScene | None) -> Label:
        """What is said of it, once it is found to make sense.

        Where nothing can be read, what was seen is taken as it is: it cannot be seen again.
        """
        try:
            self.check(seen)
            said = self._recorded(seen)
            if scene is None or seen.student_id not in scene.lesson.guest_ids:
                return said
            told = {"student": scene.names.get(seen.student_id, said.facts["student"])}
            return label(said.verb, **{**said.facts, **told})
        except NotRead:
            if scene is None or seen.student_id not in scene.names:
                raise
            return label("noted", student=scene.names[seen.student_id])

    def _kept(self, observation: Observation) -> Observation:
        found = self.current(observation)
        if found is None:
            raise StaleChange
        return found

    def check(self, seen: Observation) -> None:
        """Whether it makes sense. Raises `NothingSeen`, `SkillMissing` or `NoSuchLevel`."""
        is_empty = seen.level is None and not seen.tag_ids and not seen.note
        if is_empty and not attached_to(self.store, seen):
            raise NothingSeen
        if seen.level is None:
            return
        if seen.skill_id is None:
            raise SkillMissing
        highest = len(self.levels(seen.skill_id))
        if not 1 <= seen.level <= highest:
            raise NoSuchLevel(seen.level, highest)

    def _recorded(self, seen: Observation) -> Label:
        if seen.level is not None:
            return self._about_level("observed", seen)
        if seen.tag_ids:
            return self._about_tags("tagged", seen)
        return label("noted", student=self._called(seen.student_id))

    def _amended(self, before: Observation, after: Observation) -> Label:
        if (before.level, before.skill_id) != (after.level, after.skill_id):
            if after.level is not None:
                return self._about_level("observed", after)
        elif before.tag_ids != after.tag_ids:
            added = tuple(tag for tag in after.tag_ids if tag not in before.tag_ids)
            if added:
                return self._about_tags("tagged", replace(after, tag_ids=added))
            return label("untagged", student=self._called(after.student_id))
        return label("noted", student=self._called(after.student_id))

    def _about_level(self, verb: str, seen: Observation) -> Label:
        skill_id = SkillId(seen.skill_id or 0)
        skill = known(self.store, Skill, skill_id, "skill")
        word = self.levels(skill_id)[(seen.level or 1) - 1]
        student = self._called(seen.student_id)
        return label(verb, student=student, level=word, skill=skill.statement)

    def _about_tags(self, verb: str, seen: Observation) -> Label:
        names = {tag.id: tag.name for tag in self.store.find(Tag, id=seen.tag_ids)}
        told = ", ".join(names[TagId(tag)] for tag in seen.tag_ids if tag in names)
        return label(verb, student=self._called(seen.student_id), tags=told)

    def _called(self, student_id: StudentId) -> str:
        return called(self.store, student_id)


def attached_to(store: Store, seen: Observation) -> tuple[Attachment, ...]:
    """What belongs to an observation, in the order it was added."""
    return store.find(Attachment, observation_id=seen.id)


def attachment_of(ids: Callable[[], int], seen: Observation, clip: Clip) -> Attachment:
    """The clip as something that belongs to the observation."""
    own = AttachmentId(ids())
    return Attachment(own, seen.id, seen.student_id, clip.kind, clip.name, clip.content)


def one_line(note: str) -> str:
    """The note as it is kept. Raises `errors.NoteTooLong`."""
    kept = clean(note)
    if len(kept) > LONGEST_NOTE:
        raise NoteTooLong(len(kept), LONGEST_NOTE)
    return kept


def _station_of(scene: LiveScene | None, student_id: StudentId) -> Station | None:
    if scene is None:
        return None
    found: StationId | None = scene.seating.station_of(student_id)
    return next((station for station in scene.stations if station.id == found), None)


def round_of(scene: LiveScene | None) -> int | None:
    """The round the clock shows, None before the first."""
    if scene is None or scene.reading.phase == READY:
        return None
    return scene.reading.round
