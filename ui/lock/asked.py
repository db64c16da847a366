"""Keys that the teacher is asked for when a backup is to take the place of her class."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.backups.taking import ClassKey
from ui.bootstrap import Key
from ui.lock.question import Answer, SecretQuestion, Words
from ui.lock.safe import Safe
from ui.lock.unlock_form import Attempt
from ui.tasks import Tasks
from ui.theme import Theme


class Known(NamedTuple):
    """What is known of the class's key; `is_open` says that nothing else can be found out."""

    key: Key | None
    is_open: bool


class AskedKeys:
    """Asks over a window, once that is not locked. Implements `ui.backups.taking.Keys`."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        window: QWidget,
        safe: Safe,
        known: Known,
        unlocked: Callable[[], Awaitable[None]],
    ) -> None:
        self._theme = theme
        self._tasks = tasks
        self._window = window
        self._safe = safe
        self._known = known
        self._unlocked = unlocked

    async def of_copy(self, copy: Path) -> Key | None:
        """What opens a backup that is encrypted, and not with the key that is known."""
        text = _tr(
            "{file} was saved with another passphrase. Type that one, or the recovery code that"
            " belongs to it. Nothing is changed before you say so."
        )
        words = Words(
            _tr("This backup is encrypted"), text.format(file=copy.name), _tr("Look into it")
        )
        answer = await self._ask(words, partial(self._safe.open_copy, copy))
        return answer.given if answer and isinstance(answer.given, Key) else None

    async def of_class(self, copy: Path, of_copy: Key | None) -> ClassKey | None:
        """The key the class has now, so that it stays encrypted; she may go on without."""
        key, is_open = self._known
        if is_open or key is not None:
            return ClassKey(key, key is not None)
        if not await self._tasks.off_thread(self._safe.is_set):
            return ClassKey(None, False)
        if of_copy is not None:
            is_own = await self._tasks.off_thread(self._safe.is_own, of_copy, copy)
            if is_own:
                return ClassKey(of_copy, True)
        text = _tr(
            "What you open takes its place. Type its passphrase, and that is encrypted with it too."
        )
        words = Words(
            _tr("Your own class is encrypted"),
            text,
            _tr("Keep it encrypted"),
            _tr("Go on without a passphrase"),
        )
        answer = await self._ask(words, self._safe.unlock)
        if answer is None:
            return None
        return ClassKey(answer.given if isinstance(answer.given, Key) else None, True)

    async def _ask(self, words: Words, attempt: Attempt) -> Answer | None:
        await self._unlocked()
        safe = self._safe
        question = SecretQuestion(
            self._theme, self._tasks, words, attempt, safe.seconds_left, self._window
        )
        return await question.ask()


def _tr(text: str) -> str:
    return QCoreApplication.translate("AskedKeys", text)
