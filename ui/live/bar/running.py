"""The clock's buttons, joined to the lesson."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.live import LiveScene
from app.domain.session import Session
from app.services.live import LiveService
from ui.live.bar.lesson_buttons import LessonButtons


class Running(QObject):
    """Does to the open session what a button or a key says."""

    def __init__(self, live: LiveService, buttons: LessonButtons) -> None:
        super().__init__(buttons)
        self._live = live
        self._session: Session | None = None
        self._join(buttons)

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene."""
        self._session = None if scene is None else scene.session

    def _join(self, buttons: LessonButtons) -> None:
        live = self._live
        buttons.start.connect(lambda: self._do(live.start))
        buttons.pause.connect(lambda: self._do(live.pause))
        buttons.resume.connect(lambda: self._do(live.resume))
        buttons.next.connect(lambda: self._do(live.next))
        buttons.back.connect(lambda: self._do(live.back))
        buttons.again.connect(lambda: self._do(live.repeat))
        buttons.end.connect(lambda: self._do(live.end))
        buttons.minutes.connect(self._extend)

    def _do(self, verb: Callable[[Session], None]) -> None:
        if self._session is not None:
            verb(self._session)

    def _extend(self, minutes: int) -> None:
        if self._session is not None:
            self._live.extend(self._session, minutes)
