"""An erasing that was stopped in the middle, or waited for a place to be there, goes on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.domain.erasing import silent
from app.errors import ClassroomError
from app.ports import Erasure
from ui.tasks import Tasks, taking_turns


class Finishing:
    """Works in a worker; `done` and `warn` are told what came of it."""

    def __init__(
        self,
        tasks: Tasks,
        erasure: Erasure,
        done: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._tasks = tasks
        self._erasure = erasure
        self._done = done
        self._warn = warn
        self._turn = taking_turns()

    async def finish(self) -> None:
        """Go on with all that waits; what still cannot be done waits for the next start."""
        try:
            async with self._turn:
                found = await self._tasks.off_thread(self._erasure.finish, silent)
        except ClassroomError:
            return
        if any(receipt.again for receipt in found):
            self._warn(
                _tr(
                    "The backup still told of students you had erased. They are erased again here"
                    " and in every copy that Rondo knows of; delete that backup where you keep it."
                )
            )
        elif found:
            self._done(_tr("An erasing that was interrupted is finished now."))

    async def rest(self) -> None:
        """Come back when the worker has let the files go."""
        async with self._turn:
            return


def _tr(text: str) -> str:
    return QCoreApplication.translate("Care", text)
