"""Undo and redo of the open class, and the toast that offers to take the newest step back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.classroom import Classroom
from app.domain.changes import Step
from app.errors import ClassroomError, StepIsStuck
from ui.desk.main_window import MainWindow
from ui.wording import sentence


class History:
    """Offers each step once; `tell` says a problem."""

    def __init__(
        self, room: Classroom, window: MainWindow, tell: Callable[[ClassroomError], None]
    ) -> None:
        self._room = room
        self._window = window
        self._tell = tell
        self._newest = self._newest_step()

    def undo(self) -> None:
        """Take the newest step back."""
        self._turn(self._room.workspace.undo, _tr("Taken back: {what}"))

    def redo(self) -> None:
        """Do the newest step that was taken back again."""
        self._turn(self._room.workspace.redo, _tr("Done again: {what}"))

    def offer(self) -> None:
        """After a write: show what was done, if that is new, and offer to take it back."""
        before, self._newest = self._newest, self._newest_step()
        label = self._room.workspace.next_undo
        if self._newest > before and label is not None:
            self._window.toast.show_message(sentence(label), self.undo)

    def catch_up(self) -> None:
        """Another program has written: what it did is no news here."""
        self._newest = self._newest_step()

    def _turn(self, turn: Callable[[], Step], words: str) -> None:
        try:
            step = turn()
        except StepIsStuck as error:
            self._offer_to_step_over(error)
            return
        except ClassroomError as error:
            self._tell(error)
            return
        self._window.toast.show_message(words.format(what=sentence(step.label)))

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
