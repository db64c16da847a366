"""What the disk refused: tried again for a moment, or held until it can be written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.classroom import Classroom
from app.domain.backoff import over
from app.domain.changes import Step
from app.domain.held import is_held, place_of
from app.errors import AGAIN, MEMORY, ClassroomError, NotRead, NotSaved, StaleChange

_PASSING = frozenset({"busy", "gone"})
"""Reasons that may be over in a moment."""


class Shelf(Protocol):
    """Keeps what is held in another place than the class file."""

    def keep(self, steps: Sequence[Step]) -> str:
        """Keep these and nothing else; returns the place, "" where only memory is left.

        Never raises.
        """
        ...

    def load(self) -> tuple[Step, ...]:
        """What was kept when the app was last closed."""
        ...


class _Waiting(NamedTuple):
    step: Step
    since: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying again: `failed` were given up, `lost` cannot be written here.

    What is held is among `Holding.stranded` then.
    """

    written: tuple[Step, ...] = ()
    failed: tuple[Step, ...] = ()
    lost: tuple[Step, ...] = ()


class Holding:
    """Holds what was seen and what was written; other actions are only tried again.

    `revive` is given the reason before each try, to make the connection to the file good again; it
    raises `errors.ClassroomError` where it cannot. `place` is where what is held is kept, "" for
    memory alone; `reason` is the last one, as `errors.NotSaved` has it. `stranded` are those
    of which nothing here knows, as after an older backup was opened: they stay on the shelf, to be
    tried in the class that is open next, until somebody lets them go.
    """

    def __init__(self, room: Classroom, shelf: Shelf, revive: Callable[[str], None]) -> None:
        self._room = room
        self._shelf = shelf
        self._revive = revive
        self._held: list[Step] = []
        self._waiting: list[_Waiting] = []
        self.stranded: tuple[Step, ...] = ()
        self.place = ""
        self.reason = ""

    @property
    def held(self) -> int:
        """How many notes are not saved yet."""
        return len(self._held)

    @property
    def busy(self) -> bool:
        """Whether there is anything to try again."""
        return bool(self._held or self._waiting)

    @property
    def waiting(self) -> bool:
        """Whether an action is tried again for its moment."""
        return bool(self._waiting)

    @property
    def in_memory_only(self) -> bool:
        """Whether what is held would be lost with the window."""
        return bool(self._held or self.stranded) and not self.place

    @property
    def kept(self) -> int:
        """How many notes are in no class file."""
        return len(self._held) + len(self.stranded)

    def load(self) -> int:
        """Take up what was held when the app was last closed; returns how many."""
        known = {step.id for step in self._held}
        self._held[:0] = [step for step in self._shelf.load() if step.id not in known]
        if self._held:
            self._put_away()
        return self.held

    def refuse(self, step: Step, error: ClassroomError) -> ClassroomError:
        """Take a step that was not written; returns the error that says what becomes of it."""
        if not isinstance(error, NotSaved) or error.reason == "read_only":
            return error
        self.reason = error.reason
        if is_held(step):
            self._held = [*self._besides(step), step]
            self._put_away()
            return NotSaved(error.reason, self.place or MEMORY)
        if error.reason in _PASSING and step.reverses is None:
            self._waiting.append(_Waiting(step, self._room.clock.now_ms()))
            return NotSaved(error.reason, AGAIN)
        return error

    def try_again(self) -> Tried:
        """Write what can be written, in the order it was done."""
        written: list[Step] = []
        lost: list[Step] = []
        try:
            self._revive(self.reason)
            for step in sorted((*self._held, *(w.step for w in self._waiting)), key=lambda s: s.id):
                (written if self._write(step) else lost).append(step)
                self._let_go(step)
        except (NotSaved, NotRead) as error:
            self.reason = error.reason
        except ClassroomError:
            self.reason = "other"
        self.stranded += tuple(step for step in lost if is_held(step))
        if any(is_held(step) for step in (*written, *lost)):
            self._put_away()
        return Tried(tuple(written), self._give_up(), tuple(lost))

    def let_go(self) -> None:
        """Keep what is stranded no longer."""
        self.stranded = ()
        self._put_away()

    def _besides(self, step: Step) -> list[Step]:
        place = place_of(step)
        return [held for held in self._held if place is None or place_of(held) != place]

    def _write(self, step: Step) -> bool:
        """Whether it is in the store now; what is there already counts."""
        try:
            self._room.workspace.again(step)
        except StaleChange:
            return all(self._is_there(step, at) for at in range(len(step.changes)))
        return True

    def _is_there(self, step: Step, at: int) -> bool:
        change = step.changes[at]
        return self._room.store.get(change.kind, change.subject.id) == change.after

    def _let_go(self, step: Step) -> None:
        self._held = [s for s in self._held if s is not step]
        self._waiting = [w for w in self._waiting if w.step is not step]

    def _give_up(self) -> tuple[Step, ...]:
        now = self._room.clock.now_ms()
        failed = tuple(w.step for w in self._waiting if over(now - w.since) or now < w.since)
        for step in failed:
            self._let_go(step)
        return failed

    def _put_away(self) -> None:
        self.place = self._shelf.keep((*self._held, *self.stranded))
