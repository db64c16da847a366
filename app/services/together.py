"""One look at several students: a level and tags for all of them, then without those who differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.domain.changes import Change, Label, label, made
from app.domain.ids import SkillId, StudentId, TagId
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.skills import Tag
from app.errors import NoSkillThere
from app.services.look import SAME_LOOK_MS
from app.services.observe import ObserveService


class Together:
    """Each is observed at the own station, on its skill; every click is one undo step.

    What is said within a minute is one observation for each. Other students end the look.
    """

    def __init__(self, observe: ObserveService) -> None:
        self._observe = observe
        self._scene: LiveScene | None = None
        self._students: tuple[StudentId, ...] = ()
        self._out: frozenset[StudentId] = frozenset()
        self._made: dict[StudentId, Observation] = {}
        self._touched = 0

    def turn_to(self, scene: LiveScene | None, students: Sequence[StudentId]) -> None:
        """Look at these; the same ones again change nothing."""
        self._scene = scene
        if tuple(students) != self._students:
            self._students, self._out, self._made = tuple(students), frozenset(), {}

    @property
    def ticked(self) -> tuple[StudentId, ...]:
        """Those for whom it holds."""
        return tuple(student for student in self._students if student not in self._out)

    @property
    def made(self) -> Mapping[StudentId, Observation]:
        """What this look has made, as it is kept now; nothing when it is over."""
        if self._observe.clock.now_ms() - self._touched >= SAME_LOOK_MS:
            return {}
        now = {student: self._observe.current(seen) for student, seen in self._made.items()}
        return {student: seen for student, seen in now.items() if seen is not None}

    def give_level(self, level: int) -> tuple[Observation, ...]:
        """The same level for each who is ticked.

        Raises `errors.NoSkillThere` when some are nowhere where a skill is worked on, and
        `NoSuchLevel`; then nothing is saved.
        """
        return self._say(lambda seen: replace(seen, level=level), self._levelled)

    def toggle_tag(self, tag: TagId) -> tuple[Observation, ...]:
        """A tag for each who is ticked; taken back where all of them have it."""
        there = self.made
        has = [tag in there[s].tag_ids if s in there else False for s in self.ticked]
        if has and all(has):
            return self._say(partial(_without_tag, tag), self._untagged)
        return self._say(partial(_with_tag, tag), self._tagged)

    def leave_out(self, student: StudentId) -> None:
        """This one differs: what was said is not said of her."""
        seen = self.made.get(student)
        if seen is not None:
            self._observe.delete(seen)
        self._made.pop(student, None)
        self._out |= {student}

    def take_in(self, student: StudentId) -> None:
        """This one too: what was said of the others is said of her."""
        self._out -= {student}
        others = [seen for seen in self.made.values() if seen.student_id != student]
        scene = self._scene
        if scene is None or not others or student in self.made:
            return
        like = others[0]
        fresh = replace(self._observe.at_station(scene, student, like.level), tag_ids=like.tag_ids)
        _must_have_skills(scene, [fresh])
        self._observe.check(fresh)
        self._write([made(fresh)], self._levelled if like.level else self._tagged)

    def _say(
        self, change: Callable[[Observation], Observation], said: "Said"
    ) -> tuple[Observation, ...]:
        scene, there = self._scene, self.made
        if scene is None or not self.ticked:
            return ()
        changes = []
        for student in self.ticked:
            before = there.get(student)
            fresh = before or self._observe.at_station(scene, student, None)
            after_it = change(fresh)
            changes.append(Change(before, after_it if _says(after_it) else None))
        after = [one.after for one in changes if isinstance(one.after, Observation)]
        _must_have_skills(scene, after)
        for seen in after:
            self._observe.check(seen)
        return self._write(changes, said)

    def _write(self, changes: Sequence[Change], said: "Said") -> tuple[Observation, ...]:
        after = [one.after for one in changes if isinstance(one.after, Observation)]
        self._observe.workspace.edit(said(after or _before(changes)), *changes)
        self._made |= {seen.student_id: seen for seen in after}
        self._touched = self._observe.clock.now_ms()
        return tuple(after)

    def _levelled(self, seen: Sequence[Observation]) -> Label:
        words = {self._observe.levels(SkillId(s.skill_id or 0))[(s.level or 1) - 1] for s in seen}
        word = words.pop() if len(words) == 1 else str(seen[0].level)
        return label("several observed", count=str(len(seen)), level=word)

    def _tagged(self, seen: Sequence[Observation]) -> Label:
        newest = [s.tag_ids[-1] for s in seen if s.tag_ids]
        names = [tag.name for tag in self._observe.store.find(Tag, id=tuple(newest[:1]))]
        return label("several tagged", count=str(len(seen)), tags="".join(names))

    def _untagged(self, seen: Sequence[Observation]) -> Label:
        return label("several untagged", count=str(len(seen)))


Said = Callable[[Sequence[Observation]], Label]


def _before(changes: Sequence[Change]) -> list[Observation]:
    return [one.before for one in changes if isinstance(one.before, Observation)]


def _says(seen: Observation) -> bool:
    return bool(seen.level or seen.tag_ids or seen.note)


def _without_tag(tag: TagId, seen: Observation) -> Observation:
    return replace(seen, tag_ids=tuple(one for one in seen.tag_ids if one != tag))


def _with_tag(tag: TagId, seen: Observation) -> Observation:
    return replace(seen, tag_ids=(*_without_tag(tag, seen).tag_ids, tag))


def _must_have_skills(scene: LiveScene, seen: Sequence[Observation]) -> None:
    lost = [scene.names[s.student_id] for s in seen if s.level and s.skill_id is None]
    if lost:
        raise NoSkillThere(tuple(lost))
