"""Goals: what a student works towards, step by step. Each call is one undo step."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, label, made
from app.domain.classes import Goal
from app.domain.ids import GoalId, StudentId
from app.domain.letters import clean
from app.services.known import named
from app.services.roll import called


class GoalService:
    """Sets a student's goal, marks its steps, and closes it."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def open_goal(self, student_id: StudentId) -> Goal | None:
        """The goal the student works towards: the oldest one that is not closed."""
        found = self._room.store.find(Goal, student_id=student_id, closed=False)
        return found[0] if found else None

    def set_goal(self, student_id: StudentId, title: str, steps: Sequence[str]) -> Goal:
        """Give the student a goal, or put the open one in other words.

        Blank steps are left out; a step that keeps its words stays done. Raises
        `errors.NameMissing` for an empty title and `errors.NotFound` for no such student.
        """
        wanted = tuple(filter(None, map(clean, steps)))
        before = self.open_goal(student_id)
        after = replace(
            before or self._new(student_id),
            title=named(title),
            steps=wanted,
            done_at=_kept_marks(before, wanted),
        )
        change = made(after) if before is None else Change(before, after)
        self._room.workspace.edit(label("goal set", **self._facts(after)), change)
        return after

    def tick(self, goal: Goal, index: int) -> Goal:
        """Mark a step (from 0) as done now, or as still to do when it was done."""
        if not 0 <= index < len(goal.steps):
            raise IndexError(f"the goal has no step {index}")
        done = list(_padded(goal))
        done[index] = None if done[index] is not None else self._room.clock.now_ms()
        facts = self._facts(goal)
        to_do, ticked = label("goal step open", **facts), label("goal step done", **facts)
        after = replace(goal, done_at=tuple(done))
        return self._change(to_do if done[index] is None else ticked, goal, after)

    def close(self, goal: Goal) -> Goal:
        """Put the goal away; a new one may be set."""
        said = label("goal closed", **self._facts(goal))
        return self._change(said, goal, replace(goal, closed=True))

    def _change(self, said: Label, before: Goal, after: Goal) -> Goal:
        self._room.workspace.edit(said, Change(before, after))
        return after

    def _facts(self, goal: Goal) -> dict[str, str]:
        return {"student": called(self._room.store, goal.student_id), "goal": goal.title}

    def _new(self, student_id: StudentId) -> Goal:
        return Goal(GoalId(self._room.ids()), student_id, "", self._room.clock.now_ms())


def _padded(goal: Goal) -> tuple[int | None, ...]:
    return (*goal.done_at, *(None for _ in goal.steps[len(goal.done_at) :]))


def _kept_marks(goal: Goal | None, steps: Sequence[str]) -> tuple[int | None, ...]:
    marks = dict(zip(goal.steps, _padded(goal), strict=False)) if goal else {}
    return tuple(marks.get(step) for step in steps)
