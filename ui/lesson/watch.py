"""What goes with a lesson from the first picture on: its gaps, its sounds, and the one of now."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ports import Speaker
from app.services.live import LiveService

if TYPE_CHECKING:
    from ui.desk.desk import Desk
    from ui.lesson.away import Away
    from ui.lesson.of_now import LessonOfNowLink
    from ui.sound.sound import Sound


class Watch(QObject):
    """Of one desk. `make_speaker` is how sounds are heard, where they are."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._away: Away | None = None
        self.make_speaker: Callable[[], Speaker] | None = None
        self.sound: Sound | None = None
        self.now: LessonOfNowLink | None = None

    def begin(self) -> None:
        """Did the lesson go on without anybody? If there is none: what is on now?"""
        # None of them is for the start.
        from app.services.gaps import GapService
        from ui.lesson.away import Away
        from ui.lesson.of_now import SOON_MS, LessonOfNowLink
        from ui.sound.sound import Sound

        desk, room = self._desk, self._desk.room
        page, pulse = desk.live.page, desk.opened.pulse
        gaps = GapService(room)
        ask = desk.live.ask_lost_time
        self._away = Away(
            LiveService(room), gaps, room.clock, pulse, page, lambda: desk.window.banners, ask
        )
        self.sound = Sound(desk, page, room.clock, self.make_speaker)
        self.now = LessonOfNowLink(desk, lambda: desk.window.banners, random.Random(), self)
        # When the page stands: a line that comes while it is laid out would lie over it.
        QTimer.singleShot(SOON_MS, self.now, self.now.begin)

    def stop(self) -> None:
        """Leave a sign of life, and be silent."""
        for part in (self._away, self.now, self.sound):
            if part is not None:
                part.stop()
