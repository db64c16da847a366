"""Pull-outs: written once for one or several students, and called off for a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.classes import Student
from app.domain.ids import ClassId, PullOutDayId, PullOutId, StudentId, TimetableId
from app.domain.letters import clean
from app.domain.outings import Outing
from app.domain.pull_outs import PullOut, PullOutDay, clashing, has_day
from app.domain.school_day import fits
from app.domain.timetable import Timetable
from app.errors import BadTimes, DayMissing, PullOutClashes, StudentMissing
from app.services.known import known
from app.services.roll import called, class_roll


@dataclass(frozen=True, slots=True)
class When:
    """What a pull-out says but for whom it is; the fields are those of `PullOut`."""

    reason: str
    place: str
    begins: int
    ends: int
    weekdays: tuple[int, ...] = ()
    letter: str = ""
    day: str = ""

    @classmethod
    def of(cls, one: PullOut) -> "When":
        """What a pull-out that is written says."""
        times = (one.begins, one.ends, one.weekdays, one.letter, one.day)
        return cls(one.reason, one.place, *times)


class PullOutService:
    """Writes pull-outs; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def of_class(self, class_id: ClassId) -> tuple[PullOut, ...]:
        """Those in use, of students who are on the list, but for days that are over."""
        roll, _names = class_roll(self._room.store, class_id)
        place = {student.id: at for at, student in enumerate(roll)}
        kept = self._room.store.find(PullOut, class_id=class_id, archived=False)
        today = self.today().isoformat()
        shown = [p for p in kept if p.student_id in place and (p.weekly or p.day >= today)]
        return tuple(sorted(shown, key=lambda p: (place[p.student_id], p.day, p.begins, p.id)))

    def cycle(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The weekdays with school and the letters of days, as the timetable has them."""
        kept = self._room.store.find(Timetable)
        timetable = kept[0] if kept else Timetable(TimetableId(0))
        return timetable.weekdays, timetable.letters

    def today(self) -> date:
        """The local date."""
        return self._room.clock.local(self._room.clock.now_ms()).date()

    def add(self, class_id: ClassId, students: Sequence[StudentId], when: When) -> None:
        """The same for each of these students; one who is a guest in the class has it at home.

        Raises `errors.StudentMissing` for nobody, and as `change` does; then nothing is kept.
        """
        if not students:
            raise StudentMissing
        known_ones = self._room.store.find(Student, id=tuple(students))
        homes = {one.id: one.class_id for one in known_ones}
        new = [
            _fitting(when, PullOut(PullOutId(self._room.ids()), home, student, "", "", 0, 0))
            for student in dict.fromkeys(students)
            for home in (homes.get(student, class_id),)
        ]
        for pull_out in new:
            self._check(pull_out)
        said = label("pull-outs added", count=str(len(new)))
        if len(new) == 1:
            said = label("pull-out added", student=self._name(new[0]))
        self._room.workspace.edit(said, *map(made, new))

    def change(self, pull_out_id: PullOutId, when: When) -> None:
        """Give it other times, days or words.

        Raises `errors.BadTimes`, `DayMissing`, and `PullOutClashes` when the student is out
        then already.
        """
        before = known(self._room.store, PullOut, pull_out_id, "pull-out")
        after = _fitting(when, before)
        self._check(after)
        said = label("pull-out changed", student=self._name(after))
        self._room.workspace.edit(said, Change(before, after))

    def remove(self, pull_out_id: PullOutId) -> None:
        """It takes place no more; lessons that were taught remember it."""
        before = known(self._room.store, PullOut, pull_out_id, "pull-out")
        said = label("pull-out removed", student=self._name(before))
        self._room.workspace.edit(said, Change(before, replace(before, archived=True)))

    def cancel(self, outings: Sequence[Outing]) -> bool:
        """These do not take place on their day; False when that is known of all."""
        off = [outing for outing in outings if not outing.cancelled]
        if not off:
            return False
        said = label("pull-outs cancelled", count=str(len(off)))
        if len(off) == 1:
            said = label("pull-out cancelled", student=self._name(off[0].pull_out))
        self._room.workspace.edit(said, *(made(self._day(outing)) for outing in off))
        return True

    def restore(self, outing: Outing) -> None:
        """It takes place on its day after all."""
        own, day = outing.pull_out, self._local_day(outing)
        kept = self._room.store.find(PullOutDay, pull_out_id=own.id, day=day)
        said = label("pull-out on after all", student=self._name(own))
        self._room.workspace.edit(said, *map(gone, kept))

    def _check(self, new: PullOut) -> None:
        if not fits(new.begins, new.ends):
            raise BadTimes(new.begins, new.ends)
        if not has_day(new):
            raise DayMissing
        others = self._room.store.find(PullOut, student_id=new.student_id, archived=False)
        if found := clashing(new, others):
            first = found[0]
            raise PullOutClashes(self._name(new), first.reason, first.begins, first.ends)

    def _day(self, outing: Outing) -> PullOutDay:
        new = PullOutDayId(self._room.ids())
        return PullOutDay(new, outing.pull_out.id, self._local_day(outing))

    def _local_day(self, outing: Outing) -> str:
        return self._room.clock.local(outing.begins_at).date().isoformat()

    def _name(self, pull_out: PullOut) -> str:
        student = self._room.store.get(Student, pull_out.student_id)
        return called(self._room.store, student.id) if student else ""


def _fitting(when: When, pull_out: PullOut) -> PullOut:
    """The pull-out at those times; one that is for a day has no weekdays."""
    weekly = not when.day
    return replace(
        pull_out,
        reason=clean(when.reason),
        place=clean(when.place),
        begins=when.begins,
        ends=when.ends,
        weekdays=tuple(sorted(set(when.weekdays))) if weekly else (),
        letter=when.letter if weekly else "",
        day=when.day,
    )
