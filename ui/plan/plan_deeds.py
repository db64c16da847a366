"""What a hand does to a plan; each is one undo step."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.ids import ClassId, LessonId, SkillId, StationId, StudentId
from app.domain.lessons import OWN_PATHS
from app.domain.planning.values import Proposal, WayOut
from app.domain.templates import NEED
from ui.plan.services import PlanServices


class PlanDeeds:
    """Does it to the lesson that `lesson` gives; nothing where there is none.

    `first` is called before a hand changes anything: it keeps a plan that is only proposed. `seen`
    shows another lesson and, where it is new, looks into what it does not keep: by the smallest
    change when it is one as before (True).
    """

    def __init__(
        self,
        services: PlanServices,
        rng: random.Random,
        lesson: Callable[[], LessonId | None],
        first: Callable[[], None],
        seen: Callable[[LessonId, bool | None], None],
        wishes_wanted: Callable[[], None],
        rule_wanted: Callable[[str, tuple[StudentId, ...]], None],
        shuffle_wanted: Callable[[], None],
    ) -> None:
        self._services = services
        self._planning = services.planning
        self._rng = rng
        self._lesson = lesson
        self._first = first
        self._seen = seen
        self._wishes_wanted = wishes_wanted
        self._rule_wanted = rule_wanted
        self._shuffle_wanted = shuffle_wanted

    def put(self, student: StudentId, number: int, station: StationId) -> None:
        """Move a student in a round, and fix the place."""
        if (lesson := self._by_hand()) is not None:
            self._planning.move(lesson, student, number, station)

    def swap(self, student: StudentId, other: StudentId, number: int) -> None:
        """Put two students in each other's place in a round."""
        if (lesson := self._by_hand()) is not None:
            self._planning.swap(lesson, student, other, number)

    def pin(self, student: StudentId, number: int, fixed: bool) -> None:
        """Fix a place, or let it go."""
        if (lesson := self._by_hand()) is not None:
            self._planning.pin(lesson, (student,), (number,), fixed)

    def pin_all(self, student: StudentId, fixed: bool) -> None:
        """Fix all places of a student, or let them go."""
        if (lesson := self._by_hand()) is not None:
            self._planning.lock(lesson, (student,), fixed)

    def _by_hand(self) -> LessonId | None:
        self._first()
        return self._lesson()

    def let_all_go(self) -> None:
        """No place is fixed any more."""
        if (lesson := self._lesson()) is not None:
            self._planning.unpin_all(lesson)

    def shuffle(self) -> None:
        """Deal everyone anew who is not fixed; on own paths that takes a search."""
        lesson = self._lesson()
        if lesson is None:
            return
        if self._services.lessons.lesson(lesson).mode == OWN_PATHS:
            self._shuffle_wanted()
        else:
            self._planning.shuffle(lesson, self._rng)

    def shuffle_the_rest(self, students: Sequence[StudentId]) -> None:
        """Fix all places of these, and deal the others anew."""
        if (lesson := self._by_hand()) is not None:
            self._planning.lock(lesson, students)
            self.shuffle()

    def use(self, proposal: Proposal, only: frozenset[tuple[StudentId, int]] | None = None) -> None:
        """Keep a proposed plan, or these places of it."""
        self._planning.use(proposal.lesson, proposal, only)

    def take_way(self, way: WayOut) -> None:
        """Go a way out of a rule that is not kept."""
        if (lesson := self._lesson()) is None:
            return
        if way.kind == "cancel" and way.student is not None:
            self._call_off(lesson, way.student)
        else:
            self._planning.take_way(lesson, way)

    def _call_off(self, lesson: LessonId, student: StudentId) -> None:
        """The student stays in the room on the day of the lesson."""
        found = self._services.outings_of(self._services.lessons.lesson(lesson))
        own = [outing for outing in found if outing.student_id == student]
        self._services.pull_outs.cancel(own)

    def order_wishes(self, order: tuple[str, ...]) -> None:
        """Say what matters first."""
        if (lesson := self._lesson()) is not None:
            self._planning.wishes(lesson, order)

    def look_at(self, skill: SkillId | None) -> None:
        """Say whose levels matter; None for what each station works on."""
        if (lesson := self._lesson()) is not None:
            self._planning.ready_for(lesson, skill)

    def choose_first(self, student: StudentId, station: StationId | None) -> None:
        """Write down where a student would like to go; None for nowhere."""
        if (lesson := self._lesson()) is not None:
            self._planning.choose(lesson, student, () if station is None else (station,))

    def choose_mode(self, mode: str) -> None:
        """Groups move together, or everyone has an own path."""
        if (lesson := self._lesson()) is not None:
            self._planning.mode(lesson, mode)

    def close_station(self, station: StationId, number: int) -> None:
        """Nobody comes to the station in a round."""
        if (lesson := self._lesson()) is not None:
            self._planning.close(lesson, station, number)

    def open_station(self, station: StationId, number: int) -> None:
        """It takes students again."""
        if (lesson := self._lesson()) is not None:
            self._planning.open(lesson, station, number)

    def make_from(self, template: str) -> None:
        """A new lesson for the class of this one."""
        if (lesson := self._lesson()) is not None:
            class_id = self._services.lessons.lesson(lesson).class_id
            self._seen(self._services.templates.make(class_id, template, self._rng).id, False)

    def make_with(self, others: tuple[ClassId, ...]) -> None:
        """What I Need for the class of this one together with others."""
        if (lesson := self._lesson()) is not None:
            class_id = self._services.lessons.lesson(lesson).class_id
            made = self._services.templates.make(class_id, NEED, self._rng, others)
            self._seen(made.id, False)

    def send_home(self, student: StudentId) -> None:
        """A guest is in the lesson no more."""
        if (lesson := self._lesson()) is not None:
            before = self._services.lessons.lesson(lesson)
            guests = tuple(guest for guest in before.guest_ids if guest != student)
            self._services.lessons.edit(replace(before, guest_ids=guests), self._rng)

    def copy_to(self, day: str) -> None:
        """The plan again on a day (ISO text)."""
        if (lesson := self._lesson()) is not None:
            self._seen(self._services.templates.copy_to(lesson, day).id, True)

    def go_on(self, day: str) -> None:
        """The next lesson on a day: everyone goes on to where they have not been."""
        if (lesson := self._lesson()) is not None:
            self._seen(self._services.templates.go_on(lesson, day, self._rng).id, True)

    def catch_up(self, students: Sequence[StudentId]) -> None:
        """These did not prepare."""
        if (lesson := self._lesson()) is not None:
            self._services.templates.catch_up(lesson, students)

    def show_lesson(self, lesson: LessonId) -> None:
        """Show another lesson of the class."""
        self._seen(lesson, None)

    def show_wishes(self) -> None:
        """Let the teacher say what matters first."""
        self._wishes_wanted()

    def new_rule(self, kind: str, students: tuple[StudentId, ...]) -> None:
        """Let the teacher pick a rule."""
        self._rule_wanted(kind, students)
