"""The lesson's clock: what the teacher does to it, and what it does by itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journey.eyes import named
from tests.journey.teacher import LEFT, MINUTE, handle
from tests.soak.hand import Deed, Hand, NotNow
from ui.live.lost_time.box import LostTimeBox
from ui.widgets.button import Button

Key = Qt.Key
WAKING = ("Go on from there", "Count that time", "We lost time…")
HELD = (Key.Key_N, Key.Key_P, Key.Key_R)


class Clocking(Hand):
    """Time only goes by when a deed says so."""

    def deeds(self) -> list[Deed]:
        told = (
            *(self._pause, self._a_minute_more, self._a_minute_less, self._next, self._hold_a_key),
            *(self._menu, self._table_time),
        )
        lived = (self._time_goes_by, self._time_goes_by, self._sleep, self._wake, self._lost_time)
        return [Deed(do, running=True) for do in told] + [
            Deed(do, timeless=False, running=True) for do in lived
        ]

    def tick(self) -> None:
        """The timer of the console goes off."""
        self.page.clockwork.timer.timeout.emit()

    def _pause(self) -> None:
        self.key(Key.Key_Space)

    def _a_minute_more(self) -> None:
        if self.chance.random() < 0.5:
            self.key(Key.Key_Plus)
        else:
            self.press_button("1 min")

    def _a_minute_less(self) -> None:
        self.key(Key.Key_Minus)

    def _next(self) -> None:
        self.press_button("Next")

    def _hold_a_key(self) -> None:
        """Held only so long as it takes."""
        hold = self.page.handling.keys.hold
        hold.setInterval(1)
        key, top = self.any_of(HELD), handle(self.teacher.window)
        self.teacher.computer.come_back()
        QTest.keyPress(top, key)
        self.rest()
        QTest.keyRelease(top, key)

    def _menu(self) -> None:
        self.press_button("More for this lesson")
        self.pick_any(
            but=("End lesson", "We lost time", "Sounds", "Make the", "Show", "Swap", "The")
        )

    def _table_time(self) -> None:
        self.click(self.card())
        self.key(Key.Key_S)

    def _time_goes_by(self) -> None:
        self.teacher.computer.clock.advance(self.chance.randint(1, 6) * MINUTE)
        self.tick()

    def _sleep(self) -> None:
        if self.chance.random() < 0.7:
            raise NotNow
        self.teacher.computer.clock.sleep(self.chance.randint(1, 12) * MINUTE)
        self.tick()

    def _wake(self) -> None:
        """Answer the question what became of that time."""
        asked = [b for name in WAKING for b in named(Button, name, self.teacher.window)]
        self.click(self.any_of(asked))
        self._answer_box()

    def _lost_time(self) -> None:
        self.press_button("More for this lesson")
        self.teacher.choose("We lost time")
        self._answer_box()

    def _answer_box(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, LostTimeBox):
            return
        box.minutes.set_value(self.chance.randint(1, 12))
        buttons = box.buttons()
        if buttons and self.chance.random() < 0.8:
            QTest.mouseClick(self.chance.choice(buttons), LEFT)
