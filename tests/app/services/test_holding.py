"""What the disk refused is tried again, held, given up or let go."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.domain.changes import Change, Step, label
from app.domain.classes import Goal
from app.domain.lessons import Lesson as PlannedLesson
from app.domain.observations import Draft, Observation
from app.domain.voice import FOOD, HEALTH, Need, Reflection
from app.errors import AGAIN, MEMORY, NotSaved
from app.services.drafts import DraftService
from app.services.goals import GoalService
from app.services.holding import Holding
from app.services.needs import NeedService
from app.services.observe import ObserveService
from app.services.voice import VoiceService
from tests.builders import TaughtClass
from tests.fakes import FakeStore


class Refusing(FakeStore):
    """Refuses with a reason, as long as there is one."""

    reason = ""

    def record(self, step: Step) -> None:
        if self.reason:
            raise NotSaved(self.reason)
        super().record(step)


class Shelf:
    """Another place, if there is one."""

    def __init__(self, place: str = "a file") -> None:
        self.place = place
        self.steps: tuple[Step, ...] = ()

    def keep(self, steps: Sequence[Step]) -> str:
        self.steps = tuple(steps) if self.place else ()
        return self.place if steps else ""

    def load(self) -> tuple[Step, ...]:
        return self.steps


class Lesson(TaughtClass):
    """A lesson whose store refuses when told to."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        super().__init__(Refusing())
        self.session = self.start()
        self.shelf = shelf or Shelf()
        self.revived: list[str] = []
        self.holding = self.fresh_holding()
        self.observing = ObserveService(self.room)

    def fresh_holding(self) -> Holding:
        room, revive = self.room, self.revived.append
        holding = Holding(room, self.shelf, revive)
        room.workspace.on_refused(holding.refuse)
        return holding

    def refuse(self, reason: str) -> None:
        assert isinstance(self.store, Refusing)
        self.store.reason = reason

    def note(self, words: str) -> str:
        """Note something about Ben; returns what became of it."""
        try:
            self.observing.record(self.school_class.id, self.student("Ben"), note=words)
        except NotSaved as error:
            return error.kept
        return "saved"

    def notes(self) -> list[tuple[str, int]]:
        return [(one.note, one.seen_at) for one in self.store.find(Observation)]

    def move(self) -> None:
        self.moves.move(self.scene(), self.student("Ben"), self.stations["Games"])


@pytest.mark.parametrize("reason", ["full", "busy", "gone", "replaced", "other"])
def test_a_note_is_held_whatever_the_reason_and_keeps_its_time(reason: str) -> None:
    lesson = Lesson()
    at = lesson.clock.now_ms()
    lesson.refuse(reason)
    assert lesson.note("asks for help") == "a file"
    assert (lesson.notes(), lesson.holding.held) == ([], 1)
    lesson.clock.advance(90_000)
    assert lesson.holding.try_again().written == ()
    lesson.refuse("")
    assert len(lesson.holding.try_again().written) == 1
    assert lesson.notes() == [("asks for help", at)]
    assert (lesson.holding.held, lesson.shelf.steps) == (0, ())
    assert set(lesson.revived) == {reason}


def test_where_no_place_takes_it_memory_does_and_says_so() -> None:
    lesson = Lesson(Shelf(""))
    lesson.refuse("full")
    assert lesson.note("asks for help") == MEMORY
    assert lesson.holding.in_memory_only


def test_what_nobody_may_write_is_not_held() -> None:
    lesson = Lesson()
    lesson.refuse("read_only")
    assert lesson.note("asks for help") == ""
    assert not lesson.holding.busy


def test_a_move_is_tried_again_only_where_it_may_be_over_in_a_moment() -> None:
    lesson = Lesson()
    lesson.refuse("full")
    with pytest.raises(NotSaved) as full:
        lesson.move()
    assert (full.value.kept, lesson.holding.busy) == ("", False)
    lesson.refuse("busy")
    with pytest.raises(NotSaved) as busy:
        lesson.move()
    assert (busy.value.kept, lesson.holding.waiting) == (AGAIN, True)
    lesson.refuse("")
    assert len(lesson.holding.try_again().written) == 1
    assert "Ben" in lesson.where()["Games"]


def test_after_two_seconds_a_move_is_given_up() -> None:
    lesson = Lesson()
    lesson.refuse("busy")
    with pytest.raises(NotSaved):
        lesson.move()
    lesson.clock.advance(1_999)
    assert lesson.holding.try_again().failed == ()
    lesson.clock.advance(1)
    assert [step.label.verb for step in lesson.holding.try_again().failed] == ["moved"]
    lesson.refuse("")
    assert lesson.holding.try_again().written == ()


def test_an_undo_is_refused_at_once_as_it_may_be_pressed_again() -> None:
    lesson = Lesson()
    lesson.move()
    lesson.refuse("busy")
    with pytest.raises(NotSaved) as refused:
        lesson.room.workspace.undo()
    assert (refused.value.kept, lesson.holding.busy) == ("", False)


def test_what_was_kept_is_taken_up_at_the_next_start_and_never_twice() -> None:
    lesson = Lesson()
    lesson.refuse("full")
    lesson.note("first")
    lesson.note("second")
    kept = lesson.shelf.steps
    again = lesson.fresh_holding()
    assert again.load() == 2
    lesson.refuse("")
    again.try_again()
    lesson.shelf.steps = kept  # as if the program had been killed before it could take it away
    once_more = lesson.fresh_holding()
    once_more.load()
    assert once_more.try_again().lost == ()
    assert [note for note, _at in lesson.notes()] == ["first", "second"]
    assert once_more.held == 0


