"""Writes the lesson into the top bar."""

from datetime import date

from app.domain.clock import Reading, round_starts
from app.domain.live import LiveScene
from app.ports import Clock
from ui.format import class_title, day_short
from ui.live.bar.clock_words import pills, timer_view
from ui.live.bar.top_bar import TopBar

MINUTE_MS = 60_000


class BarWords:
    """Knows the minute it wrote last: times to come move on only with the next one."""

    def __init__(self, bar: TopBar, clock: Clock) -> None:
        self._bar = bar
        self._clock = clock
        self._minute = 0

    def show_lesson(self, scene: LiveScene) -> None:
        """Write class, rounds and time of a new scene."""
        lesson = scene.lesson
        self._show_title(scene.school_class.name, lesson.subject, date.fromisoformat(lesson.day))
        self._show_rounds(scene, scene.reading)
        self._bar.show_timer(timer_view(scene.reading, self._clock))

    def show_no_lesson(self, class_name: str) -> None:
        """Write the class and today."""
        today = self._clock.local(self._clock.now_ms()).date()
        self._show_title(class_name, "", today)
        self._bar.show_no_lesson()

    def tick(self, scene: LiveScene, reading: Reading) -> bool:
        """Write the time; True when a minute is over and more than the time may differ."""
        self._bar.show_timer(timer_view(reading, self._clock))
        if self._clock.now_ms() // MINUTE_MS == self._minute:
            return False
        self._show_rounds(scene, reading)
        return True

    def _show_rounds(self, scene: LiveScene, reading: Reading) -> None:
        now = self._clock.now_ms()
        self._minute = now // MINUTE_MS
        starts = round_starts(scene.timing, reading, now)
        self._bar.show_lesson(pills(scene, reading, starts, self._clock), reading)

    def _show_title(self, name: str, subject: str, day: date) -> None:
        parts = [part for part in (subject, day_short(day)) if part]
        self._bar.title.show_title(class_title(name), " · ".join(parts))
