"""Undo and redo of the open class, and the toast that offers to take the newest step back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.classroom import Classroom
from app.domain.changes import Step
from app.domain.ids import StepId
from app.errors import ClassroomError, StepIsStuck
from ui.desk.main_window import MainWindow
from ui.tasks import Tasks
from ui.wording import sentence

APART_FROM = 1_000
"""So many changes are written beside the window: here they would take 40 ms and more."""

Turn = Callable[[bool, StepId], Step]


class History:
    """Offers each step once; `tell` says a problem.

    `turn` undoes or redoes in a worker, where that can be.
    """

    def __init__(
        self,
        room: Classroom,
        window: MainWindow,
        tell: Callable[[ClassroomError], None],
        tasks: Tasks,
        turn: Turn | None = None,
    ) -> None:
        self._room = room
        self._window = window
        self._tell = tell
        self._tasks = tasks
        self._apart = turn
        self._is_turning = False
        self._newest = self._newest_step()

    def undo(self) -> None:
        """Take the newest step back."""
        self._turn(again=False)

    def redo(self) -> None:
        """Do the newest step that was taken back again."""
        self._turn(again=True)

    def offer(self) -> None:
        """After a write: show what was done, if that is new, and offer to take it back."""
        before, self._newest = self._newest, self._newest_step()
        label = self._room.workspace.next_undo
        if self._newest > before and label is not None:
            self._window.toast.show_message(sentence(label), self.undo)

    def catch_up(self) -> None:
        """Another program has written: what it did is no news here."""
        self._newest = self._newest_step()

    def _turn(self, again: bool) -> None:
        workspace = self._room.workspace
        if self._is_turning:
            return  # the one before is not over yet
        try:
            if self._apart is not None and workspace.turning(again) >= APART_FROM:
                self._is_turning = True
                self._window.toast.show_message(
                    _tr("Doing it again…") if again else _tr("Taking it back…")
                )
                self._tasks.spawn(self._turn_apart(again, self._apart))
                return
            step = workspace.redo() if again else workspace.undo()
        except ClassroomError as error:
            self._refused(error)
            return
        self._turned(step, again)

    async def _turn_apart(self, again: bool, turn: Turn) -> None:
        elsewhere = partial(self._tasks.off_thread, turn)
        try:
            step = await self._room.workspace.turn_apart(again, elsewhere)
        except ClassroomError as error:
            self._refused(error)
        else:
            self._turned(step, again)
        finally:
            self._is_turning = False

    def _turned(self, step: Step, again: bool) -> None:
        words = _tr("Done again: {what}") if again else _tr("Taken back: {what}")
        self._window.toast.show_message(words.format(what=sentence(step.label)))

    def _refused(self, error: ClassroomError) -> None:
        if isinstance(error, StepIsStuck):
            self._offer_to_step_over(error)
        else:
            self._tell(error)

    def _offer_to_step_over(self, stuck: StepIsStuck) -> None:
        from ui.problems import problem  # nothing has gone wrong at the start

        toast, way = self._window.toast, _tr("Step over it")
        toast.show_message(problem(stuck), lambda: self._step_over(stuck), "warning-circle", way)

    def _step_over(self, stuck: StepIsStuck) -> None:
        """Leave that step as it is, and go on with the next one."""
        try:
            self._room.workspace.step_over(stuck.step_id)
        except ClassroomError as error:
            self._tell(error)
            return
        (self.redo if stuck.again else self.undo)()

    def _newest_step(self) -> int:
        return self._room.workspace.newest or 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