def with_an_orphan() -> Lesson:
    """Held is a change of a note that was deleted before it could be written."""
    lesson = Lesson()
    lesson.note("first")
    (seen,) = lesson.store.find(Observation)
    lesson.refuse("full")
    with pytest.raises(NotSaved):
        lesson.observing.amend(seen, note="better words")
    lesson.refuse("")
    lesson.observing.delete(seen)
    return lesson


def test_what_nothing_here_knows_of_is_told_and_kept_until_it_is_let_go() -> None:
    lesson = with_an_orphan()
    (lost,) = lesson.holding.try_again().lost
    assert (lesson.holding.held, lesson.holding.busy) == (0, False)
    assert lesson.holding.stranded == lesson.shelf.steps == (lost,)
    lesson.holding.let_go()
    assert (lesson.holding.stranded, lesson.shelf.steps) == ((), ())


def test_what_is_stranded_is_written_into_the_class_that_knows_of_it() -> None:
    lesson = with_an_orphan()
    lesson.holding.try_again()
    lesson.room.workspace.undo()
    again = lesson.fresh_holding()
    assert again.load() == 1
    assert len(again.try_again().written) == 1
    assert [note for note, _at in lesson.notes()] == ["better words"]
    assert lesson.shelf.steps == ()


def test_what_is_stranded_in_memory_alone_would_be_lost_with_the_window() -> None:
    lesson = Lesson(Shelf(""))
    lesson.note("first")
    (seen,) = lesson.store.find(Observation)
    lesson.refuse("full")
    with pytest.raises(NotSaved):
        lesson.observing.amend(seen, note="better words")
    lesson.refuse("")
    lesson.observing.delete(seen)
    lesson.holding.try_again()
    assert lesson.holding.in_memory_only
    assert lesson.holding.kept == 1


def write_need(lesson: Lesson, words: str, kind: str = HEALTH) -> str:
    try:
        NeedService(lesson.room).write(lesson.student("Ben"), kind, words)
    except NotSaved as error:
        return error.kept
    return "saved"


def needs(lesson: Lesson) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in lesson.store.find(Need)]


def test_a_need_is_held_and_the_words_written_last_are_kept() -> None:
    """The form shows the class file, so whoever goes on there writes the need once more."""
    lesson = Lesson()
    lesson.refuse("full")
    assert write_need(lesson, "an inhaler") == "a file"
    assert write_need(lesson, "breakfast", FOOD) == "a file"
    assert write_need(lesson, "an inhaler, in the bag") == "a file"
    assert lesson.holding.held == 2
    lesson.refuse("")
    assert write_need(lesson, "breakfast", FOOD) == "saved"
    lesson.holding.try_again()
    assert (HEALTH, "an inhaler, in the bag") in needs(lesson)
    assert lesson.holding.held == 0


def test_what_is_written_about_a_student_is_held_whatever_form_it_is() -> None:
    lesson = Lesson()
    room, ben = lesson.room, lesson.student("Ben")
    lesson.refuse("full")
    for write in (
        lambda: GoalService(room).set_goal(ben, "Reads a page", ("one", "two")),
        lambda: VoiceService(room).reflect(ben, None, "it was hard"),
        lambda: VoiceService(room).reflect(ben, None, "and long"),
    ):
        with pytest.raises(NotSaved) as refused:
            write()
        assert refused.value.kept == "a file"
    assert lesson.holding.held == 3
    lesson.refuse("")
    assert len(lesson.holding.try_again().written) == 3
    assert [goal.title for goal in lesson.store.find(Goal)] == ["Reads a page"]
    assert {one.words for one in lesson.store.find(Reflection)} == {"it was hard", "and long"}


def test_a_step_of_a_goal_that_is_ticked_is_ticked_again_instead() -> None:
    lesson = Lesson()
    service = GoalService(lesson.room)
    goal = service.set_goal(lesson.student("Ben"), "Reads a page", ("one", "two"))
    lesson.refuse("full")
    with pytest.raises(NotSaved) as refused:
        service.tick(goal, 0)
    assert (refused.value.kept, lesson.holding.held) == ("", 0)


def test_a_line_for_later_and_what_a_lesson_is_about_are_held_too() -> None:
    lesson = Lesson()
    drafts = DraftService(lesson.room, lesson.observing)
    lesson.refuse("full")
    plan = lesson.store.get(PlannedLesson, lesson.lesson.id)
    assert plan is not None
    for topic in ("fra", "fractions"):
        change = Change(plan, replace(plan, topic=topic))
        with pytest.raises(NotSaved) as refused:
            lesson.room.workspace.edit(label("lesson changed"), change)
        assert refused.value.kept == "a file"
    with pytest.raises(NotSaved) as refused:
        lesson.room.workspace.edit(
            label("lesson changed"), Change(plan, replace(plan, topic="x", rounds=plan.rounds + 1))
        )
    assert refused.value.kept == ""
    with pytest.raises(NotSaved):
        drafts.keep(lesson.school_class.id, "Ben counted in tens")
    assert lesson.holding.held == 2
    lesson.refuse("")
    assert len(lesson.holding.try_again().written) == 2
    assert [one.topic for one in lesson.store.find(PlannedLesson)] == ["fractions"]
    assert [one.text for one in lesson.store.find(Draft)] == ["Ben counted in tens"]
